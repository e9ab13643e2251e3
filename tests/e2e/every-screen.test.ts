import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo } from '#tests/e2e/steps.ts';

/** Every screen on the demonstration families, in both themes and at the smallest size that is supported. */
let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ isDemo: true, viewport: { width: 1366, height: 768 } });
  await opened.page.getByRole('grid').getByRole('row').nth(8).waitFor();
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const themes = ['Light', 'Dark'] as const;

async function chooseTheme(theme: (typeof themes)[number]): Promise<void> {
  await opened.page.getByRole('button', { name: 'Theme' }).click();
  await opened.page.getByRole('menuitem', { name: theme }).click();
  await opened.page.locator(`[data-theme="${theme.toLowerCase()}"]`).first().waitFor();
}

/** Nothing of the page may be wider than the window: at this size everything has to fit. */
const overflow = () => opened.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(themes)('in the %s theme', (theme) => {
  beforeAll(async () => {
    await chooseTheme(theme);
  });

  test('the caseload, its dialogs and the palette have no accessibility finding', async () => {
    const { page } = opened;
    await goTo(page, 'Caseload');
    await page.getByRole('grid').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    for (const key of ['n', 'i', 'f', 's', '?', 'Control+k']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await expect.poll(() => overflow()).toBe(0);
  });

  test.each([
    { screen: 'Knowledge', sign: 'Installed releases' },
    { screen: 'All changes', sign: 'Every change of this vault' },
    { screen: 'Security', sign: 'Verification' },
    { screen: 'Settings', sign: 'Clinic' },
  ])('$screen has none', async ({ screen, sign }) => {
    const { page } = opened;
    await goTo(page, screen);
    await page.getByRole('heading', { level: 1, name: screen }).waitFor();
    await page.getByRole('main').getByText(sign).first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expect.poll(() => overflow()).toBe(0);
  });

  test.each([
    { screen: 'Overview', sign: 'First symptom' },
    { screen: 'Family', sign: 'Add a condition' },
    { screen: 'Phenotype', sign: 'Coverage' },
    { screen: 'Findings', sign: 'No sequencing findings yet' },
    { screen: 'Diagnosis', sign: 'None of these' },
    { screen: 'Trials', sign: 'No trials at hand yet' },
    { screen: 'Referrals', sign: 'Example Eye Clinic' },
    { screen: 'Documents', sign: 'DEMO-001_case-summary.pdf' },
    { screen: 'Patients like this', sign: 'cases compared' },
    { screen: 'History', sign: 'Begin a referral to Example Eye Clinic' },
  ])('$screen of a case has none', async ({ screen, sign }) => {
    const { page } = opened;
    await goTo(page, 'Caseload');
    await page.getByRole('grid').getByText('Mateo Ejemplar').dblclick();
    await goTo(page, screen);
    await page.getByText(sign).first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expect.poll(() => overflow()).toBe(0);
  });

  test('the consents of the family, what one person says, and the preview of an erasure have none', async () => {
    const { page } = opened;
    await goTo(page, 'Caseload');
    await page.getByRole('grid').getByText('Mateo Ejemplar').dblclick();
    await goTo(page, 'Documents');
    await page.getByRole('button', { name: 'Consents', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Consents of the family' });
    await dialog.getByRole('button', { name: 'Person' }).click();
    await page.getByRole('option', { name: /Mateo Ejemplar/ }).click();
    await dialog.getByText('Place in the pedigree').waitFor();
    await dialog.getByRole('table').getByRole('button').first().click();
    await dialog.getByRole('button', { name: 'Record consent' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

test('everything in the caseload can be reached and left by the keyboard', async () => {
  const { page } = opened;
  await goTo(page, 'Caseload');
  await page.keyboard.press('/');
  await page.keyboard.type('Mfano');
  await page.getByText('1 of 10 shown', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('10 of 10 shown', { exact: false }).waitFor();
  await page.getByRole('grid').getByRole('row').nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).and(page.getByText('Caseload')).waitFor({ state: 'detached' });
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('heading', { level: 1, name: 'Caseload' }).waitFor();
});
