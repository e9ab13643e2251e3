import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseObographs } from '#shared/ontology/obographs.ts';
import { onsetClasses } from '#shared/phenotype/onset-class.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

test('each class begins on the day that its definition names', () => {
  expect(onsetClasses.map(({ label, fromDays }) => [label, fromDays])).toEqual([
    ['Antenatal onset', -280],
    ['Embryonal onset', -280],
    ['Fetal onset', -210],
    ['Late first trimester onset', -203],
    ['Second trimester onset', -182],
    ['Third trimester onset', -84],
    ['Congenital onset', 0],
    ['Neonatal onset', 0],
    ['Pediatric onset', 28],
    ['Infantile onset', 28],
    ['Childhood onset', 365.25],
    ['Juvenile onset', 1_826.25],
    ['Adult onset', 5_844],
    ['Young adult onset', 5_844],
    ['Early young adult onset', 5_844],
    ['Intermediate young adult onset', 6_939.75],
    ['Late young adult onset', 9_131.25],
    ['Middle age onset', 14_610],
    ['Late onset', 21_915],
  ]);
});

test('no word names two classes', () => {
  const words = onsetClasses.flatMap((entry) => [entry.label.toLowerCase(), ...entry.words]);
  expect(words).toEqual([...new Set(words)]);
});

const ontologyPath = referenceData('knowledge/2025-05-06/hp.json.gz');
describe.skipIf(ontologyPath === null)(`against the ontology (${absentNote})`, () => {
  test('the classes are all the terms below Onset that an age bounds, under their labels', () => {
    const reading = parseObographs({ name: 'hp.json', text: gunzipSync(readFileSync(ontologyPath ?? '')).toString('utf8') });
    if (!reading.ok) throw new Error('the ontology was refused');
    const below = new Set(['HP:0003674']);
    const { terms } = reading.value.ontology;
    for (let size = 0; size < below.size; ) {
      size = below.size;
      for (const term of terms) if (term.parents.some((parent) => below.has(parent))) below.add(term.id);
    }
    for (const id of ['HP:0003674', 'HP:4000040', 'HP:6000314', 'HP:6000315']) below.delete(id);
    const stated = terms.filter((term) => below.has(term.id)).map(({ id, label }) => [id, label]);
    expect(onsetClasses.map(({ termId, label }) => [termId, label]).sort()).toEqual(stated.sort());
  });
});
