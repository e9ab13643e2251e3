import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TrialsScreen } from '#renderer/features/trials/trials-screen.tsx';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';
import { studyJson } from '#tests/fixtures/trial/a-study.ts';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });
/** The page of a test lays nothing out and knows no scrolling. */
Element.prototype.scrollIntoView = () => undefined;

let opened: OpenedScreen;
afterEach(() => opened.close());

const criteria = 'Inclusion Criteria:\n\n* Confirmed diagnosis of Marfan syndrome\n* Consents\n\nExclusion Criteria:\n\n* Seizures';
const studies = [
  studyJson('NCT00000001', { title: 'Losartan and the aorta', conditions: ['Marfan Syndrome'], criteria, city: 'Ithaca' }),
  studyJson('NCT00000002', { title: 'Exercise in Marfan syndrome', conditions: ['Marfan Syndrome'], criteria: 'Exclusion Criteria:\n* Marfan syndrome' }),
  studyJson('NCT00000003', { title: 'One that has ended', status: 'COMPLETED', conditions: ['Marfan Syndrome'] }),
  studyJson('NCT00000004', { title: 'A cream for acne', conditions: ['Acne'] }),
];

/** The same studies serve all cases of the file. */
const open = async (): Promise<void> => {
  opened = await openScreen({ findings: [['HP:0001250', 'excluded']], screen: (caseId) => <TrialsScreen caseId={caseId} /> });
  await opened.ask('candidate.decide', { caseId: opened.caseId, diseaseId: 'OMIM:154700', state: 'confirmed', reason: '' });
  await importStudies();
  await within(await list()).findByText('Losartan and the aorta');
};
const importStudies = async (): Promise<void> => {
  const count = async () => (await opened.ask('trial.state', {})).studyCount;
  if ((await count()) > 0) return;
  await opened.ask('trial.import', { files: [{ name: 'studies.json', base64: Buffer.from(JSON.stringify(studies)).toString('base64') }] });
  await waitFor(async () => expect(await count()).toBe(studies.length));
};
const list = () => screen.findByRole('list', { name: 'Trials that may concern the case' });
const inspector = (): HTMLElement => screen.getByRole('complementary', { name: 'Selected trial' });
const select = async (title: string): Promise<void> => void fireEvent.click(await within(await list()).findByRole('button', { name: new RegExp(title) }));
const stored = async () => (await opened.ask('trial.show', { caseId: opened.caseId, studyId: 'NCT00000001' })).tracking;

describe('the trials screen', () => {
  test('lists the open studies about the disease, those that nothing rules out first, with what is met and what is to be asked', async () => {
    await open();
    const rows = within(await list()).getAllByRole('button').map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'RecruitingLosartan and the aorta3 met · 0 not met · 2 to askPhase 2 · Ithaca, GreeceAbout Marfan syndrome',
      'RecruitingExercise in Marfan syndrome1 met · 1 not met · 1 to askPhase 2 · No site in the dataAbout Marfan syndrome',
    ]);
  });

  test('shows the words of the study beside the fact of the case or the question', async () => {
    await open();
    const cells = (name: RegExp) => within(screen.getByRole('row', { name })).getAllByRole('cell').map(({ textContent }) => textContent.trim());
    await screen.findByRole('row', { name: /Consents/ });
    expect([cells(/Confirmed diagnosis/), cells(/Consents/), cells(/Seizures/)]).toEqual([
      ['Confirmed diagnosis of Marfan syndrome', 'Met', 'Confirmed: Marfan syndrome (OMIM:154700).'],
      ['Consents', 'Ask', 'Ask the family: Would the person, or the parents, agree and sign?'],
      ['Seizures', 'Met', 'Excluded: Seizure.'],
    ]);
  });

  test('shows where the selected study takes place, and follows it with a note until it is followed no longer', async () => {
    await open();
    await select('Losartan and the aorta');
    await within(inspector()).findByText('NCT00000001');
    expect(inspector().textContent).toContain('Ithaca, Greece (Hospital)');
    fireEvent.click(await within(inspector()).findByRole('button', { name: 'Follow this trial' }));
    await within(await list()).findByText('Candidate');
    fireEvent.change(await within(inspector()).findByLabelText('Note'), { target: { value: 'called' } });
    await waitFor(() => expect(within(inspector()).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', false));
    fireEvent.click(within(inspector()).getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect(await stored()).toMatchObject({ state: 'candidate', note: 'called', version: 2 }));
    await screen.findByText('Set to Candidate.');
    await waitFor(() => expect(within(inspector()).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true));
    fireEvent.click(await within(inspector()).findByRole('button', { name: 'Follow no longer' }));
    await waitFor(async () => expect(await stored()).toBe(null));
  });
});
