import type { Finding, PersonGenotype } from '#shared/casefile/finding.ts';
import { treatDateOrNull, treatInstant } from '#shared/interchange/deidentify/dates-and-ages.ts';
import { dropIdentifier, dropName, dropPlace, dropText, eachTreated, keep, keepCode, removed, replaceId, replaceIdOrNull, treated, type Recipe, type Treatment } from '#shared/interchange/deidentify/treatment.ts';
import type { ClassificationEntry, GenomicLocation } from '#shared/variant/variant.ts';

type Part<Field extends keyof Finding> = NonNullable<Finding[Field]>;

/** As symbols are approved: `FGFR2`, `C9orf72`, `HLA-B`, `MT-ND5`. */
const geneSymbol = /^[A-Z][A-Za-z0-9]*(?:-[A-Z0-9]{1,6}){0,2}$/;
const longestGeneSymbol = 15;
const accession = /^(?:[NX][CGMPR]_|ENS[GTP]|LRG_)\d+(?:\.\d+)?(?:[tp]\d+)?$/;
const exonNumber = /^(?:(?:exon|intron) ?)?\d{1,3}(?:[/-]\d{1,3})?$/i;
const chromosomeName = /^(?:chr)?(?:\d{1,2}|X|Y|M|MT)$/i;
const allele = /^(?:[ACGTN]+|\*|\.|<[A-Z]+(?::[A-Z]+)*>)$/i;
/** Of the public databases that are named by everybody in the same way. */
const publicAccession = /^(?:[VRS]CV\d{6,}(?:\.\d+)?|rs\d+|CA\d+)$/;

/** Without a gene the rest of the finding stands for itself. */
const treatGene: Treatment<Finding['gene']> = (gene, context, where) => {
  if (gene === null || (gene.symbol.length <= longestGeneSymbol && geneSymbol.test(gene.symbol))) return gene === null ? null : { symbol: gene.symbol, hgncId: gene.hgncId };
  removed('free text', gene.symbol, '', context, where);
  return gene.hgncId === null ? null : { symbol: gene.hgncId, hgncId: gene.hgncId };
};

const treatLocation: Treatment<GenomicLocation | null> = (location, context, where) => {
  if (location === null) return null;
  const { build, chromosome, position, end, reference, alternate } = location;
  if (chromosomeName.test(chromosome) && allele.test(reference) && allele.test(alternate)) return { build, chromosome, position, end, reference, alternate };
  removed('free text', [chromosome, reference, alternate].join(' '), '', context, where);
  return null;
};

const frequencyRecipe: Recipe<Part<'frequencies'>[number]> = { frequency: keep, homozygotes: keep, source: dropText };
const assertionRecipe: Recipe<Part<'assertions'>[number]> = {
  source: keepCode(/^ClinVar$/),
  accession: keepCode(publicAccession),
  classification: keep,
  wording: dropText,
  reviewStatus: dropText,
  date: treatDateOrNull,
  importedAt: treatInstant,
  reviewedAt: treatInstant,
};
const reportRecipe: Recipe<Finding['report']> = { laboratory: dropPlace, accession: dropIdentifier, date: treatDateOrNull, test: dropText, limits: dropText };
const classificationRecipe: Recipe<ClassificationEntry> = {
  classification: keep,
  criteria: eachTreated<ClassificationEntry['criteria'][number]>({ code: keep, strength: keep, evidence: dropText, reasonForStrength: dropText }),
  by: dropName,
  at: treatInstant,
  why: dropText,
};
const genotypeRecipe: Recipe<PersonGenotype> = { personId: replaceId, state: keep, alleleShare: keep, tissue: dropText };

/**
 * A variant stays what it is, since without it the file would say nothing; that a rare one may itself tell who somebody is, is a warning. Descriptions of the HGVS have been read
 * as such when they were entered, so that they hold no other words.
 */
export const findingRecipe: Recipe<Finding> = {
  id: replaceId,
  version: keep,
  caseId: replaceId,
  createdAt: treatInstant,
  gene: treatGene,
  transcript: keepCode(accession),
  hgvsGenomic: keep,
  hgvsCoding: keep,
  hgvsRna: keep,
  hgvsProtein: keep,
  location: treatLocation,
  wording: dropText,
  phase: (phase, context, where) => (phase === null ? null : treated<Part<'phase'>>({ kind: keep, otherFindingId: replaceIdOrNull, knownBy: keep })(phase, context, where)),
  inheritance: keep,
  isParentageConfirmed: keep,
  consequence: keep,
  exon: keepCode(exonNumber),
  frequencies: eachTreated(frequencyRecipe),
  // The name of a predictor is required and typed freely, so that the whole entry goes.
  predictors: (predictors, context, where) => {
    for (const { name, verdict } of predictors) removed('free text', [name, verdict].join(' '), '', context, where);
    return [];
  },
  assertions: eachTreated(assertionRecipe),
  report: treated(reportRecipe),
  isConfirmed: keep,
  nextReviewOn: treatDateOrNull,
  note: dropText,
  // A release can be named by hand.
  geneWeighedIn: keepCode(/^\d{4}-\d{2}-\d{2}$/),
  genotypes: eachTreated(genotypeRecipe),
  classifications: eachTreated(classificationRecipe),
};
