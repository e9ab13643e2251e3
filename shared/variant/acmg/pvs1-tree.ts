import type { Strength } from '#shared/variant/acmg/criteria.ts';

/** What a null variant is, as the tree begins. */
export const pvs1VariantTypes = ['nonsense-or-frameshift', 'splice-site', 'deletion', 'duplication', 'initiation-codon'] as const;
export type Pvs1VariantType = (typeof pvs1VariantTypes)[number];

/** A question of the tree with its answers, each leading on or to a strength; null: PVS1 does not apply. */
export type Pvs1Node =
  | { readonly kind: 'question'; readonly id: Pvs1QuestionId; readonly answers: Readonly<Record<string, { readonly words: string; readonly next: Pvs1Node }>> }
  | { readonly kind: 'end'; readonly strength: Exclude<Strength, 'stand-alone'> | null };

export const pvs1Questions = {
  mechanism: 'Does loss of function of the gene cause the disease?',
  decay: 'Is nonsense-mediated decay predicted?',
  readingFrame: 'Is the reading frame disrupted or kept?',
  transcript: 'Is the exon in a transcript that matters biologically?',
  region: 'Is the truncated or altered region critical to the protein’s function?',
  commonLoss: 'Are loss-of-function variants in this exon frequent in the population, or is it absent from relevant transcripts?',
  size: 'How much of the protein is removed?',
  wholeGene: 'How much of the gene is deleted?',
  tandem: 'Is the duplication shown to be in tandem?',
  otherStart: 'Is there another transcript with another start codon?',
  upstreamOfStart: 'Is a pathogenic variant known upstream of the next in-frame start codon?',
} as const;
export type Pvs1QuestionId = keyof typeof pvs1Questions;

const end = (strength: Exclude<Strength, 'stand-alone'> | null): Pvs1Node => ({ kind: 'end', strength });
type Branches = Readonly<Record<string, readonly [words: string, next: Pvs1Node]>>;
const ask = (id: Pvs1QuestionId, branches: Branches): Pvs1Node => ({ kind: 'question', id, answers: Object.fromEntries(Object.entries(branches).map(([answer, [words, next]]) => [answer, { words, next }])) });

const inRelevantTranscript = ask('transcript', { yes: ['the exon is in a biologically relevant transcript', end('very-strong')], no: ['the exon is not in a biologically relevant transcript', end(null)] });

/** Where the transcript is not degraded, what is lost of the protein decides. */
const partOfProtein = ask('region', {
  critical: ['the altered region is critical to the function', end('strong')],
  unknown: [
    'the role of the region is not known',
    ask('commonLoss', {
      yes: ['loss of function in this exon is frequent or the exon is not in relevant transcripts', end(null)],
      no: [
        'loss of function in this exon is not frequent and the exon is in relevant transcripts',
        ask('size', { 'more-than-tenth': ['more than 10 % of the protein is removed', end('strong')], 'less-than-tenth': ['less than 10 % of the protein is removed', end('moderate')] }),
      ],
    }),
  ],
});

const byDecay = ask('decay', { yes: ['decay is predicted', inRelevantTranscript], no: ['decay is not predicted', partOfProtein] });
const byFrame = ask('readingFrame', {
  'disrupted-with-decay': ['the frame is disrupted and decay is predicted', inRelevantTranscript],
  'disrupted-without-decay': ['the frame is disrupted and decay is not predicted', partOfProtein],
  kept: ['the frame is kept', partOfProtein],
});

const trees: Readonly<Record<Pvs1VariantType, Pvs1Node>> = {
  'nonsense-or-frameshift': byDecay,
  'splice-site': byFrame,
  deletion: ask('wholeGene', { whole: ['the whole gene is deleted', end('very-strong')], part: ['one exon or several are deleted', byFrame] }),
  duplication: ask('tandem', {
    proven: ['shown to be in tandem', ask('readingFrame', { 'disrupted-with-decay': ['the frame is disrupted and decay is predicted', end('very-strong')], other: ['no effect on the frame, or none that is known', end(null)] })],
    presumed: ['presumed to be in tandem', ask('readingFrame', { 'disrupted-with-decay': ['the frame is presumed to be disrupted and decay predicted', end('strong')], other: ['no effect on the frame, or none that is known', end(null)] })],
    'not-in-tandem': ['shown not to be in tandem', end(null)],
  }),
  'initiation-codon': ask('otherStart', {
    yes: ['another transcript has another start codon', end(null)],
    no: [
      'no transcript has another start codon',
      ask('upstreamOfStart', { yes: ['a pathogenic variant is known upstream of the next in-frame start', end('moderate')], no: ['no pathogenic variant is known upstream of the next in-frame start', end('supporting')] }),
    ],
  }),
};

export interface Pvs1Outcome {
  /** The question to answer next; null when the tree has come to its end. */
  readonly asks: { readonly id: Pvs1QuestionId; readonly words: string; readonly answers: readonly { readonly id: string; readonly words: string }[] } | null;
  /** Strength of PVS1 at the end; null: it does not apply, or not yet known. */
  readonly strength: Exclude<Strength, 'stand-alone'> | null;
  /** The way through the tree in words, as evidence text. */
  readonly path: readonly string[];
}

/**
 * Goes through the decision tree of PVS1 as far as the answers lead.
 *
 * Returns the next question, or the strength and the way to it in words.
 * Source: Abou Tayoun et al. 2018, doi 10.1002/humu.23626, figure 1.
 * Assumes that the mechanism of the gene was looked at first: where loss of function is not an established mechanism PVS1 does not apply.
 * Limits: the tree's weakening for less certain mechanisms (table 1 there) is left to the user as a change of strength with a reason.
 */
export function pvs1Outcome(type: Pvs1VariantType, isMechanismEstablished: boolean, answers: Partial<Readonly<Record<Pvs1QuestionId, string>>>): Pvs1Outcome {
  if (!isMechanismEstablished) return { asks: null, strength: null, path: ['loss of function is not an established mechanism of the disease'] };
  const path = ['loss of function is an established mechanism of the disease'];
  let node = trees[type];
  while (node.kind === 'question') {
    const answer: { readonly words: string; readonly next: Pvs1Node } | undefined = node.answers[answers[node.id] ?? ''];
    if (answer === undefined) return { asks: { id: node.id, words: pvs1Questions[node.id], answers: Object.entries(node.answers).map(([id, { words }]) => ({ id, words })) }, strength: null, path };
    path.push(answer.words);
    node = answer.next;
  }
  return { asks: null, strength: node.strength, path };
}
