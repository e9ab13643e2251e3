import { findingName, type Finding, type PersonGenotype } from '#shared/casefile/finding.ts';
import type { CaseSource } from '#shared/interchange/case-source.ts';
import type { Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';
import { consequences, type Zygosity } from '#shared/variant/variant.ts';

/** Terms of the Genotype Ontology. */
export const allelicStates: Readonly<Partial<Record<Zygosity, { readonly id: string; readonly label: string }>>> = {
  heterozygous: { id: 'GENO:0000135', label: 'heterozygous' },
  homozygous: { id: 'GENO:0000136', label: 'homozygous' },
  hemizygous: { id: 'GENO:0000134', label: 'hemizygous' },
  homoplasmic: { id: 'GENO:0000602', label: 'homoplasmic' },
  heteroplasmic: { id: 'GENO:0000603', label: 'heteroplasmic' },
};

/** Names of what the schema has no field for; `mosaicism` is that of its own documentation. */
export const extensionNames = { mosaicism: 'mosaicism', alleleShare: 'allele-share', tissue: 'tissue', inheritance: 'inheritance', consequence: 'consequence' } as const;

/** A variant as one person has it. */
export function writeVariation(finding: Finding, { state, alleleShare, tissue }: PersonGenotype, id: string, hgncIdOf: CaseSource['hgncIdOf']): Message {
  const { gene, location, wording, note, inheritance, consequence } = finding;
  const expressions = expressionsOf(finding);
  const allelicState = state === 'absent' ? undefined : allelicStates[state];
  const percent = alleleShare === null ? '' : `${String(Number((alleleShare * 100).toFixed(2)))}%`;
  const said: readonly (readonly [string, string])[] = [
    [extensionNames.mosaicism, state === 'mosaic' ? percent || 'present' : ''],
    [extensionNames.alleleShare, state === 'mosaic' ? '' : percent],
    [extensionNames.tissue, tissue],
    [extensionNames.inheritance, inheritance === 'unknown' ? '' : inheritance],
    [extensionNames.consequence, consequence === null ? '' : consequences[consequence]],
  ];
  const extensions = said.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }));
  const label = wording === '' ? findingName(finding) : wording;
  return {
    id,
    ...(label === '' ? {} : { label }),
    ...(note === '' ? {} : { description: note }),
    ...(gene === null ? {} : { geneContext: { valueId: gene.hgncId ?? hgncIdOf(gene.symbol) ?? gene.symbol, symbol: gene.symbol } }),
    ...(expressions.length === 0 ? {} : { expressions }),
    ...(location === null || location.position < 1 ? {} : { vcfRecord: { genomeAssembly: location.build, chrom: location.chromosome, pos: String(location.position), ref: location.reference, alt: location.alternate } }),
    ...(extensions.length === 0 ? {} : { extensions }),
    moleculeContext: 'genomic',
    ...(allelicState === undefined ? {} : { allelicState }),
  };
}

function expressionsOf({ hgvsCoding, hgvsGenomic, hgvsRna, hgvsProtein, transcript }: Finding): readonly Message[] {
  const coding = hgvsCoding !== '' && !hgvsCoding.includes(':') && transcript !== '' ? `${transcript}:${hgvsCoding}` : hgvsCoding;
  return [coding, hgvsGenomic, hgvsRna, hgvsProtein].flatMap((value) => {
    const level = /^(?:[^:]*:)?([cgmnrp])\./.exec(value)?.[1];
    return value === '' || level === undefined ? [] : [{ syntax: `hgvs.${level}`, value }];
  });
}
