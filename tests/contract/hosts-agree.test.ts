import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type ProcedureName } from '#shared/contract/contract.ts';
import { failureSchema } from '#shared/contract/wire.ts';
import { directHost, httpHost, type ContractHost } from '#tests/builders/contract-host.ts';
import { journey, normalised, type Step } from '#tests/builders/contract-journey.ts';

let hosts: readonly ContractHost[];
let runs: readonly (readonly Step[])[];

beforeAll(async () => {
  hosts = [directHost(), await httpHost()];
  const journeys: (readonly Step[])[] = [];
  // One after the other, so that neither is slowed by the other's key derivation.
  for (const host of hosts) journeys.push(await journey(host));
  runs = journeys;
}, 120_000);
afterAll(async () => {
  for (const host of hosts) await host.close();
});

describe('the contract', () => {
  test('is answered alike by a direct call and over HTTP, step by step', () => {
    const [direct, http] = runs.map((steps, index) => normalised(steps, hosts[index]?.folder ?? ''));
    expect(http).toEqual(direct);
  });

  test('is walked through whole: no procedure is left out, and each succeeds at least once but the download, which is off, and what needs two releases', () => {
    const called = new Set(runs[0]?.map((step) => step.procedure));
    const succeeded = new Set(runs[0]?.filter((step) => step.response.ok && step.end?.kind !== 'job-failed').map((step) => step.procedure));
    const all = Object.keys(contract);
    expect(all.filter((name) => !called.has(name))).toEqual([]);
    expect(all.filter((name) => !succeeded.has(name)).sort()).toEqual(['knowledge.download', 'knowledge.install', 'reanalysis.show', 'trial.fetch']);
  });

  test('is kept by what jobs yield', () => {
    for (const { procedure, end } of runs.flat()) {
      if (end?.kind === 'job-done') contract[procedure as ProcedureName].output.parse(end.value);
    }
    expect(runs.flat().filter((step) => step.end?.kind === 'job-done').map((step) => step.procedure)).toEqual(['case.import', 'vcf.samples', 'vcf.select', 'finding.importAssertions', 'trial.import', 'trial.import', 'case.import', 'vcf.samples', 'vcf.select', 'finding.importAssertions', 'trial.import', 'trial.import']);
  });

  test('is kept by refusals: each of a known kind, none internal', () => {
    const refused = runs.flat().flatMap((step) => (step.response.ok ? [] : [step.response.error])).concat(runs.flat().flatMap((step) => (step.end?.kind === 'job-failed' ? [step.end.error] : [])));
    for (const error of refused) failureSchema.parse(error);
    expect(refused.filter((error) => error.kind === 'internal')).toEqual([]);
    expect(refused.length).toBeGreaterThan(10);
  });

  test('tells both hosts of the same changes in the same order', () => {
    // A ranking in the background tells of the cases alone, or of itself alone, when it is done.
    const [direct, http] = hosts.map((host) => host.events.filter((event) => event.kind === 'changed' && !['cases', 'rankings'].includes(event.topics.join())));
    expect(http).toEqual(direct);
    expect(direct?.length).toBeGreaterThan(10);
  });
});
