import { nameKinds, type NameKind, type TermSearchIndex } from '#shared/ontology/term-search-index.ts';

export interface WordMatch {
  /** Number of the word in the vocabulary. */
  readonly word: number;
  /** 0 to 1. */
  readonly quality: number;
}

/** One typed word: the words of the vocabulary that answer it, best first. */
export interface QueryWord {
  readonly matches: readonly WordMatch[];
  readonly hasTypo: boolean;
}

export interface NameMatch {
  readonly term: number;
  readonly name: number;
  readonly score: number;
  /** For each typed word the word of the name that answered it, −1 for none. */
  readonly wordOf: readonly number[];
}

/** Best first, one match a term. With `allowMissing` a name may lack some of the typed words, rarer ones counting more. */
export type NameMatcher = (query: readonly QueryWord[], limit: number, allowMissing: boolean) => readonly NameMatch[];

/**
 * What a name is worth, so that: exact label > exact lay word or synonym > beginning > all words in any order > corrected typo. Within
 * a step, shorter names and terms that more diseases have come first. Chosen by hand and pinned by the searches in the tests.
 */
const worth = {
  sameWordsInOrder: 10,
  sameWords: 9.3,
  sameWordsByEquivalent: 9,
  beginning: 8,
  allWords: 6,
  someWords: 2,
  /** Added. */
  sameSpelling: 0.3,
  coverage: 1.2,
  quality: 1,
  commonness: 0.9,
  /** Taken off. */
  typo: 4,
  notPhenotype: 3.5,
} as const;
const kindPenalty: Readonly<Record<NameKind, number>> = { label: 0, phrase: 0.2, layperson: 0.25, synonym: 0.3, 'other-layperson': 0.75, 'other-synonym': 0.8 };
const wholeWord = 0.95;
const everydayWord = 0.85;
const typoBelow = 0.56;
/** With fewer than this share of the typed words found, weighted by rarity, a name is no answer. */
const leastShare = 0.45;
/** log2 of 1 + the number of diseases that would count as entirely common. */
const mostCommon = Math.log2(1 + 13_000);

/** Working memory of a matcher, kept between searches. A mark that is not the current one means "not yet seen". */
interface Workspace {
  readonly index: TermSearchIndex;
  round: number;
  word: number;
  /** Per name: the search and the typed word by which it was last seen, how many typed words it holds, and their weight. */
  readonly seenInRound: Int32Array;
  readonly seenForWord: Int32Array;
  readonly found: Uint8Array;
  readonly weightFound: Float32Array;
  /** Per term: the best of its names in this search. */
  readonly termRound: Int32Array;
  readonly termScore: Float32Array;
  readonly termName: Uint32Array;
  /** Per typed word: how well each word of the vocabulary answers it. All 0 between searches. */
  readonly qualityOf: readonly Float32Array[];
}

/** The typed words of one search with their weights. */
interface WeightedQuery {
  readonly words: readonly QueryWord[];
  readonly weights: readonly number[];
  readonly totalWeight: number;
}

const mostWords = 8;
const penalties = nameKinds.map((kind) => kindPenalty[kind]);

export function createNameMatcher(index: TermSearchIndex): NameMatcher {
  const workspace = createWorkspace(index);
  return (typed, limit, allowMissing) => {
    const words = typed.slice(0, mostWords);
    const weights = words.map((word) => rarity(index, word));
    const query = { words, weights, totalWeight: weights.reduce((sum, weight) => sum + weight, 0) };
    workspace.round++;
    const names = gatherNames(workspace, query);
    const terms = scoreTerms(workspace, query, names, allowMissing);
    const best = pickBest(terms, workspace.termScore, limit).map((term) => {
      const name = workspace.termName[term] ?? 0;
      return { term, name, score: workspace.termScore[term] ?? 0, wordOf: words.map((_, position) => answerIn(index, name, workspace.qualityOf[position])) };
    });
    words.forEach((word, position) => {
      for (const match of word.matches) setAt(workspace.qualityOf[position], match.word, 0);
    });
    return best;
  };
}

function createWorkspace(index: TermSearchIndex): Workspace {
  const nameCount = index.nameTerm.length;
  const termCount = index.termNumber.length;
  return {
    index,
    round: 0,
    word: 0,
    seenInRound: new Int32Array(nameCount),
    seenForWord: new Int32Array(nameCount),
    found: new Uint8Array(nameCount),
    weightFound: new Float32Array(nameCount),
    termRound: new Int32Array(termCount),
    termScore: new Float32Array(termCount),
    termName: new Uint32Array(termCount),
    qualityOf: Array.from({ length: mostWords }, () => new Float32Array(index.wordStart.length - 1)),
  };
}

