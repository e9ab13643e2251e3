import type { NameHit } from '#shared/phenotype/text/find-names.ts';
import type { Sentence } from '#shared/phenotype/text/sentences.ts';
import type { Token } from '#shared/phenotype/text/text-words.ts';

type Gender = 'female' | 'male';

/** Reads sentence after sentence whose findings are told. */
export interface BearerReader {
  /** For each finding of the sentence its person. */
  readonly read: (sentence: Sentence, hits: readonly NameHit[]) => readonly string[];
}

export const patient = 'patient';
/** Somebody of the family, the text does not say who. */
export const anyRelative = 'relative';

const relatives: Readonly<Record<string, readonly [person: string, gender: Gender | null]>> = {
  mother: ['mother', 'female'], mum: ['mother', 'female'], mom: ['mother', 'female'], mummy: ['mother', 'female'],
  father: ['father', 'male'], dad: ['father', 'male'], daddy: ['father', 'male'],
  parent: ['parent', null], sister: ['sister', 'female'], sis: ['sister', 'female'], brother: ['brother', 'male'], bro: ['brother', 'male'],
  sibling: ['sibling', null], sib: ['sibling', null], son: ['son', 'male'], daughter: ['daughter', 'female'],
  grandmother: ['grandmother', 'female'], grandfather: ['grandfather', 'male'], grandparent: ['grandparent', null],
  aunt: ['aunt', 'female'], uncle: ['uncle', 'male'], cousin: ['cousin', null], nephew: ['nephew', 'male'], niece: ['niece', 'female'],
  husband: ['partner', 'male'], wife: ['partner', 'female'], partner: ['partner', null],
  relatives: [anyRelative, null],
  grandma: ['grandmother', 'female'], granny: ['grandmother', 'female'], gran: ['grandmother', 'female'], nan: ['grandmother', 'female'], nana: ['grandmother', 'female'], grandad: ['grandfather', 'male'], granddad: ['grandfather', 'male'], grandpa: ['grandfather', 'male'], auntie: ['aunt', 'female'],
  mggm: ['maternal great-grandmother', 'female'], mggf: ['maternal great-grandfather', 'male'], pggm: ['paternal great-grandmother', 'female'], pggf: ['paternal great-grandfather', 'male'],
  mgm: ['maternal grandmother', 'female'], mgf: ['maternal grandfather', 'male'], pgm: ['paternal grandmother', 'female'], pgf: ['paternal grandfather', 'male'],
};
/** These have a mother's and a father's side. */
const sided: ReadonlySet<string> = new Set(['grandmother', 'grandfather', 'grandparent', 'aunt', 'uncle', 'cousin', 'great-aunt', 'great-uncle', 'great-grandmother', 'great-grandfather']);
/** `his father's brother` */
const relativeOfRelative: Readonly<Record<string, string>> = {
  'mother mother': 'maternal grandmother', 'mother father': 'maternal grandfather', 'father mother': 'paternal grandmother', 'father father': 'paternal grandfather',
  'mother sister': 'maternal aunt', 'mother brother': 'maternal uncle', 'father sister': 'paternal aunt', 'father brother': 'paternal uncle',
  'sister son': 'nephew', 'brother son': 'nephew', 'sister daughter': 'niece', 'brother daughter': 'niece', 'mother cousin': 'maternal cousin', 'father cousin': 'paternal cousin',
};
const telling: ReadonlySet<string> = new Set(['reports', 'reported', 'report', 'says', 'said', 'noticed', 'noted', 'notices', 'describes', 'described', 'describe', 'feels', 'felt', 'thinks', 'thought', 'believes', 'states', 'stated', 'mentions', 'mentioned', 'recalls', 'recalled', 'denies', 'denied', 'deny', 'brought', 'observed', 'saw', 'confirms', 'confirmed', 'worried', 'concerned', 'told', 'tells', 'remembers', 'complains', 'first']);
const auxiliary: ReadonlySet<string> = new Set(['also', 'has', 'have', 'had', 'is', 'was', 'are', 'were', 'been', 'both', 'now', 'then', 'understandably', 'initially']);
const describing: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'your', 'the', 'a', 'an', 'both', 'older', 'younger', 'elder', 'eldest', 'youngest', 'previous', 'late', 'twin', 'only', 'another', 'one', 'two', 'three', 'healthy', 'affected', 'unaffected', 'unrelated', 'identical', 'full', 'maternal', 'paternal', 'mat', 'pat', 'half', 'great', '-', 'other', 'own', 'first', 'second', 'third']);
const beside: ReadonlySet<string> = new Set(['with', 'by', 'to', 'from', 'for', 'like', 'than', 'of']);
const oneOf: ReadonlySet<string> = new Set(['one', 'two', 'three', 'neither', 'none', 'some', 'all', 'several', 'both', 'either']);
const ownedByParent: ReadonlySet<string> = new Set(['pregnancy', 'age', 'concern', 'concerns', 'report', 'account', 'opinion', 'request', 'milk', 'side', 'view', 'arms', 'lap', 'history', 'delivery']);

