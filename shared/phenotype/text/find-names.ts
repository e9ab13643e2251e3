import { abbreviations, ambiguousCapitals } from '#shared/phenotype/text/abbreviations.ts';
import { notInProse } from '#shared/phenotype/text/clinical-phrases.ts';
import { isTelling, mostWords, type NamedFinding, type TermLexicon } from '#shared/phenotype/text/term-lexicon.ts';
import { english } from '#shared/phenotype/text/text-language.ts';
import type { Token } from '#shared/phenotype/text/text-words.ts';

/** A name of a finding in the text: tokens `first` to `last`, both included. */
export interface NameHit {
  readonly first: number;
  readonly last: number;
  readonly finding: NamedFinding;
  /** Words of the text that the name accounts for: the longest wins. */
  readonly wordCount: number;
}

/** From token `from` to before token `to`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** The longest names of a sentence, none within another; and what is said by words shared between two (`short and broad hands`). */
export function findNames(lexicon: TermLexicon, tokens: readonly Token[], sentence: TokenRange): readonly NameHit[] {
  const candidates: NameHit[] = lexicon.language.code === english.code ? [...findCapitals(lexicon, tokens, sentence), ...findHeights(lexicon, tokens, sentence), ...findFits(lexicon, tokens, sentence)] : [];
  for (let first = sentence.from; first < sentence.to; first++) findNamesAt(lexicon, tokens, first, sentence.to, candidates);
  if (lexicon.language.isUnspaced === true) return chooseLongest(candidates).sort((a, b) => a.first - b.first);
  const chosen = underTheirHeading(lexicon, tokens, sentence, chooseLongest(candidates));
  return [...chosen, ...findShared(lexicon, tokens, sentence, chosen)].sort((a, b) => a.first - b.first || b.last - a.last);
}

function findNamesAt(lexicon: TermLexicon, tokens: readonly Token[], first: number, end: number, found: NameHit[]): void {
  const { language } = lexicon;
  const { passedOver } = language;
  const start = tokens[first];
  if (start === undefined || !isTelling(start, language) || (passedOver.has(start.word) && !lexicon.rootNumber.has(start.root))) return;
  /** All words so far, and the same without those that may be passed over. */
  const all: number[] = [];
  const telling: number[] = [];
  let isAllKnown = true;
  for (let at = first; at < end && all.length < mostWords(language) + 3; at++) {
    const token = tokens[at];
    if (token === undefined || (token.root === '' && !language.fillers.has(token.word)) || (at > first && token.gap === 'paragraph')) return;
    if (!isTelling(token, language)) continue;
    const number = lexicon.rootNumber.get(token.root);
    const mayPass = at > first && passedOver.has(token.word);
    if (number === undefined && !mayPass) return;
    if (number === undefined) isAllKnown = false;
    else insertSorted(all, number);
    if (!mayPass && number !== undefined) insertSorted(telling, number);
    if (mayPass && number === undefined) continue;
    const whole = isAllKnown ? namedBy(lexicon, all, tokens.slice(first, at + 1)) : undefined;
    if (whole !== undefined && (all.length > 1 || !notInProse.has(token.word))) found.push({ first, last: at, finding: whole, wordCount: all.length });
    if (telling.length < all.length || !isAllKnown) {
      const bare = mayPass ? undefined : namedBy(lexicon, telling, []);
      if (bare !== undefined) found.push({ first, last: at, finding: bare, wordCount: telling.length });
    }
  }
}

/** By roots; where two names have the same, the one that is spelled so. */
function namedBy(lexicon: TermLexicon, roots: readonly number[], spelling: readonly Token[]): NamedFinding | undefined {
  const named = lexicon.names.get(roots.join(','));
  return named === undefined ? undefined : (lexicon.spelled.get(spelling.filter((token) => isTelling(token, lexicon.language)).map((token) => token.word).join(' ')) ?? named);
}

