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

/** Names that everybody uses in the same way, without anything typed beside them. */
const populationSource = /^(?:gnomAD|ExAC|TOPMed|ALFA|BRAVO|1000 ?Genomes|UK Biobank|jMorp)(?: v?\d+(?:\.\d+){0,2})?(?:,? (?:popmax|grpmax|faf95|faf99|exomes?|genomes?|joint))*$/i;
const predictorName = /^(?:REVEL|CADD|SpliceAI|AlphaMissense|PolyPhen-?2|SIFT|MutationTaster|BayesDel|VEST4|MutPred2|EVE|phyloP|GERP(?:\+\+)?|M-CAP|ClinPred|PrimateAI|ESM1b|MaxEntScan|Pangolin|dbscSNV)(?: v?\d+(?:\.\d+){0,2})?$/i;
const predictorVerdict = /^(?:(?:likely |possibly |probably )?(?:benign|damaging|deleterious|tolerated|pathogenic|neutral|ambiguous|uncertain))$/i;
const assertedClass = /^(?:(?:likely |conflicting (?:classifications|interpretations) of )?(?:pathogenic(?:ity)?|benign)|uncertain significance|not provided|risk factor)(?:\/(?:likely )?(?:pathogenic|benign))?$/i;
const reviewStatus = /^(?:practice guideline|reviewed by expert panel|criteria provided, (?:multiple submitters(?:, no conflicts)?|single submitter|conflicting (?:classifications|interpretations))|no (?:assertion|classification)s? (?:criteria )?(?:provided|from unflagged records))$/i;
const testName = /^(?:(?:trio |singleton )?(?:exome|genome|panel|array|karyotype|Sanger|MLPA|single gene)(?: sequencing)?(?:, trio)?)$/i;
const tissueName = /^(?:(?:peripheral |cord )?blood|saliva|buccal (?:swab|mucosa)|skin|fibroblasts?|muscle|urine|hair(?: roots?)?|bone marrow|chorionic villi|amniotic fluid|liver|sperm)$/i;

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

const frequencyRecipe: Recipe<Part<'frequencies'>[number]> = { frequency: keep, homozygotes: keep, source: keepCode(populationSource) };
const assertionRecipe: Recipe<Part<'assertions'>[number]> = {
  source: keepCode(/^ClinVar$/),
  accession: keepCode(publicAccession),
  classification: keep,
  wording: keepCode(assertedClass),
  reviewStatus: keepCode(reviewStatus),
  date: treatDateOrNull,
  importedAt: treatInstant,
  reviewedAt: treatInstant,
};
const reportRecipe: Recipe<Finding['report']> = { laboratory: dropPlace, accession: dropIdentifier, date: treatDateOrNull, test: keepCode(testName), limits: dropText };
const classificationRecipe: Recipe<ClassificationEntry> = {
  classification: keep,
  criteria: eachTreated<ClassificationEntry['criteria'][number]>({ code: keep, strength: keep, evidence: dropText, reasonForStrength: dropText }),
  by: dropName,
  at: treatInstant,
  why: dropText,
};
const genotypeRecipe: Recipe<PersonGenotype> = { personId: replaceId, state: keep, alleleShare: keep, tissue: keepCode(tissueName) };

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
  // The name of a predictor is required, so that of one that is not known the whole entry goes.
  predictors: (predictors, context, where) =>
    predictors.flatMap(({ name, score, verdict }) => {
      if (predictorName.test(name)) return [{ name, score, verdict: keepCode(predictorVerdict)(verdict, context, where) }];
      removed('free text', [name, verdict].join(' '), '', context, where);
      return [];
    }),
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
