import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PhenotypeScreen } from '#renderer/features/phenotype/phenotype-screen.tsx';
import type { FeatureState } from '#shared/phenotype/feature.ts';
import { openScreen, type Gate, type OpenedScreen, type ScreenOptions } from '#tests/renderer/open-screen.tsx';

const seizure = 'HP:0001250';
const nystagmus = 'HP:0000639';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

async function open(options: Omit<ScreenOptions, 'screen'> = {}): Promise<void> {
  opened = await openScreen({ ...options, screen: (caseId) => <PhenotypeScreen caseId={caseId} /> });
  await screen.findByLabelText('Add a finding', { selector: 'input' });
}

const stored = async (): Promise<readonly (readonly [string, FeatureState])[]> => (await opened.ask('case.show', { caseId: opened.caseId })).features.map(({ label, state }) => [label, state] as const);
const box = (): HTMLInputElement => screen.getByLabelText('Add a finding', { selector: 'input' });
const type = (text: string): void => void fireEvent.change(box(), { target: { value: text } });
const inOptions = { selector: '[role="option"] b, [role="option"] b *' } as const;
const inActive = { selector: '[role="option"][aria-selected="true"] b, [role="option"][aria-selected="true"] b *' } as const;
const inList = { selector: '.features b' } as const;
const rowOf = (label: string): HTMLElement => screen.getByText(label, inList).closest('tr') ?? document.body;

describe('the search box', () => {
  test('a typo finds the term, Enter records it as observed, and the box keeps the focus for the next', async () => {
    await open();
    box().focus();
    type('seziure');
    expect(await screen.findByText('Seizure', inActive)).toBeTruthy();
    fireEvent.keyDown(box(), { key: 'Enter' });
    await waitFor(async () => expect(await stored()).toEqual([['Seizure', 'observed']]));
    expect(await screen.findByText('Seizure', inList)).toBeTruthy();
    expect([box().value, document.activeElement]).toEqual(['', box()]);
  });

  test('Shift Enter records as excluded, Alt Enter as not assessed, and a term chosen again changes its state instead of doubling', async () => {
    await open();
    for (const [held, state] of [[{ shiftKey: true }, 'excluded'], [{ altKey: true }, 'not-assessed'], [{}, 'observed']] as const) {
      type('nystagmus');
      await screen.findByText('Nystagmus', inActive);
      fireEvent.keyDown(box(), { key: 'Enter', ...held });
      await waitFor(async () => expect(await stored()).toEqual([['Nystagmus', state]]));
      await waitFor(() => expect(rowOf('Nystagmus').className).toContain(state));
    }
  });

  test('Enter before the answer is carried out when it comes, and what is typed meanwhile stays', async () => {
    const held = holdSearches();
    await open({ gate: held.gate });
    type('seizure');
    fireEvent.keyDown(box(), { key: 'Enter', shiftKey: true });
    type('hyp');
    held.releaseAll();
    await waitFor(async () => expect(await stored()).toEqual([['Seizure', 'excluded']]));
    expect(box().value).toBe('hyp');
  });

  test('an answer that is overtaken by a later one is dropped', async () => {
    const held = holdSearches();
    await open({ gate: held.gate });
    type('seizure');
    type('nystagmus');
    held.release('nystagmus');
    await screen.findByText('Nystagmus', inOptions);
    held.release('seizure');
    await waitFor(() => expect(held.answered()).toEqual(['nystagmus', 'seizure']));
    expect(screen.queryByText('Seizure', inOptions)).toBeNull();
  });

  test('the right arrow lists the narrower terms, the left arrow goes back', async () => {
    await open();
    type('seizure');
    await screen.findByText('Seizure', inActive);
    box().setSelectionRange(7, 7);
    fireEvent.keyDown(box(), { key: 'ArrowRight' });
    await screen.findByText('Narrower than Seizure', { selector: '[role="status"]' });
    expect(screen.queryByText('Seizure', inOptions)).toBeNull();
    fireEvent.keyDown(box(), { key: 'ArrowLeft' });
    expect((await screen.findAllByText('Seizure', inOptions)).length).toBeGreaterThan(0);
  });
});

