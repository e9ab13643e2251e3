import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpackedResponse, type WireResult } from '#shared/contract/packed-rows.ts';
import { httpHost } from '#tests/builders/contract-host.ts';
import { callApi } from '#tests/builders/raw-request.ts';

let host: Awaited<ReturnType<typeof httpHost>>;

beforeAll(async () => {
  host = await httpHost();
}, 60_000);
afterAll(async () => await host.close());

test('the caseload comes packed over HTTP to who takes it so, and says the same as the plain list', async () => {
  await host.call('vault.create', { passphrase: 'correct horse battery staple', clinicianName: 'Dr A' });
  for (const reference of ['NRG-1', 'NRG|2']) await host.call('case.create', { case: { reference }, proband: { givenName: 'Ada' } });
  const plain = await host.call('case.list', {});
  const packed = JSON.parse((await callApi(host.origin, host.cookie, { procedure: 'case.list', input: {}, takesPacked: true })).text) as WireResult;
  expect([plain, 'packed' in packed]).toEqual([{ ok: true, value: [expect.objectContaining({ reference: 'NRG|2' }), expect.objectContaining({ reference: 'NRG-1' })] }, true]);
  expect(unpackedResponse(packed)).toEqual(plain);
}, 60_000);
