import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo, makeVault, record } from '#tests/e2e/steps.ts';

/** A line of a laboratory's report, entered, classified and undone by the keyboard alone. */
const line = 'FGFR2 NM_000141.5:c.755C>G p.(Ser252Trp) heterozygous, de novo, VUS';

let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser();
  await makeVault(opened.page);
  await opened.page.keyboard.press('n');
  await opened.page.getByLabel('Given name').fill('Nora');
  await opened.page.keyboard.press('Enter');
  await record(opened.page, 'Scoliosis', 'Enter');
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const verdict = () => opened.page.getByRole('region', { name: 'ACMG/AMP classification' }).locator('.verdict');

describe('a sequencing finding', () => {
  test('is entered from a line of a report by the keyboard, with the place of what cannot be read', async () => {
    const { page } = opened;
    await page.keyboard.press('Control+5');
    const field = page.getByLabel('HGVS or a line of a lab report');
    await page.getByText('No sequencing findings yet').waitFor();
    await field.waitFor();
    await field.fill('FGFR2 c.75XC>G heterozygous');
    await page.getByText('Character 11: X is not a base of DNA').waitFor();
    await field.fill(line);
    await page.getByText('reported as uncertain significance').waitFor();
    await field.press('Enter');
    await page.getByRole('button', { name: /^FGFR2 c\.755C>G/ }).waitFor();
    await expect.poll(() => page.getByRole('list', { name: 'Sequencing findings' }).locator('button').allInnerTexts()).toMatchObject([expect.stringContaining('p.(Ser252Trp) · heterozygous · de novo')]);
    await expect.poll(() => page.getByRole('textbox', { name: 'Transcript' }).inputValue()).toBe('NM_000141.5');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('is classified by criteria, with what the record suggests and without counting anything twice', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Take PM6 supporting' }).press('Enter');
    await page.getByRole('button', { name: /^PS2:/ }).press('Enter');
    await page.getByText('both count the same de novo event').waitFor();
    for (const code of ['PS3', 'PS1', 'PM2']) await page.getByRole('button', { name: new RegExp(`^${code}:`) }).press('Enter');
    await verdict().getByText('10 points').waitFor();
    await verdict().getByText('pathogenic', { exact: true }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText('FGFR2 c.755C>G: pathogenic').first().waitFor();
    await expect.poll(() => page.locator('.class-history li').allInnerTexts()).toMatchObject([expect.stringContaining('PS1, PS3, PM2, PM6_supporting'), expect.stringContaining('As the report gives it.')]);
  });

  test('raises the diseases of its gene, beside what the phenotype alone says', async () => {
    const { page } = opened;
    await goTo(page, 'Diagnosis');
    await page.getByText('FGFR2 c.755C>G, pathogenic').waitFor();
    await page.getByText('×1,516').waitFor();
    // The list begins with the first candidate, its gene below its name.
    const beginning = async () => (await page.locator('.diagnosis-split').innerText()).slice(0, 150);
    await expect.poll(beginning).toContain('FGFR2');
    await page.getByRole('radio', { name: 'phenotype only' }).click();
    await expect.poll(beginning).not.toContain('FGFR2');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('and its classification are undone one by one', async () => {
    const { page } = opened;
    await goTo(page, 'Findings');
    await page.locator('.class-history').getByText('pathogenic', { exact: true }).waitFor();
    await page.getByRole('main').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: Classify FGFR2 c.755C>G as pathogenic').waitFor();
    await expect.poll(() => page.locator('.class-history li').count()).toBe(1);
    await page.keyboard.press('Control+z');
    await page.getByText('No sequencing findings yet').waitFor();
  });
});
