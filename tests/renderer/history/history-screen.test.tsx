import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { caseOfEntry, foundCases } from '#renderer/features/history/entry-case.ts';
import { HistoryScreen } from '#renderer/features/history/history-screen.tsx';
import { usePlace } from '#renderer/state/place.ts';
import type { HistoryEntry } from '#shared/contract/case-procedures.ts';
import { aSummary } from '#tests/renderer/caseload/a-summary.ts';
import { aWire, show } from '#tests/renderer/shell/a-client.tsx';
import { giveLayout } from '#tests/renderer/shell/a-layout.ts';

const ada = aSummary('Ada', { reference: 'N-1' });
const nameless = aSummary('', { reference: 'N-2' });
const gone = '01900000-0000-7000-8000-ffffffffffff';
const anEntry = (id: number, label: string, caseId: string | null): HistoryEntry => ({ id, at: '2026-11-20T09:00:00.000Z', actor: 'H. Lund', label, caseId, nature: 'change', refersTo: null, isUndone: false });
const entries = [anEntry(4, 'Add Seizure, observed', ada.id), anEntry(3, 'Create case', nameless.id), anEntry(2, 'Delete case', gone), anEntry(1, 'Change settings', null)];
const wire = aWire({
  'case.list': () => [ada, nameless],
  'history.list': ({ caseId }) => ({ entries: entries.filter((entry) => caseId === null || entry.caseId === caseId), canUndo: null, canRedo: null }),
});
/** Of each line what was changed and in which case. */
const rows = (): readonly (readonly (string | null)[])[] => screen.getAllByRole('row').slice(1).map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent));

beforeAll(giveLayout);
afterEach(cleanup);

describe('all changes', () => {
  test('say to which case each belongs: by name, by reference without one, deleted, or none', async () => {
    show(<HistoryScreen caseId={null} />, wire);
    await waitFor(() => expect(rows()).toEqual([['Add Seizure, observed', 'AdaN-1'], ['Create case', 'N-2'], ['Delete case', 'deleted case'], ['Change settings', 'whole vault']]));
  });

  test('are narrowed down to one case by its name, and back to all', async () => {
    show(<HistoryScreen caseId={null} />, wire);
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'ad' } });
    fireEvent.click(await screen.findByRole('option'));
    await waitFor(() => expect(rows().length).toBe(1));
    fireEvent.click(screen.getByRole('button', { name: 'Ada: show all cases again' }));
    await waitFor(() => expect(rows().length).toBe(entries.length));
  });

  test('open the case of an entry with Enter, and nothing for one that is deleted', async () => {
    show(<HistoryScreen caseId={null} />, wire);
    const row = (await screen.findByText('Delete case')).closest('[role="row"]') as HTMLElement;
    fireEvent.keyDown(row, { key: 'Enter' });
    expect(usePlace.getState().place).toEqual({ kind: 'caseload' });
    fireEvent.keyDown(screen.getByText('Create case').closest('[role="row"]') as HTMLElement, { key: 'Enter' });
    expect(usePlace.getState().place).toEqual({ kind: 'case', caseId: nameless.id, section: 'history' });
  });
});

describe('the cases of entries', () => {
  test('are told apart from deleted ones and from the vault itself', () => {
    const cases = new Map([[ada.id, ada]]);
    expect([ada.id, gone, null].map((caseId) => caseOfEntry({ caseId }, cases).kind)).toEqual(['case', 'deleted', 'vault']);
  });

  test('are found by every word of name and reference, and nothing is offered before anything is typed', () => {
    expect([foundCases([ada, nameless], 'ada n-1'), foundCases([ada, nameless], 'n-'), foundCases([ada, nameless], ' ')]).toEqual([[ada], [ada, nameless], []]);
  });
});
