import { describe, expect, test } from 'vitest';
import { starterDiseases, starterOntology } from '#shared/disease/starter/starter-catalogue.ts';
import { diseaseOf, frequencyClassIds, inheritanceTerms } from '#shared/disease/starter/starter-disease.ts';
import { termIdOf } from '#shared/disease/starter/starter-terms.ts';

const terms = new Map(starterOntology.terms.map((term) => [term.id, term]));
const labelOf = (id: string): string => terms.get(id)?.label ?? id;

function ancestorsOf(id: string, found = new Set<string>()): Set<string> {
  for (const parent of terms.get(id)?.parents ?? []) {
    if (!found.has(parent)) ancestorsOf(parent, found.add(parent));
  }
  return found;
}

const childrenOf = (id: string): readonly string[] => starterOntology.terms.filter((term) => term.parents.includes(id)).map((term) => term.label).toSorted();

describe('the terms of the starter', () => {
  test('are at least 1,200, each id and each label once', () => {
    expect(starterOntology.terms.length).toBeGreaterThanOrEqual(1_200);
    expect(terms.size).toBe(starterOntology.terms.length);
    expect(new Set(starterOntology.terms.map((term) => term.label)).size).toBe(starterOntology.terms.length);
  });

  test('are closed: every parent is there, and every term leads up to the one root', () => {
    const astray = starterOntology.terms.filter((term) => term.id !== 'HP:0000001' && !ancestorsOf(term.id).has('HP:0000001'));
    const orphaned = starterOntology.terms.filter((term) => term.parents.some((parent) => !terms.has(parent)));
    expect({ astray, orphaned, rootParents: terms.get('HP:0000001')?.parents }).toEqual({ astray: [], orphaned: [], rootParents: [] });
  });

  test('hold no circle', () => {
    expect(starterOntology.terms.filter((term) => ancestorsOf(term.id).has(term.id))).toEqual([]);
  });

  test('hold the choices that the screens offer', () => {
    expect(childrenOf('HP:0012824')).toEqual(['Borderline', 'Mild', 'Moderate', 'Profound', 'Severe']);
    expect(childrenOf('HP:0012831')).toEqual(['Alternating laterality', 'Bilateral', 'Left', 'Right', 'Unilateral']);
    expect(childrenOf('HP:0040279')).toEqual(['Excluded', 'Frequent', 'Obligate', 'Occasional', 'Very frequent', 'Very rare']);
    expect(childrenOf('HP:0003679')).toEqual(['Nonprogressive', 'Progressive']);
    expect(childrenOf('HP:0000118')).toHaveLength(23);
    for (const onset of ['Antenatal onset', 'Congenital onset', 'Infantile onset', 'Childhood onset', 'Juvenile onset', 'Late onset']) {
      expect([...ancestorsOf(termIdOf(onset))]).toContain('HP:0003674');
    }
  });
});

describe('the words of the starter', () => {
  const synonyms = starterOntology.terms.flatMap((term) => term.synonyms.map((synonym) => ({ label: term.label, ...synonym })));

  test('name at least 250 common findings as families do', () => {
    expect(starterOntology.terms.filter((term) => term.synonyms.some((synonym) => synonym.isLayperson)).length).toBeGreaterThanOrEqual(250);
  });

  test('never repeat the label, and never mean two terms', () => {
    const repeated = synonyms.filter((synonym) => synonym.text.toLowerCase() === synonym.label.toLowerCase());
    const texts = synonyms.map((synonym) => synonym.text.toLowerCase());
    expect({ repeated, ambiguous: texts.filter((text, position) => texts.indexOf(text) !== position), empty: synonyms.filter((synonym) => synonym.text.length < 2) }).toEqual({ repeated: [], ambiguous: [], empty: [] });
  });

  test.each([
    ['floppy baby', 'Hypotonia'],
    ['fits', 'Seizure'],
    ['small head', 'Microcephaly'],
    ['club foot', 'Talipes equinovarus'],
    ['hole in the heart', 'Ventricular septal defect'],
    ['short-sighted', 'Myopia'],
  ])('say "%s" for %s', (text, label) => {
    expect(synonyms.filter((synonym) => synonym.text === text)).toEqual([{ label, text, scope: 'exact', isLayperson: true }]);
  });
});

