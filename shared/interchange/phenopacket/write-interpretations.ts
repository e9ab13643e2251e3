import type { Candidate, CandidateState, CaseStatus } from '#shared/casefile/case-record.ts';
import { isCarried, type Finding, type PersonGenotype } from '#shared/casefile/finding.ts';
import type { CaseSource } from '#shared/interchange/case-source.ts';
import { anyDisease } from '#shared/interchange/phenopacket/variation-words.ts';
import { writeVariation } from '#shared/interchange/phenopacket/write-variation.ts';
import type { Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';

/**
 * What the clinic makes of the case, one interpretation for each disease that it thinks of, with the variants that a person carries. A variant stands with the
 * diseases whose gene it is in; where the release knows no such link, with the disease that is nearest to a diagnosis.
 */
export function writeInterpretations(source: CaseSource, individual: Individual, subjectId: string): readonly Message[] {
  const { file } = source;
  const carried = file.findings.flatMap((finding, index) => {
    const genotype = finding.genotypes.find(({ personId }) => personId === individual.id);
    return genotype !== undefined && isCarried(genotype) ? [{ finding, genotype, id: `variant-${String(index + 1)}` }] : [];
  });
  const thought = individual.isProband ? file.candidates.filter(({ state }) => state !== 'ruled-out') : [];
  const candidates = thought.toSorted((one, other) => nearness[other.state] - nearness[one.state]);
  const homes = carried.map((one) => ({ ...one, diseaseIds: homesOf(one.finding, candidates, source) }));
  const told = candidates.map((candidate): Interpreted => ({ disease: { id: candidate.diseaseId, label: candidate.diseaseName }, state: candidate.state, variants: homes.filter(({ diseaseIds }) => diseaseIds.includes(candidate.diseaseId)) }));
  const homeless = homes.filter(({ diseaseIds }) => diseaseIds.length === 0);
  const all = homeless.length === 0 ? told : [...told, { disease: anyDisease, state: 'suspected', variants: homeless } satisfies Interpreted];
  return all.map(({ disease, state, variants }, index) => ({
    id: `interpretation-${String(index + 1)}`,
    progressStatus: progressOf(state, file.case.status),
    diagnosis: { disease, ...(variants.length === 0 ? {} : { genomicInterpretations: variants.map((one) => genomicInterpretation(one, state, subjectId, source.hgncIdOf)) }) },
  }));
}

interface CarriedVariant {
  readonly finding: Finding;
  readonly genotype: PersonGenotype;
  readonly id: string;
}

interface Interpreted {
  readonly disease: { readonly id: string; readonly label: string };
  readonly state: CandidateState;
  readonly variants: readonly CarriedVariant[];
}

/** How near to a diagnosis. */
const nearness: Readonly<Record<CandidateState, number>> = { confirmed: 3, working: 2, suspected: 1, 'ruled-out': 0 };

function homesOf({ gene }: Finding, candidates: readonly Candidate[], { genesOfDisease }: CaseSource): readonly string[] {
  const linked = gene === null ? [] : candidates.filter(({ diseaseId }) => genesOfDisease(diseaseId).includes(gene.symbol)).map(({ diseaseId }) => diseaseId);
  const [nearest] = candidates;
  if (linked.length > 0) return linked;
  return nearest === undefined ? [] : [nearest.diseaseId];
}

const unsolved: readonly CaseStatus[] = ['reanalysis-due', 'closed', 'lost-to-follow-up'];

function progressOf(state: CandidateState, status: CaseStatus): string {
  if (state === 'confirmed') return 'SOLVED';
  if (unsolved.includes(status)) return 'UNSOLVED';
  return state === 'working' ? 'IN_PROGRESS' : 'UNKNOWN_PROGRESS';
}

const classes: Readonly<Record<VariantClass, string>> = {
  pathogenic: 'PATHOGENIC',
  'likely-pathogenic': 'LIKELY_PATHOGENIC',
  'uncertain-significance': 'UNCERTAIN_SIGNIFICANCE',
  'likely-benign': 'LIKELY_BENIGN',
  benign: 'BENIGN',
};

function genomicInterpretation({ finding, genotype, id }: CarriedVariant, state: CandidateState, subjectId: string, hgncIdOf: CaseSource['hgncIdOf']): Message {
  const classification = finding.classifications.at(-1)?.classification;
  return {
    subjectOrBiosampleId: subjectId,
    interpretationStatus: statusOf(classification, state),
    variantInterpretation: {
      acmgPathogenicityClassification: classification === undefined ? 'NOT_PROVIDED' : classes[classification],
      therapeuticActionability: 'UNKNOWN_ACTIONABILITY',
      variationDescriptor: writeVariation(finding, genotype, id, hgncIdOf),
    },
  };
}

/** Causative is what explains a confirmed disease; a benign variant explains nothing, and anything else is a candidate. */
function statusOf(classification: VariantClass | undefined, state: CandidateState): string {
  if (classification === 'benign' || classification === 'likely-benign') return 'REJECTED';
  return state === 'confirmed' && classification !== 'uncertain-significance' ? 'CAUSATIVE' : 'CANDIDATE';
}
