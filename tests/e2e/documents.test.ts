import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo } from '#tests/e2e/steps.ts';

let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ isDemo: true, viewport: { width: 1366, height: 768 } });
  await opened.page.getByRole('grid').getByText('Mateo Ejemplar').dblclick();
  await goTo(opened.page, 'Documents');
  await opened.page.locator('iframe').waitFor();
});
afterAll(async () => {
  await opened.close();
});

test('the preview is a document in a frame that has no rights, and shows it without a fault or a request', async () => {
  const { page, watch } = opened;
  const frame = page.locator('iframe');
  await expect.poll(() => frame.getAttribute('sandbox')).toBe('');
  await page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Case summary' }).waitFor();
  expect(watch).toEqual({ faults: [], foreignRequests: [] });
});

test('a level shows what it takes out, struck in its place', async () => {
  const { page } = opened;
  await page.getByLabel('Pseudonymised').check();
  await page.getByRole('button', { name: 'Mark removed' }).click();
  await page.frameLocator('iframe').locator('del').first().waitFor();
  await page.frameLocator('iframe').locator('ins').first().waitFor();
  await page.getByText('Removed at this level').waitFor();
});

test('neither the screen nor the document in it has an accessibility finding', async () => {
  const { page, watch } = opened;
  expect(await accessibilityFindings(page)).toEqual([]);
  const html = await page.locator('iframe').getAttribute('srcdoc');
  const alone = await page.context().newPage();
  await alone.setContent(html ?? '');
  await alone.getByRole('heading', { level: 1, name: 'Case summary' }).waitFor();
  expect(await accessibilityFindings(alone)).toEqual([]);
  await alone.close();
  expect(watch).toEqual({ faults: [], foreignRequests: [] });
});
