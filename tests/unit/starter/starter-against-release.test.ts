import { describe, expect, test } from 'vitest';
import { starterDiseases, starterOntology } from '#shared/disease/starter/starter-catalogue.ts';
import { absentNote } from '#tests/reference-data.ts';
import { isReferencePresent, readReferenceRelease, type ReferenceRelease } from '#tests/unit/starter/reference-release.ts';

/** Where our statement differs from the release on purpose, and why. */
const geneExceptions: ReadonlyMap<string, string> = new Map([['OMIM:158900', 'DUX4 is the gene whose expression causes the disease; the release still lists the older candidate FRG1']]);

const inheritanceExceptions: ReadonlyMap<string, string> = new Map([
  ['OMIM:105830', 'only the maternal copy of UBE3A is active in neurons, so the exact term is dominant with maternal imprinting; the release says dominant'],
  ['OMIM:301040', 'men are affected and carriers healthy, by skewed inactivation: recessive; the release says dominant'],
  ['OMIM:300908', 'hemizygous men are affected and few women: recessive; the release says dominant'],
]);

describe.skipIf(!isReferencePresent)(`the starter against the reference release (${absentNote})`, () => {
  const release: ReferenceRelease = isReferencePresent ? readReferenceRelease() : { terms: new Map(), diseaseNames: new Map(), inheritance: new Map(), genes: new Map() };

  test('has only live terms, with exactly the label and the parents of the release', () => {
    const ours = starterOntology.terms.map((term) => ({ id: term.id, label: term.label, parents: term.parents.toSorted() }));
    expect(ours).toEqual(ours.map(({ id }) => ({ id, label: release.terms.get(id)?.label, parents: release.terms.get(id)?.parents })));
  });

  test('has only disease ids that the release knows', () => {
    expect(starterDiseases.filter((disease) => !release.diseaseNames.has(disease.id)).map((disease) => disease.name)).toEqual([]);
  });

  test('names each disease in at least half of the words of the release', () => {
    const apart = starterDiseases.filter((disease) => sharedWords(disease.name, release.diseaseNames.get(disease.id) ?? '') < 0.5);
    expect(apart.map((disease) => `${disease.id} ${disease.name} / ${release.diseaseNames.get(disease.id) ?? ''}`)).toEqual([]);
  });

  test('pairs each disease with genes of the release, or as listed', () => {
    const unpaired = starterDiseases.filter((disease) => disease.genes.some((gene) => release.genes.get(disease.id)?.includes(gene.symbol) !== true));
    expect(unpaired.map((disease) => disease.id).toSorted()).toEqual([...geneExceptions.keys()].toSorted());
  });

  test('gives the inheritance of the release, a narrower or a broader term of it, or as listed', () => {
    const differing = starterDiseases.filter((disease) => {
      const stated = release.inheritance.get(disease.id);
      return stated !== undefined && !disease.inheritanceIds.some((ours) => stated.some((theirs) => isRelated(release, ours, theirs)));
    });
    expect(differing.map((disease) => disease.id).toSorted()).toEqual([...inheritanceExceptions.keys()].toSorted());
  });
});

function isRelated(release: ReferenceRelease, one: string, other: string): boolean {
  return one === other || isBelow(release, one, other) || isBelow(release, other, one);
}

function isBelow(release: ReferenceRelease, id: string, ancestor: string): boolean {
  return (release.terms.get(id)?.parents ?? []).some((parent) => parent === ancestor || isBelow(release, parent, ancestor));
}

/** Share of the words of the shorter name that the other name has too. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return [...a].filter((word) => b.has(word)).length / Math.min(a.size, b.size);
}

const emptyWords = new Set(['syndrome', 'disease', 'type', 'with', 'without', 'or', 'and', 'of', 'to', 'due', 'the', 'autosomal', 'familial']);
const romanNumbers: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', ia: '1a', ib: '1b', iia: '2a', iiia: '3a', vi: '6' };

function wordsOf(name: string): Set<string> {
  const words = name.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '' && !emptyWords.has(word));
  return new Set(words.map((word) => romanNumbers[word] ?? word));
}
