import { layPhrases } from '#shared/ontology/lay-phrases.ts';
import { termRoots } from '#shared/ontology/term-id.ts';
import type { Synonym } from '#shared/ontology/term.ts';
import { derivedNames } from '#shared/phenotype/text/derived-names.ts';
import { createSpellingBook, type SpellingBook } from '#shared/phenotype/text/spelling.ts';
import { clinicalPhrases, normalFindings, notInProse } from '#shared/phenotype/text/clinical-phrases.ts';
import { everydayPhrases } from '#shared/phenotype/text/everyday-phrases.ts';
import { everydayNames } from '#shared/phenotype/text/languages/everyday-names.ts';
import { english, type TextLanguage } from '#shared/phenotype/text/text-language.ts';
import { readTokens, type KnownRoots, type Token } from '#shared/phenotype/text/text-words.ts';

export interface LexiconTerm {
  readonly id: string;
  readonly label: string;
  /** What a mention of it is called, where `label` is in another language. */
  readonly englishLabel?: string;
  readonly synonyms: readonly Pick<Synonym, 'text' | 'scope'>[];
}

/** What a release brings: its live phenotypic abnormalities, and obsolete ones with the live term that stands for each. */
export interface LexiconSource {
  readonly findings: readonly LexiconTerm[];
  readonly obsolete: readonly { readonly label: string; readonly liveId: string }[];
}

/** A term as a name in the text means it. */
export interface NamedFinding {
  readonly id: string;
  readonly label: string;
  /** The name says that the finding is absent, as `normal hearing` does of hearing impairment. */
  readonly isAbsence: boolean;
}

/** All names of the findings of a release, by the roots of their words in any order. */
export interface TermLexicon {
  /** Number of a root, undefined where no name holds it. */
  readonly rootNumber: ReadonlyMap<string, number>;
  /** By the ascending numbers of the roots, joined by commas. */
  readonly names: ReadonlyMap<string, NamedFinding>;
  /** By the words as they are spelled, joined by blanks: goes before `names`, since inflection may make two names one. */
  readonly spelled: ReadonlyMap<string, NamedFinding>;
  /** Names of capitals only, which are one in the same capitals: `GERD`. */
  readonly capitals: ReadonlyMap<string, NamedFinding>;
  readonly byId: ReadonlyMap<string, NamedFinding>;
  /** Of the names and of the texts to be read. */
  readonly language: TextLanguage;
  /** Made when first asked; null where slips of the pen are not looked for. */
  readonly spelling: (() => SpellingBook) | null;
}

/** A name of more words than this is a sentence. */
const mostNameWords = 10;
/** The same in letters. */
const mostNameLetters = 24;
export const mostWords = ({ isUnspaced }: TextLanguage): number => (isUnspaced === true ? mostNameLetters : mostNameWords);

/** Reads every label and synonym of the findings; names of modifiers, onset and inheritance are none. What clinicians write besides is known in English only. */
export function buildTermLexicon({ findings, obsolete }: LexiconSource, language: TextLanguage = english): TermLexicon {
  const builder = createBuilder(language);
  const isEnglish = language.code === english.code;
  const byId = new Map<string, NamedFinding>();
  for (const term of findings) {
    if (term.id === termRoots.phenotypicAbnormality) continue;
    const finding = { id: term.id, label: term.englishLabel ?? term.label, isAbsence: false };
    byId.set(term.id, finding);
    builder.add(term.label, finding, rank.label);
    if (isEnglish) for (const name of derivedNames(term.label)) builder.add(name, finding, rank.derived);
    if (term.label.includes('(')) builder.add(term.label.replace(/\s*\([^)]*\)/g, ''), finding, rank.exact);
    for (const synonym of term.synonyms) {
      builder.add(synonym.text, finding, rank[synonym.scope]);
      if (isEnglish && synonym.scope === 'exact') for (const name of derivedNames(synonym.text)) builder.add(name, finding, rank.derived);
    }
  }
  if (isEnglish) for (const phrase of [...clinicalPhrases, ...layPhrases, ...everydayPhrases]) addPhrase(builder, byId, phrase.text, phrase.termId, false);
  for (const phrase of everydayNames(language.code)) addPhrase(builder, byId, phrase.text, phrase.termId, false);
  if (isEnglish) for (const phrase of normalFindings) addPhrase(builder, byId, phrase.text, phrase.termId, true);
  if (isEnglish) for (const { label, liveId } of obsolete) addPhrase(builder, byId, label.replace(/^obsolete /i, ''), liveId, false, rank.obsolete);
  return { rootNumber: builder.rootNumber, names: builder.names, spelled: builder.spelled, capitals: builder.capitals, byId, language, spelling: isEnglish ? onceMade(() => createSpellingBook(builder.words)) : null };
}

