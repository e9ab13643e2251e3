import { findingName, isCarried, type Finding, type Genotype } from '#shared/casefile/finding.ts';
import type { FindingSegregation } from '#shared/casefile/finding-segregation.ts';
import { criteria, type CriterionCode, type Strength } from '#shared/variant/acmg/criteria.ts';
import { deNovoCriterion, inTransCriterion, type WorkedOutCriterion } from '#shared/variant/acmg/observation-points.ts';
import type { ClassificationEntry } from '#shared/variant/variant.ts';

export type SuggestedCriterion = ClassificationEntry['criteria'][number];

/** What the record and the drawn family say of a finding, as a suggestion that a person takes or leaves. */
export interface SuggestionFacts {
  readonly finding: Finding;
  /** The other findings of the case. */
  readonly others: readonly Finding[];
  readonly probandId: string | null;
  /** Of whom the proband descends genetically, where drawn. */
  readonly parentIds: readonly string[];
  readonly segregation: FindingSegregation | null;
}

/**
 * Criteria that follow from facts of the case: PP1 or BS4 from the segregation in the family, PS2 or PM6 from a variant that is new in the proband, PM3 from a
 * second variant of the gene or from two copies, BA1 or PM2 from the population.
 * Source: Richards et al. 2015, doi 10.1038/gim.2015.30; the points of ClinGen SVI as `deNovoCriterion` and `inTransCriterion` have them.
 * Assumes a phenotype that is consistent with the gene but not highly specific for it, which gives PS2 and PM6 less than their usual strength. Limits: one case;
 * points of other families are for the person to add.
 */
export function suggestedCriteria(facts: SuggestionFacts): readonly SuggestedCriterion[] {
  return [fromSegregation(facts), fromDescent(facts), fromSecondVariant(facts), fromPopulation(facts.finding)].filter((suggestion) => suggestion !== null);
}

function suggestion(code: CriterionCode, strength: Strength, evidence: string, reason: string): SuggestedCriterion {
  return { code, strength, evidence, reasonForStrength: strength === criteria[code].strength ? '' : reason };
}

function fromSegregation({ segregation }: SuggestionFacts): SuggestedCriterion | null {
  if (segregation?.kind !== 'told') return null;
  const { evidence, strength, lod, meioses } = segregation.found;
  if (evidence === null || strength === null) return null;
  const figures = Number.isFinite(lod) ? `log10 of the Bayes factor ${lod.toFixed(2)}${evidence === 'PP1' ? `, ${meioses.toFixed(1)} meioses` : ''}` : 'the genotypes cannot go with the condition in this mode';
  return suggestion(evidence, strength, `Segregation in the drawn family: ${figures}.`, `By the Bayes factor of the family: ${figures} (Jarvik & Browning 2016).`);
}

function fromDescent({ finding, probandId, parentIds }: SuggestionFacts): SuggestedCriterion | null {
  const stateOf = (id: string): Genotype['state'] | undefined => finding.genotypes.find(({ personId }) => personId === id)?.state;
  const ofProband = probandId === null ? undefined : stateOf(probandId);
  if (ofProband === undefined || ofProband === 'absent') return null;
  const isNewByTest = parentIds.length === 2 && parentIds.every((id) => stateOf(id) === 'absent');
  if (!isNewByTest && finding.inheritance !== 'de-novo') return null;
  const known = isNewByTest ? 'Both parents were tested and do not have it' : 'Reported as de novo';
  return workedOut(deNovoCriterion([{ fit: 'consistent', isParentageConfirmed: finding.isParentageConfirmed }]), `${known}; parentage is ${finding.isParentageConfirmed ? '' : 'not '}confirmed.`, 'The phenotype is taken as consistent with the gene, not as highly specific for it');
}

function fromSecondVariant({ finding, others, probandId }: SuggestionFacts): SuggestedCriterion | null {
  const symbol = finding.gene?.symbol;
  const isOfProband = ({ genotypes }: Finding): boolean => genotypes.some((genotype) => genotype.personId === probandId && isCarried(genotype));
  if (symbol === undefined || !isOfProband(finding)) return null;
  if (finding.genotypes.some(({ personId, state }) => personId === probandId && state === 'homozygous')) return workedOut(inTransCriterion([{ kind: 'homozygous' }]), 'Homozygous in the proband.', 'Homozygous');
  for (const other of others) {
    const classification = other.classifications.at(-1)?.classification;
    if (other.gene?.symbol !== symbol || !isOfProband(other) || (classification !== 'pathogenic' && classification !== 'likely-pathogenic')) continue;
    const phase = phaseBetween(finding, other);
    if (phase === 'cis') continue;
    const words = phase === 'trans' ? `In trans with ${findingName(other)}` : `With ${findingName(other)}, phase unknown`;
    return workedOut(inTransCriterion([{ kind: 'other-variant', classification, phase }]), `${words}.`, words);
  }
  return null;
}

function phaseBetween(one: Finding, other: Finding): 'cis' | 'trans' | 'unknown' {
  const said = [one.phase?.otherFindingId === other.id ? one.phase.kind : 'unknown', other.phase?.otherFindingId === one.id ? other.phase.kind : 'unknown'];
  return said.find((kind) => kind !== 'unknown') ?? 'unknown';
}

/** Null where the points are not enough for the criterion. */
function workedOut({ code, strength, points }: WorkedOutCriterion, evidence: string, why: string): SuggestedCriterion | null {
  return strength === null ? null : suggestion(code, strength, evidence, `${why}: ${String(points)} points (ClinGen SVI).`);
}

/** Richards et al. 2015: above 5 % no rare disease. */
const tooCommon = 0.05;

function fromPopulation({ frequencies }: Finding): SuggestedCriterion | null {
  const known = frequencies.flatMap(({ frequency, source }) => (frequency === null ? [] : [{ frequency, source }]));
  const [most] = [...known].sort((one, other) => other.frequency - one.frequency);
  if (most === undefined) return null;
  if (most.frequency > tooCommon) return suggestion('BA1', 'stand-alone', `Frequency ${String(most.frequency)} in ${most.source}.`, '');
  return most.frequency === 0 ? suggestion('PM2', 'supporting', `Absent from ${most.source}.`, '') : null;
}