/**
 * The holder of findings goes from the patient to a relative where one is the subject, and back with the next sentence or pronoun. Only a
 * pronoun that cannot be the patient's keeps the relative over the end of a sentence.
 */
export function createBearerReader(tokens: readonly Token[]): BearerReader {
  const patientGender = guessGender(tokens);
  let lastRelative: Holder | null = null;
  return {
    read: (sentence, hits) => {
      const events = readSubjects(tokens, sentence, { patientGender, lastRelative });
      const last = events.at(-1)?.holder ?? null;
      lastRelative = last === null || last.person === patient ? null : last;
      const standard = sentence.section === 'family' ? anyRelative : patient;
      return hits.map((hit) => inRelative(tokens, sentence, hit, hits) ?? events.findLast((event) => event.at <= hit.first)?.holder.person ?? standard);
    },
  };
}

interface Holder {
  readonly person: string;
  readonly gender: Gender | null;
}
/** From token `at` on the findings are the holder's. */
interface SubjectEvent {
  readonly at: number;
  readonly holder: Holder;
}
interface Known {
  readonly patientGender: Gender | null;
  readonly lastRelative: Holder | null;
}

function readSubjects(tokens: readonly Token[], sentence: Sentence, known: Known): SubjectEvent[] {
  const events: SubjectEvent[] = [];
  const wordAt = (at: number): string => (at >= sentence.from && at < sentence.to ? (tokens[at]?.word ?? '') : '');
  for (let at = sentence.from; at < sentence.to; at++) {
    const relative = relativeAt(tokens, sentence, at);
    if (relative !== null) {
      if (!isJointedTo(events.at(-1), wordAt, at) && isSubject(wordAt, at, relative.to)) events.push({ at, holder: relative.holder });
      at = relative.to - 1;
      continue;
    }
    const gender = genderOfPronoun(wordAt(at));
    const holder = gender === null ? namedHolder(wordAt, at, known) : relativeFollows(tokens, sentence, at + 1) ? null : holderOfPronoun(gender, events.at(-1)?.holder ?? null, at === sentence.from, sentence, known);
    if (holder !== null) events.push({ at, holder });
  }
  return events;
}

/** `the patient`, `the boy`; `family history`, `the maternal family`; `a previous pregnancy`. */
function namedHolder(wordAt: (at: number) => string, at: number, { patientGender }: Known): Holder | null {
  if (isPatientWord(wordAt, at)) return { person: patient, gender: patientGender };
  const word = wordAt(at);
  if (word === 'family' && (/^(?:history|member|members)$/.test(wordAt(at + 1)) || /^(?:maternal|paternal)$/.test(wordAt(at - 1)))) return { person: anyRelative, gender: null };
  if (/^(?:previous|earlier)$/.test(word) && wordAt(at + 1) === 'pregnancy') return { person: 'sibling', gender: null };
  return null;
}

