import { cues, groupByFirstWord, type AssertionCue } from '#shared/phenotype/text/assertion-cues.ts';

/** Words parted by blanks. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Phrases parted by a bar, of a language without spaces: each letter is a word. */
export const letters = (text: string): string => text.split('|').map((phrase) => [...phrase.normalize('NFKC').replaceAll('、', ',')].join(' ')).join('|');

/** Takes the longest ending off that leaves enough letters. Endings are tried in the order given. */
export function stemmer(endings: readonly (readonly [ending: string, replacement: string, least: number])[]): (word: string) => string {
  return (word) => {
    const found = endings.find(([ending, , least]) => word.endsWith(ending) && word.length - ending.length >= least);
    return found === undefined ? word : word.slice(0, word.length - found[0].length) + found[1];
  };
}

/** The cues of a language by their kinds; phrases parted by a bar. */
export function cuesOf(phrases: { readonly nothing: string; readonly absent: string; readonly absentList: string; readonly absentEither: string; readonly absentBefore: string; readonly openAfter: string; readonly openEither: string; readonly openClause: string; readonly openBefore: string }): ReadonlyMap<string, readonly AssertionCue[]> {
  return groupByFirstWord([
    ...cues('nothing', 'after', 'near', phrases.nothing),
    ...cues('absent', 'after', 'near', phrases.absent),
    ...cues('absent', 'after', 'list', phrases.absentList),
    ...cues('absent', 'either', 'near', phrases.absentEither),
    ...cues('absent', 'before', 'near', phrases.absentBefore),
    ...cues('open', 'after', 'near', phrases.openAfter),
    ...cues('open', 'either', 'near', phrases.openEither),
    ...cues('open', 'after', 'clause', phrases.openClause),
    ...cues('open', 'before', 'near', phrases.openBefore),
  ]);
}
