/** A size of the body that is written with its centile or its distance from the mean, and is far from it. Offsets within the text read. */
export interface GrowthMeasure {
  readonly termId: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Sizes at or beyond two standard deviations, of which the centiles that charts draw beyond are the 0.4th to 2.3rd and their opposites:
 * `OFC 47.2 cm (<0.4th centile)`, `height -2.8 SD`. A number on the line (`2nd centile`) says nothing.
 *
 * Only the size of the whole body and of the head count: a hand, a femur on a scan or what the parents' heights foretell say nothing of stature.
 * Sizes at birth are told as such where the HPO has a term.
 *
 * Source: the HPO's definitions of microcephaly, macrocephaly, short and tall stature (more than two standard deviations from the mean),
 * primary microcephaly, small and large for gestational age, birth length less than 3rd percentile.
 * Limits: clinics in the United States chart the 3rd and 97th centile (1.88 standard deviations); these count as beyond too.
 */
export function findGrowthMeasures(text: string): readonly GrowthMeasure[] {
  const sizes = [...text.matchAll(sizePattern)];
  return sizes.flatMap((size, at) => {
    const from = size.index + size[0].length;
    const rest = text.slice(from, Math.min(sizes[at + 1]?.index ?? text.length, from + farthest));
    const stop = rest.search(/;|\.(?!\d)/);
    const value = stop === -1 ? rest : rest.slice(0, stop);
    const side = sideOf(value);
    const before = wordBefore(text, size.index);
    const isAtBirth = atBirth.test(before) || atBirth.test(value);
    const termId = side === null || otherMeasure.test(value) || !(isAtBirth || ofWholeBody.test(before)) ? undefined : termsOf(size[0], isAtBirth)[side.direction];
    return side === null || termId === undefined ? [] : [{ termId, start: size.index, end: from + side.end }];
  });
}

/** The value stands no further than this from the name of the size. */
const farthest = 45;
const sizePattern = /(?<![\p{L}\d])(?:OFC|HC|FOC|head circumference|occipito-?frontal circumference|head size|height|ht|length|lt|lgth|stature|weight|wt)(?![\p{L}\d])/giu;
const below = /(?:<+|≪|below|under|less than|beneath)\s*(?:the\s*)?(?:0\.4|1|2|3)\s*(?:st|nd|rd|th)?\s*(?:(?:per)?centiles?|%ile|%|p\b|(?=\)))\s*(?:(?:per)?centiles?|ile)?/i;
const above = /(?:>+|≫|above|over|greater than|more than)\s*(?:the\s*)?(?:97|98|99(?:\.6)?)\s*(?:st|nd|rd|th)?\s*(?:(?:per)?centiles?|%ile|%|p\b|(?=\)))\s*(?:(?:per)?centiles?|ile)?/i;
const deviation = /([-−–+])\s?(\d{1,2}(?:\.\d+)?)\s*(?:SDS?|s\.d\.|z)(?![\p{L}])/iu;
const mostDeviation = 2;

function sideOf(value: string): { readonly direction: 'low' | 'high'; readonly end: number } | null {
  for (const [pattern, direction] of [[below, 'low'], [above, 'high']] as const) {
    const found = pattern.exec(value);
    if (found !== null) return { direction, end: found.index + found[0].length };
  }
  const found = deviation.exec(value);
  return found === null || Number(found[2]) < mostDeviation ? null : { direction: found[1] === '+' ? 'high' : 'low', end: found.index + found[0].length };
}

const atBirth = /\bbirth\b/i;
/** What may stand directly before a size of the whole: nothing, a word of the sentence around it, a unit of the size before, somebody's name. */
const ofWholeBody = /^(?:|and|with|current|present|today|now|his|her|their|the|an?|is|was|of|body|standing|supine|recumbent|adult|final|exam|examination|on|plots?|cm|m|kg|g|(?:per)?centiles?|th|st|nd|rd|sds?|z|.+['’]s)$/i;
/** `Weight for height`, `length difference`. */
const otherMeasure = /^\s*(?:-?for\b(?!\s*(?:age|gestation))|velocity|difference|discrepancy|gain|loss|ratio)/i;

const wordBefore = (text: string, index: number): string => /([\p{L}'’-]+)\s*$/u.exec(text.slice(0, index))?.[1] ?? '';

const head = { low: 'HP:0000252', high: 'HP:0000256' } as const;
const stature = { low: 'HP:0004322', high: 'HP:0000098' } as const;
const weight = { low: 'HP:0004325', high: 'HP:0004324' } as const;
const birthHead = { low: 'HP:0011451' } as const;
const birthLength = { low: 'HP:0003561' } as const;
const birthWeight = { low: 'HP:0001518', high: 'HP:0001520' } as const;

function termsOf(size: string, isAtBirth: boolean): Readonly<Partial<Record<'low' | 'high', string>>> {
  if (/^(?:ofc|hc|foc|head|occ)/i.test(size)) return isAtBirth ? birthHead : head;
  if (/^w/i.test(size)) return isAtBirth ? birthWeight : weight;
  return isAtBirth ? birthLength : stature;
}

/** Where a sentence names a finding so, its measure is the same said again. */
export const saidOtherwise: Readonly<Record<string, RegExp>> = {
  [head.low]: /microcephal/i,
  [head.high]: /macrocephal|megalenceph/i,
  [stature.low]: /stature|dwarf|growth|failure to thrive/i,
  [stature.high]: /stature|overgrowth/i,
  [weight.low]: /weight|failure to thrive|growth|slender/i,
  [weight.high]: /obes|weight/i,
  [birthHead.low]: /microcephal/i,
  [birthLength.low]: /birth length|gestational|growth/i,
  [birthWeight.low]: /gestational|growth|birth weight/i,
  [birthWeight.high]: /gestational|birth weight/i,
};
