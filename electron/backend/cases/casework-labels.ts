import { changedFields, listing } from '#electron/backend/cases/change-labels.ts';
import type { AttachedDocument } from '#shared/casefile/attached-document.ts';
import type { OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import type { OrderedTestDetail } from '#shared/casefile/ordered-test.ts';
import type { TaskDetail } from '#shared/casefile/task.ts';
import type { DocumentWords } from '#shared/contract/casework-procedures.ts';

/** What a change to the casework is called in the history, as a counsellor would say it. The words stay inside the encrypted vault. */
const inWords = (code: string): string => code.replaceAll('-', ' ');

/** `visit "No cause found"`, `visit with Dr Kaur`, `visit`. */
export function eventName({ kind, title, clinician }: Pick<OdysseyEventDetail, 'kind' | 'title' | 'clinician'>): string {
  const noun = kind === 'misdiagnosis' ? 'wrong diagnosis' : kind === 'other' ? 'event' : inWords(kind);
  return title !== '' ? `${noun} “${title}”` : clinician !== '' ? `${noun} with ${clinician}` : noun;
}

export const testName = ({ name, kind }: Pick<OrderedTestDetail, 'name' | 'kind'>): string => (name === '' ? `test (${inWords(kind)})` : name);
export const taskName = ({ title }: Pick<TaskDetail, 'title'>): string => (title === '' ? 'task' : `task “${title}”`);

export function eventChangeLabel(before: OdysseyEventDetail, change: Partial<OdysseyEventDetail>): string {
  const changed = changedFields(before, change, eventWords);
  return `Change ${listing(changed.map((field) => eventWords[field]), 'the details')} of the ${eventName({ ...before, ...change })}`;
}

export function testChangeLabel(before: OrderedTestDetail, change: Partial<OrderedTestDetail>): string {
  const changed = changedFields(before, change, testWords);
  if (changed.includes('result') && change.result !== null && change.result !== undefined) return `Record ${testName(before)} as ${inWords(change.result)}`;
  if (changed.length === 1 && changed[0] === 'status' && change.status !== undefined) return `Mark ${testName(before)} as ${inWords(change.status)}`;
  return `Change ${listing(changed.map((field) => testWords[field]), 'the details')} of ${testName({ ...before, ...change })}`;
}

export function taskChangeLabel(before: TaskDetail, change: Partial<TaskDetail>): string {
  const changed = changedFields(before, change, taskWords);
  if (changed.length === 1 && changed[0] === 'doneOn') return change.doneOn === null ? `Open ${taskName(before)} again` : `Finish ${taskName(before)}`;
  return `Change ${listing(changed.map((field) => taskWords[field]), 'the details')} of ${taskName({ ...before, ...change })}`;
}

export function documentChangeLabel(before: AttachedDocument, change: Partial<DocumentWords>): string {
  const changed = changedFields<keyof DocumentWords>(before, change, documentWords);
  return `Change ${listing(changed.map((field) => documentWords[field]), 'the details')} of ${before.fileName}`;
}

const eventWords: Readonly<Record<keyof OdysseyEventDetail, string>> = {
  kind: 'kind',
  when: 'date',
  until: 'end',
  title: 'title',
  note: 'note',
  clinician: 'clinician',
  place: 'place',
  diseaseId: 'disease',
  isOngoing: 'duration',
  isPrivate: 'privacy',
};

const testWords: Readonly<Record<keyof OrderedTestDetail, string>> = {
  kind: 'kind',
  name: 'name',
  laboratory: 'laboratory',
  accession: 'accession',
  method: 'method',
  limits: 'limits',
  personIds: 'people tested',
  orderedBy: 'orderer',
  orderedOn: 'order date',
  sampleOn: 'sample date',
  expectedOn: 'expected date',
  reportedOn: 'report date',
  status: 'status',
  result: 'result',
  summary: 'summary',
  isPrivate: 'privacy',
};

const taskWords: Readonly<Record<keyof TaskDetail, string>> = { title: 'title', note: 'note', dueOn: 'due date', doneOn: 'completion', referralId: 'referral', testId: 'test', findingId: 'finding' };
const documentWords: Readonly<Record<keyof DocumentWords, string>> = { fileName: 'name', note: 'note', eventId: 'event', testId: 'test', referralId: 'referral', isPrivate: 'privacy' };
