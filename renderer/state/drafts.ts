import { create } from 'zustand';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { hasUnsaved, nextDraft, type Changes, type Draft, type DraftStep } from '#renderer/state/draft.ts';

/** Saves the changes to a record as it was in `version` and answers with its new version. */
export type SaveChanges = (changes: Changes, version: number) => Promise<number>;

/** Long enough not to save within a word, short enough that a killed process costs a few words at most. */
const pauseBeforeSaving = 600;

interface Drafts {
  readonly byRecord: Readonly<Record<string, Draft>>;
}

export const useDrafts = create<Drafts>(() => ({ byRecord: {} }));

const savers = new Map<string, SaveChanges>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const underWay = new Map<string, Promise<void>>();
const writing = new Set<Promise<unknown>>();

export function typeInto(record: string, field: string, value: unknown, version: number, save: SaveChanges): void {
  savers.set(record, save);
  apply(record, { kind: 'typed', field, value, version });
  clearTimeout(timers.get(record));
  timers.set(record, setTimeout(() => void saveDraft(record), pauseBeforeSaving));
}

/** Saves now what was typed into the record. True when nothing unsaved is left. */
export async function saveDraft(record: string): Promise<boolean> {
  clearTimeout(timers.get(record));
  // Two saves of one record at once would be made from the same version, and the second refused as a conflict with the first.
  for (let run = underWay.get(record); run !== undefined; run = underWay.get(record)) await run;
  const draft = useDrafts.getState().byRecord[record];
  const save = savers.get(record);
  if (draft === undefined || save === undefined || !hasUnsaved(draft)) return true;
  if (draft.failure?.kind === 'conflict') return false;
  const run = send(record, draft, save).finally(() => underWay.delete(record));
  underWay.set(record, run);
  await run;
  const left = useDrafts.getState().byRecord[record];
  if (left === undefined || !hasUnsaved(left)) return true;
  // Something was typed while the save was under way.
  return left.status === 'unsaved' ? saveDraft(record) : false;
}

/** Saves everything typed anywhere, and waits for what is being written. True when nothing unsaved is left. */
export async function saveAllDrafts(): Promise<boolean> {
  const results = await Promise.all(Object.keys(useDrafts.getState().byRecord).map((record) => saveDraft(record)));
  await Promise.allSettled(writing);
  return results.every(Boolean);
}

/** Changes that are shown before they are written: an undo or a lock has to wait for them. Whoever writes tells of a refusal. */
export function noteWriting(written: Promise<unknown>): void {
  writing.add(written);
  const done = (): void => void writing.delete(written);
  written.then(done, done);
}

/** After a conflict: save what was typed on top of what the record has become. */
export async function saveOnTop(record: string, version: number): Promise<boolean> {
  apply(record, { kind: 'rebased', version });
  return saveDraft(record);
}

export const discardDraft = (record: string): void => apply(record, { kind: 'discarded' });
export const noticeRead = (record: string, version: number): void => {
  if (useDrafts.getState().byRecord[record] !== undefined) apply(record, { kind: 'read', version });
};

/** On lock: nothing of a patient stays in memory. Answers with how many records had unsaved text, so that it can be said. */
export function dropAllDrafts(): number {
  const unsaved = Object.values(useDrafts.getState().byRecord).filter(hasUnsaved).length;
  timers.forEach((timer) => clearTimeout(timer));
  timers.clear();
  savers.clear();
  useDrafts.setState({ byRecord: {} });
  return unsaved;
}

export type SavedMark = 'saved' | 'saving' | 'unsaved' | 'failed';

/** The worst state of all drafts: what the mark at the top says. */
export function savedMark(byRecord: Drafts['byRecord']): SavedMark {
  const unsaved = Object.values(byRecord).filter(hasUnsaved);
  if (unsaved.some((draft) => draft.status === 'failed')) return 'failed';
  if (unsaved.some((draft) => draft.status === 'saving')) return 'saving';
  return unsaved.length > 0 ? 'unsaved' : 'saved';
}

async function send(record: string, draft: Draft, save: SaveChanges): Promise<void> {
  apply(record, { kind: 'sent' });
  try {
    apply(record, { kind: 'saved', sent: draft.changes, version: await save(draft.changes, draft.beganFrom) });
  } catch (thrown) {
    const { kind, message } = asCallFailure(thrown);
    apply(record, { kind: 'refused', failure: { kind, message } });
  }
}

function apply(record: string, step: DraftStep): void {
  useDrafts.setState(({ byRecord }) => {
    const next = nextDraft(byRecord[record] ?? null, step);
    const { [record]: _last, ...others } = byRecord;
    return { byRecord: next === null ? others : { ...others, [record]: next } };
  });
}
