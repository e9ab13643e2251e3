import { readCaseFile } from '#electron/backend/cases/read-case-file.ts';
import type { ErasedScope } from '#electron/backend/erasure/erased-rows.ts';
import { namingOf } from '#electron/backend/erasure/naming.ts';
import { erasedExport, erasedModel, isFilterFor } from '#electron/backend/erasure/shared-records.ts';
import type { SavedFilter } from '#db/repositories/saved-filters.ts';
import type { Repositories } from '#db/unit-of-work.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { isCarried } from '#shared/casefile/finding.ts';
import type { Suggestion } from '#shared/casefile/suggestion.ts';
import type { ErasurePlan } from '#shared/contract/erasure-procedures.ts';
import type { StoredRiskModel } from '#shared/contract/risk-procedures.ts';
import { familyNumbers } from '#shared/pedigree/family-numbers.ts';

export interface PlannedErasure {
  readonly file: CaseFile;
  readonly scope: ErasedScope;
  /** What goes besides the records of the case file. */
  readonly suggestions: readonly Suggestion[];
  readonly filters: readonly SavedFilter[];
  /** As they are; those that reckon with the person. */
  readonly models: readonly StoredRiskModel[];
  readonly plan: ErasurePlan;
}

const noPerson = failure('not-found', 'This person is no longer in the family. They may have been taken out or undone.');

/** What an erasure of one person would take out of a case, and what stays. */
export function planErasure(repositories: Repositories, caseId: string, personId: string): Result<PlannedErasure, Failure> {
  const file = readCaseFile(repositories, caseId);
  const person = file?.family.individuals.find(({ id }) => id === personId);
  if (file === null || person === undefined) return refusal(noPerson);
  const isPatient = person.isProband;
  const scope: ErasedScope = {
    personId,
    isPatient,
    otherIds: new Set(file.family.individuals.map(({ id }) => id).filter((id) => id !== personId)),
    keptIds: keptIds(file, personId, isPatient),
    isNaming: namingOf({ family: file.family, personId, everNamed: repositories.people.everNamed(personId), caseReferences: isPatient ? repositories.cases.everReferenced(caseId) : [] }),
  };
  const taken = {
    suggestions: repositories.records.suggestions.ofCase(caseId).filter((one) => (one.personId === null ? isPatient : one.personId === personId)),
    filters: repositories.savedFilters.all().filter(({ name, filter }) => isFilterFor(scope.isNaming, name, filter)),
    models: repositories.riskModels.ofCase(caseId).filter(({ model }) => erasedModel(model, scope) !== model),
  };
  const pedigreeNumber = familyNumbers(file.family).get(personId) ?? '';
  const removed = removedOf(repositories, { file, scope, ...taken });
  return success({ file, scope, ...taken, plan: { pedigreeNumber, removed, kept: keptOf(repositories, file, scope) } });
}

/** The records that stay, because they are of others too or, where the patient is somebody else, of the case. */
function keptIds(file: CaseFile, personId: string, isPatient: boolean): ReadonlySet<string> {
  const isOfOthers = ({ personIds }: { readonly personIds: readonly string[] }): boolean => (personIds.length === 0 ? !isPatient : personIds.some((id) => id !== personId));
  const isOfOthersAlone = ({ personIds }: { readonly personIds: readonly string[] }): boolean => isOfOthers({ personIds }) && !personIds.includes(personId);
  const inCase = [...file.tests, ...file.referrals];
  const linked = new Set(inCase.filter(isOfOthers).map(({ id }) => id));
  const linkedToOthersAlone = new Set(inCase.filter(isOfOthersAlone).map(({ id }) => id));
  const forms = (isOwn: boolean): ReadonlySet<string> => new Set(file.consents.flatMap(({ personId: of, documentId }) => ((of === personId) === isOwn && documentId !== null ? [documentId] : [])));
  const [ownForms, formsOfOthers] = [forms(true), forms(false)];
  const findings = file.findings.filter(({ genotypes }) => !isPatient || genotypes.some((one) => one.personId !== personId && isCarried(one)));
  const isLinkedTo = (ids: ReadonlySet<string>, ...links: readonly (string | null)[]): boolean => links.some((id) => id !== null && ids.has(id));
  const documents = file.documents.filter(({ id, testId, referralId }) => {
    if (isPatient) return formsOfOthers.has(id) || isLinkedTo(linkedToOthersAlone, testId, referralId);
    return !ownForms.has(id) && [testId, referralId].every((link) => link === null || linked.has(link));
  });
  const tasks = isPatient ? [] : file.tasks.filter(({ testId, referralId }) => [testId, referralId].every((link) => link === null || linked.has(link)));
  const steps = isPatient ? [] : [...file.events, ...file.candidates];
  return new Set([...linked, ...[...findings, ...documents, ...tasks, ...steps].map(({ id }) => id)]);
}

