import { describe, expect, test } from 'vitest';
import { caseDetailSchema } from '#shared/casefile/case-record.ts';
import { individualDetailSchema } from '#shared/pedigree/individual.ts';
import { exampleFamilies } from '#shared/casefile/example-families.ts';
import { probandId } from '#shared/casefile/example-pedigrees/example-pedigree.ts';
import { starterDiseases, starterOntology } from '#shared/disease/starter/starter-catalogue.ts';
import { ancestorsOf } from '#shared/pedigree/ancestry.ts';
import { brokenInvariants } from '#shared/pedigree/family-invariants.ts';
import { emptyFamily, familySchema } from '#shared/pedigree/family.ts';
import { lintFamily } from '#shared/pedigree/linter/lint-family.ts';
import { featureDetailSchema } from '#shared/phenotype/feature.ts';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { createRanker } from '#shared/ranking/ranker.ts';
import { absentNote } from '#tests/reference-data.ts';
import { isReferencePresent, readReferenceRelease } from '#tests/unit/starter/reference-release.ts';

const labels = new Map(starterOntology.terms.map((term) => [term.id, term.label]));
const ranker = createRanker(buildRankingIndex(starterOntology, starterDiseases));
const features = exampleFamilies.flatMap((family) => family.features);
const childrenOf = (id: string): readonly string[] => starterOntology.terms.filter((term) => term.parents.includes(id)).map((term) => term.id);

describe('the example families', () => {
  test('are ten, in ten statuses, with a reference each', () => {
    expect(exampleFamilies).toHaveLength(10);
    expect(new Set(exampleFamilies.map((family) => family.case.status)).size).toBe(10);
    expect(new Set(exampleFamilies.map((family) => family.case.reference)).size).toBe(10);
  });

  test('can be stored: every case, person and feature is valid', () => {
    for (const family of exampleFamilies) {
      const { nextActionDueInDays, ...detail } = family.case;
      expect(caseDetailSchema.parse({ ...detail, nextActionDueOn: '2026-01-01' })).toEqual({ ...detail, nextActionDueOn: '2026-01-01' });
      expect(Number.isInteger(nextActionDueInDays)).toBe(true);
      expect(individualDetailSchema.parse(family.proband)).toEqual(family.proband);
    }
    expect(features.map((feature) => featureDetailSchema.parse(feature.detail))).toEqual(features.map((feature) => feature.detail));
  });

  test('use terms and diseases of the starter, under their own labels', () => {
    expect(features.filter((feature) => labels.get(feature.termId) !== feature.label)).toEqual([]);
    const diseases = new Map(starterDiseases.map((disease) => [disease.id, disease.name]));
    expect(exampleFamilies.flatMap((family) => family.candidates).filter((candidate) => diseases.get(candidate.diseaseId) !== candidate.diseaseName)).toEqual([]);
  });

  test('state each term of a person once', () => {
    const repeated = exampleFamilies.filter((family) => new Set(family.features.map((feature) => feature.termId)).size !== family.features.length);
    expect(repeated).toEqual([]);
  });

  test('choose severity and laterality from their own branches', () => {
    const [severities, sides] = [childrenOf('HP:0012824'), childrenOf('HP:0012831')];
    expect(features.filter(({ detail }) => detail.severityId !== null && !severities.includes(detail.severityId))).toEqual([]);
    expect(features.filter(({ detail }) => detail.lateralityId !== null && !sides.includes(detail.lateralityId))).toEqual([]);
  });

  test('show observed, excluded and not assessed findings, and dues before, on and after the day', () => {
    expect(new Set(features.map((feature) => feature.detail.state))).toEqual(new Set(['observed', 'excluded', 'not-assessed']));
    expect(new Set(exampleFamilies.map((family) => Math.sign(family.case.nextActionDueInDays ?? 0)))).toEqual(new Set([-1, 0, 1]));
  });

  test.each([
    ['DEMO-001', 'OMIM:154700'],
    ['DEMO-002', 'OMIM:203800'],
    ['DEMO-003', 'OMIM:162200'],
    ['DEMO-004', 'OMIM:310200'],
    ['DEMO-005', 'OMIM:607208'],
    ['DEMO-006', 'OMIM:312750'],
    ['DEMO-007', 'OMIM:163950'],
    ['DEMO-009', 'OMIM:306700'],
    ['DEMO-010', 'OMIM:219700'],
  ])('rank, in %s, %s first with the starter alone', (reference, diseaseId) => {
    const family = exampleFamilies.find((candidate) => candidate.case.reference === reference);
    const ids = (state: string): readonly string[] => family?.features.filter((feature) => feature.detail.state === state).map((feature) => feature.termId) ?? [];
    const ranking = ranker.rank({ observed: ids('observed'), excluded: ids('excluded') }, { excludedMode: 'absence', limit: 1 });
    expect(ranking.candidates.map((candidate) => candidate.diseaseId)).toEqual([diseaseId]);
  });
});