/** Whose findings follow a pronoun, where it says so: back to the patient, or on with the relative of the sentence before. */
function holderOfPronoun(gender: Gender, holder: Holder | null, isFirst: boolean, { section }: Sentence, { patientGender, lastRelative }: Known): Holder | null {
  const cannotBePatient = patientGender !== null && patientGender !== gender;
  if (holder !== null) return holder.person !== patient && holder.gender !== null && holder.gender !== gender && !cannotBePatient ? { person: patient, gender } : null;
  if (lastRelative === null) return null;
  if (isFirst && cannotBePatient && lastRelative.gender === gender) return lastRelative;
  return section === 'family' && (lastRelative.gender === null || lastRelative.gender === gender) ? lastRelative : null;
}

interface FoundRelative {
  readonly holder: Holder;
  readonly to: number;
}

function relativeAt(tokens: readonly Token[], sentence: Sentence, at: number): FoundRelative | null {
  const token = tokens[at];
  if (token === undefined || at >= sentence.to) return null;
  const noun = token.word.replace(/s$/, '');
  const short = shortRelative(tokens, sentence, at);
  const isChild = /^(?:child|children|boys?|girls?)$/.test(token.word) && /^(?:his|her|their|healthy|other|two|three)$/.test(tokens[at - 1]?.word ?? '');
  const base = short ?? (Object.hasOwn(relatives, token.word) ? relatives[token.word] : Object.hasOwn(relatives, noun) ? relatives[noun] : isChild ? (['child', null] as const) : undefined);
  if (base === undefined) return null;
  const [person, gender] = base;
  if (token.isPossessive) {
    const further = relativeAt(tokens, sentence, at + 1) ?? relativeAt(tokens, sentence, at + 2);
    const compound = further === null ? undefined : relativeOfRelative[`${person} ${further.holder.person}`];
    if (further !== null && compound !== undefined) return { holder: { person: compound, gender: further.holder.gender }, to: further.to };
  }
  const before = tokens[at - 1]?.isHyphen === true ? tokens[at - 2]?.word : tokens[at - 1]?.word;
  const named = before === 'half' || before === 'great' ? `${before}-${person}` : person;
  return { holder: { person: sided.has(named) ? withSide(tokens, sentence, at, named) : named, gender }, to: at + 1 };
}

/** `mat GM`, and below a heading of the family `Mo` and `Fa`: too short to say it elsewhere. */
function shortRelative(tokens: readonly Token[], { section }: Sentence, at: number): readonly [person: string, gender: Gender] | undefined {
  const raw = tokens[at]?.raw ?? '';
  if (/^(?:mat|pat|maternal|paternal)$/.test(tokens[at - 1]?.word ?? '')) return raw === 'GM' ? ['grandmother', 'female'] : raw === 'GF' ? ['grandfather', 'male'] : undefined;
  if (section !== 'family') return undefined;
  return raw === 'Mo' ? ['mother', 'female'] : raw === 'Fa' ? ['father', 'male'] : undefined;
}

/** `maternal uncle`, `grandmother on the maternal side`. */
function withSide(tokens: readonly Token[], sentence: Sentence, at: number, person: string): string {
  for (let near = Math.max(sentence.from, at - 4); near < Math.min(sentence.to, at + 6); near++) {
    const word = tokens[near]?.word ?? '';
    const isBefore = near < at;
    const isSide = isBefore || tokens.slice(near, near + 3).some((token) => token.word === 'side');
    if (!isSide) continue;
    if (/^(?:maternal|mat|mother)$/.test(word)) return `maternal ${person}`;
    if (/^(?:paternal|pat|father)$/.test(word)) return `paternal ${person}`;
  }
  return person;
}