describe('the diseases of the starter', () => {
  test('are at least 170, each once', () => {
    expect(starterDiseases.length).toBeGreaterThanOrEqual(170);
    expect(new Set(starterDiseases.map((disease) => disease.id)).size).toBe(starterDiseases.length);
    expect(new Set(starterDiseases.map((disease) => disease.name)).size).toBe(starterDiseases.length);
  });

  test('have 8 to 20 findings and an inheritance each', () => {
    const outside = starterDiseases.filter((disease) => disease.annotations.length < 8 || disease.annotations.length > 20 || disease.inheritanceIds.length === 0);
    expect(outside.map((disease) => disease.name)).toEqual([]);
  });

  test('have a gene each, but for Kearns-Sayre syndrome, which comes from large deletions', () => {
    expect(starterDiseases.filter((disease) => disease.genes.length === 0).map((disease) => disease.id)).toEqual(['OMIM:530000']);
  });

  test('state only phenotypic abnormalities, with a frequency class', () => {
    const classes: ReadonlySet<string> = new Set(Object.values(frequencyClassIds));
    const wrong = starterDiseases.flatMap((disease) =>
      disease.annotations
        .filter((annotation) => !ancestorsOf(annotation.termId).has('HP:0000118') || annotation.frequency.kind !== 'class' || !classes.has(annotation.frequency.termId))
        .map((annotation) => `${disease.name}: ${labelOf(annotation.termId)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('call the frequency classes by their names', () => {
    const nameOf = { obligate: 'Obligate', veryFrequent: 'Very frequent', frequent: 'Frequent', occasional: 'Occasional', veryRare: 'Very rare' } as const satisfies Record<keyof typeof frequencyClassIds, string>;
    expect(Object.values(frequencyClassIds).map(labelOf)).toEqual(Object.values(nameOf));
  });

  test('call modes of inheritance by their names', () => {
    expect(Object.fromEntries(Object.entries(inheritanceTerms).map(([word, id]) => [word, labelOf(id)]))).toEqual({
      'autosomal dominant': 'Autosomal dominant inheritance',
      'autosomal recessive': 'Autosomal recessive inheritance',
      'X-linked': 'X-linked inheritance',
      'X-linked dominant': 'X-linked dominant inheritance',
      'X-linked recessive': 'X-linked recessive inheritance',
      mitochondrial: 'Mitochondrial inheritance',
      'maternally imprinted': 'Autosomal dominant inheritance with maternal imprinting',
      'paternally imprinted': 'Autosomal dominant inheritance with paternal imprinting',
      'somatic mosaicism': 'Typified by somatic mosaicism',
      digenic: 'Digenic inheritance',
    });
  });

  test('never state a finding twice, nor together with a broader one', () => {
    const wrong = starterDiseases.flatMap((disease) => {
      const ids = disease.annotations.map((annotation) => annotation.termId);
      const twice = ids.filter((id, position) => ids.indexOf(id) !== position);
      const broader = ids.filter((id) => ids.some((other) => ancestorsOf(other).has(id)));
      return [...twice, ...broader].map((id) => `${disease.name}: ${labelOf(id)}`);
    });
    expect(wrong).toEqual([]);
  });

  test('cover every organ system with at least two diseases', () => {
    const systems = starterOntology.terms.filter((term) => term.parents.includes('HP:0000118'));
    const covering = (systemId: string): number =>
      starterDiseases.filter((disease) => disease.annotations.some((annotation) => annotation.termId === systemId || ancestorsOf(annotation.termId).has(systemId))).length;
    expect(systems.filter((system) => covering(system.id) < 2).map((system) => system.label)).toEqual([]);
  });

  test('name inheritance by terms of the inheritance branch', () => {
    expect(Object.values(inheritanceTerms).filter((id) => !ancestorsOf(id).has('HP:0000005'))).toEqual([]);
  });

  test('are refused at load when a label is misspelt, naming disease and label', () => {
    const slip = { id: 'OMIM:100800', name: 'Achondroplasia', genes: ['FGFR3'], inheritance: ['autosomal dominant'], obligate: 'Rhizomelly' } as const;
    expect(() => diseaseOf(slip, termIdOf)).toThrow(/OMIM:100800 Achondroplasia.*"Rhizomelly"/);
  });

  test('become what an entry says, in the order of its classes', () => {
    const entry = { id: 'OMIM:154700', name: 'Marfan syndrome', genes: ['FBN1'], inheritance: ['autosomal dominant'], frequent: 'Myopia; Scoliosis', occasional: 'Pneumothorax' } as const;
    const stated = { isNegated: false, references: [], evidence: 'TAS', onsetTermId: null, sex: null, modifierIds: [] };
    expect(diseaseOf(entry, termIdOf)).toEqual({
      id: 'OMIM:154700',
      name: 'Marfan syndrome',
      annotations: [
        { ...stated, termId: 'HP:0000545', frequency: { kind: 'class', termId: 'HP:0040282' } },
        { ...stated, termId: 'HP:0002650', frequency: { kind: 'class', termId: 'HP:0040282' } },
        { ...stated, termId: 'HP:0002107', frequency: { kind: 'class', termId: 'HP:0040283' } },
      ],
      inheritanceIds: ['HP:0000006'],
      courseIds: [],
      genes: [{ symbol: 'FBN1', id: null, association: 'mendelian' }],
    });
  });
});
