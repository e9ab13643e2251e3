import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyFormats, type FamilyFormat } from '#shared/pedigree/formats/family-format.ts';
import type { LossKind } from '#shared/pedigree/formats/loss-kinds.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import { writeFamilies, writeFamily } from '#shared/pedigree/formats/write-family.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { IndividualDetail } from '#shared/pedigree/individual.ts';
import { aPedigree, builderOf, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

/** A family of which every format holds everything: two couples, ordinary parents, everybody's sex known, a proband, no more. */
const plain = (): PedigreeBuilder => {
  const sexed = { sexAssignedAtBirth: 'male' } as const;
  const told = aPedigree().man('GF', sexed).woman('GM', { sexAssignedAtBirth: 'female' }).man('F', sexed).childOf('F', 'GF', 'GM').woman('M', { sexAssignedAtBirth: 'female' }).man('P', sexed).woman('S', { sexAssignedAtBirth: 'female' });
  return told.childOf('P', 'F', 'M').childOf('S', 'F', 'M').proband('P');
};
const known = (change: Partial<IndividualDetail>): ((told: PedigreeBuilder) => PedigreeBuilder) => (told) => told.known(change, 'S');

/** One fact more than the plain family has: the loss that it is where a format cannot hold it, whose, and the formats that hold it. */
interface Fact {
  readonly kind: LossKind;
  readonly people: readonly string[];
  readonly add: (told: PedigreeBuilder) => PedigreeBuilder;
  readonly heldBy: readonly FamilyFormat[];
}

const gedcom = ['gedcom5', 'gedcom7'] as const;
const S = ['S'];
const facts: Readonly<Record<string, Fact>> = {
  'a name': { kind: 'name', people: S, add: known({ givenName: 'Ada', familyName: 'Marsh' }), heldBy: [...gedcom, 'ga4gh', 'fhir'] },
  'a name with a slash, a tab and a line end': { kind: 'name', people: S, add: known({ givenName: 'A/da', familyName: 'M\tarsh\nof Kent' }), heldBy: [...gedcom, 'ga4gh'] },
  'a reference': { kind: 'reference', people: S, add: known({ reference: 'NA12878' }), heldBy: ['ped', ...gedcom, 'canrisk', 'ga4gh', 'fhir', 'phenopacket'] },
  'a reference with blanks': { kind: 'reference', people: S, add: known({ reference: 'sample 12' }), heldBy: [...gedcom, 'ga4gh', 'fhir', 'phenopacket'] },
  'a gender that is not that of the sex': { kind: 'gender', people: S, add: known({ gender: 'non-binary' }), heldBy: [...gedcom, 'ga4gh', 'phenopacket'] },
  'a karyotype': { kind: 'karyotype', people: S, add: known({ karyotype: '47,XXX' }), heldBy: [...gedcom, 'phenopacket'] },
  'a karyotype of no simple kind': { kind: 'karyotype', people: S, add: known({ karyotype: '46,XX,t(9;22)(q34;q11.2)' }), heldBy: gedcom },
  'a group': { kind: 'group', people: S, add: known({ life: { kind: 'group', count: null } }), heldBy: gedcom },
  'a pregnancy': { kind: 'pregnancy', people: S, add: known({ life: { kind: 'pregnancy', gestation: null, dueDate: '2026-03', sexKnownBy: '46,XX; by CVS' } }), heldBy: gedcom },
  'a stillbirth': { kind: 'pregnancy-loss', people: S, add: known({ life: { kind: 'stillbirth', gestation: null } }), heldBy: gedcom },
  'a termination': { kind: 'pregnancy-loss', people: S, add: known({ life: { kind: 'loss', outcome: 'termination', gestation: null } }), heldBy: gedcom },
  'a death': { kind: 'vital-status', people: S, add: known({ vitalStatus: 'deceased' }), heldBy: [...gedcom, 'canrisk', 'ga4gh', 'fhir', 'phenopacket'] },
  'a birth year': { kind: 'birth', people: S, add: known({ birthDate: '1967' }), heldBy: [...gedcom, 'canrisk', 'ga4gh', 'fhir'] },
  'a birthday': { kind: 'birth', people: S, add: known({ birthDate: '1967-02-28' }), heldBy: [...gedcom, 'ga4gh', 'fhir', 'phenopacket'] },
  'an age': { kind: 'age', people: S, add: known({ ageAtLastEncounter: 'P23Y' }), heldBy: [...gedcom, 'canrisk', 'fhir', 'phenopacket'] },
  'an age in years and months': { kind: 'age', people: S, add: known({ ageAtLastEncounter: 'P4Y2M' }), heldBy: [...gedcom, 'fhir', 'phenopacket'] },
  'a place among the siblings': { kind: 'birth-order', people: S, add: known({ birthOrder: 3 }), heldBy: gedcom },
  'adoption out of sight': { kind: 'adoption', people: S, add: known({ isAdopted: true }), heldBy: gedcom },
  'an evaluation': { kind: 'evaluation', people: S, add: known({ isEvaluated: true, evaluations: ['Echocardiogram normal'] }), heldBy: gedcom },
  'a gene test': { kind: 'evaluation', people: S, add: known({ isEvaluated: true, evaluations: ['BRCA2 direct test: negative', 'ER positive'] }), heldBy: [...gedcom, 'canrisk'] },
  'a vasectomy': { kind: 'childlessness', people: S, add: known({ childlessness: { kind: 'by-choice-or-unknown', reason: '' } }), heldBy: gedcom },
  'an ancestry': { kind: 'ancestry', people: S, add: known({ ancestry: 'Ashkenazi Jewish' }), heldBy: [...gedcom, 'canrisk'] },
  'a note of two lines': { kind: 'note', people: S, add: known({ note: 'Said @home.\n@ twice, "so"' }), heldBy: [...gedcom, 'fhir'] },
  'a long note': { kind: 'note', people: S, add: known({ note: `${'long '.repeat(99)}@@ end` }), heldBy: [...gedcom, 'fhir'] },
  'who said it': { kind: 'provenance', people: S, add: known({ provenance: { birthDate: { source: 'self', detail: '', recordedOn: null, recordedBy: '', isPrivate: true } } }), heldBy: [] },
  'a consultand': { kind: 'consultand', people: S, add: (told) => told.consultand('S'), heldBy: gedcom },
  'an adoptive parent': { kind: 'adoption', people: S, add: (told) => told.woman('A', { sexAssignedAtBirth: 'female' }).parent('S', 'A', ['adoptive']).known({ isAdopted: true }, 'S'), heldBy: [...gedcom, 'ga4gh', 'fhir'] },
  'a foster parent': { kind: 'social-parent', people: S, add: (told) => told.woman('A', { sexAssignedAtBirth: 'female' }).parent('S', 'A', ['foster']), heldBy: [...gedcom, 'ga4gh', 'fhir'] },
  'a step parent': { kind: 'social-parent', people: S, add: (told) => told.woman('A', { sexAssignedAtBirth: 'female' }).parent('S', 'A', ['step']), heldBy: [...gedcom, 'ga4gh', 'fhir'] },
  'a surrogate': { kind: 'donor', people: ['A'], add: (told) => told.woman('A', { sexAssignedAtBirth: 'female' }).parent('S', 'A', ['gestational'], { isDonor: true }), heldBy: [...gedcom, 'ga4gh', 'fhir'] },
  'a sperm donor': { kind: 'donor', people: ['D'], add: (told) => told.man('D', { sexAssignedAtBirth: 'male' }).woman('C', { sexAssignedAtBirth: 'female' }).childOf('C', 'M').parent('C', 'D', ['sperm'], { isDonor: true }), heldBy: [...gedcom, 'ga4gh', 'fhir'] },
  'a couple without children': { kind: 'partnership', people: ['P', 'W'], add: (told) => told.woman('W', { sexAssignedAtBirth: 'female' }).couple('P', 'W'), heldBy: [...gedcom, 'ga4gh'] },
  'a couple that parted': { kind: 'separation', people: ['F', 'M'], add: (told) => told.couple('F', 'M', { status: 'ended' }), heldBy: [...gedcom, 'ga4gh'] },
  'a consanguineous couple': { kind: 'consanguinity', people: ['F', 'M'], add: (told) => told.couple('F', 'M', { isConsanguineous: true, degree: '' }), heldBy: [...gedcom, 'ga4gh', 'phenopacket'] },
  'a degree of consanguinity': { kind: 'consanguinity', people: ['F', 'M'], add: (told) => told.couple('F', 'M', { isConsanguineous: true, degree: 'third cousins' }), heldBy: [...gedcom, 'ga4gh'] },
  'monozygotic twins': { kind: 'twins', people: ['F', 'T'], add: (told) => told.man('T', { sexAssignedAtBirth: 'male' }).childOf('T', 'GF', 'GM').twins('monozygotic', 'F', 'T'), heldBy: [...gedcom, 'canrisk', 'ga4gh', 'fhir'] },
  'twins of whom it is not known': { kind: 'twins', people: ['P', 'S'], add: (told) => told.twins('unknown', 'P', 'S'), heldBy: [...gedcom, 'ga4gh', 'fhir'] },
  'triplets, two of them from one zygote, as tested': {
    kind: 'twins',
    people: ['P', 'S', 'T'],
    add: (told) => told.woman('T', { sexAssignedAtBirth: 'female' }).childOf('T', 'F', 'M').twinGroup([{ individualId: 'P', zygote: 1 }, { individualId: 'S', zygote: 2 }, { individualId: 'T', zygote: 2 }], 'tested'),
    heldBy: [...gedcom, 'ga4gh', 'fhir'],
  },
  'a condition': { kind: 'condition', people: S, add: (told) => told.affected('Haemophilia A', 'S'), heldBy: ['ped', ...gedcom, 'ga4gh', 'fhir', 'phenopacket'] },
  'a cancer': { kind: 'condition', people: S, add: (told) => told.affected('Breast cancer', 'S'), heldBy: ['ped', ...gedcom, 'canrisk', 'ga4gh', 'fhir', 'phenopacket'] },
  'an unaffected person': { kind: 'condition', people: S, add: (told) => told.state('unaffected', 'Haemophilia A', 'S'), heldBy: ['ped', ...gedcom, 'ga4gh', 'fhir', 'phenopacket'] },
  'a header': { kind: 'header', people: [], add: (told) => told.header({ indication: 'Recurrence risk' }), heldBy: [] },
};

const read = (text: string): { readonly format: FamilyFormat; readonly family: Family } => {
  const reading = readFamilies({ fileName: 'family', content: text });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  expect(reading.value.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(reading.value.families).toHaveLength(1);
  return { format: reading.value.format, family: reading.value.families[0]?.family ?? plain().build() };
};

const written = (family: Family, format: FamilyFormat) => {
  const writing = writeFamily(family, format);
  if (!writing.ok) throw new Error(writing.error.message);
  return writing.value;
};

describe.each(familyFormats)('a family as %s', (format) => {
  it('holds people, their sex, parents and the proband, or says that it does not hold the proband', () => {
    const losses = written(plain().build(), format).losses;
    expect(losses.map(({ kind, people }) => ({ kind, people }))).toEqual(format === 'ped' ? [{ kind: 'proband', people: ['P'] }] : []);
  });

  it.each(Object.entries(facts))('holds %s or names it as lost, of exactly those people', (_name, { kind, people, add, heldBy }) => {
    const losses = written(add(plain()).build(), format).losses.filter((loss) => format !== 'ped' || loss.kind !== 'proband');
    const isHeld = format === 'nostos' || heldBy.includes(format);
    // CanRisk would count them as people who live.
    const isLeftOut = format === 'canrisk' && ['group', 'pregnancy', 'pregnancy-loss'].includes(kind);
    expect(losses.map((loss) => ({ kind: loss.kind, people: loss.people }))).toEqual(isHeld ? [] : [{ kind: isLeftOut ? 'individual' : kind, people }]);
  });

  it('is told by its content, and writes what it read as it was', () => {
    fc.assert(
      fc.property(families({ maxPeople: 40 }), (family) => {
        const first = writeFamily(family, format);
        if (!first.ok) return;
        const once = read(first.value.text);
        expect(once.format).toBe(format);
        const again = written(once.family, format);
        expect(again.losses).toEqual([]);
        expect(read(again.text).family).toEqual(once.family);
      }),
      { numRuns: 25 },
    );
  });

  it('writes the conditions of somebody as it read them, though the family came to know them in another order', () => {
    const family = plain().affected('Second', 'S').affected('First', 'S').affected('First', 'GF').build();
    const first = writeFamily(family, format);
    if (!first.ok) return;
    const once = read(first.value.text);
    expect(read(written(once.family, format).text).family).toEqual(once.family);
  });

  it('loses facts only of people of the family, and says it of each once', () => {
    fc.assert(
      fc.property(families({ maxPeople: 40 }), (family) => {
        const writing = writeFamily(family, format);
        if (!writing.ok) return;
        const ids = new Set(family.individuals.map(({ id }) => id));
        const { losses } = writing.value;
        expect(new Set(losses.map(({ kind }) => kind)).size).toBe(losses.length);
        for (const { people } of losses) {
          expect(new Set(people).size).toBe(people.length);
          expect(people.filter((id) => !ids.has(id))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('words that no keyboard types', () => {
  const words = fc.string({ unit: 'binary', maxLength: 30 });
  const detail = fc.record({ reference: words, givenName: words, familyName: words, karyotype: words, causeOfDeath: words, ancestry: words, note: words, evaluations: fc.array(words, { maxLength: 2 }) });

  it.each(familyFormats)('go into %s, or are named as lost', (format) => {
    fc.assert(
      fc.property(detail, words, words, words, (change, condition, evidence, name) => {
        const told = plain().known(change, 'S').state('affected', condition === '' ? 'x' : condition, 'S').build();
        const family = { ...told, individualConditions: told.individualConditions.map((row) => ({ ...row, evidence })) };
        const writing = writeFamily(family, format, { name });
        if (!writing.ok) throw new Error(writing.error.message);
        expect(writing.value.losses.flatMap(({ kind, people }) => (kind === 'proband' ? [] : people)).filter((id) => id !== 'S')).toEqual([]);
        expect(read(writing.value.text).format).toBe(format);
      }),
      { numRuns: 100 },
    );
  });

  it('tell families of one name apart in PED', () => {
    const family = plain().build();
    const writing = writeFamilies([{ name: 'A b', family }, { name: 'A_b', family }, { name: '', family }], 'ped');
    const reading = readFamilies({ fileName: 'f', content: writing.ok ? writing.value.text : '' });
    expect(reading.ok && reading.value.families.map(({ name }) => name)).toEqual(['A_b', 'A_b_2', '1']);
  });
});

describe('the own format', () => {
  it('keeps every family whole, ids included', () => {
    fc.assert(
      fc.property(families(), (family) => {
        const { text, losses } = written(family, 'nostos');
        expect(losses).toEqual([]);
        expect(read(text).family).toEqual(family);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a file of a newer version, with the place', () => {
    const text = written(plain().build(), 'nostos').text.replace('"version": 1', '"version": 2');
    const reading = readFamilies({ fileName: 'family.json', content: text });
    expect(reading).toMatchObject({ ok: false, error: { problems: [{ rule: 'other-version', file: 'family.json', line: 3, column: 14 }] } });
  });
});

describe('a family of clinics', () => {
  it('loses in GEDCOM nothing but the order of the conditions and who shares an undrawn parent', () => {
    fc.assert(
      fc.property(families(), (family) => {
        const kinds = [...written(family, 'gedcom5').losses, ...written(family, 'gedcom7').losses].map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind !== 'condition-order' && kind !== 'undrawn-partner')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused by a format that cannot hold it, with what to do', () => {
    expect(writeFamily(aPedigree().build(), 'ped')).toEqual({ ok: false, error: { kind: 'rule-broken', message: 'There is nobody in the family yet; add somebody first.' } });
    expect(writeFamily(aPedigree().person('a').build(), 'canrisk')).toEqual({ ok: false, error: { kind: 'rule-broken', message: 'CanRisk needs the sex of everybody; say it of the proband first.' } });
  });

  it('gets parents added where CanRisk needs both', () => {
    const { losses, text } = written(builderOf(plain().build()).man('C', { sexAssignedAtBirth: 'male' }).childOf('C', 'S').build(), 'canrisk');
    expect(losses).toEqual([{ kind: 'added-parents', people: ['C'], message: 'CanRisk cannot hold one parent without the other: 1 of whom nothing is known were added.' }]);
    expect(read(text).family.individuals).toHaveLength(8);
  });
});
