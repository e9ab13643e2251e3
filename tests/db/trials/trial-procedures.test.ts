import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { downloadTrials, studiesAddress } from '#electron/backend/trials/trial-download.ts';
import type { FetchFile } from '#electron/backend/knowledge/knowledge-download.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { studyJson } from '#tests/fixtures/trial/a-study.ts';

const marfan = 'OMIM:154700';
const load = (backend: TestBackend, ...studies: readonly object[]) => backend.runJob('trial.import', { files: [{ name: 'a.json', base64: Buffer.from(JSON.stringify(studies)).toString('base64') }] });
const aStudyOfMarfan = (status: string, criteria = 'Inclusion Criteria:\n* Confirmed diagnosis of Marfan syndrome\n* Age 18 years or older') => studyJson('NCT00000001', { status, conditions: ['Marfan Syndrome'], criteria, city: 'Ithaca' });

async function aCase(backend: TestBackend): Promise<string> {
  const { caseId } = await backend.ask('case.create', { case: { reference: 'NRG-1' }, proband: { sexAssignedAtBirth: 'female', birthDate: '2000-05-05' } });
  await backend.ask('candidate.decide', { caseId, diseaseId: marfan, state: 'confirmed', reason: '' });
  return caseId;
}

const match = (backend: TestBackend, caseId: string) => backend.ask('trial.match', { caseId, statuses: null, phases: null, limit: 10 });

