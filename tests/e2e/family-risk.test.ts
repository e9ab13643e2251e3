import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo } from '#tests/e2e/steps.ts';

/** The aunt of a boy with haemophilia asks for her chance: the number, the table behind it, a test result, a child to come, and the sheet for the notes. */
let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ isDemo: true, viewport: { width: 1366, height: 768 } });
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const statement = (page: Page) => page.locator('.risk .statement');
const tableRows = async (page: Page): Promise<readonly string[]> => (await page.locator('.risk .bayes tbody tr').allTextContents());
/** Pressed until they are shown: the drawing may still be finding its place. */
const choose = (page: Page, name: string): Promise<void> =>
  expect.poll(async () => {
    await symbol(page, name).locator('.reach').click();
    return page.locator('.family-inspector .head h2').textContent();
  }, { timeout: 15_000 }).toContain(name);
const symbol = (page: Page, name: string) => page.locator('.react-flow__node', { has: page.locator(`svg[data-person*="${name}"]`) });

test('a counsellor answers a carrier question with its table, before and after a test', { timeout: 180_000 }, async () => {
  const { page } = opened;
  await page.getByText('Näide').first().click();
  await page.keyboard.press('Enter');
  await goTo(page, 'Family');
  await choose(page, 'Piret');
  await page.getByRole('tab', { name: 'Risk' }).click();

  await expect.poll(() => statement(page).textContent()).toBe('Piret’s chance of being a carrier is 1 in 2 (50 %).');
  await expect.poll(() => tableRows(page)).toEqual(['Prior1/21/2', 'Joint1/21/2', 'Posterior1/21/2']);
  await expect.poll(() => symbol(page, 'Piret').locator('.risk-badge').textContent()).toBe('carrier1/2');
  await page.getByRole('button', { name: 'Why' }).click();
  await page.getByText('only men are affected, and women in between are not').waitFor();
  await page.keyboard.press('Escape');
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Add a test result' }).click();
  await expect.poll(() => statement(page).textContent()).toBe('Piret’s chance of being a carrier is 1 in 11 (9.1 %).');
  await expect.poll(() => tableRows(page)).toEqual(['Prior1/21/2', 'Test 111/10', 'Joint1/21/20', 'Posterior10/111/11']);
  await expect.poll(() => symbol(page, 'Piret').locator('.risk-badge').textContent()).toBe('carrier1/11');
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Ask' }).click();
  const son = page.locator('.risk .child tbody tr').nth(1);
  await expect.poll(() => son.textContent()).toBe('Son1/220');

  // Whoever is looked at next is shown for the same question, and coming back finds what was typed.
  await choose(page, 'Emma');
  await expect.poll(() => statement(page).textContent()).toBe('Emma’s chance of being a carrier is 1 in 2 (50 %).');
  await goTo(page, 'Overview');
  await goTo(page, 'Family');
  await choose(page, 'Piret');
  await page.getByRole('tab', { name: 'Risk' }).click();
  await expect.poll(() => statement(page).textContent()).toBe('Piret’s chance of being a carrier is 1 in 11 (9.1 %).');

  await page.getByRole('button', { name: 'Risk sheet' }).click();
  await page.getByRole('dialog', { name: 'Risk sheet' }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.locator('.printed-risk').isVisible()).toBe(true);
  await expect.poll(() => page.locator('#root').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
});
