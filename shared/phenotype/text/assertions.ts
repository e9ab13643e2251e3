import type { NameHit, TokenRange } from '#shared/phenotype/text/find-names.ts';
import { assertionCues, newAfterAnd, pronouns, statingWords, turningWords, type AssertionCue } from '#shared/phenotype/text/assertion-cues.ts';
import type { Token } from '#shared/phenotype/text/text-words.ts';

/** observed, excluded, or open: neither is said. */
export type Assertion = 'observed' | 'excluded' | 'open';

/**
 * For each finding of a sentence what is said of it. After the idea of NegEx (Chapman et al., J Biomed Inform 2001,
 * doi:10.1006/jbin.2001.1029) and ConText (Harkema et al., J Biomed Inform 2009, doi:10.1016/j.jbi.2009.05.002): a cue holds from where
 * it stands to the end of its list or clause. The cues and the rules of scope are our own.
 */
export function readAssertions(tokens: readonly Token[], sentence: TokenRange, hits: readonly NameHit[]): readonly Assertion[] {
  const view = viewOf(tokens, sentence, hits);
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
  return hits.map(({ finding }, index) => {
    const meanings = said.get(index);
    if (meanings?.has('open') === true) return 'open';
    const isNegated = meanings?.has('absent') === true;
    if (finding.isAbsence) return isNegated ? 'open' : 'excluded';
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
}

function viewOf(tokens: readonly Token[], { from, to }: TokenRange, hits: readonly NameHit[]): SentenceView {
  const hitsAt = new Map<number, number[]>();
  hits.forEach((hit, index) => {
    for (let at = hit.first; at <= hit.last; at++) hitsAt.set(at, [...(hitsAt.get(at) ?? []), index]);
  });
  return { tokens, from, to, hits, hitsAt, wordAt: (at) => (at >= from && at < to ? (tokens[at]?.word ?? '') : '') };
}

function findCues(view: SentenceView): PlacedCue[] {
  const found: PlacedCue[] = [];
  for (let at = view.from; at < view.to; at++) {
    const cue = (assertionCues.get(view.wordAt(at)) ?? []).find(({ words }) => words.every((word, offset) => view.wordAt(at + offset) === word && !view.hitsAt.has(at + offset)));
    if (cue === undefined || (cue.words[0] === ':' && !/^[.,;)]?$/.test(view.wordAt(at + cue.words.length)))) continue;
    found.push({ cue, from: at, to: at + cue.words.length });
    at += cue.words.length - 1;
  }
  return found;
}

const forms: ReadonlySet<string> = new Set(['is', 'was', 'were', 'are', 'been', 'being', 'be', 'also']);

/** `was excluded`, `hypertension absent.`, but not `absent hypertension`. */
function speaksOfBefore(view: SentenceView, { from, to }: PlacedCue): boolean {
  if (forms.has(view.wordAt(from - 1))) return true;
  const follows = view.hitsAt.has(to) || view.hitsAt.has(to + 1);
  return view.hitsAt.has(from - 1) && (!follows || /^[,;.)]$/.test(view.wordAt(to)));
}

function hitsAfter(view: SentenceView, placed: PlacedCue, cues: readonly PlacedCue[]): number[] {
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
      if ((word === ',' && found.size > 0) || word === 'but' || word === 'however') break;
      continue;
    }
    if (turningWords.has(word) || cues.some((other) => other.from === at && other.cue.side !== 'before')) break;
    if ((statingWords.has(word) || pronouns.has(word)) && (found.size > 0 || isJoint(view.wordAt(at - 1)))) break;
    if ((word === 'and' || word === '&') && newAfterAnd.has(view.wordAt(at + 1))) break;
    if (word === ',' && !goesOnAfterComma(view, at, reach)) break;
  }
  return [...found];
}

const isJoint = (word: string): boolean => word === 'and' || word === ',' || word === '&';

/** `no A, B or C` goes on; `no A, B` does not, unless the cue is one that lists things, such as `denies`. */
function goesOnAfterComma(view: SentenceView, comma: number, reach: AssertionCue['reach']): boolean {
  const next = view.wordAt(comma + 1);
  if (statingWords.has(next) || pronouns.has(next) || turningWords.has(next)) return false;
  if (next === 'or' || next === 'nor') return true;
  if (next === 'and') return reach === 'list' && !newAfterAnd.has(view.wordAt(comma + 2));
  if (reach === 'list') return true;
  for (let at = comma + 1; at < view.to; at++) {
    const word = view.wordAt(at);
    if (word === 'or' || word === 'nor') return true;
    if (word === ';' || word === 'and' || (!view.hitsAt.has(at) && (statingWords.has(word) || pronouns.has(word) || turningWords.has(word) || word === 'no'))) return false;
  }
  return false;
}

/** A cue further than this from a finding does not speak of it. */
const farthest = 6;

/** What stands before `was absent`: the whole list where it is the subject, else its last part. */
function hitsBefore(view: SentenceView, { from, cue }: PlacedCue): readonly number[] {
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
    if (word === ';' || word === ':' || empty > farthest || (turningWords.has(word) && word !== 'with')) break;
    if (found.size === 0) continue;
    if (statingWords.has(word)) break;
    if (isJoint(word) || word === 'or' || word === 'nor') {
      if (hasVerbBefore(view, at)) break;
      hasList = true;
    }
  }
  return [...found];
}

function hasVerbBefore(view: SentenceView, at: number): boolean {
  for (let before = at - 1; before >= view.from && view.wordAt(before) !== ';'; before--) if (statingWords.has(view.wordAt(before)) && !view.hitsAt.has(before)) return true;
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
