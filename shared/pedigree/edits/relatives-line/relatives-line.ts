import { refusal, success, type Result } from '#shared/base/result.ts';
import { lineTokens, type LineReader, type LineToken } from '#shared/pedigree/edits/relatives-line/line-tokens.ts';
import { countOf, relativeAdjectives, relativeNouns, type FamilySide, type RelativeKind, type RelativeNoun } from '#shared/pedigree/edits/relatives-line/line-words.ts';
import { isUnit, readFact, startsFact, unsaid, type LineProblem, type SaidFacts } from '#shared/pedigree/edits/relatives-line/said-facts.ts';
import type { Condition } from '#shared/pedigree/family.ts';
import type { Gender, Life } from '#shared/pedigree/individual.ts';

export type Zygosity = 'monozygotic' | 'dizygotic' | 'unknown';

/** One relative that a line of words names. */
export interface SaidRelative extends SaidFacts {
  readonly kind: RelativeKind;
  readonly side: FamilySide | null;
  readonly isOlder: boolean;
  /** Born together with the individual, or with those of the same number. */
  readonly birth: { readonly with: 'individual' | number; readonly zygosity: Zygosity } | null;
}

export interface RelativesLine {
  /** In the order in which they were said. */
  readonly relatives: readonly SaidRelative[];
}

/**
 * Reads relatives as they are dictated: `3 brothers, 1 d. 4 mo, 2 SAB`; `2 sisters 34y 31y, 1 MZ twins, stillbirth 34wk, P 16wk`;
 * `parents 60 and d.58 MI`; `maternal aunt d. 45 breast cancer`. A comma ends an item. An item names relatives, or says more of those just named:
 * of the next of them, of so many, of `both`, of the `others`. Several ages, or `and`, go from one relative to the next. A bare age is in years, of a
 * pregnancy or a loss in weeks; four figures after `d.` or `b.` are a year. Names of the family's conditions say that the relative is affected, with
 * `carrier of`, `no`, `presymptomatic`, `possible` otherwise; other words are the cause of death, or else a note. Miscarriages and twins with no word
 * for whose they are belong to the siblings or children named before; else losses and pregnancies are the individual's, twins their siblings.
 */
export function parseRelativesLine(words: string, conditions: readonly Pick<Condition, 'id' | 'name'>[] = []): Result<RelativesLine, LineProblem> {
  const reader: LineReader = { tokens: lineTokens(words), next: 0, conditions };
  const groups: SaidGroup[] = [];
  while (reader.next < reader.tokens.length) {
    const token = reader.tokens[reader.next];
    if (token?.kind === 'separator' || token?.kind === 'and' || token?.plain === 'and') {
      reader.next += 1;
      continue;
    }
    const problem = readItem(reader, groups);
    if (problem !== null) return refusal(problem);
  }
  if (groups.length === 0) return refusal({ at: 0, length: words.length, message: whoSentence });
  return success({ relatives: groups.flatMap(relativesOf) });
}

/** Relatives who were named together, each with what is said of them so far. */
interface SaidGroup {
  readonly phrase: Phrase;
  /** Kind, side and gender of each. */
  readonly seats: readonly Seat[];
  readonly facts: SaidFacts[];
  /** How many have been told about one by one. */
  told: number;
  readonly firstBirth: number;
}

interface Seat {
  readonly kind: RelativeKind;
  readonly side: FamilySide | null;
  readonly gender: Gender;
}

interface Phrase {
  readonly noun: RelativeNoun;
  readonly kind: RelativeKind | 'parents' | 'grandparents';
  readonly side: FamilySide | null;
  readonly zygosity: Zygosity | null;
  readonly isTwin: boolean;
  readonly isOlder: boolean;
  readonly isSeveral: boolean;
  readonly token: LineToken;
}

const whoSentence = 'Say who is meant, such as “3 brothers”, “mother” or “maternal aunt”.';
const tooMany = 'This is more than a line should hold; say at most 50 relatives at a time.';
const mostRelatives = 50;

function readItem(reader: LineReader, groups: SaidGroup[]): LineProblem | null {
  const start = reader.next;
  const first = reader.tokens[start];
  if (first === undefined) return null;
  const isNumberedAge = first.kind === 'number' && (reader.tokens[start + 1]?.isAttached ?? false);
  const count = isNumberedAge || (first.kind !== 'number' && first.kind !== 'word') ? null : countOf(first.plain);
  if (count !== null) reader.next += 1;
  const phrase = readPhrase(reader, groups.at(-1), count === 'several');
  if (phrase === null) return readMore(reader, groups.at(-1), start, count);
  if ('message' in phrase) return phrase;
  return readGroup(reader, groups, phrase, count);
}

