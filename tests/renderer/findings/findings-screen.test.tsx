import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FindingsScreen } from '#renderer/features/findings/findings-screen.tsx';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

const open = async (): Promise<void> => {
  opened = await openScreen({ screen: (caseId) => <FindingsScreen caseId={caseId} /> });
  await screen.findByLabelText('HGVS or a line of a lab report');
};
const entry = (): HTMLInputElement => screen.getByLabelText('HGVS or a line of a lab report');
const type = (text: string): void => void fireEvent.change(entry(), { target: { value: text } });
const enter = async (text: string): Promise<void> => {
  type(text);
  fireEvent.submit(entry());
  await screen.findByRole('region', { name: 'ACMG/AMP classification' });
};
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const stored = async () => await opened.ask('finding.list', { caseId: opened.caseId });

describe('the findings screen', () => {
  test('reads the line while it is typed, and adds nothing that it cannot read', async () => {
    await open();
    type('heterozygous');
    expect(screen.getByText('No gene and no variant is named in it yet.')).toBeTruthy();
    type('FBN1 c.1129X>T');
    expect(screen.getByText(/^Character 12: /)).toBeTruthy();
    fireEvent.submit(entry());
    expect(entry().value).toBe('FBN1 c.1129X>T');
    await enter('FBN1 c.1129C>T p.(Arg377*) het');
    expect(entry().value).toBe('');
    expect(await stored()).toMatchObject([{ gene: { symbol: 'FBN1' }, hgvsCoding: 'c.1129C>T', hgvsProtein: 'p.(Arg377Ter)', consequence: 'stop-gained', genotypes: [{ personId: opened.probandId, state: 'heterozygous' }] }]);
  });

  test('adds points while criteria are chosen, refuses to count evidence twice, and records what is chosen', async () => {
    await open();
    await enter('FBN1 c.1129C>T het');
    press(/^PVS1:/);
    press(/^PM2:/);
    expect(screen.getByText('9 points')).toBeTruthy();
    press(/^PM4:/);
    expect(screen.getByRole('alert').textContent).toBe('PM4, PVS1 together: both count the change of the protein’s length. Take PVS1 out first.');
    fireEvent.change(screen.getByLabelText('Evidence for PM2'), { target: { value: 'absent from gnomAD v4.1' } });
    press(/^Record the classification/);
    await waitFor(async () => expect((await stored())[0]?.classifications).toMatchObject([{ classification: 'likely-pathogenic', by: 'H. Lund', criteria: [{ code: 'PVS1' }, { code: 'PM2', evidence: 'absent from gnomAD v4.1' }] }]));
  });

  test('comes to the strength of PVS1 by questions, with the way there as its evidence', async () => {
    await open();
    await enter('FBN1 c.1129C>T p.(Arg377*) het');
    press('PVS1 by its decision tree');
    const dialog = await screen.findByRole('dialog');
    const answer = (name: string): void => void fireEvent.click(within(dialog).getByRole('button', { name }));
    answer('established mechanism');
    answer('decay is not predicted');
    answer('the role of the region is not known');
    answer('loss of function in this exon is not frequent and the exon is in relevant transcripts');
    answer('less than 10 % of the protein is removed');
    answer('Take PVS1 moderate');
    expect((await screen.findByLabelText<HTMLInputElement>('Evidence for PVS1')).value).toMatch(/^loss of function is an established mechanism.*less than 10 % of the protein is removed\.$/);
    expect(screen.getByLabelText<HTMLInputElement>('Why PVS1 is not very strong, its usual strength').value).toBe('By the decision tree (Abou Tayoun et al. 2018).');
    expect(screen.getByText('2 points')).toBeTruthy();
  });

  test('changes what a test found in a member of the family', async () => {
    await open();
    await enter('FBN1 c.1129C>T het');
    const chips = screen.getByRole('heading', { name: 'Who has it' }).closest('section');
    if (chips === null) throw new Error('no section of genotypes');
    fireEvent.click(within(chips).getByRole('button', { name: /heterozygous/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'mosaic' }));
    await waitFor(async () => expect((await stored())[0]?.genotypes).toMatchObject([{ state: 'mosaic' }]));
  });

  test('keeps a description of the inspector only once it can be read, and says where it cannot', async () => {
    await open();
    await enter('FBN1 c.1129C>T het');
    const field = screen.getByLabelText('Protein (p.)');
    fireEvent.change(field, { target: { value: 'p.(Arg377' } });
    expect(screen.getByText(/^Character \d+: /)).toBeTruthy();
    fireEvent.change(field, { target: { value: 'p.(Arg377*)' } });
    fireEvent.blur(field);
    await waitFor(async () => expect((await stored())[0]?.hgvsProtein).toBe('p.(Arg377Ter)'));
  });

  test('tells of the same variant in another case, by its reference', async () => {
    await open();
    const other = await opened.ask('case.create', { case: { reference: 'NRG-0007' }, proband: { givenName: 'Secret' } });
    await opened.ask('finding.add', { caseId: other.caseId, detail: { gene: { symbol: 'COL3A1', hgncId: null }, hgvsCoding: 'c.755G>T' }, genotypes: [], reported: 'pathogenic' });
    await enter('COL3A1 NM_000090.4:c.755G>T het');
    const list = (await screen.findByRole('heading', { name: 'In other cases of this vault' })).closest('section');
    if (list === null) throw new Error('no section of other cases');
    await within(list).findByText('same variant');
    expect(list.textContent).toMatch(/NRG-0007 same variantpathogenic, /);
    expect(list.textContent).not.toContain('Secret');
  });
});
