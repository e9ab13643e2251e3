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

export function createNameMatcher(index: TermSearchIndex): NameMatcher {
  const nameCount = index.nameTerm.length;
  const round = new Int32Array(nameCount);
  const found = new Uint8Array(nameCount);
  const weightFound = new Float32Array(nameCount);
  const seenForWord = new Int32Array(nameCount);
  const termRound = new Int32Array(index.termNumber.length);
  const termScore = new Float32Array(index.termNumber.length);
  const termName = new Uint32Array(index.termNumber.length);
  const qualityOf = Array.from({ length: 8 }, () => new Float32Array(index.wordStart.length - 1));
  const penalties = nameKinds.map((kind) => kindPenalty[kind]);
  let currentRound = 0;
  let currentWord = 0;

  /** Marks every name that holds an answer to one typed word. */
  function gather(query: QueryWord, weight: number, touched: number[]): void {
    currentWord++;
    for (const match of query.matches) {
      const end = index.postingStart[match.word + 1] ?? 0;
      for (let at = index.postingStart[match.word] ?? 0; at < end; at++) {
        const name = index.postingName[at] ?? 0;
        if (seenForWord[name] === currentWord) continue;
        seenForWord[name] = currentWord;
        if (round[name] !== currentRound) {
          round[name] = currentRound;
          found[name] = 0;
          weightFound[name] = 0;
          touched.push(name);
        }
        found[name] = (found[name] ?? 0) + 1;
        weightFound[name] = (weightFound[name] ?? 0) + weight;
      }
    }
  }

  function scoreName(name: number, wordCount: number, weights: readonly number[], totalWeight: number): number {
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
      sum += best * (weights[word] ?? 0);
    }
    const isComplete = (found[name] ?? 0) === wordCount;
    const term = index.nameTerm[name] ?? 0;
    let score: number = worth.someWords * ((weightFound[name] ?? 0) / totalWeight);
    if (isComplete) score = stepOf(least, length === wordCount, isInOrder);
    if (isComplete && length === wordCount && isInOrder && least > 0.99) score += worth.sameSpelling;
    score += worth.coverage * Math.min(1, wordCount / Math.max(1, length)) + worth.quality * (sum / totalWeight);
    score += worth.commonness * (Math.log2(1 + (index.termDiseaseCount[term] ?? 0)) / mostCommon);
    score -= penalties[index.nameKind[name] ?? 0] ?? 0;
    if (least < typoBelow) score -= worth.typo;
    if (index.termIsPhenotype[term] === 0) score -= worth.notPhenotype;
    return score;
  }

  return (query, limit, allowMissing) => {
    const words = query.slice(0, qualityOf.length);
    currentRound++;
    const weights = words.map((word) => rarity(index, word));
    const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
    const touched: number[] = [];
    words.forEach((word, position) => {
      gather(word, weights[position] ?? 0, touched);
      for (const match of word.matches) setAt(qualityOf[position], match.word, match.quality);
    });
    const terms: number[] = [];
    for (const name of touched) {
      const isComplete = found[name] === words.length;
      if (!isComplete && (!allowMissing || (weightFound[name] ?? 0) < leastShare * totalWeight)) continue;
      const score = scoreName(name, words.length, weights, totalWeight);
      const term = index.nameTerm[name] ?? 0;
      if (termRound[term] !== currentRound) terms.push(term);
      else if (score <= (termScore[term] ?? 0)) continue;
      termRound[term] = currentRound;
      termScore[term] = score;
      termName[term] = name;
    }
    const best = pickBest(terms, termScore, limit).map((term) => {
      const name = termName[term] ?? 0;
      return { term, name, score: termScore[term] ?? 0, wordOf: words.map((_, position) => answerIn(index, name, qualityOf[position])) };
    });
    words.forEach((word, position) => {
      for (const match of word.matches) setAt(qualityOf[position], match.word, 0);
    });
    return best;
  };
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
