import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { useActiveActions } from '#renderer/app/action.ts';
import { PhenotypeScreen } from '#renderer/features/phenotype/phenotype-screen.tsx';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

const letter = 'He has seizures and ptosis but no cataract. His mother has migraine. We should look for scoliosis.';

let opened: OpenedScreen;
afterEach(() => opened.close());

async function paste(findings: Parameters<typeof openScreen>[0]['findings'] = []): Promise<HTMLElement> {
  opened = await openScreen({ findings, screen: (caseId) => <PhenotypeScreen caseId={caseId} /> });
  await screen.findByLabelText('Add a finding', { selector: 'input' });
  useActiveActions.getState().active.find(({ action }) => action.id === 'phenotype.letter')?.run();
  fireEvent.paste(await screen.findByLabelText(/Paste a clinic letter/), { clipboardData: { getData: () => letter } });
  return await screen.findByRole('grid', { name: 'Findings of the letter' });
}
const rows = (grid: HTMLElement): HTMLElement[] => within(grid).getAllByRole('row').slice(1);
const inShort = (grid: HTMLElement): string[] => rows(grid).map((row) => `${within(row).getByRole('checkbox').getAttribute('aria-checked') === 'true' ? '✓ ' : ''}${row.querySelector('.finding')?.textContent ?? ''}`);
const stored = async (): Promise<readonly (readonly [string, string, string | null])[]> => (await opened.ask('case.show', { caseId: opened.caseId })).features.map(({ label, state, source }) => [label, state, source] as const);

describe('reading a letter', () => {
  test('marks what was found in it: observed, excluded, of a relative, and what is recorded already', async () => {
    const grid = await paste([['HP:0000508', 'observed']]);
    expect(inShort(grid)).toEqual(['✓ Seizure', 'Ptosisrecorded: observed', '✓ Cataractexcluded', 'Migrainesaid of: mother']);
    const marks = [...screen.getByRole('region', { name: /The letter/ }).querySelectorAll('mark')].map((mark) => [mark.textContent, mark.className.trim()]);
    expect(marks).toEqual([['seizures', 'observed'], ['ptosis', 'observed'], ['cataract', 'excluded'], ['migraine', 'observed of-relative']]);
    expect(screen.getByRole('region', { name: /The letter/ }).textContent).toBe(letter.replace('migraine', 'migrainemother'));
  });

  test('offers relatives without a name by their number and relation, so that they are told apart', async () => {
    const grid = await paste();
    const addParents = { kind: 'add-by-words', individualId: opened.probandId, words: 'mother, father' } as const;
    await opened.ask('family.edit', { caseId: opened.caseId, edits: [addParents] });
    fireEvent.click(within(rows(grid)[3] as HTMLElement).getByRole('button', { name: /Whose record Migraine goes to/ }));
    await waitFor(() => expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['II-1 Mira, proband', 'I-1, father', 'I-2, mother', 'nobody yet']));
  });

  test('are left and taken all at once by the box above them', async () => {
    const grid = await paste();
    const all = within(grid).getByRole('checkbox', { name: 'Record all findings' });
    expect(all.getAttribute('aria-checked')).toBe('true');
    fireEvent.click(all);
    await waitFor(() => expect(inShort(grid)).toEqual(['Seizure', 'Ptosis', 'Cataractexcluded', 'Migrainesaid of: mother']));
    fireEvent.click(within(rows(grid)[0] as HTMLElement).getByRole('checkbox'));
    await waitFor(() => expect(all.getAttribute('aria-checked')).toBe('mixed'));
    fireEvent.click(all);
    await waitFor(() => expect(inShort(grid)).toEqual(['✓ Seizure', '✓ Ptosis', '✓ Cataractexcluded', 'Migrainesaid of: mother']));
  });

  test('by the keyboard: arrows move, Space passes over, X excludes, Enter records all that is checked as one change', async () => {
    const grid = await paste();
    const press = (key: string): void => void fireEvent.keyDown(document.activeElement ?? document.body, { key });
    await waitFor(() => expect(document.activeElement).toBe(rows(grid)[0]));
    press('x');
    press('ArrowDown');
    expect(document.activeElement).toBe(rows(grid)[1]);
    press(' ');
    expect(inShort(grid)).toEqual(['✓ Seizureexcluded', 'Ptosis', '✓ Cataractexcluded', 'Migrainesaid of: mother']);
    press('Enter');
    await waitFor(async () => expect(await stored()).toEqual([['Seizure', 'excluded', 'record'], ['Cataract', 'excluded', 'record']]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await opened.ask('history.undo', { caseId: opened.caseId })).label).toBe('Add 2 findings');
    expect(await stored()).toEqual([]);
  });
});
