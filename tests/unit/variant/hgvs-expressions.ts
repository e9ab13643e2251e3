import fc from 'fast-check';
import { aminoAcids } from '#shared/variant/hgvs/amino-acids.ts';
import type { Alleles, HgvsExpression, Inserted, NucleotideChange, NucleotideEdit, NucleotidePlace, Point, ProteinChange, ProteinEdit, RepeatCount } from '#shared/variant/hgvs/expression.ts';

const dna = fc.string({ unit: fc.constantFrom('A', 'C', 'G', 'T'), minLength: 1, maxLength: 8 });
const distance = fc.integer({ min: 1, max: 900 });
const count: fc.Arbitrary<RepeatCount> = fc.oneof(
  distance.map((exact) => ({ least: exact, most: exact })),
  fc.constant({ least: null, most: null }),
  fc.tuple(distance, distance).map(([least, more]) => ({ least, most: least + more })),
);

/** A point of coding DNA that lies before every point with a greater `base`. */
const codingPoint = (base: number): fc.Arbitrary<Point> =>
  fc.oneof(
    fc.constant<Point>({ kind: 'base', anchor: 'numbered', base, offset: null }),
    fc.record({ direction: fc.constantFrom('downstream' as const, 'upstream' as const), distance: fc.oneof(distance, fc.constant(null)) }).map((offset): Point => ({ kind: 'base', anchor: 'numbered', base, offset })),
  );
const utrPoint: fc.Arbitrary<Point> = distance.chain((base) => fc.constantFrom<Point>({ kind: 'base', anchor: 'before-start', base: -base, offset: null }, { kind: 'base', anchor: 'after-stop', base, offset: null }));

const onePlace: fc.Arbitrary<NucleotidePlace> = fc.oneof(fc.integer({ min: 1, max: 50_000 }).chain(codingPoint), utrPoint).map((from) => ({ from, to: null }));
const longPlace: fc.Arbitrary<NucleotidePlace> = fc.tuple(fc.integer({ min: 1, max: 9_000 }), distance, distance, distance).chain(([first, second, third, fourth]) =>
  fc.tuple(codingPoint(first), codingPoint(first + second), codingPoint(first + second + third), codingPoint(first + second + third + fourth), fc.boolean(), fc.boolean()).map(
    ([one, two, three, four, isFirstOpen, isSecondOpen]): NucleotidePlace => ({
      from: isFirstOpen ? { kind: 'between', earliest: one, latest: two } : one,
      to: isSecondOpen ? { kind: 'between', earliest: three, latest: { kind: 'unknown' } } : four,
    }),
  ),
);
const gap: fc.Arbitrary<NucleotidePlace> = fc.integer({ min: 1, max: 9_000 }).map((base) => ({ from: { kind: 'base', anchor: 'numbered', base, offset: null }, to: { kind: 'base', anchor: 'numbered', base: base + 1, offset: null } }));

const inserted: fc.Arbitrary<readonly Inserted[]> = fc.array(
  fc.oneof<fc.Arbitrary<Inserted>[]>(
    dna.map((bases) => ({ kind: 'bases', bases })),
    fc.tuple(dna, count).map(([bases, repeats]) => ({ kind: 'repeated', bases, count: repeats })),
    fc.tuple(longPlace, fc.boolean(), fc.constantFrom(null, 'NC_000022.10')).map(([place, isInverted, reference]) => ({ kind: 'copied', reference, level: reference === null ? null : 'g', place: reference === null ? place : { from: { kind: 'unknown' }, to: { kind: 'base', anchor: 'numbered', base: 9, offset: null } }, isInverted })),
    fc.constant({ kind: 'unknown' }),
  ),
  { minLength: 1, maxLength: 3 },
);
const edit = (place: fc.Arbitrary<NucleotidePlace>, edits: fc.Arbitrary<NucleotideEdit>): fc.Arbitrary<NucleotideChange> =>
  fc.record({ kind: fc.constant('edit' as const), place, edit: edits, predicted: fc.boolean() });
const plain = (kind: 'deletion' | 'duplication' | 'unchanged' | 'unknown'): fc.Arbitrary<NucleotideEdit> => fc.constant({ kind });

