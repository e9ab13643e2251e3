/** Words that say nothing about which term is meant. */
const stopWords: ReadonlySet<string> = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'has', 'have', 'he', 'her', 'his', 'in', 'is', 'it', 'my', 'of', 'on', 'or', 'she', 'the', 'their', 'to', 'very', 'was', 'with']);
const longestWord = 40;

/**
 * The words of a text as the search compares them: lower case, without accents, apostrophes and hyphens, British spelling turned
 * into American. Words without meaning are left out unless nothing else is there.
 */
export function splitIntoWords(text: string): string[] {
  const words = nonAscii.test(text) ? wordsOfAnyScript(text) : (withoutApostrophes(text.toLowerCase()).match(/[a-z0-9]+/g) ?? []).map((word) => foldSpelling(word.slice(0, longestWord)));
  const telling = words.filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : words;
}

/** Most texts hold nothing else, and are read several times faster. */
const nonAscii = /[^\0-\x7f]/;

function wordsOfAnyScript(text: string): string[] {
  const plain = withoutApostrophes(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => (unspaced.test(word) ? pairsOf(word) : [foldSpelling(word.slice(0, longestWord))]));
}

const withoutApostrophes = (text: string): string => (/['’`]/.test(text) ? text.replace(elision, ' ').replace(/['’`]/g, '') : text);

/** `d'orange`, `l'oreille`: two words, of which the first says nothing. */
const elision = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)['’](?=\p{L})/gu;

/** Chinese and Japanese write no spaces; their words are compared by pairs of neighbouring letters, as search engines do. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function pairsOf(run: string): string[] {
  const letters = [...run].slice(0, longestWord);
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
}

/** Most words have nothing to fold, which one look tells. */
const britishSign = /[æœ]|[ao]e.|our|[bt]re$|[iy]s(?:e|ed|es|ing|ation)$|^grey|sulph/;

/** oedema → edema, haematuria → hematuria, tumour → tumor, fibre → fiber, localised → localized. */
export function foldSpelling(word: string): string {
  if (!britishSign.test(word)) return word;
  return word
    .replace(/[æœ]/g, 'e')
    .replace(/[ao]e(?=.)/g, 'e')
    .replace(/our/g, 'or')
    .replace(/(?<=[a-z]{2}[bt])re$/, 'er')
    .replace(/(?<=..)(is|ys)(?=(e|ed|es|ing|ation)$)/, (ending) => `${ending[0] ?? ''}z`)
    .replace(/^grey/, 'gray')
    .replace(/sulph/g, 'sulf');
}

/** A light stem: plural, -ing, -ed and final e taken off; seizures → seizur, webbed → web, toes → to(e) stays toe. */
export function stemWord(word: string): string {
  let stem = singular(word);
  const inflected = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(stem)?.[1];
  if (inflected !== undefined && inflected.length >= 3) stem = inflected.replace(/([bdgmnprt])\1$/, '$1');
  return stem.length >= 5 ? stem.replace(/e$/, '') : stem;
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
