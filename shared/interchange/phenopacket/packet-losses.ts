import type { CaseFile } from '#shared/casefile/case-file.ts';
import { copiesOf, type Finding } from '#shared/casefile/finding.ts';
import type { CaseLoss } from '#shared/interchange/case-source.ts';
import { isMeasurement } from '#shared/interchange/phenopacket/write-measurements.ts';
import { isTreatment } from '#shared/interchange/phenopacket/write-treatments.ts';
import { toldVitalStatus } from '#shared/pedigree/formats/told-vital-status.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** What the packets of these people do not hold of the case. */
export function packetLosses(file: CaseFile, personIds: readonly string[]): readonly CaseLoss[] {
  const told = new Set(personIds);
  const people = file.family.individuals.filter(({ id }) => told.has(id));
  const peopleWho = (has: (individual: Individual) => boolean): readonly string[] => people.filter(has).map(({ id }) => id);
  const conditions = file.family.individualConditions.filter(({ individualId, state }) => told.has(individualId) && state !== 'affected' && state !== 'unaffected');
  const other = file.events.filter((event) => !isTreatment(event) && !isMeasurement(event)).length;
  return [
    ...loss('name', 'the name', peopleWho(({ givenName, familyName }) => givenName !== '' || familyName !== '')),
    ...loss('note', 'the note, ancestry or evaluation of a person', peopleWho(({ note, ancestry, evaluations }) => note !== '' || ancestry !== '' || evaluations.length > 0)),
    ...loss('cause-of-death', 'a cause of death in words', peopleWho(({ causeOfDeath }) => causeOfDeath !== '')),
    ...loss('birth', 'a birth date that is not known to the day', peopleWho(({ birthDate }) => birthDate !== null && birthDate.length < 'YYYY-MM-DD'.length)),
    ...loss('death', 'the date of death beside the age', peopleWho((one) => toldVitalStatus(one) === 'deceased' && one.deathDate !== null && one.ageAtDeath !== null)),
    ...loss('condition-state', 'carriers and the presymptomatic', [...new Set(conditions.map(({ individualId }) => individualId))]),
    ...loss('not-assessed', 'what nobody has assessed', [...new Set(file.features.filter(({ state, personId }) => state === 'not-assessed' && told.has(personId)).map(({ personId }) => personId))]),
    ...loss('absent-genotype', 'that a variant was looked for and is absent', [...new Set(file.findings.flatMap(({ genotypes }) => genotypes.filter((one) => copiesOf(one) === 0 && told.has(one.personId)).map(({ personId }) => personId)))]),
    ...counted('classification-evidence', 'the criteria, history and reasons of a classification', file.findings.filter(({ classifications }) => classifications.length > 0).length),
    ...counted('variant-evidence', 'frequencies, predictions, public assertions, phase, laboratory and limits of a variant', file.findings.filter(hasEvidence).length),
    ...counted('candidate-reason', 'why a disease was decided on', file.candidates.filter(({ reason }) => reason !== '').length),
    ...counted('events', 'steps of the odyssey that are neither treatments nor measurements', other),
    ...counted('tests', 'ordered tests', file.tests.length),
    ...counted('referrals', 'referrals', file.referrals.length),
    ...counted('tasks', 'tasks', file.tasks.length),
    ...counted('documents', 'attached documents', file.documents.length),
    ...counted('consents', 'consents', file.consents.length),
  ];
}

/** The packet of the patient alone leaves the family at home. */
export function relativesLosses({ family }: CaseFile): readonly CaseLoss[] {
  return loss('individual', 'relatives; choose the family message for them,', family.individuals.filter(({ isProband }) => !isProband).map(({ id }) => id));
}

const hasEvidence = ({ frequencies, predictors, assertions, phase, report, isConfirmed }: Finding): boolean =>
  frequencies.length > 0 || predictors.length > 0 || assertions.length > 0 || phase !== null || report.laboratory !== '' || report.test !== '' || report.limits !== '' || isConfirmed !== null;

function loss(kind: string, words: string, people: readonly string[]): readonly CaseLoss[] {
  return people.length === 0 ? [] : [{ kind, people, message: `A phenopacket cannot hold ${words} (${String(people.length)} ${people.length === 1 ? 'person' : 'people'}).` }];
}

function counted(kind: string, words: string, count: number): readonly CaseLoss[] {
  return count === 0 ? [] : [{ kind, people: [], message: `A phenopacket cannot hold ${words} (${String(count)}).` }];
}
