import { splitIntoWords } from '#shared/ontology/search-words.ts';

/** The name of a condition as it is compared: without order, grammar and the words that every second name has. */
export interface ConditionName {
  readonly text: string;
  /** The telling words, each once, sorted. */
  readonly words: readonly string[];
  /** The words in one text, equal for names that mean the same condition. */
  readonly key: string;
  /** Syndrome, disease and the like, which tell Cushing disease from Cushing syndrome. */
  readonly kinds: ReadonlySet<string>;
}

/** What many names say of many conditions. */
const kindWords: ReadonlySet<string> = new Set(['syndrome', 'disease', 'disorder', 'condition']);
const emptyWords: ReadonlySet<string> = new Set(['type', 'form', 'due', 'other', 'unspecified', 'nos', 'included', 'formerly']);
const romanNumbers: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7', viii: '8', ix: '9', x: '10', xi: '11', xii: '12' };
const longestRomanNumber = 4;
/** More of one name would make more subsets than a look-up can afford. */
const mostWords = 12;

export function conditionName(text: string): ConditionName {
  const all = splitIntoWords(text.replace(/['’]s\b/g, '')).map(singular);
  const numbered = all.map((word, at) => (isRomanNumber(all, at) ? (romanNumbers[word] ?? word) : word));
  const words = [...new Set(numbered.filter((word) => !kindWords.has(word) && !emptyWords.has(word)))].sort().slice(0, mostWords);
  return { text, words, key: words.join(' '), kinds: new Set(numbered.filter((word) => kindWords.has(word))) };
}

/**
 * The names that one text holds: `22q13 deletion syndrome (Phelan-McDermid syndrome)` is two, `MARFAN SYNDROME; MFS` is two, and `Ehlers-Danlos syndrome,
 * vascular type` is one whatever its order. Names without a telling word are left out.
 */
export function namesWithin(text: string): readonly ConditionName[] {
  const inner = [...text.matchAll(/\(([^()]{3,200})\)/g)].map((match) => match[1] ?? '');
  const outer = text.replace(/\([^()]*\)/g, ' ');
  const pieces = [text.replace(/[()]/g, ' '), outer, ...inner].flatMap((piece) => [piece, ...piece.split(/;| \| /)]);
  const names = new Map<string, ConditionName>();
  for (const piece of pieces) {
    const name = conditionName(piece.trim());
    if (name.key.length >= 2 && !names.has(name.key)) names.set(name.key, { ...name, text: piece.trim() });
  }
  return [...names.values()];
}

/** The same condition for certain: the same words, and not a disease here and a syndrome there. */
export function isSameCondition(one: ConditionName, other: ConditionName): boolean {
  return one.key === other.key && one.key !== '' && isSameKind(one, other);
}

const isSameKind = (one: ConditionName, other: ConditionName): boolean => one.kinds.size === 0 || other.kinds.size === 0 || [...one.kinds].some((kind) => other.kinds.has(kind));

/** All that `wider` says, `narrower` says too, and more. */
export const isWiderName = (wider: ConditionName, narrower: ConditionName): boolean => wider.words.length < narrower.words.length && wider.words.length > 0 && wider.words.every((word) => narrower.words.includes(word));

/** `Spinal muscular atrophy, type 1` is a spinal muscular atrophy: the one name is the other and a number or letter. */
export const isNumberedForm = (name: ConditionName, whole: ConditionName): boolean => isWiderName(whole, name) && whole.words.length > 1 && isSameKind(whole, name) && name.words.every((word) => whole.words.includes(word) || /^(?:\d{1,2}[a-z]?|[a-e])$/.test(word));

/**
 * Keys of the names that a condition may stand below: `ehlers danlos` of `danlos ehlers vascular`. A single word only where it is the head of the
 * name, since `short` says nothing of short stature.
 */
export function widerKeys(name: ConditionName): readonly string[] {
  const words = name.words.slice(0, 8);
  const keys: string[] = [];
  for (let chosen = 1; chosen < 2 ** words.length - 1; chosen += 1) {
    const subset = words.filter((_word, at) => (chosen & (1 << at)) !== 0);
    if (subset.length >= 2) keys.push(subset.join(' '));
  }
  return [...keys, ...headWords(name.text).filter((head) => words.length > 1 && words.includes(head))];
}

/** `epilepsy` of `Epilepsy, progressive myoclonic 1A` and of `Childhood absence epilepsy`, but not of `Delay with or without epilepsy`: the head of a name stands before its comma or "with", last of what is said there. */
function headWords(text: string): readonly string[] {
  const beginning = text.split(/,|\bwith\b|\bwithout\b|\bdue to\b/i)[0] ?? '';
  const before = conditionName(beginning);
  const inOrder = splitIntoWords(beginning.replace(/['’]s\b/g, '')).map(singular).filter((word) => before.words.includes(word) && !/^\d/.test(word));
  const head = inOrder.at(-1);
  // Before "syndrome" stands a name of its own, such as McDermid, and no wider condition.
  return head === undefined || head.length < 5 || before.kinds.size > 0 ? [] : [head];
}

function isRomanNumber(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (word.length > longestRomanNumber || !Object.hasOwn(romanNumbers, word)) return false;
  return word.length > 1 || words[at - 1] === 'type' || (at === words.length - 1 && at > 0);
}

function singular(word: string): string {
  if (word.length < 5 || /(?:ss|us|is|os)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
