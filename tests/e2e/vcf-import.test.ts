import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFamilyVcf } from '#tests/builders/a-family-vcf.ts';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo } from '#tests/e2e/steps.ts';

let opened: OpenPage;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nostos-vcf-'));
  opened = await openInBrowser({ isDemo: true });
  // An invented girl with epilepsy, whose parents and brother are drawn.
  await opened.page.getByText('Ngozi Apeere').first().dblclick();
  await goTo(opened.page, 'Findings');
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const dialog = () => opened.page.getByRole('dialog', { name: 'Select variants from a VCF file' });

describe('variants of a VCF file', () => {
  test('are selected through the drawn family after the bad line is accepted, from a file that the page sends', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'From a VCF file' }).click();
    await dialog().locator('input[type=file]').setInputFiles({ name: 'trio.vcf', mimeType: 'text/plain', buffer: Buffer.from(aFamilyVcf({ hasBadLine: true })) });
    await dialog().getByText('3 samples, GRCh38, annotated with genes and consequences').waitFor();
    const choices = await dialog().locator('.vcf-people tbody .select-button').allInnerTexts();
    expect(choices.slice(0, 6)).toEqual(['father', 'unaffected', 'mother', 'unaffected', 'child', 'affected']);
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Select variants' }).click();
    await dialog().getByText('Line 13: POS three thousand is not a whole number').waitFor();
    await dialog().getByRole('button', { name: 'Go on without them' }).click();
    await dialog().getByText('1 variant fits').waitFor();
    await dialog().getByText('Set aside: 1 with a parent who was not called.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('of which one is ticked are one finding, with the genotype of everybody who was called', async () => {
    const { page } = opened;
    await dialog().getByRole('checkbox', { name: /^FGFR2 c\.755C>G/ }).press('Space');
    await dialog().getByRole('button', { name: 'Store 1 finding' }).click();
    await page.getByRole('button', { name: /^FGFR2 c\.755C>G/ }).waitFor();
    await expect.poll(() => page.getByRole('list', { name: 'Sequencing findings' }).locator('button').allInnerTexts()).toMatchObject([expect.stringContaining('de novo')]);
    await expect.poll(() => page.locator('.genotypes .chip.is-carrier').count()).toBe(1);
    await expect.poll(() => page.locator('.genotypes .chip.is-absent').count()).toBe(2);
    await expect.poll(() => page.getByRole('textbox', { name: 'Genomic (g. or m.)' }).inputValue()).toBe('NC_000010.11:g.121517378G>C');
  });

  test('that make a pair are ticked as one and stored in trans, from a file named by its path', async () => {
    const { page } = opened;
    const path = join(folder, 'trio.vcf');
    writeFileSync(path, aFamilyVcf());
    await page.getByRole('main').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('v');
    await dialog().getByRole('button', { name: 'Another file' }).click();
    await dialog().getByLabel('or its path on this machine').fill(path);
    await page.keyboard.press('Enter');
    await dialog().getByText('Who is who').waitFor();
    await dialog().getByRole('button', { name: /Inheritance/ }).click();
    await page.getByRole('option', { name: 'compound heterozygous' }).click();
    await dialog().getByRole('button', { name: 'Select variants' }).click();
    await dialog().getByText('in trans, known by the parents').waitFor();
    await dialog().getByRole('checkbox', { name: /^RP1/ }).press('Space');
    await dialog().getByRole('button', { name: 'Store 2 findings' }).click();
    await page.getByRole('list', { name: 'Sequencing findings' }).getByRole('button', { name: /^RP1 c\.2029C>T/ }).waitFor();
    await page.getByRole('list', { name: 'Sequencing findings' }).getByRole('button', { name: /^RP1 c\.3157G>A/ }).click();
    await page.getByRole('button', { name: 'in trans Phase', exact: true }).waitFor();
    await page.getByRole('button', { name: /^RP1 c\.2029C>T To which finding/ }).waitFor();
  });

  test('are refused where the file is none, and nothing is stored', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'From a VCF file' }).click();
    await dialog().getByRole('button', { name: 'Another file' }).click();
    await dialog().locator('input[type=file]').setInputFiles({ name: 'letter.vcf', mimeType: 'text/plain', buffer: Buffer.from('Dear colleague,\nthank you.\n') });
    await dialog().getByText('This is no VCF file: the line #CHROM is missing.').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});
