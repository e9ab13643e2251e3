import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo } from '#tests/e2e/steps.ts';

/** The same family by mouse, pen and finger, and what a screen reader meets on the way. */
let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ isDemo: true, viewport: { width: 1366, height: 768 } });
  const { page } = opened;
  await page.getByRole('grid').getByText('Oskar Näide').dblclick();
  await goTo(page, 'Family');
  await page.locator('.react-flow__node').nth(18).waitFor();
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const nodes = () => opened.page.locator('.react-flow__node');
/** Everybody of the family, also who is out of view. */
const people = async (): Promise<number> => Number((await opened.page.getByRole('radio', { name: /^People/ }).textContent())?.replaceAll(/\D/g, ''));
/** What the top bar offers to take back. */
const undoLabel = () => opened.page.locator('.bar [aria-label*="ndo"]').first().getAttribute('aria-label');
const symbolAt = async (index: number): Promise<{ readonly x: number; readonly y: number }> => {
  // The whole family slides into view; a press before it rests would go beside the symbol.
  const reach = await nodes().nth(index).locator('.reach').elementHandle();
  await reach?.waitForElementState('stable');
  const box = (await reach?.boundingBox()) ?? null;
  if (box === null) throw new Error('the symbol is not in view');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('a line drawn from one symbol to another asks what it means, and Escape leaves no trace', async () => {
  const { page } = opened;
  const [before, undone] = [await nodes().count(), await undoLabel()];
  const [from, to] = [await symbolAt(0), await symbolAt(3)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('menuitem', { name: 'are partners' }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(() => nodes().count()).toBe(before);
  await expect.poll(() => undoLabel()).toBe(undone);
});

test('a press on the handle at the selected symbol adds a relative there, and its targets are large enough for a finger', async () => {
  const { page } = opened;
  const before = await people();
  // Somebody whose parents are drawn: the last handle adds one sibling, and nobody else.
  const at = await symbolAt(2);
  await page.mouse.click(at.x, at.y);
  const handle = page.locator('.add-handle button').last();
  await handle.waitFor();
  const sizes = await page.locator('.add-handle button').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()).map(({ width, height }) => [Math.round(width), Math.round(height)]));
  expect(sizes).toEqual([[28, 28], [28, 28], [28, 28], [28, 28]]);
  await handle.click();
  await expect.poll(people).toBe(before + 1);
});

test('from so far away that a symbol is a dot, a press still means who stands nearest', async () => {
  const { page } = opened;
  const near = await symbolAt(2);
  const name = (await nodes().nth(2).locator('svg').first().getAttribute('data-person')) ?? 'nobody';
  const canvas = await page.locator('.canvas').boundingBox();
  if (canvas === null) throw new Error('no canvas');
  const viewport = () => page.locator('.react-flow__viewport').evaluate((element) => new DOMMatrix(getComputedStyle(element).transform)).then(({ a, e, f }) => ({ zoom: a, x: e, y: f }));
  const before = await viewport();
  await page.mouse.click(canvas.x + 30, canvas.y + 30);
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('-');
  await page.locator('.canvas[data-detail="shapes"]').waitFor();
  // The paper glides to where it will lie.
  await expect.poll(async () => { const [one, other] = [await viewport(), await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))).then(viewport)]; return one.zoom === other.zoom && one.x === other.x; }).toBe(true);
  const after = await viewport();
  const [x, y] = [(near.x - canvas.x - before.x) / before.zoom, (near.y - canvas.y - before.y) / before.zoom];
  await page.mouse.click(canvas.x + x * after.zoom + after.x, canvas.y + y * after.zoom + after.y);
  await expect.poll(() => page.locator('.canvas > [role="status"]').first().textContent()).toContain(name);
  await page.keyboard.press('0');
  await page.locator('.canvas[data-detail="shapes"]').waitFor({ state: 'detached' });
});

test('Shift and drag selects whoever it touches, and what is said is said of all', async () => {
  const { page } = opened;
  const canvas = await page.locator('.canvas').boundingBox();
  if (canvas === null) throw new Error('no canvas');
  await page.keyboard.down('Shift');
  await page.mouse.move(canvas.x + 10, canvas.y + 10);
  await page.mouse.down();
  await page.mouse.move(canvas.x + canvas.width - 20, canvas.y + canvas.height / 2, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await page.getByRole('heading', { name: /people selected$/ }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test.each(['Both', 'People'])('the view "%s" has no accessibility finding', async (view) => {
  const { page } = opened;
  await page.getByRole('radio', { name: view }).click();
  await page.getByRole('grid', { name: 'People of the family' }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test.each(['Compare with an earlier version', 'Import a family file', 'Export the family', 'Print the pedigree'])('the dialog "%s" has none', async (name) => {
  const { page } = opened;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByRole('dialog', { name }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test.each(['Person', 'Lines', 'Findings', 'Sources'])('the tab "%s" of a person has none', async (name) => {
  const { page } = opened;
  await page.getByRole('grid', { name: 'People of the family' }).getByRole('row').nth(2).click();
  await page.getByRole('tab', { name }).click();
  expect(await accessibilityFindings(page)).toEqual([]);
});
