import type { DirectCaller } from '#electron/cli/vault-backend.ts';
import { counted } from '#shared/base/counted.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import { sortByMoment } from '#shared/casefile/moment-order.ts';
import { formatMoment } from '#shared/casefile/moment-words.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

/** What a clinic did for a case, beside the case itself. */
export interface Casework {
  readonly events: OutputOf<'event.list'>;
  readonly tests: OutputOf<'test.list'>;
  readonly tasks: OutputOf<'task.list'>;
  readonly referrals: OutputOf<'referral.list'>;
  readonly documents: OutputOf<'document.list'>;
}

export async function readCasework(caller: DirectCaller, caseId: string): Promise<Result<Casework, Failure>> {
  const events = await caller.call('event.list', { caseId });
  if (!events.ok) return events;
  const tests = await caller.call('test.list', { caseId });
  if (!tests.ok) return tests;
  const tasks = await caller.call('task.list', { caseId });
  if (!tasks.ok) return tasks;
  const referrals = await caller.call('referral.list', { caseId });
  if (!referrals.ok) return referrals;
  const documents = await caller.call('document.list', { caseId });
  if (!documents.ok) return documents;
  return success({ events: events.value, tests: tests.value, tasks: tasks.value, referrals: referrals.value, documents: documents.value });
}

/** The odyssey in its order, tests, tasks, referrals and documents, one line each. */
export function caseworkLines({ people }: OutputOf<'case.show'>, { events, tests, tasks, referrals, documents }: Casework): readonly string[] {
  const birthDate = people.find(({ isProband }) => isProband)?.birthDate ?? null;
  return [
    ...titled('Odyssey', sortByMoment(events, ({ when }) => when, birthDate).map(({ kind, when, title, clinician, place }) => [(when === null ? 'no date' : formatMoment(when, locale)).padEnd(18), kind.padEnd(13), [title, clinician, place].filter((part) => part !== '').join(', ')].join(' '))),
    ...titled('Tests', tests.map(({ name, kind, status, result, orderedOn, reportedOn }) => [(reportedOn ?? orderedOn ?? 'no date').padEnd(18), status.padEnd(13), [name === '' ? kind : name, result ?? ''].filter((part) => part !== '').join(', ')].join(' '))),
    ...titled('Tasks', tasks.map(({ title, dueOn, doneOn }) => [(doneOn ?? dueOn ?? 'no date').padEnd(18), (doneOn === null ? 'open' : 'done').padEnd(13), title].join(' '))),
    ...titled('Referrals', referrals.map(({ steps, destination }) => [(steps.at(-1)?.on ?? 'no date').padEnd(18), (steps.at(-1)?.stage ?? '').padEnd(16), destination.name].join(' '))),
    ...titled('Documents', documents.map(({ fileName, mediaType, byteCount }) => `${fileName}  ${mediaType}, ${counted(byteCount, 'byte')}`)),
  ];
}

/** Output that other programs may read: the same on every machine. */
const locale = 'en-GB';

const titled = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`.trimEnd())]);
