import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallReleaseFiles } from '#tests/builders/release-files.ts';
import { downloadRelease, releaseAddresses, type FetchFile } from '#electron/backend/knowledge/knowledge-download.ts';

const files = new Map(smallReleaseFiles().map((file) => [file.name, Buffer.from(file.bytes)]));
let server: Server;
let origin = '';
let answer: (path: string, response: ServerResponse) => void = serve;
const asked: { path: string; cookie: string | undefined }[] = [];

/** As GitHub does: the address of a release leads to a storage host. */
function serve(path: string, response: ServerResponse): void {
  const name = path.split('/').at(-1) ?? '';
  const file = files.get(name);
  if (path.startsWith('/stored/')) response.writeHead(200, { 'content-length': String(file?.length ?? 0) }).end(file);
  else if (file === undefined || !path.includes('/releases/')) response.writeHead(404).end();
  else response.writeHead(302, { location: `https://objects.githubusercontent.com/stored/${name}`, 'set-cookie': 'a=b' }).end();
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', cookie: request.headers.cookie });
    answer(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Leads every official address to the server of the test, so that no network is needed. */
const fetchFile: FetchFile = (address, options) => fetch(origin + new URL(address).pathname, options);

async function download(release: string | null, how: (path: string, response: ServerResponse) => void = serve, signal: AbortSignal = new AbortController().signal) {
  answer = how;
  asked.length = 0;
  const labels = new Set<string>();
  const result = await downloadRelease({ release, fetchFile, signal, onProgress: (_done, _total, label) => labels.add(label) });
  return { result, labels: [...labels] };
}
const kindOf = async (how: (path: string, response: ServerResponse) => void): Promise<string> => {
  const { result } = await download('2030-01-02', how);
  return result.ok ? 'downloaded' : `${result.error.kind}: ${result.error.message}`;
};

describe('the download of a release', () => {
  test('fetches its three files from the official addresses, shows each, and sends no cookies', async () => {
    const { result, labels } = await download('2030-01-02');
    expect(result.ok && result.value.map((source) => [source.name, Buffer.from(source.bytes).equals(files.get(source.name) ?? Buffer.alloc(0))])).toEqual([['hp.json', true], ['phenotype.hpoa', true], ['genes_to_disease.txt', true]]);
    expect(labels).toEqual(releaseAddresses('2030-01-02').map((address) => `Downloading ${address}`));
    expect(releaseAddresses('2030-01-02')[0]).toBe('https://github.com/obophenotype/human-phenotype-ontology/releases/download/v2030-01-02/hp.json');
    expect(asked.map((request) => request.cookie)).toEqual(Array.from({ length: 6 }, () => undefined));
  });

  test('asks for the latest release where none is named', async () => {
    await download(null);
    expect(asked[0]?.path).toBe('/obophenotype/human-phenotype-ontology/releases/latest/download/hp.json');
  });

  test('stops where it is led elsewhere, to an unencrypted address, or round and round', async () => {
    const leadTo = (location: string) => (_path: string, response: ServerResponse) => response.writeHead(302, { location }).end();
    const elsewhere = 'rule-broken: The download was led to an address that is not one of the HPO. It was stopped.';
    expect([await kindOf(leadTo('https://example.org/hp.json')), await kindOf(leadTo('http://github.com/hp.json')), await kindOf(leadTo('https://github.com.example.org/x')), await kindOf(leadTo('https://github.com:444/x')), await kindOf(leadTo('file:///etc/passwd'))]).toEqual([elsewhere, elsewhere, elsewhere, elsewhere, elsewhere]);
    expect(await kindOf(leadTo('https://github.com/again'))).toBe('storage: The download was sent from address to address without end. It was stopped.');
  });

  test('stops at a file that is far too large, whether it says so or not', async () => {
    const tooLarge = 'invalid-input: The file is far larger than any of a release. The download was stopped.';
    expect(await kindOf((_path, response) => response.writeHead(200, { 'content-length': '9000000000' }).write('{'))).toBe(tooLarge);
    const piece = Buffer.alloc(4_000_000);
    const pour = (response: ServerResponse): void => {
      if (!response.destroyed) response.write(piece, () => pour(response));
    };
    expect(await kindOf((_path, response) => pour(response.writeHead(200)))).toBe(tooLarge);
  });

  test('says that a release does not exist, that the server failed, that the connection broke', async () => {
    expect(await kindOf((_path, response) => response.writeHead(404).end())).toBe('not-found: The HPO has published no such release, or not all its files.');
    expect(await kindOf((_path, response) => response.writeHead(503).end())).toBe('storage: The server of the HPO answered with an error (503). Try again later.');
    expect(await kindOf((_path, response) => response.destroy())).toBe('storage: github.com cannot be reached or broke off. Check the connection, or install the release from downloaded files.');
  });

  test('refuses a name that is no release, without asking anybody', async () => {
    const { result } = await download('../../x');
    expect([!result.ok && result.error.kind, asked]).toEqual(['invalid-input', []]);
  });

  test('ends when it is cancelled', async () => {
    const controller = new AbortController();
    const { result } = await download('2030-01-02', (_path, response) => {
      response.writeHead(200).write('{');
      controller.abort();
    }, controller.signal);
    expect(!result.ok && result.error.kind).toBe('cancelled');
  });
});
