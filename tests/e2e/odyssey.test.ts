import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPdf } from '#tests/builders/a-pdf.ts';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { accessibilityFindings, makeVault } from '#tests/e2e/steps.ts';

/** The way of a family told at talking speed: partial dates by the keyboard, a letter attached and opened again, the line walked and printed. */
let opened: OpenPage;
beforeAll(async () => {
  opened = await openInBrowser({ viewport: { width: 1366, height: 768 } });
  await makeVault(opened.page);
  await opened.page.keyboard.press('n');
  await opened.page.getByLabel('Given name').fill('Nora');
  await opened.page.getByLabel('Birth date').fill('2010-05-17');
  await opened.page.keyboard.press('Enter');
  await opened.page.getByRole('combobox', { name: 'Add a finding' }).waitFor();
  await opened.page.keyboard.press('Escape');
  await opened.page.keyboard.press('Control+2');
  await opened.page.getByText('No step of the odyssey has a date yet').waitFor();
});
afterAll(async () => {
  expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  await opened.close();
});

const steps = () => opened.page.getByRole('region', { name: 'Every step' }).getByRole('listitem');
const currentMark = () => opened.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

describe('the odyssey of a case', () => {
  test('is told line by line with partial dates, and its steps stand in order', async () => {
    const { page } = opened;
    await page.keyboard.press('/');
    const lines = ['visit spring 2019 Dr Kaur at Eye clinic, no cause found', 'symptom age 3 clumsy on stairs', 'misdiagnosed as flat feet about 2014 Dr Rao', 'exome 2021 negative', 'symptom at birth floppy', 'treatment physiotherapy since 12.3.2015', 'todo call the laboratory by 12.4.2031'];
    for (const [index, line] of lines.entries()) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
      if (index < lines.length - 1) await expect.poll(() => steps().count()).toBe(index + 1);
    }
    await expect.poll(() => steps().allInnerTexts().then((texts) => texts.map((text) => text.split('\n')[0]))).toEqual(['at birth', 'age 3 y', 'about 2014', 'since 12 Mar 2015', 'spring 2019', '2021']);
    await page.getByRole('checkbox', { name: 'Done: Call the laboratory' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('is walked, zoomed and shown whole again by the keyboard', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: /^Symptom: Floppy/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(currentMark).toBe('Symptom: Clumsy on stairs, age 3 y');
    await page.keyboard.press('End');
    await expect.poll(currentMark).toBe('Test: Exome, negative, 2021');
    await page.keyboard.press('ArrowUp');
    await expect.poll(currentMark).toContain('Visit: No cause found');
    await page.getByRole('complementary').getByLabel('When').waitFor();
    const years = () => page.locator('.timeline-axis .tick').allInnerTexts();
    const far = await years();
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('+');
    await expect.poll(years).not.toEqual(far);
    await page.keyboard.press('0');
    await expect.poll(years).toEqual(far);
  });

  test('draws an attached PDF page by page in a thread that can ask nothing of anybody, runs nothing of it, and says what it cannot draw', async () => {
    const { page } = opened;
    const inspector = page.getByRole('complementary');
    const chooser = page.waitForEvent('filechooser');
    await inspector.getByRole('button', { name: 'Attach files' }).click();
    const script = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); document.title = "taken") >>';
    const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
    await (await chooser).setFiles([pdf('report.pdf', aPdf(['Exome report', 'Its second page'], script)), pdf('scan.pdf', aPdf(['Cover'], '', 'JBIG2Decode')), pdf('broken.pdf', Buffer.from('%PDF-1.4 and nothing'))]);

    await inspector.getByRole('button', { name: 'Open report.pdf' }).click();
    const viewer = page.getByRole('dialog', { name: 'report.pdf' });
    await viewer.getByText('Exome report').waitFor({ state: 'attached' });
    const darkPixels = () => viewer.getByRole('img', { name: 'Page 1 of 2' }).evaluate((canvas: HTMLCanvasElement) => (canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []).filter((value, at) => at % 4 === 0 && value < 128).length);
    await expect.poll(darkPixels).toBeGreaterThan(100);
    expect(await accessibilityFindings(page)).toEqual([]);
    const thread = page.workers().find((worker) => worker.url().includes('pdf-worker'));
    expect(await thread?.evaluate(() => ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'indexedDB', 'Worker', 'importScripts'].map((name) => typeof (globalThis as unknown as Readonly<Record<string, unknown>>)[name]))).toEqual(Array.from({ length: 7 }, () => 'undefined'));
    await viewer.getByRole('button', { name: 'Next page' }).click();
    await viewer.getByText('Its second page').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => page.workers().filter((worker) => worker.url().includes('pdf-worker')).length).toBe(0);
    expect(await page.title()).not.toBe('taken');

    await inspector.getByRole('button', { name: 'Open scan.pdf' }).click();
    await page.getByText('A page may look empty.').waitFor();
    await page.keyboard.press('Escape');
    await inspector.getByRole('button', { name: 'Open broken.pdf' }).click();
    await page.getByText('This PDF cannot be read here').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('keeps a letter with a step, opens it again as text, and undoes its removal', async () => {
    const { page } = opened;
    const inspector = page.getByRole('complementary');
    const chooser = page.waitForEvent('filechooser');
    await inspector.getByRole('button', { name: 'Attach files' }).click();
    await (await chooser).setFiles([{ name: 'letter.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "taken"</script></svg>') }, { name: 'mark.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }]);
    await inspector.getByRole('button', { name: 'Open letter.svg' }).click();
    await page.getByText('<script>document.title = "taken"</script>').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await inspector.getByRole('button', { name: 'Open mark.png' }).click();
    await expect.poll(() => page.getByRole('img', { name: 'mark.png' }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a copy' }).click();
    expect((await download).suggestedFilename()).toBe('mark.png');
    await page.keyboard.press('Escape');
    expect(await page.title()).not.toBe('taken');
    await inspector.getByRole('button', { name: 'Remove letter.svg' }).click();
    await inspector.getByRole('button', { name: 'Open letter.svg' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await inspector.getByRole('button', { name: 'Open letter.svg' }).waitFor();
  });

  test('comes out of the printer as one page, without what is private', async () => {
    const { page } = opened;
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', document.querySelector('.printed-odyssey')?.textContent ?? '');
    });
    await steps().filter({ hasText: 'Flat feet' }).getByRole('button').click();
    await page.getByRole('complementary').getByRole('checkbox', { name: /^Keep from the family/ }).press('Space');
    await steps().filter({ hasText: 'private' }).waitFor();
    await page.keyboard.press('Control+p');
    await expect.poll(() => page.locator('body').getAttribute('data-printed')).toContain('The odyssey of Nora');
    const printed = (await page.locator('body').getAttribute('data-printed')) ?? '';
    expect(printed).toContain('Clumsy on stairs');
    expect(printed).not.toContain('Flat feet');
    expect(printed).toContain('0 wrong diagnoses');
  });
});
