import type { FetchFile } from '#electron/backend/knowledge/knowledge-download.ts';
import type { TrialSource } from '#electron/backend/trials/trial-sources.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { conditionName } from '#shared/trial/condition-name.ts';
import { readStudies } from '#shared/trial/read-studies.ts';

const registerAddress = 'https://clinicaltrials.gov/api/v2/studies';
const studiesAPage = 100;
/** More studies of one rare disease than any has. */
const mostPages = 20;
/** About ten times what such a page has. */
const mostPageBytes = 50_000_000;

/**
 * What the register is asked: the name of a disease as public knowledge has it, and nothing else.
 *
 * Attack: a question tells the register, and whoever listens, that somebody here is concerned with a disease. So nothing is asked unless downloads are switched on, the
 * address is shown before, it holds no word that a person typed, and it goes without cookies or anything that tells who asks.
 */
export function studiesAddress(condition: string, pageToken: string | null = null): string {
  const address = new URL(registerAddress);
  address.searchParams.set('query.cond', condition.replace(/["()[\]{}\\]/g, ' ').replace(/\s+/g, ' ').trim());
  address.searchParams.set('pageSize', String(studiesAPage));
  address.searchParams.set('countTotal', 'true');
  if (pageToken !== null) address.searchParams.set('pageToken', pageToken);
  return address.href;
}

export interface TrialDownload {
  readonly condition: string;
  readonly fetchFile: FetchFile;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number | null, label: string) => void;
}

/** Fetches every page of what the register has of a condition. */
export async function downloadTrials({ condition, fetchFile, signal, onProgress }: TrialDownload): Promise<Result<readonly TrialSource[], Failure>> {
  if (conditionName(condition).key === '') return refusal(failure('invalid-input', 'This disease has no name by which the register could be asked.'));
  const pages: TrialSource[] = [];
  let pageToken: string | null = null;
  do {
    const address: string = studiesAddress(condition, pageToken);
    onProgress(pages.length, null, `Asking ${address}`);
    const page = await fetchPage(address, fetchFile, signal);
    if (!page.ok) return page;
    const text = new TextDecoder().decode(page.value);
    // A page that leads nowhere is told of by the import, with its place.
    if (readStudies(text, '').studies.length === 0 && pages.length === 0) return refusal(failure('not-found', 'The register has no study under this name, or its answer could not be read.'));
    pages.push({ kind: 'bytes', name: `page ${String(pages.length + 1)} of the register`, bytes: new TextEncoder().encode(withoutToken(text)) });
    pageToken = tokenOf(text);
  } while (pageToken !== null && pages.length < mostPages);
  return success(pages);
}

async function fetchPage(address: string, fetchFile: FetchFile, signal: AbortSignal): Promise<Result<Uint8Array, Failure>> {
  try {
    const response = await fetchFile(address, { redirect: 'manual', signal, credentials: 'omit', headers: { accept: 'application/json' } });
    if (response.status >= 300 && response.status < 400) return refusal(failure('rule-broken', 'The register sent the question on to another address. It was stopped.'));
    if (!response.ok) return refusal(failure('storage', `The register answered with an error (${String(response.status)}). Try again later, or import files.`));
    return await readBody(response);
  } catch {
    if (signal.aborted) return refusal(failure('cancelled', 'It was cancelled. Nothing was changed.'));
    return refusal(failure('storage', 'clinicaltrials.gov cannot be reached or broke off. Check the connection, or import files.'));
  }
}

async function readBody(response: Response): Promise<Result<Uint8Array, Failure>> {
  const pieces: Uint8Array[] = [];
  let received = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    received += piece.length;
    if (received > mostPageBytes) return refusal(failure('invalid-input', 'The answer of the register is far larger than any page. It was stopped.'));
    pieces.push(piece);
  }
  return success(Buffer.concat(pieces));
}

/** The pages after this one are fetched too, so it is no news that there are some. */
function withoutToken(text: string): string {
  try {
    const page = JSON.parse(text) as unknown;
    return typeof page === 'object' && page !== null && 'nextPageToken' in page ? JSON.stringify({ ...page, nextPageToken: undefined }) : text;
  } catch {
    return text;
  }
}

function tokenOf(text: string): string | null {
  try {
    const page = JSON.parse(text) as unknown;
    return typeof page === 'object' && page !== null && 'nextPageToken' in page && typeof page.nextPageToken === 'string' && page.nextPageToken !== '' ? page.nextPageToken : null;
  } catch {
    return null;
  }
}
