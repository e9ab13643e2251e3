import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, makeVault } from '#tests/e2e/steps.ts';

/** A letter about an invented child, pasted and recorded by the keyboard alone. */
const letter = `Thank you for referring Nora, a 6 year old girl. She has seizures, microcephaly and ptosis. There is no cataract and no scoliosis.
Her mother has migraine.
Plan: echocardiogram to look for cardiomyopathy.`;

let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser();
  await makeVault(opened.page);
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

describe('a pasted letter', () => {
  test('shows what was found in it, without an accessibility finding', async () => {
    const { page } = opened;
    await page.keyboard.press('n');
    await page.getByLabel('Given name').fill('Nora');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Add a finding' }).waitFor();
    await page.keyboard.press('Control+e');
    const box = page.getByLabel(/Paste a clinic letter/);
    await box.fill(letter);
    await box.press('Control+Enter');
    const found = page.getByRole('grid', { name: 'Findings of the letter' });
    await found.waitFor();
    const cells = async () => (await found.locator('.finding').allInnerTexts()).map((cell) => cell.trim().replace(/\s*\n\s*/g, ': '));
    await expect.poll(cells).toEqual(['Seizure', 'Microcephaly', 'Ptosis', 'Cataract: excluded', 'Scoliosis: excluded', 'Migraine: said of: mother']);
    await expect.poll(() => found.locator('tbody [aria-checked="true"]').count()).toBe(5);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('is recorded as one change by Enter, and undone as one', async () => {
    const { page } = opened;
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Findings of the letter' }).waitFor({ state: 'detached' });
    await page.getByText('observed 2').waitFor();
    await page.getByText('excluded 2').waitFor();
    await page.getByText('4 findings recorded from the letter').first().waitFor();
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
    expect(await page.content()).not.toContain('Thank you for referring');
    await page.keyboard.press('Escape');
    await page.getByRole('main').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+z');
    await page.getByText('No findings yet').waitFor();
  });
});