function findCapitals(lexicon: TermLexicon, tokens: readonly Token[], { from, to }: TokenRange): NameHit[] {
  const hits: NameHit[] = [];
  let sentence: string | null = null;
  for (let at = from; at < to; at++) {
    const raw = tokens[at]?.raw ?? '';
    if (!/^[A-Z0-9]{2,7}s?$/.test(raw)) continue;
    const text = raw.replace(/s$/, '');
    sentence ??= tokens.slice(from, to).map((token) => token.raw).join(' ');
    const around = sentence;
    const own = abbreviations.find((entry) => (entry.text === text || entry.text === raw) && (entry.near?.test(around.replace(text, 'THIS')) ?? true));
    const finding = own === undefined ? (ambiguousCapitals.has(text) ? undefined : lexicon.capitals.get(text)) : lexicon.byId.get(own.termId);
    if (finding !== undefined) hits.push({ first: at, last: at, finding, wordCount: 1 });
  }
  return hits;
}

/** `is short` and `was very tall` speak of the person; `short neck` and `a short admission` do not. */
function findHeights(lexicon: TermLexicon, tokens: readonly Token[], { from, to }: TokenRange): NameHit[] {
  const hits: NameHit[] = [];
  for (let at = from + 1; at < to; at++) {
    const id = heightTerms.get(tokens[at]?.word ?? '');
    const finding = id === undefined ? undefined : lexicon.byId.get(id);
    if (finding === undefined) continue;
    const isSaidOf = /^(?:is|was|are|were)$/.test(tokens[/^(?:very|quite|rather|also|both)$/.test(tokens[at - 1]?.word ?? '') ? at - 2 : at - 1]?.word ?? '');
    const next = tokens[at + 1];
    if (isSaidOf && (next === undefined || at + 1 >= to || next.root === '' || /^(?:and|but|with|for|like)$/.test(next.word))) hits.push({ first: at, last: at, finding, wordCount: 1 });
  }
  return hits;
}

/** `no fits`, `had a fit`; `fits with`, `a fit child` and `he fits the criteria` are others. */
function findFits(lexicon: TermLexicon, tokens: readonly Token[], { from, to }: TokenRange): NameHit[] {
  const finding = lexicon.byId.get('HP:0001250');
  const hits: NameHit[] = [];
  for (let at = from; at < to && finding !== undefined; at++) {
    const [before, word, next] = [at > from ? (tokens[at - 1]?.word ?? '') : '', tokens[at]?.word ?? '', at + 1 < to ? (tokens[at + 1]?.word ?? '') : ''];
    const isMany = word === 'fits' && !/^(?:it|this|that|which|he|she|picture|phenotype|what|also|he|best)$/.test(before) && !/^(?:the|a|an|in|into|well|best|this|these|our|his|her|within|all|better)$/.test(next) && !(next === 'with' && before !== 'has' && before !== 'had' && before !== 'no');
    const isOne = word === 'fit' && /^(?:a|another|one|first|last|single)$/.test(before) && /^(?:[.,;:)]?|when|at|lasting|last|yesterday|today|while|during|on|in|with|aged)$/.test(next);
    if (isMany || isOne) hits.push({ first: at, last: at, finding, wordCount: 1 });
  }
  return hits;
}

const heightTerms: ReadonlyMap<string, string> = new Map([['short', 'HP:0004322'], ['tall', 'HP:0000098']]);

function chooseLongest(candidates: readonly NameHit[]): NameHit[] {
  const taken = new Set<number>();
  const chosen: NameHit[] = [];
  for (const hit of [...candidates].sort((a, b) => b.wordCount - a.wordCount || a.last - a.first - (b.last - b.first) || a.first - b.first)) {
    let isFree = true;
    for (let at = hit.first; at <= hit.last && isFree; at++) isFree = !taken.has(at);
    if (!isFree) continue;
    for (let at = hit.first; at <= hit.last; at++) taken.add(at);
    chosen.push(hit);
  }
  return chosen;
}

/** More words than this do not stand before a shared noun. */
const mostShared = 3;

/**
 * `short and broad hands`: the words before the joint with the last words of the name after it. `cleft lip and palate`: the words after
 * the joint, where they are no name, with a word of the name before it.
 */
