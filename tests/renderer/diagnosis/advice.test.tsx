import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DiagnosisScreen } from '#renderer/features/diagnosis/diagnosis-screen.tsx';
import { openScreen, type OpenedScreen, type ScreenOptions } from '#tests/renderer/open-screen.tsx';

/** Ectopia lentis alone: Marfan syndrome, homocystinuria and others are open. */
const open = [['HP:0001083', 'observed']] as const;

vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

async function show(findings: ScreenOptions['findings'] = open): Promise<void> {
  opened = await openScreen({ findings, screen: (caseId) => <DiagnosisScreen caseId={caseId} /> });
  await waitFor(() => expect(document.querySelector('.why h2')).not.toBeNull());
}
const openAskNext = (): void => void fireEvent.click(screen.getByRole('tab', { name: 'What to ask next' }));
const lines = (): readonly string[] => [...document.querySelectorAll('.ask-next .ask li .qt')].map((line) => line.textContent);

describe('what to ask next', () => {
  test('stands by who can answer, with its bits; an answer is recorded, ranked and not asked again', async () => {
    await show();
    openAskNext();
    await waitFor(() => expect(lines().length).toBeGreaterThan(2));
    const groups = [...document.querySelectorAll('.ask-next .ask')].map((group) => group.getAttribute('aria-label'));
    expect(groups.every((group) => ['Ask the family', 'Examine', 'Imaging', 'Laboratory'].includes(group ?? ''))).toBe(true);
    expect(document.querySelectorAll('.ask-next .gain').length).toBe(lines().length);
    const label = lines()[0] ?? '';
    fireEvent.click(screen.getByRole('button', { name: `${label}: Yes` }));
    await waitFor(async () => expect((await opened.ask('case.show', { caseId: opened.caseId })).features.map((feature) => [feature.label, feature.state])).toContainEqual([label, 'observed']));
    await waitFor(() => expect(lines()).not.toContain(label));
    expect(await screen.findByText(label, { selector: '.ev-row .t' })).toBeTruthy();
    const next = lines()[0] ?? '';
    fireEvent.click(screen.getByRole('button', { name: `${next}: Not assessed` }));
    await waitFor(() => expect(lines()).not.toContain(next));
  });

  test('says on which findings the first place hangs', async () => {
    await show([['HP:0001083', 'observed'], ['HP:0001166', 'observed'], ['HP:0001249', 'observed']]);
    openAskNext();
    const section = (await screen.findByText('Look at twice')).closest('section') as HTMLElement;
    const { terms } = await opened.ask('advice.decisive', { caseId: opened.caseId, excludedMode: 'absence' });
    for (const { label, instead } of terms) expect(within(section).getByText(label).closest('li')?.textContent).toContain(instead.name);
    expect(within(section).queryAllByRole('listitem')).toHaveLength(terms.length);
  });
});

describe('genes', () => {
  test('group the same candidates, and a disease chosen there is the one explained', async () => {
    await show();
    fireEvent.click(screen.getByRole('radio', { name: 'Genes' }));
    const list = screen.getByRole('list', { name: 'Genes of the candidates' });
    const other = within(list).getAllByRole('button').find((button) => button.getAttribute('aria-pressed') === 'false') as HTMLElement;
    const name = other.querySelector('.nm-of-gene')?.textContent ?? '';
    fireEvent.click(other);
    await waitFor(() => expect(document.querySelector('.why h2')?.textContent).toBe(name));
  });
});

describe('the list of genes', () => {
  test('is one stop of the Tab key, with the arrows inside, and says of a disease of several genes that it is shared', async () => {
    await show();
    fireEvent.click(screen.getByRole('radio', { name: 'Genes' }));
    const lines = [...(await screen.findByRole('list', { name: 'Genes of the candidates' })).querySelectorAll('button')];
    expect(lines.filter(({ tabIndex }) => tabIndex === 0).map((line) => line.getAttribute('aria-pressed'))).toEqual(['true']);
    const place = lines.findIndex(({ tabIndex }) => tabIndex === 0);
    lines[place]?.focus();
    fireEvent.keyDown(lines[place] as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(lines[place + 1]);
    const { candidates } = await opened.ask('ranking.rank', { caseId: opened.caseId, excludedMode: 'absence', limit: 100 });
    const several = candidates.find(({ genes }) => genes.length > 1);
    const shared = lines.filter((line) => line.querySelector('.nm-of-gene')?.textContent === several?.name);
    expect([shared.length > 0, shared.every((line) => line.textContent.includes(`shared equally among its ${String(several?.genes.length)} genes`))]).toEqual([true, true]);
  });
});

describe('two diseases', () => {
  const marfan = ['HP:0002616', 'HP:0001519', 'HP:0001166', 'HP:0001083', 'HP:0000545', 'HP:0002650', 'HP:0000767', 'HP:0001382'].map((id) => [id, 'observed'] as const);
  const cysticFibrosis = ['HP:0012236', 'HP:0001738', 'HP:0002205', 'HP:0034315', 'HP:0002110', 'HP:0001508', 'HP:0002570', 'HP:0003251'].map((id) => [id, 'observed'] as const);

  test('are a quiet notice that says what each explains', async () => {
    await show([...marfan, ...cysticFibrosis]);
    fireEvent.click(await screen.findByText('Two diseases together explain more'));
    const dialog = await screen.findByRole('dialog', { name: 'Two diseases together' });
    const { pair } = await opened.ask('advice.pair', { caseId: opened.caseId, excludedMode: 'absence' });
    expect([pair?.first, pair?.second].map((member) => [member?.name, member?.explained.length])).toEqual([['Marfan syndrome', marfan.length], ['Cystic fibrosis', cysticFibrosis.length]]);
    for (const member of [pair?.first, pair?.second]) expect(dialog.textContent).toContain(`Explains ${member?.explained.map(({ label }) => label).join(', ') ?? ''}`);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cystic fibrosis' }));
    await waitFor(() => expect(document.querySelector('.why h2')?.textContent).toBe('Cystic fibrosis'));
  });

  test('are not spoken of where one explains the findings', async () => {
    await show(marfan);
    expect(await opened.ask('advice.pair', { caseId: opened.caseId, excludedMode: 'absence' })).toEqual({ pair: null });
    expect(screen.queryByText('Two diseases together explain more')).toBeNull();
  });
});
