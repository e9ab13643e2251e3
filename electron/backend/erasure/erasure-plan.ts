import { readCaseFile } from '#electron/backend/cases/read-case-file.ts';
import type { ErasedScope } from '#electron/backend/erasure/erased-rows.ts';
import type { Repositories } from '#db/unit-of-work.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { isCarried } from '#shared/casefile/finding.ts';
import type { ErasurePlan } from '#shared/contract/erasure-procedures.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';

export interface PlannedErasure {
  readonly file: CaseFile;
  readonly scope: ErasedScope;
  readonly plan: ErasurePlan;
}

const noPerson = failure('not-found', 'This person is no longer in the family. They may have been taken out or undone.');

/** What an erasure of one person would take out of a case, and what stays. */
export function planErasure(repositories: Repositories, caseId: string, personId: string): Result<PlannedErasure, Failure> {
  const file = readCaseFile(repositories, caseId);
  const person = file?.family.individuals.find(({ id }) => id === personId);
  if (file === null || person === undefined) return refusal(noPerson);
  const isPatient = person.isProband;
  const isOfPerson = (personIds: readonly string[]): boolean => (personIds.length === 0 ? isPatient : personIds.every((id) => id === personId));
  const tests = file.tests.filter((test) => isOfPerson(test.personIds));
  const referrals = file.referrals.filter((referral) => isOfPerson(referral.personIds));
  const findings = isPatient ? file.findings.filter(({ genotypes }) => !genotypes.some((one) => one.personId !== personId && isCarried(one))) : [];
  const linked = new Set([...tests, ...referrals].map(({ id }) => id));
  const forms = new Set(file.consents.flatMap((consent) => (consent.personId === personId && consent.documentId !== null ? [consent.documentId] : [])));
  const documents = file.documents.filter(({ id, testId, referralId }) => isPatient || forms.has(id) || linked.has(testId ?? '') || linked.has(referralId ?? ''));
  const suggestions = repositories.records.suggestions.ofCase(caseId).filter((one) => one.personId === personId);
  const counts: readonly (readonly [string, number])[] = [
    ['name, dates, numbers, ancestry, notes and sources of the person', 1],
    ['findings of the phenotype', file.features.filter((feature) => feature.personId === personId).length],
    ['states of conditions', file.family.individualConditions.filter(({ individualId }) => individualId === personId).length],
    ['genotypes', file.findings.filter(({ genotypes }) => genotypes.some((one) => one.personId === personId)).length],
    ['variants', findings.length],
    ['tests', tests.length],
    ['referrals', referrals.length],
    ['documents', documents.length],
    ['words of the family', suggestions.length],
    ['steps of the odyssey', isPatient ? file.events.length : 0],
    ['candidate diseases', isPatient ? file.candidates.length : 0],
    ['tasks', isPatient ? file.tasks.length : 0],
    ['imported files', isPatient ? repositories.sources.ofCase(caseId).length : 0],
  ];
  const number = pedigreeNumbers(layoutPedigree(file.family)).get(personId) ?? '';
  return success({
    file,
    scope: { personId, isPatient, removedIds: new Set([...tests, ...referrals, ...documents, ...findings].map(({ id }) => id)) },
    plan: { pedigreeNumber: number, removed: counts.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count })), kept: keptOf(repositories, file, personId) },
  });
}

function keptOf(repositories: Repositories, file: CaseFile, personId: string): ErasurePlan['kept'] {
  const exports = repositories.records.exports.ofCase(file.case.id).filter(({ personIds }) => personIds.includes(personId)).length;
  const consents = file.consents.filter((consent) => consent.personId === personId).length;
  const shared = [...file.tests, ...file.referrals].filter(({ personIds }) => personIds.includes(personId) && personIds.length > 1).length;
  return [
    { what: 'Place in the pedigree, with sex, gender and whether they live', why: 'Without it the relatives would be drawn as related in another way than they are, and their own risk would be wrong. Nobody is named by it.' },
    ...(consents === 0 ? [] : [{ what: `Consents (${String(consents)}), without the names in them and withdrawn`, why: 'The clinic must be able to show on what it acted and that the agreement has ended.' }]),
    ...(exports === 0 ? [] : [{ what: `Records of exports (${String(exports)})`, why: 'They say to whom data went, so that the receivers can be told. What was exported cannot be taken back from here.' }]),
    ...(shared === 0 ? [] : [{ what: `Tests and referrals with other relatives (${String(shared)})`, why: 'They are the others’ too. The person is no longer named by them; look through their words.' }]),
    { what: 'That and when something was changed, by whom', why: 'The history must show that nothing else was altered. What the changes said is gone.' },
    { what: 'Words about this person in the notes of others', why: 'A program cannot know whom words mean. Search for the name and mend them.' },
    { what: 'Backups and exported histories made before', why: 'They lie outside the vault. Delete them, or erase again after restoring one.' },
  ];
}
