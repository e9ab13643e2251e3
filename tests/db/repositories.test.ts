import { describe, expect, test } from 'vitest';
import { createRankingStore } from '#db/repositories/ranking-snapshots.ts';
import { verifyVault } from '#db/verify-vault.ts';
import { success } from '#shared/base/result.ts';
import type { FeatureDetail } from '#shared/phenotype/feature.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { aVault, must, type TestVault } from '#tests/db/vault-builder.ts';

const decide = (vault: TestVault, caseId: string, id: string, name: string, state: 'suspected' | 'working' | 'confirmed' | 'ruled-out', decidedOn = '2026-03-01') =>
  must(
    vault.run((unit) => {
      unit.describe(`Mark ${name}`, caseId);
      return success(unit.candidates.add(caseId, { id, name }, { state, reason: '', decidedOn, decidedBy: 'Dr A' }));
    }),
  );

const snapshot = (caseId: string, release: string, at: string, ...candidates: readonly (readonly [string, string, number])[]) => ({
  caseId,
  release,
  algorithm: 'model-1',
  excludedMode: 'absence' as const,
  featuresFingerprint: 'abc',
  at,
  candidates: candidates.map(([diseaseId, name, probability]) => ({ diseaseId, name, probability })),
});

describe('the caseload', () => {
  test('shows each case once with its proband, its counts, its newest ranking and its own diagnosis, last changed first', async () => {
    const vault = await aVault();
    const rankings = createRankingStore(vault.vault.database);
    const first = vault.addCase('NRG-1', [['HP:0001250', 'Seizure', 'observed'], ['HP:0001252', 'Hypotonia', 'observed'], ['HP:0000252', 'Microcephaly', 'excluded'], ['HP:0000486', 'Strabismus', 'not-assessed']]);
    const second = vault.addCase('NRG-2');
    must(
      vault.run((unit) => {
        const mother = unit.people.add(first, false, { ...newPersonDetail, givenName: 'Anticlea' });
        unit.features.add({ caseId: first, personId: mother.id, termId: 'HP:0001250', label: 'Seizure', detail: vault.read.features.ofCase(first)[0] as FeatureDetail });
        unit.describe('Add the mother', first);
        return success(null);
      }),
    );
    decide(vault, first, 'OMIM:1', 'Suspected only', 'suspected');
    decide(vault, first, 'OMIM:2', 'Confirmed long ago', 'confirmed', '2020-01-01');
    decide(vault, first, 'OMIM:3', 'Working now', 'working');
    decide(vault, first, 'OMIM:4', 'Ruled out', 'ruled-out');
    rankings.keep(snapshot(first, '2025-05-06', '2026-03-02T00:00:00.000Z', ['OMIM:2', 'Newer', 0.7], ['OMIM:1', 'Other', 0.1]));
    rankings.keep(snapshot(first, '2023-01-27', '2026-03-01T00:00:00.000Z', ['OMIM:1', 'Older', 0.9]));
    const [one, two, ...more] = vault.read.cases.list();
    expect(one).toEqual({
      id: first,
      version: 1,
      reference: 'NRG-1',
      proband: {
        ...{ givenName: '', familyName: '', sexAssignedAtBirth: 'unknown', gender: 'unknown' },
        ...{ vitalStatus: 'unknown', birthDate: null, deathDate: null, ageAtDeath: null, ageAtLastEncounter: null },
      },
      status: 'intake',
      statusSince: '2026-03-01T09:00:01.000Z',
      firstSymptomOn: null,
      nextAction: '',
      nextActionDueOn: null,
      ...{ due: null, becameLate: null, waitingSuggestions: 0, seenAt: null },
      changedAt: '2026-03-01T09:00:07.000Z',
      observedCount: 2,
      excludedCount: 1,
      topCandidate: { diseaseId: 'OMIM:2', name: 'Newer', probability: 0.7, release: '2025-05-06' },
      decided: { name: 'Confirmed long ago', state: 'confirmed' },
    });
    expect(two).toMatchObject({ id: second, observedCount: 0, excludedCount: 0, topCandidate: null, decided: null });
    expect(more).toEqual([]);
    expect(vault.read.people.ofCase(first).map(({ givenName, isProband }) => [givenName, isProband])).toEqual([['', true], ['Anticlea', false]]);
  });
});