function findShared(lexicon: TermLexicon, tokens: readonly Token[], sentence: TokenRange, chosen: readonly NameHit[]): NameHit[] {
  const taken = new Set(chosen.flatMap((hit) => Array.from({ length: hit.last - hit.first + 1 }, (_, offset) => hit.first + offset)));
  const isTaken = (at: number): boolean => taken.has(at);
  const shared: NameHit[] = namesUnderHeading(lexicon, tokens, sentence, isTaken);
  for (const hit of chosen) {
    const before = nameBefore(lexicon, tokens, sentence, hit, isTaken);
    if (before !== null) shared.push(before);
    shared.push(...namesAfter(lexicon, tokens, sentence, hit, isTaken));
  }
  return shared.filter((hit, at) => shared.findIndex((other) => other.finding.id === hit.finding.id && other.first <= hit.last && hit.first <= other.last) === at);
}

interface FormHeading {
  /** Its words that tell. */
  readonly words: readonly Token[];
  /** Where its items begin, and before where they end. */
  readonly from: number;
  readonly to: number;
}

/** More words than this are no heading of a list. */
const mostHeadingWords = 3;

/** `Ears: cupped`, `Eyes: … ; brows: arched`, and in capitals at the beginning `EYES  upslanting`. */
function readFormHeadings(tokens: readonly Token[], { from, to }: TokenRange, lexicon: TermLexicon): readonly FormHeading[] {
  const starts: { first: number; items: number }[] = [];
  if (/^\p{Lu}{3,}$/u.test(tokens[from]?.raw ?? '') && tokens[from + 1]?.raw !== ':' && !/^\p{Lu}{2,}$/u.test(tokens[from + 1]?.raw ?? '')) starts.push({ first: from, items: from + 1 });
  for (let at = from + 1; at < to; at++) {
    if (tokens[at]?.raw !== ':') continue;
    let first = at - 1;
    if (at - from <= mostHeadingWords) first = from;
    else while (first - 2 > from && /^(?:\/|&|and)$/.test(tokens[first - 1]?.word ?? '')) first -= 2;
    starts.push({ first, items: at + 1 });
  }
  return starts.map(({ first, items }, index) => ({ words: tokens.slice(first, items).filter((token) => isTelling(token, lexicon.language)), from: items, to: starts[index + 1]?.first ?? to }));
}

/** A name that says more with the word of its heading, as `postaxial polydactyly` does below `Hands:`. */
function underTheirHeading(lexicon: TermLexicon, tokens: readonly Token[], sentence: TokenRange, chosen: readonly NameHit[]): readonly NameHit[] {
  const headings = readFormHeadings(tokens, sentence, lexicon);
  if (headings.length === 0) return chosen;
  return chosen.map((hit) => {
    const heading = headings.find(({ from, to }) => hit.first >= from && hit.last < to);
    const own = tokens.slice(hit.first, hit.last + 1);
    const narrower = heading?.words.map((word) => (own.some(({ root }) => root === word.root) ? undefined : lookUp(lexicon, [word, ...own]))).find((finding) => finding !== undefined);
    return narrower === undefined ? hit : { ...hit, finding: narrower };
  });
}

/** `Ears: low-set, cupped`: each item with a word before the colon. */
function namesUnderHeading(lexicon: TermLexicon, tokens: readonly Token[], sentence: TokenRange, isTaken: (at: number) => boolean): NameHit[] {
  const found: NameHit[] = [];
  for (const heading of readFormHeadings(tokens, sentence, lexicon)) {
    for (let first = heading.from; first < heading.to; first++) {
      if (first > heading.from && !startsItem(lexicon, tokens[first - 1])) continue;
      const item = nextShared(lexicon, tokens, { from: heading.from, to: heading.to }, first, heading.words, isTaken);
      if (item !== null) found.push(item);
    }
  }
  return found;
}

function startsItem(lexicon: TermLexicon, before: Token | undefined): boolean {
  const { language } = lexicon;
  const word = before?.word ?? '';
  return language.joining.has(word) || word === ';' || (before !== undefined && isDenial(lexicon, before));
}

