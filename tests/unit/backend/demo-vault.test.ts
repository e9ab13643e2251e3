import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDemoFolder } from '#electron/backend/demo/demo-folder.ts';
import { openApplication, type OpenApplication } from '#electron/backend/open-application.ts';
import { exampleFamilies } from '#shared/casefile/example-families.ts';
import { contract, type OutputOf } from '#shared/contract/contract.ts';
import type { Family } from '#shared/pedigree/family.ts';

describe('the demonstration', () => {
  let application: OpenApplication;
  let elsewhere: string;
  beforeAll(async () => {
    elsewhere = mkdtempSync(`${tmpdir()}/nostos-own-`);
    application = await openApplication({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: elsewhere, vaultFolder: null, isDemo: true });
  });
  afterAll(async () => {
    await application.close();
    rmSync(elsewhere, { recursive: true });
  });

  const cases = async (): Promise<OutputOf<'case.list'>> => {
    const response = await application.backend.dispatch('case.list', {});
    return contract['case.list'].output.parse(response.ok ? response.value : null);
  };

  test('is open with every example family, each with its first candidate', async () => {
    const [state, list] = [await application.backend.dispatch('app.state', {}), await cases()];
    expect(state).toMatchObject({ ok: true, value: { vault: 'open', isDemo: true } });
    expect(list.map((summary) => summary.reference).sort()).toEqual(exampleFamilies.map((family) => family.case.reference).sort());
    expect(list.filter((summary) => summary.topCandidate === null).map((summary) => summary.reference)).toEqual([]);
    for (const summary of list) {
      const family = exampleFamilies.find((example) => example.case.reference === summary.reference);
      expect([summary.observedCount, summary.excludedCount]).toEqual(['observed', 'excluded'].map((state) => family?.features.filter((feature) => feature.detail.state === state).length));
    }
  });

  test('has the family of every example, drawn round the proband of its case', async () => {
    for (const { id, reference } of await cases()) {
      const example = exampleFamilies.find((one) => one.case.reference === reference);
      const response = await application.backend.dispatch('family.show', { caseId: id });
      const { family } = contract['family.show'].output.parse(response.ok ? response.value : null);
      const named = (shown: Family | undefined) => shown?.individuals.map(({ id: _, ...individual }) => individual);
      expect(named(family)).toEqual(named(example?.family));
      expect([family.header, family.parentEdges.length, family.individualConditions.length]).toEqual([example?.family.header, example?.family.parentEdges.length, example?.family.individualConditions.length]);
    }
  });

  test('never touches the user’s own data', () => {
    expect(existsSync(`${elsewhere}/vault`)).toBe(false);
  });
});

describe('the folder of a demonstration', () => {
  test('goes when the demonstration ends, and leaves no listener behind', () => {
    const listeners = process.listenerCount('exit');
    const folder = createDemoFolder();
    expect([existsSync(folder.path), process.listenerCount('exit')]).toEqual([true, listeners + 1]);
    folder.remove();
    expect([existsSync(folder.path), process.listenerCount('exit')]).toEqual([false, listeners]);
  });
});
