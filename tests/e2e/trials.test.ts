import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo, jsonFile } from '#tests/e2e/steps.ts';
import { studyJson } from '#tests/fixtures/trial/a-study.ts';

let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ isDemo: true, viewport: { width: 1366, height: 768 } });
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const study = (status: string, criteria: string) => studyJson('NCT00000001', { title: 'Losartan and the aorta', status, conditions: ['Marfan Syndrome'], criteria, city: 'Ithaca' });

async function importStudies(...studies: readonly object[]): Promise<void> {
  const { page } = opened;
  await page.keyboard.press('i');
  const dialog = page.getByRole('dialog', { name: 'Import trials' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([jsonFile('studies.json', studies)]);
  await dialog.getByRole('status').getByText('Imported').waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'detached' });
}

test('a study is imported, seen to match, followed, and its change after the next import is told and taken as read', async () => {
  const { page } = opened;
  await page.getByRole('grid').getByText('Mateo Ejemplar').dblclick();
  await goTo(page, 'Trials');
  await page.getByRole('heading', { name: 'No trials at hand yet' }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await importStudies(study('NOT_YET_RECRUITING', 'Inclusion Criteria:\n\n* Male or female, 2 to 25 years of age\n* Confirmed diagnosis of Marfan syndrome\n* Consents'));

  const list = page.getByRole('list', { name: 'Trials that may concern the case' });
  await list.getByRole('button', { name: /Losartan and the aorta/ }).waitFor();
  await page.getByRole('main').getByText('3 met · 0 not met · 2 to ask').first().waitFor();
  const row = page.getByRole('row', { name: /Confirmed diagnosis of Marfan syndrome/ });
  await expect.poll(() => row.getByRole('cell').allTextContents()).toEqual(['Confirmed diagnosis of Marfan syndrome', ' Ask', expect.stringContaining('Working diagnosis: Marfan syndrome')]);

  const place = page.getByRole('combobox', { name: 'Where the family lives' });
  await place.fill('ith');
  await page.getByRole('option', { name: 'Ithaca, Greece' }).waitFor();
  await place.press('Enter');
  await list.getByText('Ithaca, Greece, 0 km').waitFor();

  await page.keyboard.press('f');
  await list.getByText('Candidate').waitFor();
  await page.keyboard.press('q');
  await page.getByRole('dialog', { name: 'Questions to ask' }).getByRole('listitem').first().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await importStudies(study('RECRUITING', 'Inclusion Criteria:\n\n* Male or female, 2 to 25 years of age\n* Walks'), studyJson('NCT00000002', { title: 'Another one', conditions: ['Marfan Syndrome'] }));
  const news = page.getByRole('region', { name: 'New since it was seen' });
  await expect.poll(() => news.getByRole('listitem').allTextContents()).toEqual(['Losartan and the aorta now recruiting or open, criteria changed', 'Another one new in the last import']);
  expect(await accessibilityFindings(page)).toEqual([]);
  await news.getByRole('button', { name: 'Losartan and the aorta' }).click();
  await page.getByRole('complementary', { name: 'Selected trial' }).getByText('inclusion: Walks').waitFor();
  await page.getByRole('button', { name: 'Take as read' }).click();
  await news.getByText('now recruiting').waitFor({ state: 'detached' });
});

test('a state that needs its reason is kept only with it, and can be undone', async () => {
  const { page } = opened;
  const inspector = page.getByRole('complementary', { name: 'Selected trial' });
  await inspector.getByRole('button', { name: /State/ }).click();
  await page.getByRole('option', { name: 'Declined' }).click();
  await expect.poll(() => inspector.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await inspector.getByLabel('Why').fill('too far');
  await inspector.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('list', { name: 'Trials that may concern the case' }).getByText('Declined').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await page.getByRole('list', { name: 'Trials that may concern the case' }).getByText('Candidate').waitFor();
});
