import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { layPhrases } from '#shared/ontology/lay-phrases.ts';
import { parseObographs } from '#shared/ontology/obographs.ts';
import { abbreviations } from '#shared/phenotype/text/abbreviations.ts';
import { clinicalPhrases, normalFindings } from '#shared/phenotype/text/clinical-phrases.ts';
import { everydayPhrases } from '#shared/phenotype/text/everyday-phrases.ts';
import { everydayNames } from '#shared/phenotype/text/languages/everyday-names.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

const release = referenceData('knowledge/2025-05-06/hp.json.gz');

describe.skipIf(release === null)(`phrases and abbreviations (${absentNote})`, () => {
  test('name live terms of the ontology by their labels', () => {
    const reading = parseObographs({ name: 'hp.json', text: gunzipSync(readFileSync(release ?? '')).toString('utf8') });
    if (!reading.ok) throw new Error('the reference ontology cannot be read');
    const labels = new Map(reading.value.ontology.terms.map(({ id, label }) => [id, label]));
    expect([...clinicalPhrases, ...everydayPhrases, ...normalFindings, ...abbreviations, ...['de', 'es', 'fr', 'ja', 'zh'].flatMap(everydayNames)].filter(({ termId, label }) => labels.get(termId) !== label)).toEqual([]);
  });
});

test('a phrase stands once in its table', () => {
  const texts = [...clinicalPhrases, ...everydayPhrases, ...normalFindings].map(({ text }) => text.toLowerCase());
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
});

test('a phrase that the search knows in the same meaning is not written again', () => {
  const known = new Set(layPhrases.map(({ text, termId }) => `${termId} ${text.toLowerCase()}`));
  expect([...clinicalPhrases, ...everydayPhrases].filter(({ text, termId }) => known.has(`${termId} ${text.toLowerCase()}`))).toEqual([]);
});
