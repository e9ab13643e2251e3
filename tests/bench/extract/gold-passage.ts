import type { TermMention } from '#shared/phenotype/text/term-mention.ts';

/**
 * A passage with its findings marked in the text: `{span|HP:0001250}`, with `|mother` where it is a relative's and `|-` where it is said
 * to be absent. Marks may stand within each other (`{short and {broad hands|…}|…}`).
 *
 * What is marked: what a clinician would record, by the narrowest term that the words allow. What is not: what is only possible,
 * suspected, feared, planned or looked for; normal results of a test, except where a function is said to be normal (hearing, sight,
 * development, intelligence); diseases that are no term.
 */
export interface MarkedPassage {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
}

export type GoldMention = Pick<TermMention, 'id' | 'start' | 'end' | 'excluded' | 'person'>;

export interface GoldPassage {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Takes the marks out of the text. */
export function readGoldPassage({ id, text: marked }: MarkedPassage): GoldPassage {
  let text = '';
  const open: number[] = [];
  const mentions: GoldMention[] = [];
  for (let at = 0; at < marked.length; at++) {
    const letter = marked[at] ?? '';
    if (letter === '{') open.push(text.length);
    else if (letter === '|') {
      const close = marked.indexOf('}', at);
      const [termId = '', ...rest] = marked.slice(at + 1, close).split('|');
      mentions.push({ id: termId, start: open.pop() ?? 0, end: text.length, excluded: rest.includes('-'), person: rest.find((part) => part !== '-') ?? 'patient' });
      at = close;
    } else text += letter;
  }
  return { id, text, mentions };
}