/** Not `seen with his mother`, `mother reports that`, `mother of two`. */
function isSubject(wordAt: (at: number) => string, at: number, to: number): boolean {
  if (/^(?:with|who|whose|having)$/.test(wordAt(to)) || (wordAt(to) === ',' && /^(?:who|whose)$/.test(wordAt(to + 1)))) return true;
  if (wordAt(to) === 'of' || ownedByParent.has(wordAt(to))) return false;
  let next = to;
  while (auxiliary.has(wordAt(next))) next++;
  if (telling.has(wordAt(next)) && wordAt(next + 1) !== 'to') return false;
  let before = at - 1;
  while (describing.has(wordAt(before))) before--;
  if (/^(?:and|or)$/.test(wordAt(before)) && /^(?:he|she|patient)$/.test(wordAt(before - 1))) return false;
  if (beside.has(wordAt(before))) return oneOf.has(wordAt(before - 1));
  return !(/^(?:is|was)$/.test(wordAt(before)) && wordAt(at - 1) === 'the');
}

function isJointedTo(last: SubjectEvent | undefined, wordAt: (at: number) => string, at: number): boolean {
  if (last === undefined || last.holder.person === patient) return false;
  let before = at - 1;
  while (describing.has(wordAt(before))) before--;
  return /^(?:and|or|&)$/.test(wordAt(before)) && before - last.at <= 2;
}

function isPatientWord(wordAt: (at: number) => string, at: number): boolean {
  const word = wordAt(at);
  if (/^(?:patient|proband|consultand|pt)$/.test(word)) return true;
  return /^(?:boy|girl|child|infant|baby|fetus|gentleman|lady|man|woman)$/.test(word) && /^(?:the|this)$/.test(wordAt(at - 1)) && wordAt(at - 2) !== 'pregnancy' && wordAt(at - 3) !== 'previous';
}

function genderOfPronoun(word: string): Gender | null {
  if (word === 'he' || word === 'his' || word === 'him') return 'male';
  return word === 'she' || word === 'her' ? 'female' : null;
}

function relativeFollows(tokens: readonly Token[], sentence: Sentence, from: number): boolean {
  let at = from;
  while (at < sentence.to && describing.has(tokens[at]?.word ?? '')) at++;
  return relativeAt(tokens, sentence, at) !== null;
}

/** `febrile seizures in his father`: the findings named just before. */
function inRelative(tokens: readonly Token[], sentence: Sentence, hit: NameHit, hits: readonly NameHit[]): string | null {
  let at = hit.last + 1;
  for (let next = hits.find((other) => other.first === at + 1 && /^(?:,|and|or)$/.test(tokens[at]?.word ?? '')); next !== undefined; ) {
    at = next.last + 1;
    const from = at + 1;
    next = hits.find((other) => other.first === from && /^(?:,|and|or)$/.test(tokens[at]?.word ?? ''));
  }
  if (!/^(?:in|affecting)$/.test(tokens[at]?.word ?? '') || at >= sentence.to) return null;
  at++;
  while (at < sentence.to && describing.has(tokens[at]?.word ?? '')) at++;
  if (tokens[at]?.word === 'family') return anyRelative;
  const relative = relativeAt(tokens, sentence, at);
  return relative === null ? null : relative.holder.person;
}

const femaleWords: ReadonlySet<string> = new Set(['girl', 'woman', 'female', 'lady', 'mrs', 'ms', 'miss', 'she']);
const maleWords: ReadonlySet<string> = new Set(['boy', 'man', 'male', 'gentleman', 'mr', 'he']);

/** By the first word that tells; `F` and `M` only where they stand after an age. */
function guessGender(tokens: readonly Token[]): Gender | null {
  for (const [at, token] of tokens.entries()) {
    if (femaleWords.has(token.word)) return 'female';
    if (maleWords.has(token.word)) return 'male';
    if (/^(?:F|M)$/.test(token.raw) && /\d|^(?:y|yo|yr|mo|m|12)$/.test(tokens[at - 1]?.word ?? '')) return token.raw === 'F' ? 'female' : 'male';
  }
  return null;
}
