import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdSource } from '#db/id.ts';
import { runCommand } from '#db/run-command.ts';
import { closeVault, createVault } from '#db/vault.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { success } from '#shared/base/result.ts';
import { answer } from '#tests/cli/command-line-world.ts';
import { makeWorkFolder, runNostos, type WorkFolder } from '#tests/cli/nostos-process.ts';
import { aFolder, must, passphrase } from '#tests/db/vault-builder.ts';
import { studyJson } from '#tests/fixtures/trial/a-study.ts';
import { aFeature, aPacket } from '#tests/unit/interchange/packet-builder.ts';

interface Answer {
  readonly id: string;
  readonly release: string;
  readonly trials: readonly { readonly id: string; readonly met: number; readonly notMet: number; readonly ask: number; readonly nearest: { readonly km: number | null } | null; readonly criteria: readonly { readonly text: string; readonly verdict: string; readonly fact: string }[] }[];
}

let work: WorkFolder;
const file = (name: string): string => join(work.path, name);
/** Within this process, which is several times faster than one of its own. */
const nostos = (...words: readonly string[]) => answer(words, '', false, { NOSTOS_HOME: file('data') });
const studies = [
  studyJson('NCT00000001', { conditions: ['Marfan Syndrome'], criteria: 'Inclusion Criteria:\n* Marfan syndrome\n* Consents\n\nExclusion Criteria:\n* Seizures', city: 'Ithaca', eligibility: { maximumAge: '12 Years' } }),
  studyJson('NCT00000002', { conditions: ['Marfan Syndrome'], status: 'COMPLETED' }),
];

beforeAll(async () => {
  work = makeWorkFolder();
  writeFileSync(file('studies.json'), JSON.stringify([...studies, { a: 1 }]));
  writeFileSync(file('good.jsonl'), studies.map((study) => JSON.stringify(study)).join('\n'));
  writeFileSync(file('bad.json'), 'nothing');
  const packet = aPacket({ id: 'marfan-1', phenotypicFeatures: [aFeature('HP:0001083', 'Ectopia lentis'), aFeature('HP:0001250', 'Seizure', { excluded: true })], diseases: [{ term: { id: 'OMIM:154700', label: 'Marfan syndrome' } }] });
  writeFileSync(file('case.json'), JSON.stringify(packet));
});
afterAll(() => work.remove());

describe('nostos trials', () => {
  test('import answers 2 and keeps nothing where nothing can be read, 1 where something was refused, and 0 with counts', async () => {
    const none = await nostos('trials', 'match', file('case.json'));
    const absent = await nostos('trials', 'import', file('nowhere'));
    const bad = await nostos('trials', 'import', file('bad.json'));
    expect([none, absent, bad].map(({ exitCode, output, complaints }) => [exitCode, output, complaints.at(-1)])).toEqual([
      [2, '', 'nostos trials match: No trials were imported on this machine yet. Import files of ClinicalTrials.gov first.'],
      [2, '', `${file('nowhere')}: cannot be opened, expected a file or a folder`],
      [2, '', `${file('bad.json')}:1: is not JSON, expected a study or a page of a search of ClinicalTrials.gov`],
    ]);
    const partly = await runNostos(['trials', 'import', 'studies.json'], { home: work.path });
    expect([partly.exitCode, partly.complaints, partly.output.trim().split('\n').slice(-2)]).toEqual([1, ['studies.json: is no study, expected a protocolSection (at /2/protocolSection)'], ['2 studies read: 2 new, 0 changed, 0 unchanged, 0 older than what was at hand; 1 refused.', '2 studies at hand; date of the data not stated.']]);
    const again = await nostos('trials', 'import', '--json', file('good.jsonl'));
    expect([again.exitCode, JSON.parse(again.output)]).toMatchObject([0, { readCount: 2, added: 0, unchanged: 2, refusedCount: 0, studyCount: 2 }]);
  });

  test('match lists a verdict for each criterion, with the distance, without a vault', async () => {
    const { exitCode, output } = await nostos('trials', 'match', '--json', '--knowledge', 'starter', '--place', '37.98,23.73', '--today', '2026-06-01', file('case.json'));
    const matched = JSON.parse(output) as Answer;
    expect([exitCode, matched.id, matched.release]).toEqual([0, 'marfan-1', 'starter']);
    expect(matched.trials.map(({ id, nearest, criteria }) => [id, Math.round(nearest?.km ?? 0), criteria.filter(({ text }) => !/^(Sex|Least|Greatest)/.test(text)).map(({ text, verdict }) => [text, verdict])])).toEqual([['NCT00000001', 269, [['Marfan syndrome', 'ask'], ['Consents', 'ask'], ['Seizures', 'met']]]]);
    // 4 years and 2 months by the day on which the packet was written, 14 May 2021, and perhaps long before.
    expect(matched.trials[0]?.criteria.filter(({ text }) => text.includes('age:')).map(({ text, verdict, fact }) => [text, verdict, fact])).toEqual([
      ['Least age: 2 years', 'met', 'Age today: at least 9 years.'],
      ['Greatest age: 12 years', 'ask', 'Age today: at least 9 years.'],
    ]);
    const text = await nostos('trials', 'match', '--status', 'any', file('case.json'));
    expect(text.output).toMatch(/\d+ met, \d+ not met, \d+ to ask/);
    expect([text.output.includes('NCT00000002'), text.output.includes('eligible')]).toEqual([true, false]);
  });

  test('match refuses options that it cannot read', async () => {
    const refused = [['--place', 'Ithaca'], ['--status', 'asleep'], ['--today', 'now'], ['--top', '0'], ['--case', 'x', 'y']].map((words) => answer(['trials', 'match', ...words, file('case.json')]));
    expect((await Promise.all(refused)).map(({ exitCode, output }) => [exitCode, output])).toEqual(Array.from({ length: 5 }, () => [2, '']));
  });

  test('match takes a case of the vault by its reference, with the place that is kept with it', async () => {
    const folder = join(aFolder(), 'vault');
    const { vault } = must(await createVault({ folder, passphrase, createdAt: '2026-03-01T08:00:00.000Z' }));
    must(
      runCommand({ database: vault.database, procedure: 'test', at: '2026-03-01T09:00:00.000Z', newId: createIdSource() }, (unit) => {
        const { id } = unit.cases.add({ ...newCaseDetail, reference: 'NRG-1' });
        unit.people.add(id, true, { ...newPersonDetail, sexAssignedAtBirth: 'female', birthDate: '1990-04', vitalStatus: 'alive' });
        unit.candidates.add(id, { id: 'OMIM:154700', name: 'Marfan syndrome' }, { state: 'confirmed', reason: '', decidedOn: '2026-03-01', decidedBy: 'Dr A' });
        unit.trials.putSearch(id, { place: { label: 'Athens', latitude: 37.98, longitude: 23.73 }, words: '' });
        unit.describe('Make a case', id);
        return success(null);
      }),
    );
    closeVault(vault);
    writeFileSync(file('passphrase'), passphrase);
    const { exitCode, output } = await nostos('trials', 'match', '--json', '--vault', folder, '--passphrase-file', file('passphrase'), 'NRG-1');
    const [trial] = (JSON.parse(output) as Answer).trials;
    expect([exitCode, trial?.id, Math.round(trial?.nearest?.km ?? 0), trial?.criteria.find(({ text }) => text === 'Marfan syndrome')?.verdict]).toEqual([0, 'NCT00000001', 269, 'met']);
    expect((await nostos('trials', 'match', '--vault', folder, '--passphrase-file', file('passphrase'), 'NRG-9')).exitCode).toBe(2);
  });
});
