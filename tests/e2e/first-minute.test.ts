import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo, makeVault, record, unlock } from '#tests/e2e/steps.ts';

/** The first minute on a machine with nothing but Nostos: an invented child with findings of Marfan syndrome, typed as people type. */
let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser();
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const candidates = () => opened.page.getByRole('listbox', { name: 'Candidates' }).getByRole('option');

describe('the first minute with the starter catalogue only', () => {
  test('asks for a passphrase, shows the recovery kit once and opens an empty caseload', async () => {
    const { page } = opened;
    await page.getByRole('heading', { name: 'Welcome to Nostos' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const recoveryKey = await makeVault(page);
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    await expect.poll(() => page.getByText('Starter catalogue:').first().isVisible()).toBe(true);
  });

  test('takes a case down by the keyboard alone, with typos and lay words', async () => {
    const { page } = opened;
    await page.keyboard.press('n');
    await page.getByLabel('Given name').fill('Nora');
    await page.keyboard.press('Enter');
    await page.locator('input[aria-label="Add a finding"]:focus').waitFor();
    await record(page, 'ectopia lentis', 'Enter');
    await record(page, 'aracnodactyly', 'Enter');
    await record(page, 'aortic root aneurysm', 'Enter');
    await record(page, 'tall', 'Enter');
    await record(page, 'seziure', 'Shift+Enter');
    const grid = page.getByRole('grid', { name: 'Findings' });
    for (const label of ['Ectopia lentis', 'Arachnodactyly', 'Aortic root aneurysm', 'Tall stature', 'Seizure']) await grid.getByText(label, { exact: true }).waitFor();
    await expect.poll(() => page.getByText('observed 4').isVisible()).toBe(true);
    await expect.poll(() => page.getByText('excluded 1').isVisible()).toBe(true);
  });

  test('puts the right disease first and says why, term by term', async () => {
    const { page } = opened;
    await goTo(page, 'Diagnosis');
    await candidates().first().waitFor();
    await expect.poll(() => candidates().first().innerText()).toContain('Marfan syndrome');
    const reasons = page.getByRole('region', { name: 'Why Marfan syndrome' });
    for (const label of ['Ectopia lentis', 'Arachnodactyly', 'Aortic root aneurysm', 'Seizure']) await reasons.getByText(label, { exact: true }).waitFor();
    await expect.poll(() => reasons.innerText()).toMatch(/Sum\s+About this number/);
    await expect.poll(() => page.getByText('None of these').isVisible()).toBe(true);
  });

  test('ranks again at once when a term is ignored, and undo brings it back', async () => {
    const { page } = opened;
    const sum = async () => Number((await page.getByRole('region', { name: 'Why Marfan syndrome' }).getByText(/^[+−]\d/).last().innerText()).replace('−', '-'));
    const before = await sum();
    await page.getByRole('region', { name: 'Why Marfan syndrome' }).getByText('Ectopia lentis', { exact: true }).hover();
    await page.keyboard.press('i');
    await page.getByText('1 term not used').waitFor();
    await expect.poll(sum).toBeLessThan(before);
    await page.keyboard.press('Control+z');
    await page.getByText('1 term not used').waitFor({ state: 'detached' });
    await page.getByText('5 terms,').waitFor();
  });

  test('has no accessibility finding where the vault is locked, backed up and recovered', async () => {
    const { page } = opened;
    await goTo(page, 'Security');
    await page.getByRole('main').getByText('Automatic lock').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await goTo(page, 'Diagnosis');
  });

  test('keeps a decision, and everything else, over a lock and over the end of the process', async () => {
    const { page } = opened;
    await page.getByRole('radio', { name: 'Working' }).click();
    await page.getByRole('status').filter({ hasText: 'Saved' }).first().waitFor();
    await page.keyboard.press('Control+l');
    await page.getByText('Nostos is locked').waitFor();
    expect(await page.content()).not.toContain('Nora');
    await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase at all');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText(/passphrase is not right/i).waitFor();
    await unlock(page);
    await page.getByText('Nora').first().waitFor();
    await expect.poll(() => page.getByRole('grid').first().innerText()).toMatch(/Marfan syndrome\s*working/);
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
  });
});
