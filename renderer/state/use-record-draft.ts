import { useEffect } from 'react';
import type { Changes, Draft } from '#renderer/state/draft.ts';
import { discardDraft, noticeRead, saveDraft, saveOnTop, typeInto, useDrafts } from '#renderer/state/drafts.ts';

export interface RecordDraft<Fields> {
  /** The record with what was typed on top. */
  readonly values: Fields;
  readonly set: <Field extends keyof Fields & string>(field: Field, value: Fields[Field]) => void;
  /** Saves at once, as when a field is left. */
  readonly saveNow: () => void;
  readonly failure: Draft['failure'];
  /** Tries again; after a conflict, on top of the record as it now is. */
  readonly retry: () => void;
  readonly discard: () => void;
}

/** Fields that save themselves: what is typed is kept in a draft until the vault has acknowledged it. */
export function useRecordDraft<Fields extends object>(options: {
  readonly key: string;
  readonly record: Fields;
  readonly version: number;
  readonly save: (changes: Partial<Fields>, version: number) => Promise<number>;
}): RecordDraft<Fields> {
  const { key, record, version, save } = options;
  const draft = useDrafts(({ byRecord }) => byRecord[key] ?? null);

  useEffect(() => noticeRead(key, version), [key, version]);
  useEffect(() => () => void saveDraft(key), [key]);

  const settled = draft !== null && version < draft.settledVersion ? draft.settled : {};
  return {
    values: { ...record, ...settled, ...draft?.changes },
    set: (field, value) => typeInto(key, field, value, version, (changes: Changes, from) => save(changes as Partial<Fields>, from)),
    saveNow: () => void saveDraft(key),
    failure: draft?.failure ?? null,
    retry: () => void (draft?.failure?.kind === 'conflict' ? saveOnTop(key, version) : saveDraft(key)),
    discard: () => discardDraft(key),
  };
}
