import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { goTo } from '#tests/e2e/steps.ts';

/** The caseload of the demonstration, worked with by the keyboard. */
let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ isDemo: true, viewport: { width: 1366, height: 768 } });
  await opened.page.getByRole('grid').getByRole('row').nth(8).waitFor();
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const rows = () => opened.page.getByRole('grid', { name: 'Cases' }).getByRole('row');

test('several cases are marked, changed together and brought back by one undo', async () => {
  const { page } = opened;
  await rows().nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByText('2 marked').waitFor();
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: 'Change 2 cases' }).waitFor();
  await page.getByLabel('Next action', { exact: true }).fill('Ring the family');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => rows().filter({ hasText: 'Ring the family' }).count()).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => rows().filter({ hasText: 'Ring the family' }).count()).toBe(0);
  await rows().nth(1).focus();
  await page.keyboard.press('Escape');
  await page.getByText('2 marked').waitFor({ state: 'detached' });
});

test('a word is found wherever it stands, and a press opens the case there', async () => {
  const { page } = opened;
  await goTo(page, 'Caseload');
  await page.getByRole('searchbox', { name: 'Search the caseload' }).fill('ectop');
  await expect.poll(() => rows().count()).toBe(2);
  await page.getByRole('button', { name: /Phenotype.*Ectopia lentis/ }).click();
  await page.getByRole('combobox', { name: 'Add a finding' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('hearing');
  await page.getByRole('option', { name: /hearing/i }).first().waitFor();
  await page.keyboard.press('Escape');
  await goTo(page, 'Caseload');
  await page.getByRole('searchbox', { name: 'Search the caseload' }).fill('');
});

test('a filter is saved by name and chosen again', async () => {
  const { page } = opened;
  await rows().nth(1).focus();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Filter the caseload' });
  await dialog.getByText('Testing', { exact: true }).click();
  await dialog.getByLabel('Save this filter as').fill('In testing');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Use In testing' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => rows().count()).toBe(2);
  await page.getByRole('button', { name: 'Take away: Status: Testing' }).click();
  await expect.poll(() => rows().count()).toBeGreaterThan(2);
  await rows().nth(1).focus();
  await page.keyboard.press('f');
  await dialog.getByRole('button', { name: 'Use In testing' }).click();
  await expect.poll(() => rows().count()).toBe(2);
});

test('patients like one are shown beside it by reference only', async () => {
  const { page } = opened;
  await page.keyboard.press('p');
  await page.getByRole('grid', { name: 'Patients like this' }).getByRole('row').nth(1).waitFor();
  const names = await page.getByRole('main').textContent();
  expect([names?.includes('DEMO-'), names?.includes('Ejemplar')]).toEqual([true, false]);
  await page.getByRole('complementary', { name: 'Both cases side by side' }).getByText('Only this case').waitFor();
});
