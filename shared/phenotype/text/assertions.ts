import type { NameHit, TokenRange } from '#shared/phenotype/text/find-names.ts';
import type { AssertionCue } from '#shared/phenotype/text/assertion-cues.ts';
import { english, type AssertionWords } from '#shared/phenotype/text/text-language.ts';
import type { Token } from '#shared/phenotype/text/text-words.ts';

/** observed, excluded, or open: neither is said. */
export type Assertion = 'observed' | 'excluded' | 'open';

/**
 * For each finding of a sentence what is said of it. After the idea of NegEx (Chapman et al., J Biomed Inform 2001,
 * doi:10.1006/jbin.2001.1029) and ConText (Harkema et al., J Biomed Inform 2009, doi:10.1016/j.jbi.2009.05.002): a cue holds from where
 * it stands to the end of its list or clause. The cues and the rules of scope are our own.
 */
export function readAssertions(tokens: readonly Token[], sentence: TokenRange, hits: readonly NameHit[], words: AssertionWords = english.assertions): readonly Assertion[] {
  const view = viewOf(tokens, sentence, hits, words);
  const found = findCues(view);
  const said = new Map<number, Set<'absent' | 'open'>>();
  const say = (hit: number, meaning: 'absent' | 'open'): void => {
    said.set(hit, (said.get(hit) ?? new Set()).add(meaning));
  };
  for (const placed of found) {
    const { meaning } = placed.cue;
    if (meaning === 'nothing') continue;
    const isBefore = placed.cue.side === 'before' || (placed.cue.side === 'either' && speaksOfBefore(view, placed));
    for (const hit of isBefore ? hitsBefore(view, placed) : hitsAfter(view, placed, found)) say(hit, meaning);
  }
  for (const hit of askedAbout(view)) say(hit, 'open');
  return hits.map(({ finding, last }, index) => {
    const meanings = said.get(index);
    if (meanings?.has('open') === true) return 'open';
    const isNegated = meanings?.has('absent') === true;
    if (finding.isAbsence) return isNegated || view.words.until.has(view.wordAt(last + 1)) ? 'open' : 'excluded';
    return isNegated ? 'excluded' : 'observed';
  });
}

interface PlacedCue {
  readonly cue: AssertionCue;
  readonly from: number;
  readonly to: number;
}

interface SentenceView {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly hits: readonly NameHit[];
  /** By token: the findings whose name it belongs to. */
  readonly hitsAt: ReadonlyMap<number, readonly number[]>;
  readonly wordAt: (at: number) => string;
  readonly words: AssertionWords;
}

function viewOf(tokens: readonly Token[], { from, to }: TokenRange, hits: readonly NameHit[], words: AssertionWords): SentenceView {
  const hitsAt = new Map<number, number[]>();
  hits.forEach((hit, index) => {
    for (let at = hit.first; at <= hit.last; at++) hitsAt.set(at, [...(hitsAt.get(at) ?? []), index]);
  });
  return { tokens, from, to, hits, hitsAt, wordAt: (at) => (at >= from && at < to ? (tokens[at]?.word ?? '') : ''), words };
}

function findCues(view: SentenceView): PlacedCue[] {
  const found: PlacedCue[] = [];
  for (let at = view.from; at < view.to; at++) {
    const cue = (view.words.cues.get(view.wordAt(at)) ?? []).find(({ words }) => words.every((word, offset) => view.wordAt(at + offset) === word && !view.hitsAt.has(at + offset)));
    if (cue === undefined || (cue.words[0] === ':' && !/^[.,;)]?$/.test(view.wordAt(at + cue.words.length)))) continue;
    found.push({ cue, from: at, to: at + cue.words.length });
    at += cue.words.length - 1;
  }
  return found;
}

/** `was excluded`, `hypertension absent.`, but not `absent hypertension`. */
function speaksOfBefore(view: SentenceView, { from, to }: PlacedCue): boolean {
  if (view.words.being.has(view.wordAt(from - 1))) return true;
  const follows = view.hitsAt.has(to) || view.hitsAt.has(to + 1);
  return view.hitsAt.has(from - 1) && (!follows || /^[,;.)]$/.test(view.wordAt(to)));
}

