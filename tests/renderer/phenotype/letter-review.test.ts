import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeFinding, checkAll, featuresToAdd, piecesOf, reviewOf, type LetterFinding, type RecordedFeature } from '#renderer/features/phenotype/letter-review.ts';

const mention = (id: string, start: number, more: { readonly excluded?: boolean; readonly person?: string } = {}) => ({ id, label: id, start, end: start + 4, text: '', excluded: false, person: 'patient', ...more });
const recorded: readonly RecordedFeature[] = [{ personId: 'p1', termId: 'HP:0000003', state: 'observed' }];
const review = reviewOf([mention('HP:0000001', 0), mention('HP:0000002', 10, { excluded: true }), mention('HP:0000001', 20), mention('HP:0000003', 30), mention('HP:0000001', 40, { person: 'mother' })], 'p1', recorded);
const inShort = (findings: readonly LetterFinding[]) => findings.map(({ termId, said, state, personId, isChecked, places }) => [termId, said, state, personId, isChecked, places.length]);

describe('the findings of a letter under review', () => {
  test('stand once each; the patient’s are checked unless recorded, a relative’s wait for a person', () => {
    expect(inShort(review)).toEqual([
      ['HP:0000001', 'patient', 'observed', 'p1', true, 2],
      ['HP:0000002', 'patient', 'excluded', 'p1', true, 1],
      ['HP:0000003', 'patient', 'observed', 'p1', false, 1],
      ['HP:0000001', 'mother', 'observed', null, false, 1],
    ]);
  });

  test('go to whom they were given, and never twice to one person', () => {
    const mothers = review[3]?.key ?? '';
    const toMother = changeFinding(review, mothers, { kind: 'person', personId: 'p2' }, recorded);
    const toPatient = changeFinding(review, mothers, { kind: 'person', personId: 'p1' }, recorded);
    expect([featuresToAdd(toMother), featuresToAdd(toPatient)].map((features) => features.map(({ personId, termId, detail }) => [personId, termId, detail.state]))).toEqual([
      [['p1', 'HP:0000001', 'observed'], ['p1', 'HP:0000002', 'excluded'], ['p2', 'HP:0000001', 'observed']],
      [['p1', 'HP:0000001', 'observed'], ['p1', 'HP:0000002', 'excluded']],
    ]);
  });

  test('are taken or left all at once, but for what cannot be recorded', () => {
    expect([true, false].map((isChecked) => checkAll(review, isChecked, recorded).map((finding) => finding.isChecked))).toEqual([[true, true, false, false], [false, false, false, false]]);
  });

  test('cannot be checked while recorded already or nobody’s', () => {
    const checked = review.reduce<readonly LetterFinding[]>((findings, { key }) => changeFinding(findings, key, { kind: 'check', isChecked: true }, recorded), review);
    expect(checked.map(({ isChecked }) => isChecked)).toEqual([true, true, false, false]);
    const freed = changeFinding(checked, review[0]?.key ?? '', { kind: 'person', personId: null }, recorded);
    expect(freed.map(({ isChecked }) => isChecked)).toEqual([false, true, false, false]);
  });
});

test('the marked text is the text, whatever the offsets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 40 }))), (text, places) => {
      const findings = reviewOf(places.map(([start, end], at) => ({ ...mention(`HP:${String(at).padStart(7, '0')}`, start), end })), 'p1', []);
      expect(piecesOf(text, findings).map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});
