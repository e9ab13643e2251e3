import type { PedigreeHeader } from '#shared/pedigree/family.ts';
import { eachIndividual, isDead, isLivingPerson, isUnborn, wholeFamily, type LintFacts } from '#shared/pedigree/linter/lint-facts.ts';
import { nomenclature, plausibility, type PedigreeRule } from '#shared/pedigree/linter/lint-rule.ts';

const recording = nomenclature('box 1');
const outdatedWords = /\b(mtf|ftm)\b/i;

/** What the nomenclature of 2022 asks of each symbol. */
export const symbolRules: readonly PedigreeRule[] = [
  { id: 'proband-missing', severity: 'warning', message: 'No individual is marked as the proband; mark the person through whom the family came to attention.', source: nomenclature('figure 2, proband'), find: wholeFamily(({ family, proband }) => proband === null && family.individuals.length > 0) },
  {
    id: 'proband-unaffected',
    severity: 'warning',
    message: 'The proband is affected by no condition; a proband is always affected: mark the condition, or mark a consultand instead.',
    source: nomenclature('figure 2, proband'),
    find: eachIndividual(({ id, isProband }, { family }) => isProband && !family.individualConditions.some(({ individualId, state }) => individualId === id && state === 'affected')),
  },
  {
    id: 'fetal-sex-without-method',
    severity: 'warning',
    message: 'The sex of a pregnancy is stated, and not how it is known; say it, such as “46,XY” or “female by US”.',
    source: nomenclature('figure 4, pregnancy'),
    find: eachIndividual(({ life, gender, sexAssignedAtBirth }) => life.kind === 'pregnancy' && life.sexKnownBy === '' && (gender !== 'unknown' || sexAssignedAtBirth !== 'unknown')),
  },
  {
    id: 'sex-note-on-pregnancy',
    severity: 'warning',
    message: 'A pregnancy has a sex assigned at birth that differs from its symbol; nobody has assigned it yet: choose square or circle and say how the sex is known.',
    source: nomenclature('figure 4, pregnancy'),
    find: eachIndividual(({ life, gender, sexAssignedAtBirth }) => life.kind === 'pregnancy' && sexAssignedAtBirth !== 'unknown' && sexAssignedAtBirth !== sexOf[gender]),
  },
  {
    id: 'gender-not-stated',
    severity: 'advice',
    message: 'The sex assigned at birth is stated and the gender is not, so a diamond is drawn; ask the proband or consultand, and assume that those of others agree unless known.',
    source: recording,
    find: eachIndividual(({ life, gender, sexAssignedAtBirth }) => life.kind === 'person' && gender === 'unknown' && (sexAssignedAtBirth === 'female' || sexAssignedAtBirth === 'male')),
  },
  {
    id: 'non-binary-without-sex',
    severity: 'advice',
    message: 'A non-binary or gender-diverse person has no sex assigned at birth; state it where it is known, so that the diamond is not read as unknown.',
    source: nomenclature('figure 1'),
    find: eachIndividual(({ gender, sexAssignedAtBirth }) => gender === 'non-binary' && sexAssignedAtBirth === 'unknown'),
  },
  {
    id: 'outdated-gender-words',
    severity: 'warning',
    message: 'A note uses “MtF” or “FtM”, which are no longer used; state the gender and the sex assigned at birth instead.',
    source: nomenclature('section on gender'),
    find: eachIndividual(({ note, evaluations }) => [note, ...evaluations].some((text) => outdatedWords.test(text))),
  },
  {
    id: 'evaluation-without-result',
    severity: 'advice',
    message: 'Somebody is marked as evaluated and no result is listed; add the results, a line each.',
    source: nomenclature('figure 2, documented evaluation'),
    find: eachIndividual(({ isEvaluated, evaluations }) => isEvaluated && evaluations.length === 0),
  },
  {
    id: 'result-without-evaluation',
    severity: 'advice',
    message: 'Results of an evaluation are listed and nobody is marked as evaluated; mark it, so that the asterisk is drawn.',
    source: nomenclature('figure 2, documented evaluation'),
    find: eachIndividual(({ isEvaluated, evaluations }) => !isEvaluated && evaluations.length > 0),
  },
  { id: 'age-missing', severity: 'advice', message: 'A living relative has neither a date of birth nor an age; ask for it.', source: recording, find: eachIndividual((individual, facts) => isLivingPerson(individual) && individual.birthDate === null && individual.ageAtLastEncounter === null && !isDonor(individual.id, facts)) },
  { id: 'age-at-death-missing', severity: 'advice', message: 'A relative died and neither the age nor the year is known; ask for it.', source: recording, find: eachIndividual((individual) => isDead(individual) && individual.deathDate === null && individual.ageAtDeath === null) },
  { id: 'cause-of-death-missing', severity: 'advice', message: 'A relative died and the cause is not recorded; ask for it.', source: recording, find: eachIndividual((individual) => isDead(individual) && individual.causeOfDeath === '') },
  { id: 'gestation-missing', severity: 'advice', message: 'The gestation of a pregnancy, a stillbirth or a loss is not recorded; ask for the weeks.', source: nomenclature('figure 4'), find: eachIndividual((individual) => isUnborn(individual) && 'gestation' in individual.life && individual.life.gestation === null) },
  {
    id: 'not-joined',
    severity: 'advice',
    message: 'An individual is joined to nobody; join them to the family or remove them.',
    source: plausibility,
    find: eachIndividual(({ id }, { family, structure }) => family.individuals.length > 1 && !structure.parentEdgesOf.has(id) && !structure.childEdgesOf.has(id) && !structure.unionsOf.has(id)),
  },
];

const sexOf = { 'man-boy': 'male', 'woman-girl': 'female', 'non-binary': null, unknown: null } as const;
const isDonor = (id: string, { structure }: LintFacts): boolean => structure.childEdgesOf.get(id)?.every((edge) => edge.isDonor) ?? false;

const headerRule = (id: string, what: string, isMissing: (header: PedigreeHeader) => boolean): PedigreeRule => ({
  id: `header-${id}`,
  severity: 'advice',
  message: `The header does not say ${what}; add it.`,
  source: recording,
  find: wholeFamily(({ family }) => isMissing(family.header)),
});

/** What stands above the drawing. */
export const headerRules: readonly PedigreeRule[] = [
  headerRule('recorder', 'who recorded the pedigree, with their title', ({ recordedBy, recorderTitle }) => recordedBy === '' || recorderTitle === ''),
  headerRule('historian', 'who told the family history', ({ historian }) => historian === ''),
  headerRule('date', 'when it was taken or updated', ({ takenOn, updatedOn }) => takenOn === null && updatedOn === null),
  headerRule('indication', 'why it was taken', ({ indication }) => indication === ''),
  headerRule('ancestry', 'the ancestry of both sets of grandparents', ({ maternalAncestry, paternalAncestry }) => maternalAncestry === '' || paternalAncestry === ''),
  headerRule('consanguinity', 'whether consanguinity was asked about', ({ consanguinityAsked }) => consanguinityAsked === 'not-asked'),
];
