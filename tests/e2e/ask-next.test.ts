import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo, makeVault, record } from '#tests/e2e/steps.ts';

/** From one finding to the next question, its answer and another differential, without leaving the screen. */
let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ viewport: { width: 1366, height: 768 } });
  await makeVault(opened.page);
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

describe('what to ask next', () => {
  const first = () => opened.page.getByRole('listbox', { name: 'Candidates' }).getByRole('option').first();

  test('is one key away from the differential, without an accessibility finding', async () => {
    const { page } = opened;
    await page.keyboard.press('n');
    await page.getByLabel('Given name').fill('Nora');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Add a finding' }).waitFor();
    await record(page, 'ectopia lentis', 'Enter');
    await goTo(page, 'Diagnosis');
    await first().waitFor();
    await page.keyboard.press('a');
    await page.locator('.ask-next .ask li').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('is answered there, and the differential follows at once', async () => {
    const { page } = opened;
    const before = await page.getByRole('listbox', { name: 'Candidates' }).innerText();
    const label = await page.locator('.ask-next .ask li .qt').first().innerText();
    await page.getByRole('button', { name: `${label}: Yes` }).click();
    await page.locator('.ev-row .t', { hasText: label }).first().waitFor();
    await page.waitForFunction((text) => document.querySelector('.rank [role="listbox"]')?.textContent !== text, before);
    await expect.poll(() => page.locator('.ask-next .ask li .qt').allInnerTexts()).not.toContain(label);
  });

  test('groups the differential by gene, without an accessibility finding', async () => {
    const { page } = opened;
    await page.getByRole('radio', { name: 'Genes' }).click();
    await page.getByRole('list', { name: 'Genes of the candidates' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
