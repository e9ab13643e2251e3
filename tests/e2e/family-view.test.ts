import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, goTo } from '#tests/e2e/steps.ts';

/** A screen that is turned to a family of the demonstration, after the counsellor has looked at all that it must not see. */
const secrets = ['Bleeding after an operation', 'Factor VIII 41 %', 'Inhibitor 2004', 'Haemophilia A in the proband; the mother', 'Mother and maternal grandmother'];

let opened: OpenPage;
const received: string[] = [];
let isTurned = false;

beforeAll(async () => {
  opened = await openInBrowser({ isDemo: true });
  opened.page.on('response', (response) => {
    if (isTurned) void response.text().then((text) => received.push(text), () => undefined);
  });
  await opened.page.getByText('Oskar Näide').first().dblclick();
  await goTo(opened.page, 'Family');
  await opened.page.getByText('Inhibitor 2004').first().waitFor();
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

/** Every string in the memory of the page, after what is no longer needed was thrown away. */
async function memoryOf({ page }: OpenPage): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: false });
  await session.detach();
  return chunks.join('');
}

describe('the family view', () => {
  test('is entered with a look at what will be seen, and left out', async () => {
    const { page } = opened;
    for (const secret of secrets) expect(await page.content(), secret).toContain(secret.slice(0, 8));
    await page.keyboard.press('F9');
    const dialog = page.getByRole('dialog', { name: 'Turn the screen to the family' });
    await dialog.getByText('notes, causes of death and results of').waitFor();
    await dialog.getByText('A pregnancy: ').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByLabel('PIN to come back').fill('2468');
    isTurned = true;
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Oskar’s family' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('holds nothing private in the page, in its memory, or in what it was sent', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Urmas' }).click();
    await page.getByRole('heading', { name: 'Urmas' }).waitFor();
    const [memory, content, sent] = [await memoryOf(opened), await page.content(), received.join('\n')];
    // What is looked for can be found where it is.
    expect([memory, content, sent].map((text) => text.includes('Urmas'))).toEqual([true, true, true]);
    for (const secret of secrets) expect([memory, content, sent].map((text) => text.includes(secret)), secret).toEqual([false, false, false]);
  });

  test('keeps what the family says, and can neither be reloaded away nor left without the PIN', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Oskar' }).click();
    await page.getByRole('button', { name: 'Is this right? Born 11 February 2021' }).press('Enter');
    await page.getByRole('button', { name: 'Not right' }).press('Enter');
    await page.getByLabel('What is right?').fill('2021-02-12');
    await page.keyboard.press('Enter');
    await page.getByText('You said: 2021-02-12').waitFor();
    await page.reload();
    await page.getByText('You said: 2021-02-12').waitFor();
    await page.keyboard.press('Control+1');
    await page.keyboard.press('F9');
    await page.getByLabel('PIN').fill('1357');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the PIN.').waitFor();
    await page.getByLabel('PIN').fill('2468');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  });

  test('gives its words to the counsellor, who takes them over', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '1 word of the family', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Words of the family' });
    await dialog.getByText('2021-02-12').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await dialog.getByText('Taken over', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await goTo(page, 'Family');
    await expect.poll(() => page.getByRole('textbox', { name: 'Born' }).inputValue()).toBe('2021-02-12');
  });
});