/** Is the token a word by which names are told apart? */
export const isTelling = (token: Token, { fillers }: TextLanguage): boolean => token.root !== '' && !fillers.has(token.word);

/** Which name counts where two terms share one: the lower. */
const rank: Readonly<Record<Synonym['scope'] | 'label' | 'phrase' | 'derived' | 'obsolete', number>> = { label: 0, exact: 1, phrase: 0.5, derived: 3, narrow: 4, related: 5, broad: 6, obsolete: 7 };

interface Builder {
  readonly rootNumber: Map<string, number>;
  readonly names: Map<string, NamedFinding>;
  readonly spelled: Map<string, NamedFinding>;
  readonly capitals: Map<string, NamedFinding>;
  /** As they are spelled. */
  readonly words: Set<string>;
  readonly add: (name: string, finding: NamedFinding, nameRank: number) => void;
}

function createBuilder(language: TextLanguage): Builder {
  const rootNumber = new Map<string, number>();
  const names = new Map<string, NamedFinding>();
  const capitals = new Map<string, NamedFinding>();
  const spelled = new Map<string, NamedFinding>();
  const ranks = new Map<string, number>();
  const spelledWords = new Set<string>();
  const known: KnownRoots = new Map();
  const numberOf = (root: string): number => {
    const known = rootNumber.get(root) ?? rootNumber.size;
    rootNumber.set(root, known);
    return known;
  };
  const keep = (key: string, finding: NamedFinding, nameRank: number, kept: Map<string, NamedFinding>): void => {
    if (nameRank >= (ranks.get(key) ?? Infinity)) return;
    ranks.set(key, nameRank);
    kept.set(key, finding);
  };
  return {
    rootNumber,
    names,
    spelled,
    capitals,
    words: spelledWords,
    add: (name, finding, nameRank) => {
      if (isCapitals(name)) {
        if (!capitals.has(name)) capitals.set(name, finding);
        return;
      }
      const words = readTokens(name, known, language).filter((token) => isTelling(token, language));
      const only = words.length === 1 ? (words[0]?.word ?? '') : null;
      if (words.length === 0 || words.length > mostWords(language) || (only !== null && (notInProse.has(only) || (language.isUnspaced === true && only.length === 1))) || isCue(language, words)) return;
      for (const { word } of words) spelledWords.add(word);
      keep(words.map((token) => numberOf(token.root)).sort((a, b) => a - b).join(','), finding, nameRank, names);
      keep(words.map((token) => token.word).join(' '), finding, nameRank, spelled);
    },
  };
}

function addPhrase(builder: Builder, byId: ReadonlyMap<string, NamedFinding>, text: string, termId: string, isAbsence: boolean, phraseRank = rank.phrase): void {
  const finding = byId.get(termId);
  if (finding !== undefined) builder.add(text, { ...finding, isAbsence }, phraseRank);
}

function onceMade<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** `negative` and `陰性` are names somewhere; in a letter they deny what stands beside them. */
const isCue = ({ assertions }: TextLanguage, words: readonly Token[]): boolean => assertions.cues.get(words[0]?.word ?? '')?.some((cue) => cue.words.length === words.length && cue.words.every((word, at) => words[at]?.word === word)) === true;

const isCapitals = (name: string): boolean => /^[A-Z0-9][A-Z0-9-]{1,6}$/.test(name);
