import type { Condition } from '#shared/pedigree/family.ts';

/** One piece of a line of words, with its place in it. */
export interface LineToken {
  readonly kind: 'number' | 'weeks-and-days' | 'karyotype' | 'word' | 'separator' | 'and' | 'sign';
  /** As typed. */
  readonly text: string;
  /** In lower case. */
  readonly plain: string;
  /** Counted from 0. */
  readonly at: number;
  readonly length: number;
  /** Nothing stands between it and the token before it. */
  readonly isAttached: boolean;
}

/** Where the reading of a line stands; each reading function moves it on. */
export interface LineReader {
  readonly tokens: readonly LineToken[];
  next: number;
  readonly conditions: readonly Pick<Condition, 'id' | 'name'>[];
}

/**
 * Cuts a line into numbers, words and separators. `d.58`, `d58`, `P16wk` and `34y` come apart where figures meet letters; a karyotype stays one
 * token though it holds commas. Brackets and full stops after a word say nothing.
 */
export function lineTokens(line: string): readonly LineToken[] {
  const tokens: LineToken[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    const [text] = match;
    const kind = kinds.find((name) => match.groups?.[name] !== undefined);
    const at = match.index;
    if (kind === undefined) continue;
    tokens.push({ kind: kindOf[kind], text, plain: text.toLowerCase().replace(/[’]/g, "'"), at, length: text.length, isAttached: at === end && at > 0 });
    end = at + text.length;
  }
  return tokens;
}

const kinds = ['karyotype', 'weeksAndDays', 'number', 'short', 'word', 'separator', 'and', 'sign'] as const;
const kindOf = { karyotype: 'karyotype', weeksAndDays: 'weeks-and-days', number: 'number', short: 'word', word: 'word', separator: 'separator', and: 'and', sign: 'sign' } as const satisfies Record<(typeof kinds)[number], LineToken['kind']>;

const pattern = new RegExp(
  [
    String.raw`(?<karyotype>\b\d{2},[XY]{1,4}(?:,[^\s,;]+)*)`,
    String.raw`(?<weeksAndDays>\b\d{1,2}\s?\+\s?\d\b)`,
    String.raw`(?<number>\d+(?:\.\d+)?)`,
    String.raw`(?<short>\b[dbp](?=\d))`,
    String.raw`(?<word>[\p{L}†][\p{L}\p{N}'’\-]*)`,
    String.raw`(?<separator>[,;\n])`,
    String.raw`(?<and>[&+])`,
    String.raw`[\s.()]+`,
    String.raw`(?<sign>[^\s])`,
  ].join('|'),
  'giu',
);