const isDenial = ({ language }: TermLexicon, { word }: Token): boolean => language.assertions.cues.get(word)?.some((cue) => cue.words.length === 1 && cue.meaning === 'absent' && cue.side === 'after') === true;

function nameBefore(lexicon: TermLexicon, tokens: readonly Token[], sentence: TokenRange, hit: NameHit, isTaken: (at: number) => boolean): NameHit | null {
  const joint = hit.first - 1;
  if (joint <= sentence.from || !lexicon.language.joining.has(tokens[joint]?.word ?? '')) return null;
  for (let first = joint - 1; first >= Math.max(sentence.from, joint - mostShared); first--) {
    const token = tokens[first] ?? blank;
    if (token.isHyphen) continue;
    if (isTaken(first) || !isTelling(token, lexicon.language)) return null;
    for (let head = hit.last; head > hit.first; head--) {
      const finding = lookUp(lexicon, [...tokens.slice(first, joint), ...tokens.slice(head, hit.last + 1)]);
      if (finding !== undefined && finding.id !== hit.finding.id) return { first, last: hit.last, finding, wordCount: joint - first + 1 };
    }
  }
  return null;
}

function namesAfter(lexicon: TermLexicon, tokens: readonly Token[], sentence: TokenRange, hit: NameHit, isTaken: (at: number) => boolean): NameHit[] {
  const found: NameHit[] = [];
  const own = tokens.slice(hit.first, hit.last + 1).filter((token) => isTelling(token, lexicon.language) && !lexicon.language.passedOver.has(token.word));
  if (own.length < 2) return [];
  let joint = hit.last + 1;
  while (joint + 1 < sentence.to && lexicon.language.joining.has(tokens[joint]?.word ?? '')) {
    if (lexicon.language.joining.has(tokens[joint + 1]?.word ?? '')) joint++;
    const next = nextShared(lexicon, tokens, sentence, joint + 1, own, isTaken);
    if (next === null || next.finding.id === hit.finding.id) break;
    found.push(next);
    joint = next.last + 1;
  }
  return found;
}

function nextShared(lexicon: TermLexicon, tokens: readonly Token[], sentence: TokenRange, first: number, own: readonly Token[], isTaken: (at: number) => boolean): NameHit | null {
  let best: NameHit | null = null;
  for (let last = first; last < Math.min(sentence.to, first + mostShared); last++) {
    const token = tokens[last] ?? blank;
    if (isTaken(last) || (token.root === '' && !token.isHyphen) || isDenial(lexicon, token) || lexicon.language.joining.has(token.word)) break;
    const words = tokens.slice(first, last + 1);
    for (const shared of own) {
      const finding = isTelling(token, lexicon.language) ? lookUp(lexicon, [shared, ...words]) : undefined;
      if (finding !== undefined && !isUntouched(tokens[last + 1])) best = { first, last, finding, wordCount: last - first + 1 };
    }
  }
  return best;
}

/** `dilated right ventricle, LV preserved` */
const isUntouched = (token: Token | undefined): boolean => /^(?:normal|preserved|unremarkable|clear|fine|ok|intact|spared|nad)$/.test(token?.word ?? '');

const blank: Token = { start: 0, end: 0, raw: '', word: '', root: '', isPossessive: false, isHyphen: false, gap: 'none' };

function lookUp(lexicon: TermLexicon, words: readonly Token[]): NamedFinding | undefined {
  const numbers: number[] = [];
  for (const token of words) {
    if (!isTelling(token, lexicon.language)) continue;
    const number = lexicon.rootNumber.get(token.root);
    if (number === undefined) return undefined;
    insertSorted(numbers, number);
  }
  return namedBy(lexicon, numbers, words);
}

function insertSorted(numbers: number[], number: number): void {
  let at = numbers.length;
  while (at > 0 && (numbers[at - 1] ?? 0) > number) at--;
  numbers.splice(at, 0, number);
}
