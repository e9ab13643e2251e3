import { describe, expect, test } from 'vitest';
import { derivedNames } from '#shared/phenotype/text/derived-names.ts';
import { extractTerms } from '#shared/phenotype/text/extract-terms.ts';
import { findGrowthMeasures } from '#shared/phenotype/text/growth-measures.ts';
import { createSpellingBook } from '#shared/phenotype/text/spelling.ts';
import { aLexicon } from '#tests/unit/phenotype/text/a-lexicon.ts';

/** `Seizure`, `-Seizure` where excluded, `Seizure@mother` where not the patient's. */
const read = (text: string): string[] => extractTerms(aLexicon, text).map(({ label, excluded, person }) => `${excluded ? '-' : ''}${label.split(' (')[0] ?? ''}${person === 'patient' ? '' : `@${person}`}`);

describe('notes written in haste', () => {
  test.each([
    ['Siezures and scolliosis, no nystagmous.', ['Seizure', 'Scoliosis', '-Nystagmus']],
    ['Mr Scoliosus came. The test is pending.', []],
    ['No fits. Had a fit at 2.', ['-Seizure', 'Seizure']],
    ['This fits with the picture; a fit child.', []],
    ["She doesn't have ptosis.", ['-Ptosis']],
    ['Seizures -ve. Nystagmus never documented.', ['-Seizure', '-Nystagmus']],
    ['Negative for seizures, positive for ptosis.', ['-Seizure', 'Ptosis']],
    ['Obesity was explained as a risk.', []],
    ['Hearing ok.', ['-Hearing impairment']],
    ['Development was normal until 15 months.', []],
    ['mat GM obesity, pat GF migraine', ['Obesity@maternal grandmother', 'Migraine@paternal grandfather']],
    ['FAMHX: Mo migraines. Fa ADHD.', ['Migraine@mother', 'Attention deficit hyperactivity disorder@father']],
  ])('%j says %j', (text, expected) => expect(read(text)).toEqual(expected));

  test('a word is corrected only to one word of the field, and an everyday word never', () => {
    const { nearest } = createSpellingBook(['seizures', 'scoliosis', 'addiction', 'abduction', 'autistic', 'apnea']);
    expect(['siezures', 'scolliosis', 'apneoa', 'addution', 'artistic', 'letter', 'sezur'].map(nearest)).toEqual(['seizures', 'scoliosis', 'apnea', undefined, undefined, undefined, undefined]);
  });
});

describe('forms', () => {
  test.each([
    ['Hands: broad; short', ['Broad palm', 'Small hand']],
    ['Skull: normal\nHANDS  short, broad', ['Small hand', 'Broad palm']],
    ['Mouth: small; hands: broad', ['Narrow mouth', 'Broad palm']],
    ['Stature: short. Build: normal', ['Short stature']],
  ])('%j: items are read with the word of their heading, as %j', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('sizes of the body', () => {
  test.each([
    ['OFC 47.2 cm (<0.4th centile), well', ['HP:0000252']],
    ['head circumference above the 99.6th centile', ['HP:0000256']],
    ['Ht below the 3rd percentile, wt 50th centile', ['HP:0004322']],
    ['height -2.8 SD; OFC +3.1 SD', ['HP:0004322', 'HP:0000256']],
    ['weight <1%ile', ['HP:0004325']],
    ['OFC 47 cm (2nd centile), height -1.5 SD, weight 9 kg', []],
    ['OFC 50th centile. Height <0.4th', []],
    ['length 60 cm, -3.1 SD and weight 4.1 kg (<0.4th centile)', ['HP:0004322', 'HP:0004325']],
    ["mother's height -2.8 SD", ['HP:0004322']],
    ['birth weight 1.9 kg (<2nd centile), birth length <3rd centile, OFC at birth <2nd centile', ['HP:0001518', 'HP:0003561', 'HP:0011451']],
    ['hand length below the 3rd centile; femur length <2nd centile; penile length -2.6 SD; foot length >97th centile', []],
    ['target height -2.2 SD; mid-parental height <2nd centile; sitting height -2.5 SD; estimated fetal weight <3rd centile', []],
    ['weight for height <3rd centile; height velocity <3rd centile; leg length difference -2.5 SD', []],
  ])('%j: %j', (text, expected) => expect(findGrowthMeasures(text).map(({ termId }) => termId)).toEqual(expected));

  test('a measure is not said twice where the sentence names the finding', () => {
    expect([read('Microcephaly (OFC <0.4th centile).'), read('OFC <0.4th centile.')]).toEqual([['Microcephaly'], ['Microcephaly']]);
  });
});

test('official names are known as notes shorten them, and never by one word that was left', () => {
  expect(['EEG with burst suppression', 'Right ventricular dilatation', 'Elevated circulating parathyroid hormone level', 'Optic nerve hypoplasia', 'Chest deformity', 'Aplasia/Hypoplasia of the thumb'].map(derivedNames)).toEqual([
    ['burst suppression'],
    ['RV dilatation'],
    ['Elevated circulating PTH level', 'raised parathyroid hormone', 'raised PTH', 'increased parathyroid hormone', 'increased PTH', 'high parathyroid hormone', 'high PTH', 'up parathyroid hormone', 'up PTH'],
    ['small Optic nerve'],
    [],
    [],
  ]);
});