function hitsAfter(view: SentenceView, placed: PlacedCue, cues: readonly PlacedCue[]): number[] {
  const { words } = view;
  const { reach } = placed.cue;
  const found = new Set<number>();
  for (let at = placed.to; at < view.to; at++) {
    const own = view.hitsAt.get(at);
    if (own !== undefined) {
      own.forEach((hit) => found.add(hit));
      continue;
    }
    const word = view.wordAt(at);
    if (word === ';' || (word === ':' && at > placed.to)) break;
    if (reach === 'clause') {
      if ((word === ',' && found.size > 0) || words.but.has(word)) break;
      continue;
    }
    if (words.turning.has(word) || cues.some((other) => other.from === at && other.cue.side !== 'before')) break;
    if ((words.stating.has(word) || words.pronouns.has(word)) && (found.size > 0 || isJoint(view, view.wordAt(at - 1)))) break;
    if (words.and.has(word) && words.newAfterAnd.has(view.wordAt(at + 1))) break;
    if (word === ',' && !goesOnAfterComma(view, at, reach)) break;
  }
  return [...found];
}

const isJoint = ({ words }: SentenceView, word: string): boolean => word === ',' || words.and.has(word);

/** `no A, B or C` goes on; `no A, B` does not, unless the cue is one that lists things, such as `denies`. */
function goesOnAfterComma(view: SentenceView, comma: number, reach: AssertionCue['reach']): boolean {
  const { and, or, stating, pronouns, turning, newAfterAnd, cues } = view.words;
  const next = view.wordAt(comma + 1);
  if (stating.has(next) || pronouns.has(next) || turning.has(next)) return false;
  if (or.has(next)) return true;
  if (and.has(next)) return reach === 'list' && !newAfterAnd.has(view.wordAt(comma + 2));
  if (reach === 'list') return true;
  for (let at = comma + 1; at < view.to; at++) {
    const word = view.wordAt(at);
    if (or.has(word)) return true;
    const startsDenial = cues.get(word)?.some((cue) => cue.words.length === 1 && cue.meaning === 'absent' && cue.side === 'after') === true;
    if (word === ';' || and.has(word) || (!view.hitsAt.has(at) && (stating.has(word) || pronouns.has(word) || turning.has(word) || startsDenial))) return false;
  }
  return false;
}

/** A cue further than this from a finding does not speak of it. */
const farthest = 6;

/** What stands before `was absent`: the whole list where it is the subject, else its last part. */
function hitsBefore(view: SentenceView, { from, cue }: PlacedCue): readonly number[] {
  const { words } = view;
  if (cue.reach === 'touching') return view.hitsAt.get(from - 1) ?? [];
  const found = new Set<number>();
  let hasList = false;
  for (let at = from - 1, empty = 0; at >= view.from; at--) {
    const own = view.hitsAt.get(at);
    if (own !== undefined) {
      if (found.size > 0 && !hasList && !own.some((hit) => found.has(hit))) break;
      own.forEach((hit) => found.add(hit));
      empty = 0;
      continue;
    }
    const word = view.wordAt(at);
    empty++;
    if (word === ';' || word === ':' || empty > farthest || (words.turning.has(word) && word !== 'with')) break;
    if (found.size === 0) continue;
    if (words.stating.has(word)) break;
    if (isJoint(view, word) || words.or.has(word)) {
      if (hasVerbBefore(view, at)) break;
      hasList = true;
    }
  }
  return [...found];
}

function hasVerbBefore(view: SentenceView, at: number): boolean {
  for (let before = at - 1; before >= view.from && view.wordAt(before) !== ';'; before--) if (view.words.stating.has(view.wordAt(before)) && !view.hitsAt.has(before)) return true;
  return false;
}

/** `?ptosis` and `ptosis?`. */
function askedAbout(view: SentenceView): number[] {
  const asked: number[] = [];
  for (let at = view.from; at < view.to; at++) {
    if (view.wordAt(at) !== '?') continue;
    const token = view.tokens[at];
    const isBeforeWord = at === view.from || token?.gap !== 'none';
    const place = isBeforeWord ? [at + 1, at + 2].find((near) => view.hitsAt.has(near)) : view.hitsAt.has(at - 1) ? at - 1 : undefined;
    if (place !== undefined) asked.push(...(view.hitsAt.get(place) ?? []));
  }
  return asked;
}
