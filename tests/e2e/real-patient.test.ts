import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInBrowser, type OpenPage } from '#tests/e2e/browser.ts';
import { goTo, importFiles, jsonFile, makeVault, unlock } from '#tests/e2e/steps.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

const patients = referenceData('cases/phenopackets-dev.jsonl.gz');
const annotations = referenceData('knowledge/2025-05-06/phenotype.hpoa.gz');
const kabuki = { id: 'OMIM:147920', name: 'Kabuki syndrome 1' };

interface Packet {
  readonly phenotypicFeatures: readonly { readonly excluded?: boolean }[];
  readonly diseases?: readonly { readonly term?: { readonly id?: string } }[];
}

/** The first published patient of this disease who was examined thoroughly, as its line stands in the file. */
function thoroughPatient(diseaseId: string): string {
  const lines = gunzipSync(readFileSync(patients ?? '')).toString('utf8').split('\n');
  const isThorough = (packet: Packet) => packet.diseases?.[0]?.term?.id === diseaseId && packet.phenotypicFeatures.filter((feature) => feature.excluded !== true).length >= 14;
  const line = lines.find((text) => text.includes(diseaseId) && isThorough(JSON.parse(text) as Packet));
  if (line === undefined) throw new Error(`no such patient of ${diseaseId}`);
  return line;
}

describe.skipIf(patients === null || annotations === null)(`a published patient, from the file to the reasons (${absentNote})`, () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openInBrowser();
    await makeVault(opened.page);
  });
  afterAll(async () => {
    await opened.close();
  });

  const first = () => opened.page.getByRole('listbox', { name: 'Candidates' }).getByRole('option').first();

  test('comes in beside files that are refused with name, line and reason', async () => {
    const { page } = opened;
    const truncated = `${thoroughPatient(kabuki.id)}\n{"id":"cut off","subject":{"id":"x"},"phenotypicFeatures":[{"type":`;
    await importFiles(page, [jsonFile('patients.jsonl', truncated), jsonFile('letter.json', 'Dear colleague,')]);
    await page.getByText('1 case imported').waitFor();
    const dialog = await page.getByRole('dialog').innerText();
    expect(dialog).toMatch(/patients\.jsonl:2/);
    expect(dialog).toMatch(/letter\.json:1/);
    expect(dialog).toContain('2 refused');
    await page.getByRole('dialog').getByRole('button', { name: /^Open / }).click();
    expect(opened.watch).toEqual({ faults: [], foreignRequests: [] });
  });

  test('has the right disease first with the starter catalogue only', async () => {
    await goTo(opened.page, 'Diagnosis');
    await first().waitFor();
    await expect.poll(() => first().innerText()).toContain(kabuki.name);
  });

  test('has it first under the full release too, installed on screen, with frequencies and papers', async () => {
    const { page } = opened;
    await goTo(page, 'Knowledge');
    await page.getByLabel('Or the path of a folder on this machine').fill(dirname(annotations ?? ''));
    await page.getByRole('button', { name: 'Install', exact: true }).click();
    await page.getByText(/Installed 2025-05-06 in/).waitFor({ timeout: 90_000 });
    await expect.poll(() => page.getByText('Skipped, with reasons').isVisible()).toBe(true);
    await goTo(page, 'Diagnosis');
    await page.getByText(/8,\d{3} diseases/).waitFor();
    await first().getByText(kabuki.name).waitFor();
    await first().click();
    const reasons = page.getByRole('region', { name: `Why ${kabuki.name}` });
    await reasons.getByRole('row').nth(1).hover();
    await reasons.getByText(/PMID:\d+/).first().waitFor();
    await expect.poll(() => reasons.innerText()).toMatch(/exact, \d+\/\d+/);
  });

  test('is there again, ranked as before, after the process was killed', async () => {
    const { application, page } = opened;
    const before = await first().innerText();
    await application.kill();
    await page.context().browser()?.close();
    opened = await openInBrowser({ home: application.home });
    await unlock(opened.page);
    await opened.page.getByRole('grid').getByText(kabuki.name).waitFor();
    await opened.page.getByRole('button', { name: 'Open case' }).click();
    await goTo(opened.page, 'Diagnosis');
    await first().waitFor();
    await expect.poll(() => first().innerText()).toBe(before);
  });
});