describe('trials of a case', () => {
  test('are matched by its diagnosis, judged, and measured from where the family lives', async () => {
    const backend = await aBackend();
    const caseId = await aCase(backend);
    expect((await backend.refused('trial.match', { caseId, statuses: null, phases: null, limit: 10 })).kind).toBe('not-found');
    await load(backend, aStudyOfMarfan('RECRUITING'), studyJson('NCT00000002', { conditions: ['Acne'] }));
    await backend.ask('trial.setSearch', { caseId, detail: { place: { label: 'Athens', latitude: 37.98, longitude: 23.73 }, words: '' } });
    const { matches, diseases } = await match(backend, caseId);
    expect(diseases).toEqual([{ id: marfan, name: 'Marfan syndrome', standing: 'confirmed' }]);
    expect(matches.map(({ studyId, fit, counts, nearest, state }) => [studyId, fit.kind, counts, Math.round(nearest?.km ?? 0), state])).toEqual([['NCT00000001', 'disease', { met: 4, notMet: 0, ask: 0 }, 269, null]]);
    const { criteria } = await backend.ask('trial.show', { caseId, studyId: 'NCT00000001' });
    expect(criteria.map(({ section, verdict }) => [section, verdict])).toEqual([['register', 'met'], ['register', 'met'], ['inclusion', 'met'], ['inclusion', 'met']]);
  });

  test('are judged anew once the record or the study is another, and on a case beside it', async () => {
    const backend = await aBackend();
    const caseId = await aCase(backend);
    await load(backend, aStudyOfMarfan('RECRUITING'));
    const counts = async (id = caseId) => (await backend.ask('trial.show', { caseId: id, studyId: 'NCT00000001' })).counts;
    expect([await counts(), await counts()]).toEqual([{ met: 4, notMet: 0, ask: 0 }, { met: 4, notMet: 0, ask: 0 }]);
    await load(backend, aStudyOfMarfan('RECRUITING', 'Inclusion Criteria:\n* Consents'));
    expect(await counts()).toEqual({ met: 2, notMet: 0, ask: 1 });
    await load(backend, aStudyOfMarfan('RECRUITING', 'Exclusion Criteria:\n* Diagnosis of Marfan syndrome'));
    const other = await backend.ask('case.create', { case: { reference: 'NRG-2' }, proband: {} });
    expect([await counts(), await counts(other.caseId)]).toEqual([{ met: 2, notMet: 1, ask: 0 }, { met: 1, notMet: 0, ask: 2 }]);
    await backend.ask('candidate.decide', { caseId, diseaseId: marfan, state: 'ruled-out', reason: 'another cause was found' });
    expect(await counts()).toEqual({ met: 3, notMet: 0, ask: 0 });
  });

  test('are followed with their history, tell what an import changed until it is taken as read, and go with the case', async () => {
    const backend = await aBackend();
    const caseId = await aCase(backend);
    await load(backend, aStudyOfMarfan('NOT_YET_RECRUITING'));
    const { id: trackingId } = await backend.ask('trial.track', { caseId, studyId: 'NCT00000001' });
    expect((await backend.refused('trial.changeTracking', { trackingId, version: 1, change: { state: 'not-eligible' } })).kind).toBe('invalid-input');
    const asked = await backend.ask('trial.changeTracking', { trackingId, version: 1, change: { state: 'asked', note: 'called' } });
    expect([asked.state, asked.version, (await backend.refused('trial.changeTracking', { trackingId, version: 1, change: { state: 'referred' } })).kind]).toEqual(['asked', 2, 'conflict']);
    expect(await backend.ask('trial.news', { caseId: null })).toEqual([]);
    await load(backend, aStudyOfMarfan('RECRUITING'), studyJson('NCT00000003', { conditions: ['Marfan Syndrome'], title: 'A new one' }));
    const [news] = await backend.ask('trial.news', { caseId: null });
    expect([news?.reference, news?.changed.map(({ studyId, changes }) => [studyId, changes.map(({ kind }) => kind)]), news?.fresh]).toEqual(['NRG-1', [['NCT00000001', ['opened']]], [{ studyId: 'NCT00000003', title: 'A new one' }]]);
    await backend.ask('trial.markSeen', { trackingId, version: 2 });
    expect((await backend.ask('trial.news', { caseId })).flatMap(({ changed }) => changed)).toEqual([]);
    const record = (await backend.ask('case.show', { caseId })).case;
    await backend.ask('trial.setSearch', { caseId, detail: { place: null, words: 'aorta' } });
    await backend.ask('case.delete', { caseId, version: record.version });
    expect((await backend.refused('trial.untrack', { trackingId, version: 3 })).kind).toBe('not-found');
    await backend.ask('history.undo', { caseId: null });
    expect([(await match(backend, caseId)).matches.find(({ studyId }) => studyId === 'NCT00000001')?.state, (await backend.ask('trial.search', { caseId })).words]).toEqual(['asked', 'aorta']);
  });

  test('are news in the caseload: a followed one that closed until it is taken as read, one of the disease that the last import brought until the case is opened', async () => {
    const backend = await aBackend();
    const caseId = await aCase(backend);
    const other = (await backend.ask('case.create', { case: { reference: 'NRG-2' }, proband: {} })).caseId;
    await backend.ask('candidate.decide', { caseId: other, diseaseId: marfan, state: 'suspected', reason: '' });
    for (const state of ['deceased', 'ruled out'] as const) {
      const none = await backend.ask('case.create', { case: { reference: state }, proband: { vitalStatus: state === 'deceased' ? 'deceased' : 'alive' } });
      await backend.ask('candidate.decide', { caseId: none.caseId, diseaseId: marfan, state: state === 'deceased' ? 'confirmed' : 'ruled-out', reason: 'because' });
    }
    const news = async () => (await backend.ask('trial.caseloadNews', {})).map((one) => [one.caseId, one.kind, one.studyId, one.moreCount]).toSorted();
    await load(backend, aStudyOfMarfan('RECRUITING'));
    const { id: trackingId } = await backend.ask('trial.track', { caseId, studyId: 'NCT00000001' });
    expect(await news()).toEqual([]);
    await load(backend, aStudyOfMarfan('COMPLETED'), studyJson('NCT00000003', { conditions: ['Marfan Syndrome'], title: 'A new one' }), studyJson('NCT00000004', { conditions: ['Asthma'], title: 'Of another' }));
    expect(await news()).toEqual([[caseId, 'closed', 'NCT00000001', 1], [other, 'fits', 'NCT00000003', 0]].toSorted());
    await backend.ask('case.see', { caseId: other });
    expect(await news()).toEqual([[caseId, 'closed', 'NCT00000001', 1]]);
    await backend.ask('trial.markSeen', { trackingId, version: 1 });
    expect(await news()).toEqual([[caseId, 'fits', 'NCT00000003', 0]]);
    await backend.ask('case.see', { caseId });
    expect(await news()).toEqual([]);
  });

  test('are not fetched while downloads are off; the question is shown first and is a public name', async () => {
    const backend = await aBackend();
    expect(await backend.ask('trial.fetchPreview', { diseaseId: marfan })).toEqual({ isAllowed: false, condition: 'Marfan syndrome', address: 'https://clinicaltrials.gov/api/v2/studies?query.cond=Marfan+syndrome&pageSize=100&countTotal=true' });
    expect((await backend.refused('trial.fetchPreview', { diseaseId: 'LOCAL:Telemachus' })).kind).toBe('not-found');
    await expect(backend.runJob('trial.fetch', { diseaseId: marfan })).rejects.toThrow('Downloads are switched off');
  });
});

