import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { mostBytes, mostFiles, refuseFiles } from '#renderer/features/case-import/file-limits.ts';
import { ImportDialog } from '#renderer/features/case-import/import-dialog.tsx';
import { closeOverlay, openOverlay, useOverlay } from '#renderer/state/overlays.ts';
import { usePlace } from '#renderer/state/place.ts';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

let opened: OpenedScreen | null = null;
afterEach(async () => {
  closeOverlay();
  await opened?.close();
  opened = null;
});

const packet = { id: 'clinic-7', subject: { id: 'clinic-7', sex: 'FEMALE' }, phenotypicFeatures: [{ type: { id: 'HP:0001250', label: 'Seizure' } }], metaData: { created: '2026-11-23T00:00:00Z', createdBy: 'a test', phenopacketSchemaVersion: '2.0', resources: [] } };

function chooseFiles(...files: readonly File[]): void {
  const input = document.querySelector('input[type="file"]');
  if (input === null) throw new Error('the dialog has no place for files');
  fireEvent.change(input, { target: { files } });
}

test('good packets come in though others beside them are refused, each with file, line and reason', async () => {
  opened = await openScreen({ screen: () => <ImportDialog /> });
  openOverlay('import');
  await screen.findByRole('dialog', { name: 'Import cases' });
  chooseFiles(new File([`${JSON.stringify(packet)}\n{"id": "broken", \n`], 'clinic.jsonl'));
  expect(await screen.findByText('1 case imported', {}, { timeout: 15_000 })).toBeTruthy();
  expect(screen.getByText('1 refused')).toBeTruthy();
  expect(screen.getByRole('list', { name: 'What is wrong, with its place' }).textContent).toMatch(/^clinic\.jsonl:2:/);
  expect((await opened.ask('case.list', {})).map(({ reference }) => reference)).toContain('clinic-7');

  fireEvent.click(screen.getByRole('button', { name: 'Open clinic-7' }));
  await waitFor(() => expect(useOverlay.getState().open).toBeNull());
  expect(usePlace.getState().place).toMatchObject({ kind: 'case', section: 'phenotype' });
}, 30_000);

test('what is wrong with a packet that came in is something to look at, and nothing is called refused', async () => {
  opened = await openScreen({ screen: () => <ImportDialog /> });
  openOverlay('import');
  await screen.findByRole('dialog', { name: 'Import cases' });
  const features = [...packet.phenotypicFeatures, { type: { id: 'HP:9999999', label: 'Not yet named' } }];
  chooseFiles(new File([JSON.stringify({ ...packet, id: 'clinic-8', phenotypicFeatures: features })], 'clinic.json'));
  expect(await screen.findByText('1 case imported', {}, { timeout: 15_000 })).toBeTruthy();
  expect(screen.getByText('1 thing to look at')).toBeTruthy();
  expect(screen.queryByText(/refused/)).toBeNull();
  expect(screen.getByRole('list', { name: 'What is wrong, with its place' }).textContent).toMatch(/^clinic\.json:1:\d+: HP:9999999 is not in the installed HPO release/);
}, 30_000);

test('more than can be taken at once is said before anything is read', () => {
  expect([refuseFiles([{ size: mostBytes }]), refuseFiles([{ size: mostBytes }, { size: 1 }]), refuseFiles(Array.from({ length: mostFiles + 1 }, () => ({ size: 1 })))]).toEqual([
    null,
    { kind: 'too-large', bytes: mostBytes + 1, most: mostBytes },
    { kind: 'too-many', count: mostFiles + 1, most: mostFiles },
  ]);
});
