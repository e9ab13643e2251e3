import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Steps that several journeys take, as a person takes them: by labels, roles and keys. */
export const passphrase = 'walnut lantern orbit thistle';

/** First start up to the empty caseload; answers the recovery key as it stands on the kit. */
export async function makeVault(page: Page): Promise<string> {
  await page.getByLabel('Your name').fill('Ida Counsellor');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase, once more').fill(passphrase);
  await page.getByRole('button', { name: 'Create the vault' }).click();
  const kit = page.getByRole('region', { name: 'Recovery key' });
  await kit.waitFor();
  const groups = await kit.locator('li b').allTextContents();
  for (const [index, group] of groups.entries()) {
    const field = page.getByLabel(`Group ${index + 1}`, { exact: true });
    if ((await field.count()) > 0) await field.fill(group);
  }
  await page.getByRole('button', { name: 'I have the kit, go on' }).click();
  await page.getByText('No cases yet').waitFor();
  return groups.join('-');
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: screen }).click();
}

/** Types into the search of the phenotype screen and records the first hit by the keyboard. */
export async function record(page: Page, text: string, key: 'Enter' | 'Shift+Enter'): Promise<void> {
  const search = page.getByRole('combobox', { name: 'Add a finding' });
  await search.fill(text);
  await page.getByRole('option').first().waitFor();
  await search.press(key);
  await page.getByRole('option').first().waitFor({ state: 'detached' });
}

/** Files as a person chooses them: a name and its bytes. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const jsonFile = (name: string, content: unknown): ChosenFile => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)) });

/** Opens the import from wherever the page is and hands it the files. */
export async function importFiles(page: Page, files: readonly ChosenFile[]): Promise<void> {
  await page.getByRole('button', { name: 'Import cases' }).first().click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([...files]);
}

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands, one line each. Not what it finds within a frame: the frame of a document refuses every script, that of axe too,
 * and says so on the console.
 */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  const result = await new AxeBuilder({ page }).exclude('iframe').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return result.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
