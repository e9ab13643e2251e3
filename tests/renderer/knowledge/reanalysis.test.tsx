import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReanalysisSection } from '#renderer/features/knowledge/reanalysis-section.tsx';
import { smallAnnotations, smallObographs } from '#tests/builders/release-files.ts';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

const row = (disease: string, name: string, term: string, frequency: string): readonly string[] => [disease, name, '', term, 'PMID:1', 'PCS', '', frequency, '', '', 'P', ''];
const ithaca = [row('OMIM:900001', 'Ithaca syndrome', 'HP:0000252', '9/20'), row('OMIM:900001', 'Ithaca syndrome', 'HP:0001252', '9/20')];
const charybdis = row('OMIM:900003', 'Charybdis disease', 'HP:0001250', '20/20');
const charybdisNow = row('OMIM:900003', 'Charybdis disease', 'HP:0000252', '2/20');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Installs a release and waits until every case is ranked under it. */
async function install(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  await opened.ask('knowledge.install', { files: [{ name: 'hp.json', base64: base64(smallObographs()) }, { name: 'phenotype.hpoa', base64: base64(smallAnnotations('new', rows)) }], name });
  await vi.waitFor(async () => expect(await opened.ask('reanalysis.list', {})).toMatchObject({ release: name, waiting: 0 }), { timeout: 30_000 });
}

describe('reanalysis', () => {
  test('says that there is nothing to compare with, then which case moved though its first place stayed, and by which annotation', async () => {
    opened = await openScreen({ findings: [['HP:0000252', 'observed']], screen: () => <ReanalysisSection /> });
    await install('first', [...ithaca, charybdis]);
    await screen.findByText(/so there is nothing to compare with/);
    await install('second', [...ithaca, charybdis, charybdisNow]);
    await screen.findByText('1 open case compared with the release before');
    await screen.findByText('No open case has another first place.');
    await screen.findByText('1 case with the same first place, in which others moved');
    const line = await screen.findByRole('button', { name: /^Mira NRG-0412.*Ithaca syndrome.*Charybdis disease: place 2, .*, now place 2, / });
    fireEvent.click(line);
    const told = (await screen.findByText('Charybdis disease')).closest('.moved-disease') as HTMLElement;
    within(told).getByText(/^Microcephaly: not described, now Microcephaly in 2\/20/);
    await screen.findByText(/^None of these: .* %, now .* %$/);
  });
});