describe('what is kept', () => {
  test('comes back as it was given, whatever the words, times and lists in it', async () => {
    const vault = await aVault();
    const detail: FeatureDetail = {
      state: 'excluded',
      onset: { kind: 'age-range', start: 'P1Y', end: 'P2Y6M' },
      resolution: { kind: 'gestation', weeks: 32, days: 4 },
      severityId: 'HP:0012828',
      lateralityId: 'HP:0012832',
      modifierIds: ['HP:0003676', 'HP:0011010'],
      source: 'mother',
      recordedOn: '2026-02',
      note: "O'Brien said: \"never\" – naïve 漢字 🧬\0\n';--",
      isIgnored: true,
    };
    const person = { ...newPersonDetail, givenName: 'Ada', familyName: 'Øy', sexAssignedAtBirth: 'female', gender: 'woman-girl', karyotype: '46,XX', birthDate: '2019', ageAtLastEncounter: 'P4Y', vitalStatus: 'deceased' } as const;
    const caseDetail = { ...newCaseDetail, reference: 'NRG-9', status: 'testing', firstSymptomOn: '2019-04-30', nextAction: 'Call', nextActionDueOn: '2026-04-01', note: 'x'.repeat(50_000) } as const;
    const caseId = must(
      vault.run((unit) => {
        const { id } = unit.cases.add(caseDetail);
        const proband = unit.people.add(id, true, person);
        unit.features.add({ caseId: id, personId: proband.id, termId: 'HP:0001250', label: 'Seizure', detail });
        unit.sources.add({ caseId: id, fileName: 'ä.json', format: 'phenopacket v2', content: '{"a": 1}\n' });
        unit.describe('Create', id);
        return success(id);
      }),
    );
    expect(vault.read.cases.find(caseId)).toMatchObject(caseDetail);
    expect(vault.read.people.proband(caseId)).toMatchObject(person);
    expect(vault.read.features.ofCase(caseId)).toMatchObject([detail]);
    expect(vault.read.sources.withContent('{"a": 1}\n')).toMatchObject({ caseId, fileName: 'ä.json' });
    expect(vault.read.sources.withContent('{"a": 1}')).toBeNull();
    expect(must(verifyVault(vault.vault.database)).findings).toEqual([]);
  });
});

describe('a kept ranking', () => {
  test('is current also after the clock was set back, so that no case waits behind those changed in the future', async () => {
    const vault = await aVault();
    const rankings = createRankingStore(vault.vault.database);
    const maker = { release: 'starter', algorithm: '1', excludedMode: 'absence' } as const;
    const [first, second] = [vault.addCase('A'), vault.addCase('B')];
    expect(rankings.outdated(maker, 1)).toEqual([second]);
    rankings.keep({ ...maker, caseId: second, featuresFingerprint: 'x', at: '2020-01-01T00:00:00.000Z', candidates: [] });
    expect(rankings.outdated(maker, 1)).toEqual([first]);
  });

  test('stands outside the history, is replaced by the next of its kind and goes with its case', async () => {
    const vault = await aVault();
    const rankings = createRankingStore(vault.vault.database);
    const caseId = vault.addCase('NRG-1');
    const first = snapshot(caseId, 'starter', '2026-03-01T00:00:00.000Z', ['OMIM:1', 'One', 0.5]);
    const later = { ...first, at: '2026-03-02T00:00:00.000Z' };
    const lower = snapshot(caseId, 'starter', '2026-03-03T00:00:00.000Z', ['OMIM:1', 'One', 0.5], ['OMIM:2', 'Two', 0.1]);
    const other = snapshot(caseId, 'starter', '2026-03-04T00:00:00.000Z', ['OMIM:2', 'Two', 0.6]);
    expect([first, later, lower, other, snapshot(caseId, '2025', '2026-03-05T00:00:00.000Z')].map(rankings.keep)).toEqual([true, false, false, true, true]);
    expect(rankings.ofCase(caseId)).toEqual([snapshot(caseId, '2025', '2026-03-05T00:00:00.000Z'), other]);
    expect(vault.read.history.count()).toBe(1);
    must(vault.run((unit) => { unit.describe('Delete', caseId); return unit.cases.remove(caseId, 1); }));
    expect(rankings.latest(caseId)).toBeNull();
    expect(rankings.keep(first)).toBe(false);
    expect(must(verifyVault(vault.vault.database)).findings).toEqual([]);
  });
});
