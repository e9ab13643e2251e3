import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DiagnosisScreen } from '#renderer/features/diagnosis/diagnosis-screen.tsx';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

/** Ectopia lentis and one pathogenic variant of the gene, found in one copy. */
async function openWith(symbol: string): Promise<void> {
  opened = await openScreen({ findings: [['HP:0001083', 'observed']], screen: (caseId) => <DiagnosisScreen caseId={caseId} /> });
  const { caseId, probandId } = opened;
  await opened.ask('finding.add', { caseId, detail: { gene: { symbol, hgncId: null }, hgvsCoding: 'c.100A>G' }, genotypes: [{ personId: probandId, state: 'heterozygous', alleleShare: null, tissue: '' }], reported: 'pathogenic' });
  await screen.findByRole('radio', { name: 'phenotype only' });
}
const questions = async (isWithGenes: boolean): Promise<readonly string[]> => {
  const found = await opened.ask('advice.questions', { caseId: opened.caseId, excludedMode: 'absence', limit: 40, isWithGenes });
  return found.questions.map(({ label }) => label);
};
const asked = (): readonly string[] => [...document.querySelectorAll('.ask-next .ask li .qt')].map((line) => line.textContent);
const openNumber = async (): Promise<string> => {
  fireEvent.click(await screen.findByRole('button', { name: 'About this number' }));
  return (await screen.findByRole('dialog', { name: 'What the number means' })).textContent;
};

describe('a gene found in the patient', () => {
  test('counts in what to ask next while it counts in the list, and not while the phenotype stands alone', async () => {
    await openWith('FBN1');
    fireEvent.click(await screen.findByRole('tab', { name: 'What to ask next' }));
    const [withGene, alone] = [await questions(true), await questions(false)];
    expect(withGene).not.toEqual(alone);
    await waitFor(() => expect(asked().every((label) => withGene.includes(label)) && asked().includes(withGene[0] ?? '')).toBe(true));
    fireEvent.click(screen.getByRole('radio', { name: 'phenotype only' }));
    await waitFor(() => expect(asked().every((label) => alone.includes(label)) && asked().includes(alone[0] ?? '')).toBe(true));
  });

  test('is said not to be part of the calibration, and the number of the phenotype alone is set beside published patients', async () => {
    await openWith('FBN1');
    await screen.findByText('Gene found in the patient', { selector: '.fin .w' });
    const counted = await openNumber();
    expect(counted).toMatch(/A gene found in the patient counts here too.*not part of the calibration/);
    expect(counted).not.toMatch(/first guesses/);
    expect(document.querySelector('.reliability .here')).toBeNull();
    fireEvent.keyDown(screen.getByRole('dialog', { name: 'What the number means' }), { key: 'Escape' });
    fireEvent.click(screen.getByRole('radio', { name: 'phenotype only' }));
    await waitFor(() => expect(screen.queryByText('Gene found in the patient', { selector: '.fin .w' })).toBeNull());
    const text = await openNumber();
    expect(text).not.toMatch(/counts here too/);
    expect(text).toMatch(/of a hundred such first guesses/);
    expect(text).toMatch(/Stated about .* % for the first: right in .* % of [\d,]+ patients/);
    expect(text).toMatch(/share left for “none of these”, here .* %/);
  });

  test('is told with its ratio and source where its line is reached by the keyboard', async () => {
    await openWith('FBN1');
    fireEvent.focus((await screen.findByText('Gene found in the patient', { selector: '.fin .w' })).closest('li') as HTMLElement);
    await waitFor(() => expect(document.querySelector('.detail')?.textContent).toMatch(/gene FBN1 found in the patient.*\+3\.18.*Tavtigian/));
  });

  test.each([
    ['AMOTL9', 'this release ranks no disease of AMOTL9: the variant raises none'],
    ['CBS', 'one copy found, and the diseases of CBS are recessive: the variant raises none'],
  ])('%s is said to raise nothing, where it raises nothing', async (symbol, sentence) => {
    await openWith(symbol);
    expect(await screen.findByText(sentence)).toBeTruthy();
  });
});

describe('the place of a disease', () => {
  test('below the first is not called a first guess', async () => {
    opened = await openScreen({ findings: [['HP:0001083', 'observed']], screen: (caseId) => <DiagnosisScreen caseId={caseId} /> });
    await screen.findByText('rank 1');
    fireEvent.click(document.querySelectorAll('.rank [role="option"]')[2] as HTMLElement);
    await screen.findByText('rank 3');
    const text = await openNumber();
    expect(text).toMatch(/leaves to this disease at place 3/);
    expect(text).not.toMatch(/first guesses/);
  });
});
