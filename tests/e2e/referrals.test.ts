import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysAfter } from '#shared/base/calendar-day.ts';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo, makeVault, record, unlock } from '#tests/e2e/steps.ts';

/** One referral from the draft to the closed action, by labels, roles and keys. The page runs in UTC, so that its day is the one here. */
const today = new Date().toISOString().slice(0, 10);
const daysAgo = (days: number): string => daysAfter(today, -days);

let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ viewport: { width: 1366, height: 768 } });
  await makeVault(opened.page);
  await opened.page.keyboard.press('n');
  await opened.page.getByLabel('Given name').fill('Nora');
  await opened.page.keyboard.press('Enter');
  await record(opened.page, 'Seizure', 'Enter');
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const openReferrals = async (): Promise<void> => {
  await opened.page.keyboard.press('Control+7');
  await opened.page.getByRole('main').waitFor();
};
const part = (name: string | RegExp) => opened.page.getByRole('radio', { name });
const stages = () => opened.page.getByRole('list', { name: 'Where it stands' }).getByRole('listitem');
const current = async (): Promise<string> => (await opened.page.locator('.stage-rail [aria-current="step"] > span').textContent()) ?? '';

/** Takes the proposed next step, or another one, on a day. */
async function take(stage: string, on: string): Promise<void> {
  const { page } = opened;
  const form = page.getByRole('form', { name: 'Next step' });
  const recordIt = form.getByRole('button', { name: `Record: ${stage}` });
  if ((await recordIt.count()) === 0) {
    await form.getByRole('button', { name: /\bStep\b/ }).first().click();
    await page.getByRole('option', { name: stage, exact: true }).click();
  }
  await form.getByLabel('On', { exact: true }).fill(on);
  if (stage === 'Appointment') await form.getByLabel('Day of the appointment').fill(daysAgo(10));
  if (stage === 'Letter received') await form.getByLabel('What their letter asks to be done').fill('Repeat the EEG');
  await recordIt.click();
  await expect.poll(current).toBe(stage);
}

describe('a referral', () => {
  test('is begun by the keyboard for a destination, which says what it asks for', async () => {
    const { page } = opened;
    await openReferrals();
    await page.getByText('No referrals yet').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('n');
    await page.getByRole('dialog').getByRole('button', { name: /^Undiagnosed-diseases programme/ }).press('Enter');
    await part(/^Readiness 1 of 17$/).waitFor();
    await expect.poll(() => current()).toBe('Drafted');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('leads from what is missing to where it is entered, and counts it once it is there', async () => {
    const { page } = opened;
    const missing = page.getByRole('listitem').filter({ hasText: 'When symptoms were first noticed' });
    await missing.getByRole('button', { name: 'Enter it under Overview' }).click();
    await page.getByLabel('First symptom', { exact: true }).first().fill('2022-05');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Alt+ArrowLeft');
    await part(/^Readiness 2 of 17$/).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'The question' }).getByRole('button', { name: 'Enter it here' }).click();
    await page.keyboard.type('Which disease is it?');
    await page.keyboard.press('Tab');
    await part(/^Readiness 3 of 17$/).waitFor();
  });

  test('keeps the letter that was typed when one goes elsewhere in the middle of a word', async () => {
    const { page } = opened;
    await part('Letter').click();
    const letter = page.getByLabel('Text of the letter');
    await expect.poll(() => letter.inputValue()).toContain('Which disease is it?');
    await letter.press('Control+End');
    await page.keyboard.type('\n\nWith kind regards, Id');
    await page.keyboard.press('Control+4');
    await page.getByRole('combobox', { name: 'Add a finding' }).waitFor();
    await record(page, 'Hypotonia', 'Enter');
    await openReferrals();
    await expect.poll(() => letter.inputValue()).toMatch(/With kind regards, Id$/);
    await expect.poll(() => letter.inputValue()).not.toContain('hypotonia');
    await page.getByRole('region', { name: 'How it reads' }).getByText('With kind regards, Id').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('shows what a new draft would change, and takes only what is chosen', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Draft again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('ins').filter({ hasText: 'hypotonia' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.locator('li').filter({ hasText: 'hypotonia' }).getByText('Take this change').click();
    await dialog.getByRole('button', { name: 'Take the 1 chosen' }).click();
    await expect.poll(() => page.getByLabel('Text of the letter').inputValue()).toMatch(/hypotonia[^]*With kind regards, Id$/);
  });

  test('goes through its stages one by one, overdue where nobody answered in time, to the closed action', async () => {
    const { page } = opened;
    await take('Sent', daysAgo(60));
    await page.getByRole('status').filter({ hasText: 'Overdue by 46 days: Their acknowledgement is expected within 14 days' }).waitFor();
    await take('Acknowledged', daysAgo(45));
    await take('Records complete', daysAgo(40));
    await take('Appointment', daysAgo(38));
    await page.getByRole('status').filter({ hasText: 'Overdue by 10 days: the day of the appointment' }).waitFor();
    await take('Seen', daysAgo(10));
    await page.getByRole('status').filter({ hasText: 'Their letter is expected within 28 days' }).waitFor();
    await take('Letter received', daysAgo(2));
    await page.getByRole('button', { name: 'Make it a task' }).click();
    await page.getByText('Task made: Repeat the EEG').waitFor();
    await take('Action closed', today);
    await page.getByText('This referral is closed.').waitFor();
    await expect.poll(() => page.getByText(/overdue/i).count()).toBe(0);
    await expect.poll(() => stages().evaluateAll((all) => all.map(({ className }) => className.trim()))).toEqual([...Array<string>(7).fill('is-done'), 'is-now']);
    await part('Steps 8').click();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('is reopened by undo, and the due day comes back with it', async () => {
    const { page } = opened;
    await page.getByRole('main').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+z');
    await page.getByText(/Undone: Referral to .*: action closed/).waitFor();
    await expect.poll(current).toBe('Letter received');
    await page.getByRole('status').filter({ hasText: 'What they asked for is expected within 14 days' }).waitFor();
  });

  test('becomes overdue by itself when the day comes, and that is said in words', async () => {
    const { page } = opened;
    await expect.poll(() => page.getByText(/overdue/i).count()).toBe(0);
    await page.clock.install();
    await page.clock.setSystemTime(new Date(`${daysAfter(today, 20)}T09:00:00Z`));
    // Nobody has touched it for twenty days.
    await page.getByText('Nostos is locked').waitFor();
    await unlock(page);
    await page.getByRole('grid').getByText('Nora').waitFor();
    await page.getByRole('button', { name: 'Open case' }).click();
    await goTo(page, 'Referrals');
    await page.getByRole('list', { name: 'Referrals of this case' }).getByText('overdue by 8 days').waitFor();
    await page.getByRole('status').filter({ hasText: 'Overdue by 8 days' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
