import type { FamilyChange } from '#shared/contract/family-procedures.ts';
import { applyFamilyEdits } from '#shared/pedigree/edits/apply-family-edits.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { sameValue } from '#shared/pedigree/formats/same-value.ts';

export interface FamilyNow {
  readonly family: Family;
  /** Of the last answer; what is being written is not counted yet. */
  readonly revision: number;
}

/** What an edit did to the family on screen. */
export interface Edited {
  readonly family: Family;
  readonly createdIds: readonly string[];
  readonly label: string;
  /** Resolves to the new revision once the vault has it; rejects where it was refused. */
  readonly written: Promise<number>;
}

export type EditOutcome = { readonly ok: true; readonly value: Edited } | { readonly ok: false; readonly message: string };

/**
 * The family on screen. An edit is shown at once, because a counsellor types faster than a disk writes; the vault is told of each in order, with
 * the ids that are on screen already. A refusal shows what is stored again.
 */
export interface FamilyStore {
  readonly now: () => FamilyNow | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** What the vault says the family is; older answers and those overtaken by edits on their way are dropped. */
  readonly take: (answer: FamilyNow) => void;
  readonly edit: (edits: readonly FamilyEdit[]) => EditOutcome;
}

export interface FamilyStoreOptions {
  readonly send: (edits: readonly FamilyEdit[], newIds: readonly string[]) => Promise<Pick<FamilyChange, 'family' | 'revision'>>;
  readonly reread: () => Promise<FamilyNow>;
  readonly newId: () => string;
  readonly onRefused: (thrown: unknown) => void;
  /** The family as it was answered, once nothing is on its way any more. */
  readonly onSettled: (answer: FamilyNow) => void;
}

export function createFamilyStore({ send, reread, newId, onRefused, onSettled }: FamilyStoreOptions): FamilyStore {
  const listeners = new Set<() => void>();
  let now: FamilyNow | null = null;
  let waiting = 0;
  let isRefused = false;
  let last: Promise<unknown> = Promise.resolve();

  const show = (next: FamilyNow): void => {
    now = next;
    listeners.forEach((listener) => listener());
  };
  const settle = (answer: FamilyNow): void => {
    // Nearly always what is on screen already; the same object keeps everything that was made from it.
    const same = now !== null && sameValue(now.family, answer.family) ? { family: now.family, revision: answer.revision } : answer;
    show(same);
    onSettled(same);
  };
  const write = async (edits: readonly FamilyEdit[], newIds: readonly string[]): Promise<number> => {
    try {
      // What was built on a refused edit would be written into another family than the one that was seen.
      if (isRefused) throw new Error('an earlier edit was refused');
      const { family, revision } = await send(edits, newIds);
      waiting -= 1;
      if (waiting === 0) settle({ family, revision });
      return revision;
    } catch (thrown) {
      waiting -= 1;
      if (!isRefused) onRefused(thrown);
      isRefused = waiting > 0;
      if (waiting === 0) await reread().then(settle, () => undefined);
      throw thrown;
    }
  };

  return {
    now: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: (answer) => {
      if (waiting === 0 && (now === null || answer.revision > now.revision)) show(answer);
    },
    edit: (edits) => {
      if (now === null) return { ok: false, message: '' };
      const newIds: string[] = [];
      const applied = applyFamilyEdits(now.family, edits, () => {
        const id = newId();
        newIds.push(id);
        return id;
      });
      if (!applied.ok) return { ok: false, message: applied.error.message };
      const { family, createdIds, label } = applied.value;
      waiting += 1;
      show({ family, revision: now.revision });
      const written = last.then(() => write(edits, newIds));
      last = written.catch(() => undefined);
      return { ok: true, value: { family, createdIds, label, written } };
    },
  };
}
