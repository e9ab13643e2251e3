import { isAtLeast, type VcfVersion } from '#shared/variant/vcf/header.ts';

/** What is wrong with the name of a contig; null where nothing is. Source: VCF specification 4.3, section 1.4.7. */
export function contigNameProblem(name: string, version: VcfVersion | null): string | null {
  if (/[\s,<>]/.test(name)) return 'holds white space, a comma or an angle bracket';
  if (!isAtLeast(version, '4.3')) return null;
  if (!/^[0-9A-Za-z!#$%&+./:;?@^_|~-][0-9A-Za-z!#$%&*+./:;=?@^_|~-]*$/.test(name)) return 'has characters that a name of a reference cannot have';
  // Of names with * only those of HLA alleles are in use: HLA-A*01:01:01:01.
  return name.includes('*') && !/^HLA-\w+\*\d/.test(name) ? 'holds *, which is for HLA alleles' : null;
}
