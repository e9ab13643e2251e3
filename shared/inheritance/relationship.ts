import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';

/**
 * One way in which two people are related by blood: so many steps up from each to an ancestor they share, or to a couple they share.
 * `stepsFromFirst` 0: the first is the ancestor.
 */
export interface BloodLine {
  readonly stepsFromFirst: number;
  readonly stepsFromSecond: number;
  /** Through one ancestor (half) or through both partners of a couple. */
  readonly isHalf: boolean;
}

/**
 * Every way in which two people are related, closest first. Lines through a nearer shared ancestor are not told again through that ancestor's own
 * ancestors; the same degree through two different couples is told twice (double first cousins).
 */
export function bloodLines(family: GeneticFamily, firstId: string, secondId: string): readonly BloodLine[] {
  const first = family.indexOf.get(firstId);
  const second = family.indexOf.get(secondId);
  if (first === undefined || second === undefined) return [];
  const paths = meetings(family, first, second);
  const lines: BloodLine[] = [];
  const told = new Set<Meeting>();
  for (const path of paths) {
    if (told.has(path)) continue;
    const partner = paths.find((other) => other !== path && !told.has(other) && isSameCouple(family, path, other));
    told.add(path);
    if (partner !== undefined) told.add(partner);
    const isDirect = path.up.length === 0 || path.down.length === 0;
    lines.push({ stepsFromFirst: path.up.length, stepsFromSecond: path.down.length, isHalf: !isDirect && partner === undefined });
  }
  return lines.sort((one, other) => one.stepsFromFirst + one.stepsFromSecond - other.stepsFromFirst - other.stepsFromSecond);
}

/**
 * What the second person is to the first, in words: `first cousins once removed`, `half-siblings`, `great-grandparent`. Two ways are both told; empty
 * where no blood relation is drawn.
 */
export function relationshipWords(family: GeneticFamily, firstId: string, secondId: string): string {
  if (firstId === secondId) return 'self';
  const [first, second] = [family.indexOf.get(firstId) ?? -1, family.indexOf.get(secondId) ?? -1];
  if (family.identical.some((group) => group.includes(first) && group.includes(second))) return 'monozygotic twins';
  return countedWords(bloodLines(family, firstId, secondId).map((line) => lineWords(line, family.members[second]?.sex)));
}

/** How two people are related, said of both at once: `first cousins`, `uncle and niece`, `half-siblings`; empty where no blood relation is drawn. */
export function coupleWords(family: GeneticFamily, firstId: string, secondId: string): string {
  const sexOf = (id: string): Sex => family.members[family.indexOf.get(id) ?? -1]?.sex;
  return countedWords(bloodLines(family, firstId, secondId).map((line) => {
    const isFirstElder = line.stepsFromFirst < line.stepsFromSecond;
    const { stepsFromFirst, stepsFromSecond, isHalf } = line;
    if (Math.min(stepsFromFirst, stepsFromSecond) > 1 || stepsFromFirst === stepsFromSecond) return lineWords(line, 'unknown');
    const [elder, younger] = isFirstElder ? [sexOf(firstId), sexOf(secondId)] : [sexOf(secondId), sexOf(firstId)];
    const [few, many] = isFirstElder ? [stepsFromFirst, stepsFromSecond] : [stepsFromSecond, stepsFromFirst];
    return `${lineWords({ stepsFromFirst: many, stepsFromSecond: few, isHalf }, elder)} and ${lineWords({ stepsFromFirst: few, stepsFromSecond: many, isHalf }, younger)}`;
  }));
}

type Sex = 'female' | 'male' | 'unknown' | undefined;

function countedWords(lines: readonly string[]): string {
  const counted = new Map<string, number>();
  for (const words of lines) counted.set(words, (counted.get(words) ?? 0) + 1);
  return [...counted].map(([words, count]) => (count === 1 ? words : `${multiples[count] ?? `${String(count)}-fold`} ${words}`)).join(', also ');
}

const multiples: Readonly<Record<number, string>> = { 2: 'double', 3: 'triple', 4: 'quadruple' };