/** Adjectives and noun; null, with nothing read, where there is no noun. */
function readPhrase(reader: LineReader, before: SaidGroup | undefined, isSeveral: boolean): Phrase | LineProblem | null {
  let place = reader.next;
  let said: { side: FamilySide | null; zygosity: Zygosity | null; isTwin: boolean; isHalf: boolean; isOlder: boolean } = { side: null, zygosity: null, isTwin: false, isHalf: false, isOlder: false };
  for (let adjective = relativeAdjectives.get(reader.tokens[place]?.plain ?? ''); adjective !== undefined; adjective = relativeAdjectives.get(reader.tokens[place]?.plain ?? '')) {
    said = { ...said, ...adjective };
    place += 1;
  }
  const token = reader.tokens[place];
  const isBareTwin = said.isTwin && token?.kind !== 'word';
  const noun = isBareTwin ? bareTwin : relativeNouns.get(token?.plain ?? '');
  const named = isBareTwin ? reader.tokens[place - 1] : token;
  if (noun === undefined || named === undefined) return null;
  reader.next = isBareTwin ? place : place + 1;
  const kind = said.isHalf && noun.kind === 'sibling' ? 'half-sibling' : (noun.kind ?? kindFrom(noun, before));
  const side = said.side ?? noun.side;
  if (side === null && needSide.has(kind)) return problemAt(named, 'Say on which side: maternal or paternal.');
  const isTwin = said.isTwin || said.zygosity !== null;
  if (isTwin && kind !== 'sibling' && kind !== 'child') return problemAt(named, 'Only siblings and children can be named as twins here.');
  return { noun, kind, side, zygosity: said.zygosity, isTwin, isOlder: said.isOlder, isSeveral, token: named };
}

const bareTwin: RelativeNoun = { kind: 'sibling', side: null, gender: 'unknown', isPlural: false, life: null, together: 1 };
const needSide: ReadonlySet<string> = new Set(['half-sibling', 'parental-sibling', 'grandfather', 'grandmother']);

/** Whose miscarriage or twins: as the siblings or children named before. */
function kindFrom(noun: RelativeNoun, before: SaidGroup | undefined): RelativeKind {
  if (before?.phrase.kind === 'sibling' || before?.phrase.kind === 'child') return before.phrase.kind;
  return noun.life === null ? 'sibling' : 'child';
}

function readGroup(reader: LineReader, groups: SaidGroup[], phrase: Phrase, count: number | 'rest' | 'several' | null): LineProblem | null {
  const listed = readPeople(reader, phrase.noun.life, phrase.noun.isPlural || (typeof count === 'number' && count > 1));
  if ('message' in listed) return listed;
  const pairs = phrase.noun.together > 1 || (phrase.isTwin && phrase.noun.isPlural) ? Math.max(phrase.noun.together, 2) : 1;
  const given = seatsOf(phrase, typeof count === 'number' ? count : null, pairs, listed.people.length);
  if (given === null) return problemAt(phrase.token, 'Say how many, such as “2 sisters”, or an age for each.');
  const before = groups.reduce((sum, group) => sum + group.facts.length, 0);
  if (before + given.length > mostRelatives) return problemAt(phrase.token, tooMany);
  if (listed.people.length > given.length) return problemAt(listed.last ?? phrase.token, `More is said than of ${String(given.length)}; check the number, or put a comma before the next relative.`);
  const life: Life | null = phrase.isSeveral ? { kind: 'group', count: null } : phrase.noun.life;
  // Twins have one age; a death is of one of them.
  const isOfAll = listed.isOfAll || (pairs > 1 && listed.people.length === 1 && listed.people[0]?.detail.vitalStatus !== 'deceased');
  const facts = given.map((seat, index) => withSaid(unsaid(seat.gender, life, phrase.token.at), listed.people[isOfAll ? 0 : index]));
  groups.push({ phrase, seats: given, told: isOfAll ? given.length : listed.people.length, firstBirth: before, facts });
  return null;
}

const withSaid = (own: SaidFacts, said: SaidFacts | undefined): SaidFacts => (said === undefined ? own : { ...own, detail: { ...own.detail, ...said.detail }, states: [...own.states, ...said.states] });

/** Who is meant, one by one; null where the number is missing. */
function seatsOf(phrase: Phrase, count: number | null, together: number, listed: number): readonly Seat[] | null {
  const seat = (kind: RelativeKind, side: FamilySide | null, gender: Gender): Seat => ({ kind, side, gender });
  if (phrase.kind === 'parents') return [seat('father', null, 'man-boy'), seat('mother', null, 'woman-girl')];
  if (phrase.kind === 'grandparents') {
    const sides = phrase.side === null ? (['paternal', 'maternal'] as const) : [phrase.side];
    return sides.flatMap((side) => [seat('grandfather', side, 'man-boy'), seat('grandmother', side, 'woman-girl')]);
  }
  const number = phrase.isSeveral ? 1 : (count ?? (phrase.noun.isPlural && together === 1 ? listed : 1));
  if (number === 0) return null;
  const { kind, side } = phrase;
  return Array.from({ length: number * together }, () => seat(kind, side, phrase.noun.gender));
}

