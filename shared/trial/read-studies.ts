import type { Problem } from '#shared/base/problem.ts';
import { field, isObject, list } from '#shared/trial/json-fields.ts';
import { readStudy } from '#shared/trial/read-study.ts';
import type { Study } from '#shared/trial/study.ts';

/** What came of reading a file or a line of one. */
export interface StudiesReading {
  readonly studies: readonly Study[];
  readonly problems: readonly Problem[];
  /** What was given as a study and is none. */
  readonly refusedCount: number;
}

/**
 * Reads a JSON document of the ClinicalTrials.gov API version 2: a study, an array of studies, or a page of a search. Never throws; what is wrong
 * becomes a problem with file and JSON pointer. `line` is given for a line of a JSON Lines file.
 */
export function readStudies(text: string, fileName: string, line: number | null = null): StudiesReading {
  const place = { file: fileName, ...(line === null ? {} : { line }) };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return { studies: [], problems: [{ severity: 'error', rule: 'not-json', message: 'is not JSON, expected a study or a page of a search of ClinicalTrials.gov', line: 1, ...place }], refusedCount: 1 };
  }
  if (Array.isArray(value)) return readEach(value, '', place);
  if (isObject(value) && Array.isArray(field(value, 'studies'))) {
    const reading = readEach(list(value, 'studies', Number.POSITIVE_INFINITY), '/studies', place);
    const more = moreToCome(value, reading.studies.length);
    return more === null ? reading : { ...reading, problems: [...reading.problems, { severity: 'warning', rule: 'more-pages', message: more, pointer: '/nextPageToken', wasRead: true, ...place }] };
  }
  return readEach([value], null, place);
}

/** Tells JSON Lines from one document: the first line is JSON by itself and something follows it. */
export function looksLikeStudyLines(beginning: string): boolean {
  const end = beginning.indexOf('\n');
  if (end < 0 || beginning.slice(end).trim() === '') return false;
  const first = beginning.slice(0, end).replace(/^\uFEFF/, '').trim();
  if (!first.startsWith('{') || !first.endsWith('}')) return false;
  try {
    return isObject(JSON.parse(first));
  } catch {
    return false;
  }
}

function readEach(values: readonly unknown[], base: string | null, place: Pick<Problem, 'file' | 'line'>): StudiesReading {
  const studies: Study[] = [];
  const problems: Problem[] = [];
  for (const [at, value] of values.entries()) {
    const below = base === null ? '' : `${base}/${String(at)}`;
    const read = readStudy(value);
    if (!read.ok) {
      problems.push({ severity: 'error', rule: 'no-study', message: read.error.message, pointer: `${below}${read.error.pointer}`, ...place });
      continue;
    }
    studies.push(read.value.study);
    for (const oddity of read.value.oddities) problems.push({ severity: 'warning', rule: oddity.rule, message: `${read.value.study.id}: ${oddity.message}`, pointer: `${below}${oddity.pointer}`, wasRead: true, ...place });
  }
  return { studies, problems, refusedCount: values.length - studies.length };
}

function moreToCome(page: Readonly<Record<string, unknown>>, count: number): string | null {
  const token = field(page, 'nextPageToken');
  if (typeof token !== 'string' || token === '') return null;
  const total = field(page, 'totalCount');
  return typeof total === 'number' ? `The search found ${String(total)} studies and this page holds ${String(count)}. Fetch the next pages too.` : `This page of a search holds ${String(count)} studies and more pages follow. Fetch them too.`;
}