/** A register on this machine in the place of the real one; `asked` is what reached it. */
async function aRegister(answer: (url: string, asked: number) => object | 'elsewhere') {
  const asked: { readonly url: string; readonly cookie: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', cookie: request.headers.cookie });
    const said = answer(request.url ?? '', asked.length);
    if (said === 'elsewhere') response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
    else response.end(JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetchFile: FetchFile = (address, options) => fetch(address.replace('https://clinicaltrials.gov', `http://127.0.0.1:${String(port)}`), options);
  return { asked, fetchFile, close: () => new Promise((resolve) => server.close(resolve)) };
}

describe('fetching from the register', () => {
  const path = '/api/v2/studies?query.cond=Marfan+syndrome&pageSize=100&countTotal=true';

  test('asks page after page with the name of the disease and nothing of who asks, and stops at a redirect', async () => {
    const register = await aRegister((url, count) => (url.includes('Away') ? 'elsewhere' : { studies: [studyJson(`NCT0000000${String(count)}`, {})], ...(count === 1 ? { nextPageToken: 'second' } : {}) }));
    const download = (condition: string) => downloadTrials({ condition, fetchFile: register.fetchFile, signal: new AbortController().signal, onProgress: () => undefined });
    try {
      const pages = await download('Marfan syndrome');
      expect(pages.ok && pages.value.length).toBe(2);
      expect(register.asked).toEqual([{ url: path, cookie: undefined }, { url: `${path}&pageToken=second`, cookie: undefined }]);
      expect(await download('Away')).toMatchObject({ ok: false, error: { kind: 'rule-broken' } });
      expect(studiesAddress('A (b) "c"')).toContain('query.cond=A+b+c&');
    } finally {
      await register.close();
    }
  });

  test('asks nothing while it is off or when its question is only shown, then what was shown and nothing else, and imports it', async () => {
    const register = await aRegister(() => ({ studies: [studyJson('NCT00000001', { conditions: ['Marfan Syndrome'] })] }));
    try {
      const backend = await aBackend({ fetchFile: register.fetchFile });
      const caseId = await aCase(backend);
      await expect(backend.runJob('trial.fetch', { diseaseId: marfan })).rejects.toThrow('Downloads are switched off');
      await backend.ask('settings.change', { isDownloadAllowed: true });
      const { address, isAllowed } = await backend.ask('trial.fetchPreview', { diseaseId: marfan });
      expect([isAllowed, register.asked]).toEqual([true, []]);
      expect(await backend.runJob('trial.fetch', { diseaseId: marfan })).toMatchObject({ readCount: 1, added: 1, studyCount: 1 });
      expect(register.asked.map(({ url }) => `https://clinicaltrials.gov${url}`)).toEqual([address]);
      expect((await match(backend, caseId)).matches.map(({ studyId }) => studyId)).toEqual(['NCT00000001']);
    } finally {
      await register.close();
    }
  });
});