const nucleotideChange: fc.Arbitrary<NucleotideChange> = fc.oneof(
  edit(onePlace, fc.constantFrom(['A', 'C'], ['C', 'T'], ['G', 'A'], ['T', 'G']).map(([reference = '', alternate = '']) => ({ kind: 'substitution', reference, alternate }))),
  edit(fc.oneof(onePlace, longPlace), fc.oneof(plain('deletion'), plain('duplication'), plain('unchanged'), plain('unknown'), inserted.map((pieces): NucleotideEdit => ({ kind: 'deletion-insertion', inserted: pieces })))),
  edit(fc.oneof(onePlace, longPlace), fc.array(fc.record({ bases: dna, count }), { minLength: 1, maxLength: 3 }).map((units) => ({ kind: 'repeat', units }))),
  edit(longPlace, fc.constant({ kind: 'inversion' })),
  edit(gap, inserted.map((pieces): NucleotideEdit => ({ kind: 'insertion', inserted: pieces }))),
  fc.record({ kind: fc.constant('whole' as const), what: fc.constantFrom('unchanged' as const, 'unknown' as const, 'nothing' as const), predicted: fc.boolean() }),
);

const aminoAcid = fc.constantFrom(...aminoAcids.filter((name) => name !== 'Xaa'));
const proteinEdit: fc.Arbitrary<ProteinEdit> = fc.oneof<fc.Arbitrary<ProteinEdit>[]>(
  fc.constantFrom<ProteinEdit>({ kind: 'unchanged' }, { kind: 'unknown' }, { kind: 'deletion' }, { kind: 'duplication' }),
  fc.array(aminoAcid, { minLength: 1, maxLength: 5 }).map((residues) => ({ kind: 'deletion-insertion', inserted: { kind: 'residues', residues } })),
  count.map((repeats) => ({ kind: 'deletion-insertion', inserted: { kind: 'count', count: repeats } })),
  count.map((repeats) => ({ kind: 'repeat', count: repeats })),
  fc.tuple(fc.option(aminoAcid), fc.option(fc.record({ distance: fc.option(distance) }))).map(([alternate, stopAt]) => ({ kind: 'frameshift', alternate, stopAt })),
);
const proteinChange: fc.Arbitrary<ProteinChange> = fc.oneof<fc.Arbitrary<ProteinChange>[]>(
  fc.tuple(aminoAcid, distance, aminoAcid, proteinEdit, fc.boolean(), fc.boolean()).map(([first, position, second, change, isRange, predicted]) => ({
    kind: 'edit',
    place: { from: { aminoAcid: first, position }, to: isRange ? { aminoAcid: second, position: position + 3 } : null },
    edit: change,
    predicted,
  })),
  fc.tuple(aminoAcid, distance, aminoAcid, fc.boolean()).filter(([from, , to]) => from !== to).map(([from, position, alternate, predicted]) => ({ kind: 'edit', place: { from: { aminoAcid: from, position }, to: null }, edit: { kind: 'substitution', alternate }, predicted })),
  fc.tuple(distance, fc.option(aminoAcid), fc.option(distance)).map(([position, alternate, stop]) => ({ kind: 'edit', place: { from: { aminoAcid: 'Ter', position }, to: null }, edit: { kind: 'extension-after-stop', alternate, stopAt: { distance: stop } }, predicted: true })),
  fc.tuple(fc.constantFrom<('unchanged' | 'unknown' | 'nothing' | 'probably-nothing')[]>('unchanged', 'unknown', 'nothing', 'probably-nothing'), fc.boolean()).map(([what, predicted]) => ({ kind: 'whole', what, predicted })),
);

/** One change, or several in every way they can lie. A chain has two or more, as one needs no brackets. */
function alleles<Change>(change: fc.Arbitrary<Change>): fc.Arbitrary<Alleles<Change>> {
  const several = fc.array(change, { minLength: 2, maxLength: 3 });
  return fc.oneof<fc.Arbitrary<Alleles<Change>>[]>(
    change.map((only) => ({ kind: 'one', change: only })),
    several.map((changes) => ({ kind: 'cis', changes })),
    fc.tuple(fc.array(change, { minLength: 1, maxLength: 2 }), fc.array(change, { minLength: 1, maxLength: 2 })).map((chromosomes) => ({ kind: 'trans', chromosomes })),
    several.map((changes) => ({ kind: 'unknown-phase', changes })),
  );
}

/** Random descriptions of DNA and protein changes, whole as a parser gives them. */
export const hgvsExpressions: fc.Arbitrary<HgvsExpression> = fc.oneof<fc.Arbitrary<HgvsExpression>[]>(
  fc.record({ kind: fc.constant('nucleotide' as const), reference: fc.constantFrom(null, 'NM_000059.4', 'ENST00000380152.8'), selector: fc.constantFrom(null, 'BRCA2', 'HLA-A'), level: fc.constant('c' as const), alleles: alleles(nucleotideChange) }),
  fc.record({ kind: fc.constant('protein' as const), reference: fc.constantFrom(null, 'NP_000050.3'), selector: fc.constant(null), alleles: alleles(proteinChange) }),
);