/** Every name that holds an answer to at least one typed word, with how many it holds. */
function gatherNames(workspace: Workspace, query: WeightedQuery): number[] {
  const { index, seenInRound, seenForWord, found, weightFound } = workspace;
  const names: number[] = [];
  query.words.forEach((word, position) => {
    const weight = query.weights[position] ?? 0;
    workspace.word++;
    for (const match of word.matches) {
      setAt(workspace.qualityOf[position], match.word, match.quality);
      const end = index.postingStart[match.word + 1] ?? 0;
      for (let at = index.postingStart[match.word] ?? 0; at < end; at++) {
        const name = index.postingName[at] ?? 0;
        if (seenForWord[name] === workspace.word) continue;
        seenForWord[name] = workspace.word;
        if (seenInRound[name] !== workspace.round) {
          seenInRound[name] = workspace.round;
          found[name] = 0;
          weightFound[name] = 0;
          names.push(name);
        }
        found[name] = (found[name] ?? 0) + 1;
        weightFound[name] = (weightFound[name] ?? 0) + weight;
      }
    }
  });
  return names;
}

/** The terms of the names that answer the query, each with its best name. */
function scoreTerms(workspace: Workspace, query: WeightedQuery, names: readonly number[], allowMissing: boolean): number[] {
  const { index, found, weightFound, termRound, termScore, termName } = workspace;
  const terms: number[] = [];
  for (const name of names) {
    const isComplete = found[name] === query.words.length;
    if (!isComplete && (!allowMissing || (weightFound[name] ?? 0) < leastShare * query.totalWeight)) continue;
    const score = scoreName(workspace, query, name);
    const term = index.nameTerm[name] ?? 0;
    if (termRound[term] !== workspace.round) terms.push(term);
    else if (score <= (termScore[term] ?? 0)) continue;
    termRound[term] = workspace.round;
    termScore[term] = score;
    termName[term] = name;
  }
  return terms;
}

function scoreName(workspace: Workspace, query: WeightedQuery, name: number): number {
  const { index, qualityOf } = workspace;
  const wordCount = query.words.length;
  const start = index.nameWordStart[name] ?? 0;
  const length = (index.nameWordStart[name + 1] ?? 0) - start;
  let least = 1;
  let sum = 0;
  let isInOrder = length >= wordCount;
  for (let word = 0; word < wordCount; word++) {
    const qualities = qualityOf[word];
    let best = 0;
    for (let at = 0; at < length; at++) best = Math.max(best, qualities?.[index.nameWord[start + at] ?? 0] ?? 0);
    if (isInOrder && (qualities?.[index.nameWord[start + word] ?? 0] ?? 0) === 0) isInOrder = false;
    if (best > 0) least = Math.min(least, best);
    sum += best * (query.weights[word] ?? 0);
  }
  const isComplete = workspace.found[name] === wordCount;
  const isSame = isComplete && length === wordCount && isInOrder && least > 0.99;
  const term = index.nameTerm[name] ?? 0;
  let score = isComplete ? stepOf(least, length === wordCount, isInOrder) : worth.someWords * ((workspace.weightFound[name] ?? 0) / query.totalWeight);
  if (isSame) score += worth.sameSpelling;
  score += worth.coverage * Math.min(1, wordCount / Math.max(1, length)) + worth.quality * (sum / query.totalWeight);
  score += worth.commonness * (Math.log2(1 + (index.termDiseaseCount[term] ?? 0)) / mostCommon);
  score -= penalties[index.nameKind[name] ?? 0] ?? 0;
  if (least < typoBelow) score -= worth.typo;
  if (index.termIsPhenotype[term] === 0) score -= worth.notPhenotype;
  return score;
}

function stepOf(least: number, hasSameLength: boolean, isInOrder: boolean): number {
  if (hasSameLength && least >= wholeWord) return isInOrder ? worth.sameWordsInOrder : worth.sameWords;
  if (hasSameLength && least >= everydayWord) return worth.sameWordsByEquivalent;
  return isInOrder ? worth.beginning : worth.allWords;
}

/** Words that few names hold say more. 1 and above; a word that no name holds cannot tell names apart and says least. */
function rarity(index: TermSearchIndex, word: QueryWord): number {
  const best = word.matches[0];
  if (best === undefined) return 1;
  const count = (index.postingStart[best.word + 1] ?? 0) - (index.postingStart[best.word] ?? 0);
  return 1 + Math.log((index.nameTerm.length + 1) / (count + 1));
}

/** The best terms in order; equal scores by the number of the term, so that the order never depends on chance. */
function pickBest(terms: readonly number[], scores: Float32Array, limit: number): number[] {
  const isBetter = (a: number, b: number): boolean => (scores[a] ?? 0) > (scores[b] ?? 0) || (scores[a] === scores[b] && a < b);
  const best: number[] = [];
  for (const term of terms) {
    if (best.length === limit && !isBetter(term, best[limit - 1] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && isBetter(term, best[place - 1] ?? 0)) place--;
    best.splice(place, 0, term);
    if (best.length > limit) best.pop();
  }
  return best;
}

function answerIn(index: TermSearchIndex, name: number, qualities: Float32Array | undefined): number {
  let best = -1;
  for (let at = index.nameWordStart[name] ?? 0; at < (index.nameWordStart[name + 1] ?? 0); at++) {
    const word = index.nameWord[at] ?? 0;
    if ((qualities?.[word] ?? 0) > (best === -1 ? 0 : (qualities?.[best] ?? 0))) best = word;
  }
  return best;
}

function setAt(values: Float32Array | undefined, position: number, value: number): void {
  if (values !== undefined) values[position] = value;
}