describe('the pedigrees of the example families', () => {
  test.each(exampleFamilies.map((example) => [example.case.reference, example] as const))('%s can be stored, keeps every invariant and describes its proband as the case does', (_, { family, proband }) => {
    expect([familySchema.parse(family), brokenInvariants(family)]).toEqual([family, []]);
    expect(family.individuals.filter(({ isProband }) => isProband)).toMatchObject([{ id: probandId, ...proband }]);
  });

  test.each(exampleFamilies.map((example) => [example.case.reference, example] as const))('%s has no error and no warning', (_, { family }) => {
    expect(lintFamily(family, { today: '2026-11-23' }).filter(({ severity }) => severity !== 'advice').map(({ rule, people }) => [rule, people])).toEqual([]);
  });

  test('are of a size to look at, three of them whole families, the others of six people and more', () => {
    const sizes = new Map(exampleFamilies.map((example) => [example.case.reference, example.family.individuals.length]));
    expect(['DEMO-002', 'DEMO-009', 'DEMO-010'].map((reference) => sizes.get(reference))).toEqual([21, 19, 21]);
    expect(Math.min(...sizes.values())).toBeGreaterThan(6);
  });

  test('show a loop of descent, an X-linked line with obligate carriers, and assisted reproduction with twins and adoption', () => {
    const [loop, xLinked, assisted] = ['DEMO-002', 'DEMO-009', 'DEMO-010'].map((reference) => exampleFamilies.find((example) => example.case.reference === reference)?.family);
    const above = (id: string) => ancestorsOf(loop ?? emptyFamily, id);
    expect([...above('father')].filter((id) => above('mother').has(id))).toEqual(expect.arrayContaining(['founder', 'foundress']));
    expect(xLinked?.individualConditions.filter(({ state }) => state === 'obligate-carrier')).toHaveLength(4);
    expect([assisted?.twinGroups.length, new Set(assisted?.parentEdges.filter(({ isDonor }) => isDonor).map(({ parentId }) => parentId)).size, assisted?.individuals.filter(({ isAdopted }) => isAdopted).length]).toEqual([2, 4, 1]);
  });

  test('name diseases of the starter under their own names', () => {
    const diseases = new Map(starterDiseases.map((disease) => [disease.id, disease.name]));
    const named = exampleFamilies.flatMap(({ family }) => family.conditions).filter(({ diseaseId }) => diseaseId !== null);
    expect(named.filter(({ diseaseId, name }) => diseases.get(diseaseId ?? '') !== name)).toEqual([]);
    expect(exampleFamilies.flatMap(({ family }) => family.conditions).filter(({ termId }) => termId !== null && !labels.has(termId))).toEqual([]);
  });
});

describe.skipIf(!isReferencePresent)(`the example families against the reference release (${absentNote})`, () => {
  test('use live terms under the labels of the release', () => {
    const { terms } = readReferenceRelease();
    expect(features.filter((feature) => terms.get(feature.termId)?.label !== feature.label)).toEqual([]);
  });
});