describe('the list', () => {
  test('letters change the selected finding, each kept though they follow each other at once', async () => {
    await open({ findings: [[seizure, 'observed']] });
    await screen.findByText('Seizure', inList);
    for (const key of ['x', 'n', 'i']) fireEvent.keyDown(rowOf('Seizure'), { key });
    await waitFor(async () => expect((await opened.ask('case.show', { caseId: opened.caseId })).features.map(({ state, isIgnored }) => [state, isIgnored])).toEqual([['not-assessed', true]]));
  });

  test('Delete removes, the message offers it back, and everything said of it returns', async () => {
    await open({ findings: [[seizure, 'excluded']] });
    await screen.findByText('Seizure', inList);
    fireEvent.keyDown(rowOf('Seizure'), { key: 'Delete' });
    const message = (await screen.findByText('Seizure removed')).closest('.toast');
    expect(await stored()).toEqual([]);
    fireEvent.click(within(message as HTMLElement).getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await stored()).toEqual([['Seizure', 'excluded']]));
  });

  test('coverage is one stop of the Tab key, and arrows go from system to system', async () => {
    await open({ findings: [[seizure, 'observed']] });
    await screen.findByText('Nervous system', { selector: '.cov .examined *' });
    const systems = (): readonly HTMLElement[] => within(screen.getByRole('region', { name: 'Coverage' })).getAllByRole('button');
    const stops = (): readonly number[] => systems().flatMap(({ tabIndex }, place) => (tabIndex === 0 ? [place] : []));
    expect(stops()).toEqual([0]);
    fireEvent.keyDown(systems()[0] ?? document.body, { key: 'ArrowDown' });
    await waitFor(() => expect([document.activeElement === systems()[1], stops()]).toEqual([true, [1]]));
  });

  test('coverage says what nobody looked at, and a click lists one system alone', async () => {
    await open({ findings: [[seizure, 'observed'], [nystagmus, 'excluded']] });
    const eye = await screen.findByText('Eye', { selector: '.cov .examined *' });
    expect(screen.getByText('Cardiovascular system', { selector: '.cov .never *' })).toBeTruthy();
    fireEvent.click(eye);
    await waitFor(() => expect(screen.queryByText('Seizure', inList)).toBeNull());
    expect(screen.getByText('Nystagmus', inList)).toBeTruthy();
  });
});

describe('the inspector', () => {
  test('an onset is stored as ISO 8601 when the field is left, and half an age changes nothing', async () => {
    await open({ findings: [[seizure, 'observed']] });
    const onset = await screen.findByLabelText('Onset');
    const onsetStored = async (): Promise<unknown> => (await opened.ask('case.show', { caseId: opened.caseId })).features[0]?.onset;
    fireEvent.change(onset, { target: { value: '4' } });
    fireEvent.keyDown(onset, { key: 'Enter' });
    expect(await screen.findByText(/^4 what\? Add a unit/)).toBeTruthy();
    expect(await onsetStored()).toBeNull();
    fireEvent.change(onset, { target: { value: '4 y 2 mo' } });
    expect(await onsetStored()).toBeNull();
    fireEvent.keyDown(onset, { key: 'Enter' });
    await waitFor(async () => expect(await onsetStored()).toEqual({ kind: 'age', duration: 'P4Y2M' }));
  });

  test('what is absent has neither severity nor end, and what was entered of it is there again when it is set back', async () => {
    await open({ findings: [[seizure, 'observed']] });
    const resolved = await screen.findByLabelText('Resolved');
    fireEvent.change(resolved, { target: { value: '6 y' } });
    fireEvent.keyDown(resolved, { key: 'Enter' });
    await screen.findByText('resolved 6 y', { selector: '.features em' });
    const offered = (): readonly string[] => ['Onset', 'Class of onset', 'Resolved', 'Severity', 'Age when looked for', 'Laterality'].filter((name) => screen.queryAllByLabelText(new RegExp(`(?:^| )${name}$`)).length > 0);
    const state = within(screen.getByRole('radiogroup', { name: 'State' }));

    fireEvent.click(state.getByRole('radio', { name: 'excluded' }));
    await waitFor(() => expect(offered()).toEqual(['Age when looked for', 'Laterality']));
    await waitFor(async () => expect(await stored()).toEqual([['Seizure', 'excluded']]));
    expect(screen.queryByText('resolved 6 y', { selector: '.features em' })).toBeNull();

    fireEvent.click(state.getByRole('radio', { name: 'observed' }));
    await waitFor(() => expect(offered()).toEqual(['Onset', 'Class of onset', 'Resolved', 'Severity', 'Laterality']));
    expect(await screen.findByText('resolved 6 y', { selector: '.features em' })).toBeTruthy();
    await waitFor(async () => expect((await opened.ask('case.show', { caseId: opened.caseId })).features.map((feature) => [feature.state, feature.resolution])).toEqual([['observed', { kind: 'age', duration: 'P6Y' }]]));
  });

  test('a contradiction is told at the finding', async () => {
    await open({ findings: [[seizure, 'excluded'], ['HP:0002373', 'observed']] });
    expect(await screen.findByText(/is observed, but Seizure, which includes it, is excluded/)).toBeTruthy();
  });
});

function holdSearches(): { readonly gate: Gate; readonly release: (text: string) => void; readonly releaseAll: () => void; readonly answered: () => readonly string[] } {
  const waiting: { text: string; go: () => void }[] = [];
  const gone: string[] = [];
  let isOpen = false;
  const release = (text: string): void => waiting.filter((entry) => entry.text === text).forEach(({ go }) => go());
  return {
    gate: ({ procedure, input }) => {
      if (procedure !== 'term.search' || isOpen) return undefined;
      const { text } = input as { text: string };
      return new Promise((resolve) => {
        waiting.push({ text, go: () => { gone.push(text); resolve(); } });
      });
    },
    release,
    releaseAll: () => {
      isOpen = true;
      waiting.forEach(({ go }) => go());
    },
    answered: () => gone,
  };
}