/** More about relatives who were named before. */
function readMore(reader: LineReader, group: SaidGroup | undefined, start: number, count: number | 'rest' | 'several' | null): LineProblem | null {
  const counted = reader.tokens[reader.next];
  // A number that counts nobody is an age, unless a word follows that is none of an age's.
  if (typeof count === 'number' && !startsFact(reader)) {
    if (counted?.kind === 'word' && !isUnit(counted) && counted.plain !== 'and') return problemAt(counted, `This is not understood here. ${whoSentence}`);
    reader.next = start;
  }
  const token = reader.tokens[reader.next];
  if (token === undefined || group === undefined || !startsFact(reader)) return problemAt(token ?? reader.tokens[start], `This is not understood here. ${whoSentence}`);
  const isCounted = reader.next > start;
  const left = group.facts.length - group.told;
  const listed = readPeople(reader, group.phrase.noun.life, isCounted ? false : left > 1);
  if ('message' in listed) return listed;
  const [facts] = listed.people;
  if (facts === undefined) return null;
  const isSame = !isCounted && left === 0 && group.facts.length === 1;
  const from = isSame ? 0 : group.told;
  const people = !isCounted ? listed.people : Array.from({ length: count === 'rest' ? left : typeof count === 'number' ? count : 1 }, () => facts);
  if (people.length === 0 || from + people.length > group.facts.length) return problemAt(token, 'More is said than relatives were named; say first who is meant.');
  people.forEach((said, index) => {
    const own = group.facts[from + index];
    if (own !== undefined) group.facts[from + index] = withSaid(own, said);
  });
  group.told = Math.max(group.told, from + people.length);
  return null;
}

interface PeopleSaid {
  readonly people: readonly SaidFacts[];
  readonly last: LineToken | undefined;
  /** One word for all of them: “3 brothers all alive”. */
  readonly isOfAll: boolean;
}

/** What is said up to the next comma or the next relatives, person by person. */
function readPeople(reader: LineReader, life: Life | null, isMany: boolean): PeopleSaid | LineProblem {
  const people: SaidFacts[] = [];
  let open = false;
  let isOfAll = false;
  let last: LineToken | undefined;
  for (let token = reader.tokens[reader.next]; token !== undefined && token.kind !== 'separator'; token = reader.tokens[reader.next]) {
    if (token.kind === 'and' || token.plain === 'and') {
      if (beginsRelatives(reader, reader.next + 1)) break;
      open = false;
      reader.next += 1;
      continue;
    }
    if ((token.plain === 'all' || token.plain === 'both') && people.length === 0) {
      isOfAll = true;
      reader.next += 1;
      continue;
    }
    if (people.length > 0 && beginsRelatives(reader, reader.next)) break;
    last = token;
    const current = open ? people.at(-1) : undefined;
    const read = readFact(reader, current ?? { detail: {}, states: [], at: token.at }, life, isMany);
    if ('message' in read) return read;
    if (current !== undefined && !read.isNextPerson) people[people.length - 1] = read.facts;
    else people.push(read.facts);
    open = true;
  }
  return { people, last, isOfAll };
}

/** Whether relatives are named here: a noun, with or without number and adjectives before it. */
function beginsRelatives(reader: LineReader, from: number): boolean {
  let place = from;
  if (countOf(reader.tokens[place]?.plain ?? '') !== null) place += 1;
  while (relativeAdjectives.has(reader.tokens[place]?.plain ?? '')) place += 1;
  const token = reader.tokens[place];
  return token?.kind === 'word' && relativeNouns.has(token.plain);
}

function relativesOf(group: SaidGroup): readonly SaidRelative[] {
  const { phrase } = group;
  const isOwnTwin = phrase.isTwin && !phrase.noun.isPlural && phrase.noun.together === 1;
  const together = phrase.noun.together > 1 ? phrase.noun.together : phrase.isTwin && phrase.noun.isPlural ? 2 : 1;
  const zygosity = phrase.zygosity ?? 'unknown';
  return group.seats.map((seat, index) => {
    const facts = group.facts[index] ?? unsaid(seat.gender, phrase.noun.life, phrase.token.at);
    const birth = isOwnTwin ? ({ with: 'individual', zygosity } as const) : together > 1 ? { with: group.firstBirth + Math.floor(index / together), zygosity } : null;
    return { ...facts, kind: seat.kind, side: seat.side, isOlder: phrase.isOlder, birth };
  });
}

const problemAt = (token: LineToken | undefined, message: string): LineProblem => ({ at: token?.at ?? 0, length: token?.length ?? 0, message });