function removedOf(repositories: Repositories, { file, scope, suggestions, filters, models }: Omit<PlannedErasure, 'plan'>): ErasurePlan['removed'] {
  const { personId, isPatient, keptIds: kept } = scope;
  const caseId = file.case.id;
  const gone = (records: readonly { readonly id: string }[]): number => records.filter(({ id }) => !kept.has(id)).length;
  const search = repositories.trials.search(caseId);
  const counts: readonly (readonly [string, number])[] = [
    ['name, dates, numbers, ancestry, notes and sources of the person', 1],
    ['reference, next step and note of the case, and the heading of the pedigree', isPatient ? 1 : 0],
    ['findings of the phenotype', file.features.filter((feature) => feature.personId === personId).length],
    ['states of conditions', file.family.individualConditions.filter(({ individualId }) => individualId === personId).length],
    ['genotypes', file.findings.filter(({ genotypes }) => genotypes.some((one) => one.personId === personId)).length],
    ['variants, with their classifications and assertions', gone(file.findings)],
    ['reckonings of a risk, what was known of the person in them', models.length],
    ['tests', gone(file.tests)],
    ['referrals, with their letters', gone(file.referrals)],
    ['documents, with their bytes', gone(file.documents)],
    ['words of the family', suggestions.length],
    ['steps of the odyssey', gone(file.events)],
    ['candidate diseases, with the reasons', gone(file.candidates)],
    ['tasks', gone(file.tasks)],
    ['trials followed, with what was said of them', isPatient ? repositories.trials.ofCase(caseId).length : 0],
    ['place and words of the search for trials', isPatient && search.id !== null && (search.place !== null || search.words !== '') ? 1 : 0],
    ['names in the records of exports', repositories.records.exports.ofCase(caseId).filter((record) => erasedExport(record, scope) !== record).length],
    ['saved filters that look for them', filters.length],
    ['imported files, whole: what they say of others stands in the records', repositories.sources.ofCase(caseId).length],
  ];
  return counts.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }));
}

function keptOf(repositories: Repositories, file: CaseFile, { personId, isPatient, keptIds: kept }: ErasedScope): ErasurePlan['kept'] {
  const { exports: exported, identities } = repositories.records;
  const exports = exported.ofCase(file.case.id).filter(({ personIds }) => personIds.includes(personId)).length;
  const consents = file.consents.filter((consent) => consent.personId === personId).length;
  const shared = [...file.tests, ...file.referrals].filter(({ personIds }) => personIds.includes(personId) && personIds.length > 1).length;
  const [variants, documents] = [file.findings, file.documents].map((records) => records.filter(({ id }) => kept.has(id)).length) as [number, number];
  return [
    { what: 'Place in the pedigree, with sex, gender and whether they live', why: 'Without it the relatives would be drawn as related in another way than they are, and their own risk would be wrong. Nobody is named by it.' },
    ...(consents === 0 ? [] : [{ what: `Consents (${String(consents)}), without the names in them and withdrawn`, why: 'The clinic must be able to show on what it acted and that the agreement has ended.' }]),
    ...(exports === 0 ? [] : [{ what: `Records of exports (${String(exports)})`, why: 'They say to whom data went, so that the receivers can be told. What was exported cannot be taken back from here.' }]),
    ...(identities.ofCase(file.case.id).length === 0 ? [] : [{ what: 'The pseudonym of the family', why: 'By it the receivers of an export know which data are meant.' }]),
    ...(shared === 0 ? [] : [{ what: `Tests and referrals with other relatives (${String(shared)})`, why: 'They are the others’ too. The person is no longer named by them, and letters that were edited by hand are drafted anew; look through their words.' }]),
    ...(!isPatient || variants === 0 ? [] : [{ what: `Variants that relatives carry (${String(variants)})`, why: 'They are findings in the relatives. Look through the notes and the number of the report.' }]),
    ...(!isPatient || documents === 0 ? [] : [{ what: `Documents of relatives alone (${String(documents)})`, why: 'They are forms that the relatives signed, or belong to their tests and referrals.' }]),
    ...(file.family.conditions.length === 0 ? [] : [{ what: 'Conditions of the legend, with how their inheritance is reckoned', why: 'They say for what the family is counselled, not who has it. Take one out by hand where it tells too much.' }]),
    { what: 'That and when something was changed, by whom', why: 'The history must show that nothing else was altered. What the changes said is gone, and with it what the history held of records that were deleted before.' },
    { what: 'Words about this person in the notes of others', why: 'A program cannot know whom words mean. Search for the name and mend them.' },
    { what: 'Backups and exported histories made before, and copies from before an update in the folder of the vault', why: 'They are files of their own. Delete them, or erase again after restoring one.' },
  ];
}
