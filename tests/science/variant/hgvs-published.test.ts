import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseHgvs } from '#shared/variant/hgvs/parse-hgvs.ts';
import { printHgvs } from '#shared/variant/hgvs/print-hgvs.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

const cases = referenceData('cases/phenopackets-dev.jsonl.gz');

describe.skipIf(cases === null)(`the descriptions of variants in published patients (${absentNote})`, () => {
  const expressions = cases === null ? [] : [...new Set([...gunzipSync(readFileSync(cases)).toString('utf8').matchAll(/"syntax": ?"hgvs\.[cgp]", ?"value": ?"([^"]*)"/g)].map(([, value = '']) => value))];
  /** Named bases behind del and dup, spaces, one position given twice: what the recommendations have no more. */
  const isOutdated = (text: string): boolean => /\s|(?:del|dup)[ACGT]+$/.test(text);

  it('are all read', () => {
    expect(expressions.length).toBeGreaterThan(7_000);
    expect(expressions.filter((text) => !parseHgvs(text).ok)).toEqual([]);
  });

  it('are printed unchanged, but for those in an outdated spelling', () => {
    const changed = expressions.filter((text) => {
      const reading = parseHgvs(text);
      return !reading.ok || printHgvs(reading.value.expression) !== text;
    });
    expect(changed.filter((text) => !isOutdated(text))).toEqual([]);
    expect(changed.length).toBeLessThanOrEqual(expressions.filter(isOutdated).length);
  });
});
