import type { KnowledgeSource } from '#db/knowledge/source-files.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** The part of `fetch` that is used. */
export type FetchFile = (address: string, options: { readonly redirect: 'manual'; readonly signal: AbortSignal; readonly credentials: 'omit'; readonly headers: Readonly<Record<string, string>> }) => Promise<Response>;

export interface DownloadRequest {
  /** A release date such as 2025-05-06, or null for the latest. */
  readonly release: string | null;
  readonly fetchFile: FetchFile;
  readonly signal: AbortSignal;
  /** The label names the address that is asked. */
  readonly onProgress: (done: number, total: number | null, label: string) => void;
}

/** Where the HPO publishes its releases. */
const releasesAddress = 'https://github.com/obophenotype/human-phenotype-ontology/releases';
/** The files of a release, each with the most bytes that it may have: about five times what it has now. */
const releaseFiles = [
  { name: 'hp.json', mostBytes: 120_000_000 },
  { name: 'phenotype.hpoa', mostBytes: 200_000_000 },
  { name: 'genes_to_disease.txt', mostBytes: 20_000_000 },
] as const;
const mostRedirects = 5;
const allowedHosts = [/^github\.com$/, /^[a-z0-9-]+\.githubusercontent\.com$/];

/** Addresses of the files of a release, as they are shown before anything is asked for. */
export function releaseAddresses(release: string | null): readonly string[] {
  const base = release === null ? `${releasesAddress}/latest/download` : `${releasesAddress}/download/v${release.replace(/^v/, '')}`;
  return releaseFiles.map((file) => `${base}/${file.name}`);
}

/**
 * Fetches the files of a release from the official addresses. Stops a redirect from leading elsewhere or to an unencrypted address, and an
 * endless answer from filling the memory. Sends nothing but the request: no cookies, nothing of this machine's data.
 */
export async function downloadRelease(request: DownloadRequest): Promise<Result<readonly KnowledgeSource[], Failure>> {
  if (request.release !== null && !/^v?\d{4}-\d{2}-\d{2}$/.test(request.release)) {
    return refusal(failure('invalid-input', 'Releases of the HPO are named by their date, such as 2025-05-06.'));
  }
  const addresses = releaseAddresses(request.release);
  const sources: KnowledgeSource[] = [];
  for (const [at, file] of releaseFiles.entries()) {
    const address = addresses[at] ?? '';
    const report = (received: number, total: number | null): void => request.onProgress(received, total, `Downloading ${address}`);
    report(0, null);
    const bytes = await downloadFile(address, file.mostBytes, request, report);
    if (!bytes.ok) return bytes;
    sources.push({ name: file.name, bytes: bytes.value });
  }
  return success(sources);
}

async function downloadFile(address: string, mostBytes: number, request: DownloadRequest, report: (received: number, total: number | null) => void): Promise<Result<Uint8Array, Failure>> {
  try {
    const response = await follow(address, request);
    if (!response.ok) return response;
    return await readBody(response.value, mostBytes, report);
  } catch {
    if (request.signal.aborted) return refusal(failure('cancelled', 'It was cancelled. Nothing was changed.'));
    return refusal(failure('storage', `${new URL(address).host} cannot be reached or broke off. Check the connection, or install the release from downloaded files.`));
  }
}

async function follow(address: string, request: DownloadRequest): Promise<Result<Response, Failure>> {
  let current = address;
  for (let step = 0; step <= mostRedirects; step++) {
    if (!isAllowed(current)) return refusal(failure('rule-broken', 'The download was led to an address that is not one of the HPO. It was stopped.'));
    const response = await request.fetchFile(current, { redirect: 'manual', signal: request.signal, credentials: 'omit', headers: { accept: 'application/octet-stream' } });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      current = new URL(location, current).href;
      continue;
    }
    if (response.status === 404) return refusal(failure('not-found', 'The HPO has published no such release, or not all its files.'));
    if (!response.ok) return refusal(failure('storage', `The server of the HPO answered with an error (${String(response.status)}). Try again later.`));
    return success(response);
  }
  return refusal(failure('storage', 'The download was sent from address to address without end. It was stopped.'));
}

async function readBody(response: Response, mostBytes: number, report: (received: number, total: number | null) => void): Promise<Result<Uint8Array, Failure>> {
  const stated = Number(response.headers.get('content-length') ?? Number.NaN);
  const total = Number.isFinite(stated) && stated > 0 ? stated : null;
  const tooLarge = failure('invalid-input', 'The file is far larger than any of a release. The download was stopped.');
  if (response.body === null) return success(new Uint8Array(0));
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let received = 0;
  for (;;) {
    const piece = await reader.read();
    if (piece.done) break;
    received += piece.value.length;
    if (received > mostBytes || (total !== null && total > mostBytes)) {
      await reader.cancel();
      return refusal(tooLarge);
    }
    pieces.push(piece.value);
    report(received, total);
  }
  return success(new Uint8Array(Buffer.concat(pieces)));
}

function isAllowed(address: string): boolean {
  const { protocol, hostname, port, username } = new URL(address);
  return protocol === 'https:' && port === '' && username === '' && allowedHosts.some((host) => host.test(hostname));
}
