import type { FindingDetail, Genotype, GenotypeState } from '#shared/casefile/finding.ts';
import { parseHgvs } from '#shared/variant/hgvs/parse-hgvs.ts';
import { printHgvs } from '#shared/variant/hgvs/print-hgvs.ts';
import { chromosomeName, inheritedAs, refSeqOf } from '#shared/variant/selection/genome-region.ts';
import type { PersonCall, SelectedVariant } from '#shared/variant/selection/select-variants.ts';
import type { GenomeBuild } from '#shared/variant/variant.ts';

export interface VcfFinding {
  readonly detail: Partial<FindingDetail>;
  readonly genotypes: readonly (Genotype & { readonly personId: string })[];
}

/** What selection does not know of the family and the file. */
export interface VcfFindingFacts {
  readonly build: GenomeBuild | null;
  readonly probandId: string | null;
  readonly fatherId: string | null;
  readonly motherId: string | null;
  readonly maleIds: ReadonlySet<string>;
  readonly fileName: string;
}

/** A variant of a VCF file as a finding: what the file says of it and of each person who was called, and nothing about those who were not. */
export function findingFromVcf(variant: SelectedVariant, facts: VcfFindingFacts): VcfFinding {
  const { chromosome, position, reference, alternate } = variant;
  const hgvsCoding = readable(variant.hgvsCoding, ['c', 'n']);
  const hgvsProtein = readable(variant.hgvsProtein, ['p']);
  const hgvsGenomic = genomicDescription(variant, facts.build);
  const genotypes = Object.entries(variant.people).flatMap(([personId, call]) => {
    const state = genotypeState(call, variant, facts.maleIds.has(personId), facts.build);
    return state === null ? [] : [{ personId, state, alleleShare: isPartial(state) ? shareOf(call) : null, tissue: '' }];
  });
  return {
    detail: {
      gene: variant.gene === '' ? null : { symbol: variant.gene, hgncId: null },
      transcript: hgvsCoding === '' ? '' : variant.transcript,
      hgvsCoding,
      hgvsProtein,
      hgvsGenomic,
      location: facts.build === null ? null : { build: facts.build, chromosome, position, end: null, reference, alternate },
      wording: hgvsCoding === '' && hgvsGenomic === '' ? `${chromosome}:${String(position)} ${reference}>${alternate}`.slice(0, 1_000) : '',
      consequence: variant.consequence,
      inheritance: inheritanceOf(variant, facts),
      frequencies: variant.frequency === null ? [] : [{ frequency: variant.frequency, homozygotes: null, source: 'as annotated in the VCF file' }],
      report: { laboratory: '', accession: '', date: null, test: `Selected from the VCF file ${facts.fileName}`.slice(0, 500), limits: '' },
      note: variant.notes.length === 0 ? '' : `${variant.pattern}.`,
    },
    genotypes,
  };
}

/** Spelled as the HGVS recommends; empty where it cannot be read. */
function readable(text: string, levels: readonly string[]): string {
  const reading = text === '' ? null : parseHgvs(text);
  if (reading?.ok !== true) return '';
  const { expression } = reading.value;
  return levels.includes(expression.kind === 'protein' ? 'p' : expression.level) ? printHgvs(expression) : '';
}

/** Of substitutions alone: where else the 3′ rule of the HGVS asks for the sequence around it, which a VCF file does not hold. */
function genomicDescription({ chromosome, position, reference, alternate }: SelectedVariant, build: GenomeBuild | null): string {
  const accession = build === null ? null : refSeqOf(chromosome, build);
  if (accession === null || !/^[ACGT]$/i.test(reference) || !/^[ACGT]$/i.test(alternate)) return '';
  return `${accession}:${chromosomeName(chromosome) === 'M' ? 'm' : 'g'}.${String(position)}${reference.toUpperCase()}>${alternate.toUpperCase()}`;
}

/** Null where the person was not called. */
function genotypeState({ copies, ploidy }: PersonCall, { chromosome, position }: SelectedVariant, isMale: boolean, build: GenomeBuild | null): GenotypeState | null {
  if (copies === null || ploidy === null) return null;
  if (copies === 0) return 'absent';
  const as = inheritedAs(chromosome, position, build);
  if (as === 'mitochondrial') return copies === ploidy ? 'homoplasmic' : 'heteroplasmic';
  if (as === 'y' || ploidy === 1) return 'hemizygous';
  // A male who is called heterozygous on X has two alleles there, as a mosaic has.
  if (as === 'x' && isMale) return copies === ploidy ? 'hemizygous' : 'mosaic';
  return copies === ploidy ? 'homozygous' : 'heterozygous';
}

const isPartial = (state: GenotypeState): boolean => state === 'mosaic' || state === 'heteroplasmic';

function shareOf({ alternateReads, reads }: PersonCall): number | null {
  return alternateReads === null || reads === null || reads === 0 || alternateReads > reads ? null : alternateReads / reads;
}

function inheritanceOf({ people, chromosome, position }: SelectedVariant, { probandId, fatherId, motherId, maleIds, build }: VcfFindingFacts): FindingDetail['inheritance'] {
  const copies = (id: string | null): number | null => (id === null ? null : (people[id]?.copies ?? null));
  const own = probandId === null ? undefined : people[probandId];
  if (probandId === null || own?.copies === null || own === undefined || own.copies === 0) return 'unknown';
  const [father, mother] = [copies(fatherId), copies(motherId)];
  const as = inheritedAs(chromosome, position, build);
  const isOfMotherAlone = as === 'mitochondrial' || (as === 'x' && maleIds.has(probandId));
  if (isOfMotherAlone) return mother === null ? 'unknown' : mother > 0 ? 'maternal' : 'de-novo';
  if (father === null || mother === null) return 'unknown';
  if (father === 0 && mother === 0) return 'de-novo';
  if (father > 0 && mother === 0) return 'paternal';
  if (father === 0) return 'maternal';
  return own.copies === own.ploidy ? 'both-parents' : 'unknown';
}
