import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { CallFailure } from '#renderer/client/call-failure.ts';
import { nextDraft, type Draft, type DraftStep } from '#renderer/state/draft.ts';
import { discardDraft, dropAllDrafts, noticeRead, saveAllDrafts, saveDraft, savedMark, saveOnTop, typeInto, useDrafts, type SaveChanges } from '#renderer/state/drafts.ts';

afterEach(() => {
  dropAllDrafts();
});

const after = (...steps: readonly DraftStep[]): Draft | null => steps.reduce<Draft | null>(nextDraft, null);
const typed = (field: string, value: string, version = 3): DraftStep => ({ kind: 'typed', field, value, version });

describe('a draft', () => {
  test('remembers the version that typing began from', () => {
    expect(after(typed('note', 'a', 3), typed('note', 'ab', 5))).toEqual({ changes: { note: 'ab' }, beganFrom: 3, settled: {}, settledVersion: 0, status: 'unsaved', failure: null });
  });

  test('keeps what was typed while it was being saved', () => {
    const draft = after(typed('note', 'a'), { kind: 'sent' }, typed('note', 'ab'), typed('reference', 'N-1'), { kind: 'saved', sent: { note: 'a' }, version: 4 });
    expect(draft).toEqual({ changes: { note: 'ab', reference: 'N-1' }, beganFrom: 4, settled: { note: 'a' }, settledVersion: 4, status: 'unsaved', failure: null });
  });

  test('is gone only when the saved version has been read back', () => {
    const saved: readonly DraftStep[] = [typed('note', 'a'), { kind: 'sent' }, { kind: 'saved', sent: { note: 'a' }, version: 4 }];
    expect(after(...saved)?.settled).toEqual({ note: 'a' });
    expect(after(...saved, { kind: 'read', version: 3 })?.settled).toEqual({ note: 'a' });
    expect(after(...saved, { kind: 'read', version: 4 })).toBeNull();
  });

  test('survives a failed save and is tried again with the next key', () => {
    const failed = after(typed('note', 'a'), { kind: 'sent' }, { kind: 'refused', failure: { kind: 'unreachable', message: 'gone' } });
    expect(failed).toMatchObject({ changes: { note: 'a' }, status: 'failed' });
    expect(nextDraft(failed, typed('note', 'ab'))).toMatchObject({ changes: { note: 'ab' }, status: 'unsaved', failure: null });
  });

  test('stays in conflict while typing goes on, until somebody decides', () => {
    const conflict = after(typed('note', 'a'), { kind: 'sent' }, { kind: 'refused', failure: { kind: 'conflict', message: 'changed' } }, typed('note', 'ab'));
    expect(conflict).toMatchObject({ changes: { note: 'ab' }, beganFrom: 3, status: 'failed' });
    expect(nextDraft(conflict, { kind: 'rebased', version: 9 })).toMatchObject({ changes: { note: 'ab' }, beganFrom: 9, status: 'unsaved', failure: null });
    expect(nextDraft(conflict, { kind: 'discarded' })).toBeNull();
  });

  test('never loses the last text of a field but by discarding, whatever happens in between', () => {
    const anyStep: fc.Arbitrary<DraftStep> = fc.oneof(
      fc.record({ kind: fc.constant('typed' as const), field: fc.constantFrom('note', 'reference'), value: fc.string(), version: fc.integer({ min: 1, max: 9 }) }),
      fc.constant<DraftStep>({ kind: 'sent' }),
      fc.constant<DraftStep>({ kind: 'refused', failure: { kind: 'storage', message: 'full' } }),
      fc.record({ kind: fc.constant('read' as const), version: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('rebased' as const), version: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(fc.array(anyStep), (steps) => {
        const lastTexts = Object.fromEntries(steps.flatMap((step) => (step.kind === 'typed' ? [[step.field, step.value]] : [])));
        expect(after(...steps)?.changes ?? {}).toEqual(lastTexts);
      }),
    );
  });
});

describe('the drafts of all records', () => {
  test('are saved one after another for one record, with the version that the last save answered', async () => {
    const { save, sent } = aVault();
    typeInto('case:1', 'note', 'a', 1, save);
    const first = saveDraft('case:1');
    typeInto('case:1', 'note', 'ab', 1, save);
    expect(await first).toBe(true);
    expect(sent).toEqual([
      { changes: { note: 'a' }, version: 1 },
      { changes: { note: 'ab' }, version: 2 },
    ]);
    noticeRead('case:1', 3);
    expect(useDrafts.getState().byRecord).toEqual({});
  });

  test('are saved once when leaving the field and the pause of typing meet', async () => {
    const { save, sent } = aVault();
    typeInto('case:1', 'note', 'a', 1, save);
    expect(await Promise.all([saveDraft('case:1'), saveDraft('case:1'), saveAllDrafts()])).toEqual([true, true, true]);
    expect(sent).toEqual([{ changes: { note: 'a' }, version: 1 }]);
  });

  test('tell that not everything could be saved and keep the text', async () => {
    typeInto('case:1', 'note', 'a', 1, aVault().save);
    typeInto('person:1', 'givenName', 'Mira', 1, () => Promise.reject(new CallFailure('unreachable', 'gone')));
    expect(await saveAllDrafts()).toBe(false);
    const { byRecord } = useDrafts.getState();
    expect(savedMark(byRecord)).toBe('failed');
    expect(byRecord['person:1']?.changes).toEqual({ givenName: 'Mira' });
  });

  test('are saved on top of a changed record when the user says so', async () => {
    const { save, sent } = aVault(5);
    typeInto('case:1', 'note', 'mine', 4, save);
    expect(await saveDraft('case:1')).toBe(false);
    expect(await saveOnTop('case:1', 5)).toBe(true);
    expect(sent).toEqual([{ changes: { note: 'mine' }, version: 5 }]);
  });

  test('are forgotten on lock, which tells in how many places something was lost', () => {
    typeInto('case:1', 'note', 'a', 1, aVault().save);
    typeInto('case:2', 'note', 'b', 1, aVault().save);
    discardDraft('case:2');
    expect(dropAllDrafts()).toBe(1);
    expect(useDrafts.getState().byRecord).toEqual({});
  });
});

/** Takes changes as the vault does: only to the version it is at. */
function aVault(startVersion = 1): { readonly save: SaveChanges; readonly sent: { changes: unknown; version: number }[] } {
  const sent: { changes: unknown; version: number }[] = [];
  let current = startVersion;
  return {
    sent,
    save: (changes, version) => {
      if (version !== current) return Promise.reject(new CallFailure('conflict', 'changed meanwhile'));
      sent.push({ changes, version });
      current += 1;
      return Promise.resolve(current);
    },
  };
}
