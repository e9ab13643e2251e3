import { lineStartsOf, placeAt, scanJson, spanOf } from '#shared/base/json-scan.ts';
import { sizeOfJson } from '#shared/base/json-size.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { FamilyText, ReaderProblem } from '#shared/pedigree/formats/family-format.ts';

export interface JsonDocument {
  readonly value: unknown;
  /** Adds to each problem the line and column of its pointer. */
  readonly placed: (problems: readonly ReaderProblem[]) => readonly ReaderProblem[];
}

/** Parses a JSON text that may be hostile; where it is none, a problem with its place. */
export function readJson({ fileName, text }: FamilyText): Result<JsonDocument, ReaderProblem> {
  const refuse = (rule: string, message: string, place: Partial<ReaderProblem> = { line: 1 }): Result<JsonDocument, ReaderProblem> => refusal({ severity: 'error', rule, message, file: fileName, ...place });
  const size = sizeOfJson(text);
  if (size === 'too-deep') return refuse(size, 'the JSON is nested too deep, expected a family');
  if (size === 'too-large') return refuse(size, 'the JSON holds too many values, expected a family');
  try {
    const value: unknown = JSON.parse(text);
    return success({ value, placed: (problems) => placedIn(text, fileName, problems) });
  } catch {
    const scan = scanJson(text);
    if (scan.kind === 'valid') throw new Error('the scanner takes a text for JSON that JSON.parse refuses');
    return refuse(scan.isTruncated ? 'truncated' : 'not-json', scan.isTruncated ? `the JSON ends too early, expected ${scan.expected}` : `this is not JSON, expected ${scan.expected}`, placeAt(lineStartsOf(text), scan.offset));
  }
}

function placedIn(text: string, fileName: string, problems: readonly ReaderProblem[]): readonly ReaderProblem[] {
  const pointers = new Set(['', ...problems.flatMap(({ pointer }) => (pointer === undefined ? [] : pointersAbove(pointer)))]);
  const scan = scanJson(text, pointers);
  const starts = lineStartsOf(text);
  return problems.map((problem) => {
    const span = scan.kind === 'valid' && problem.pointer !== undefined ? spanOf(scan.spans, problem.pointer) : null;
    return { ...problem, file: fileName, ...(span === null ? {} : placeAt(starts, span.start)) };
  });
}

/** The pointer and those of all that holds it: the place is the nearest that exists. */
function pointersAbove(pointer: string): readonly string[] {
  const parts = pointer.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
