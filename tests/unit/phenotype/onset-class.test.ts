import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { congenitalOnset, embryonalOnset, fetalOnset, onsetClasses, onsetClassOfAge, onsetClassOfGestation } from '#shared/phenotype/onset-class.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

test.each([
  ['P0D', 'Congenital onset'],
  ['P1D', 'Neonatal onset'],
  ['P27D', 'Neonatal onset'],
  ['P28D', 'Infantile onset'],
  ['P11M', 'Infantile onset'],
  ['P1Y', 'Childhood onset'],
  ['P4Y11M', 'Childhood onset'],
  ['P5Y', 'Juvenile onset'],
  ['P15Y6M', 'Juvenile onset'],
  ['P16Y', 'Young adult onset'],
  ['P40Y', 'Middle age onset'],
  ['P60Y', 'Late onset'],
  ['P104Y', 'Late onset'],
])('the age %s is %s', (age, label) => {
  expect(onsetClassOfAge(age)?.label).toBe(label);
});

test('what is no duration has no onset class', () => {
  expect(onsetClassOfAge('four')).toBeNull();
});

test('gestation divides at ten completed weeks', () => {
  expect([onsetClassOfGestation(9), onsetClassOfGestation(10)]).toEqual([embryonalOnset, fetalOnset]);
});

test('the classes follow each other without gap or overlap', () => {
  expect(onsetClasses.slice(1).map(({ fromDays }) => fromDays)).toEqual(onsetClasses.slice(0, -1).map(({ belowDays }) => belowDays));
});

const ontologyPath = referenceData('knowledge/2025-05-06/hp.json.gz');
describe.skipIf(ontologyPath === null)(`against the ontology (${absentNote})`, () => {
  test('every id carries its label', () => {
    const ontology = JSON.parse(gunzipSync(readFileSync(ontologyPath ?? '')).toString('utf8')) as { graphs: { nodes: { id: string; lbl?: string }[] }[] };
    const labels = new Map(ontology.graphs[0]?.nodes.map((node) => [node.id.replace(/^.*HP_/, 'HP:'), node.lbl]));
    const terms = [...onsetClasses, congenitalOnset, embryonalOnset, fetalOnset];
    expect(terms.map(({ termId }) => labels.get(termId))).toEqual(terms.map(({ label }) => label));
  });
});
