import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DiagnosisScreen } from '#renderer/features/diagnosis/diagnosis-screen.tsx';
import { openScreen, type OpenedScreen, type ScreenOptions } from '#tests/renderer/open-screen.tsx';

/** Findings of Marfan syndrome, as everybody knows it: ectopia lentis, arachnodactyly, aortic root aneurysm, tall stature. */
const marfan = [['HP:0001083', 'observed'], ['HP:0001166', 'observed'], ['HP:0002616', 'observed'], ['HP:0000098', 'observed']] as const;

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

async function open(findings: ScreenOptions['findings'] = marfan): Promise<void> {
  opened = await openScreen({ findings, screen: (caseId) => <DiagnosisScreen caseId={caseId} /> });
}
const shownCase = () => opened.ask('case.show', { caseId: opened.caseId });
// By selector: naming every node of a long list by its role is what takes most of the time of such a test.
const options = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.rank [role="option"]')];

describe('the differential', () => {
  test('is ranked, with a probability each, and none of these is always there', async () => {
    await open();
    await screen.findByText(/^Marfan syndrome/, { selector: '.why h2' });
    expect(options()[0]?.textContent).toMatch(/^1Marfan syndrome/);
    expect(screen.getByText('None of these')).toBeTruthy();
    expect(options().every((option) => /\d %$/.test(option.textContent))).toBe(true);
  });

  test('with nothing observed it says what to do next instead of ranking nothing', async () => {
    await open([]);
    expect(await screen.findByText('Nothing to rank yet')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Go to the phenotype' })).toBeTruthy();
  });

  test('j and k walk through the candidates, and each shows its own reasons', async () => {
    await open();
    await screen.findByText(/^Marfan syndrome/, { selector: '.why h2' });
    const second = options()[1]?.querySelector('.t')?.textContent ?? '';
    fireEvent.keyDown(options()[0] as HTMLElement, { key: 'j' });
    await waitFor(() => expect(document.querySelector('.why h2')?.textContent).toBe(second));
    fireEvent.keyDown(options()[1] as HTMLElement, { key: 'k' });
    await waitFor(() => expect(document.querySelector('.why h2')?.textContent).toMatch(/^Marfan syndrome/));
  });
});

describe('the reasons', () => {
  test('the parts shown add up to the sum shown', async () => {
    await open();
    await screen.findByText(/^Marfan syndrome/, { selector: '.why h2' });
    const read = (element: Element): number => Number((element.lastElementChild?.textContent ?? element.textContent).replace('−', '-'));
    const parts = [...document.querySelectorAll('.ev-row.used > .v'), ...document.querySelectorAll('.fin li:not(.sum) > .v')].map(read);
    const sum = read(document.querySelector('.fin .sum > .v') ?? document.body);
    expect(parts.length).toBeGreaterThanOrEqual(marfan.length);
    expect(parts.reduce((total, part) => total + Math.round(part * 100), 0)).toBe(Math.round(sum * 100));
  });

  test('a term is ignored, shown struck, ranked without, and used again', async () => {
    await open();
    const row = (await screen.findByText('Ectopia lentis', { selector: '.ev-row .t' })).closest('[role="row"]') as HTMLElement;
    fireEvent.mouseEnter(row);
    fireEvent.click(await screen.findByLabelText('Ignore Ectopia lentis in the ranking'));
    expect(await screen.findByText('Ectopia lentis', { selector: '.ev-row.ignored .t' })).toBeTruthy();
    expect(await screen.findByText('1 term not used')).toBeTruthy();
    expect((await opened.ask('ranking.rank', { caseId: opened.caseId, excludedMode: 'absence', limit: 1 })).observedCount).toBe(marfan.length - 1);
    fireEvent.click(screen.getByLabelText('Use Ectopia lentis again in the ranking'));
    expect(await screen.findByText('Ectopia lentis', { selector: '.ev-row.used .t' })).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('1 term not used')).toBeNull());
  });

  test('C compares with the best other candidate, which is named and marked', async () => {
    await open();
    await screen.findByText(/^Marfan syndrome/, { selector: '.why h2' });
    const other = options()[1]?.querySelector('.t')?.textContent ?? '';
    fireEvent.keyDown(options()[0] as HTMLElement, { key: 'c' });
    await waitFor(() => expect(document.querySelectorAll('.ev-row .bar-other').length).toBe(marfan.length));
    expect(document.querySelector('.cmp .value')?.textContent).toBe(other);
    expect(document.querySelector('.cmp > .num')?.textContent).toMatch(/^\d.* % rank 2$|^< 0\.1 % rank 2$/);
    const figures = [...document.querySelectorAll('.ev-row > .v:last-child > [aria-hidden], .fin li:not(.sum) > .v.muted')].map((figure) => Math.round(Number(figure.textContent.replace('−', '-')) * 100));
    expect(figures.reduce((total, figure) => total + figure, 0)).toBe(Math.round(Number(document.querySelector('.fin .sum > .v:last-child')?.textContent.replace('−', '-')) * 100));
    expect(screen.getAllByText(new RegExp(`for ${other.replaceAll(/[()]/g, '.')}$`)).length).toBe(marfan.length);
  });
});

describe('decisions and answers', () => {
  test('a disease is ruled out with its reason, and the list says so', async () => {
    await open();
    await screen.findByText(/^Marfan syndrome/, { selector: '.why h2' });
    fireEvent.click(screen.getByText('Ruled out', { selector: '.state [role="radio"]' }));
    const reason = await screen.findByLabelText('Ruled out by');
    fireEvent.change(reason, { target: { value: 'FBN1 sequenced, nothing found' } });
    fireEvent.blur(reason);
    await waitFor(async () => expect((await shownCase()).candidates.map(({ state, reason: why, decidedBy }) => [state, why, decidedBy])).toEqual([['ruled-out', 'FBN1 sequenced, nothing found', 'H. Lund']]));
    await waitFor(() => expect(options().some((option) => /Marfan syndrome.*ruled out/.test(option.textContent))).toBe(true));
  });

  test('a frequent finding that nobody recorded is answered where it is asked, and asked no more', async () => {
    await open();
    const [no] = await screen.findAllByLabelText(/: No$/);
    const asked = (no?.getAttribute('aria-label') ?? '').replace(/: No$/, '');
    fireEvent.click(no as HTMLElement);
    await waitFor(async () => expect((await shownCase()).features.filter(({ label }) => label === asked).map(({ state }) => state)).toEqual(['excluded']));
    await waitFor(() => expect(screen.queryByLabelText(`${asked}: No`)).toBeNull());
  });
});