/** A shared ancestor with the way up from the first and down to the second, the people on it below the ancestor, nearest the ancestor last. */
interface Meeting {
  readonly ancestor: number;
  readonly up: readonly number[];
  readonly down: readonly number[];
}

/** More ways than this are not told one by one: in a large inbred family there may be thousands. */
const mostMeetings = 64;
const mostPaths = 4_096;

function meetings(family: GeneticFamily, first: number, second: number): readonly Meeting[] {
  const fromFirst = waysUp(family, first);
  const fromSecond = waysUp(family, second);
  const found: Meeting[] = [];
  for (const [ancestor, ups] of fromFirst) {
    for (const up of ups) for (const down of fromSecond.get(ancestor) ?? []) if (found.length < mostMeetings && !up.some((person) => down.includes(person))) found.push({ ancestor, up, down });
  }
  return found.sort((one, other) => one.up.length + one.down.length - other.up.length - other.down.length);
}

/** All ways from a person up to each ancestor, themselves included (an empty way). */
function waysUp(family: GeneticFamily, from: number): ReadonlyMap<number, readonly (readonly number[])[]> {
  const ways = new Map<number, (readonly number[])[]>();
  const waiting: { readonly person: number; readonly way: readonly number[] }[] = [{ person: from, way: [] }];
  for (let next = 0; next < waiting.length && next < mostPaths; next += 1) {
    const step = waiting[next];
    if (step === undefined) continue;
    ways.set(step.person, [...(ways.get(step.person) ?? []), step.way]);
    const member = family.members[step.person];
    for (const parent of [member?.eggParent, member?.spermParent]) if (parent !== null && parent !== undefined) waiting.push({ person: parent, way: [...step.way, step.person] });
  }
  return ways;
}

/** Whether two ways differ only in which of two parents of the same children they meet in. */
function isSameCouple(family: GeneticFamily, one: Meeting, other: Meeting): boolean {
  if (one.up.length === 0 || one.down.length === 0 || one.ancestor === other.ancestor) return false;
  return isSameWay(one.up, other.up) && isSameWay(one.down, other.down);
}

const isSameWay = (one: readonly number[], other: readonly number[]): boolean => one.length === other.length && one.every((person, index) => person === other[index]);

function lineWords({ stepsFromFirst, stepsFromSecond, isHalf }: BloodLine, sex: Sex): string {
  const half = isHalf ? 'half-' : '';
  const bySex = (female: string, male: string, either: string): string => (sex === 'female' ? female : sex === 'male' ? male : either);
  if (stepsFromFirst === 0) return `${great(stepsFromSecond)}${bySex('daughter', 'son', 'child')}`;
  if (stepsFromSecond === 0) return `${great(stepsFromFirst)}${bySex('mother', 'father', 'parent')}`;
  const closer = Math.min(stepsFromFirst, stepsFromSecond);
  const removed = Math.abs(stepsFromFirst - stepsFromSecond);
  if (closer > 1) return `${half}${ordinal(closer - 1)} cousins${removed === 0 ? '' : ` ${times(removed)} removed`}`;
  if (removed === 0) return `${half}${bySex('sister', 'brother', 'siblings')}`;
  // One step from a parent of theirs: uncle and aunt, niece and nephew, great- from the second on.
  const greats = 'great-'.repeat(removed - 1);
  return stepsFromFirst > stepsFromSecond ? `${half}${greats}${bySex('aunt', 'uncle', 'aunt or uncle')}` : `${half}${greats}${bySex('niece', 'nephew', 'niece or nephew')}`;
}

/** 1: nothing, 2: grand, 3: great-grand, and so on. */
const great = (steps: number): string => (steps < 2 ? '' : `${'great-'.repeat(steps - 2)}grand`);

const ordinals = ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ordinal = (number: number): string => ordinals[number] ?? `${String(number)}th`;
const times = (number: number): string => ({ 1: 'once', 2: 'twice', 3: 'three times' })[number] ?? `${String(number)} times`;
