import { bareEvent, type EventKind, type OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import { momentInterval } from '#shared/casefile/moment-order.ts';
import { parseMoment, type MomentContext } from '#shared/casefile/moment-text.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import { isoDay } from '#shared/casefile/calendar-days.ts';
import { bareTest, type OrderedTestDetail, type TestKind } from '#shared/casefile/ordered-test.ts';
import { bareTask, type TaskDetail } from '#shared/casefile/task.ts';

/** What a line typed at talking speed says. */
export type OdysseyLine =
  | { readonly kind: 'event'; readonly detail: OdysseyEventDetail }
  | { readonly kind: 'test'; readonly detail: OrderedTestDetail }
  | { readonly kind: 'task'; readonly detail: TaskDetail };

export interface LineContext extends MomentContext {
  readonly birthDate: string | null;
}

/**
 * Reads one line: `visit 2019-03 Dr Kaur, no cause found`, `exome 2021 negative`, `treatment spring 2019 to 2021 valproate`, `todo call the laboratory
 * by 12.4.2026`. The first words say the kind; the longest piece that is a moment says when; "Dr …" says who, "at …" where; the rest is the title. What it
 * does not recognise stays in the title, so that no word is lost. Null for an empty line.
 */
export function parseOdysseyLine(text: string, context: LineContext): OdysseyLine | null {
  const plain = text.trim().replace(/\s+/gu, ' ');
  if (plain === '') return null;
  const task = startingWith(plain, taskWords);
  if (task !== null) return { kind: 'task', detail: readTask(task.rest, context) };
  const test = startingWith(plain, testWords);
  if (test !== null) return { kind: 'test', detail: readTest(test, context) };
  const event = startingWith(plain, eventWords);
  return { kind: 'event', detail: readEvent(event?.value ?? 'other', event?.rest ?? plain, context) };
}

interface Beginning<Value> {
  readonly value: Value;
  readonly word: string;
  readonly rest: string;
}

type Words<Value> = readonly (readonly [RegExp, Value])[];

const taskWords: Words<true> = [[/^(?:task|todo|to do|to-do|remember to|remind me to)\b:?/iu, true]];

const testWords: Words<TestKind> = [
  [/^(?:trio |clinical |whole[- ])?exome(?: sequencing)?\b|^wes\b/iu, 'exome'],
  [/^mito(?:chondrial)?[- ](?:genome|dna)\b|^mtdna\b/iu, 'mitochondrial-genome'],
  [/^(?:trio |clinical |whole[- ])?genome(?: sequencing)?\b|^wgs\b/iu, 'genome'],
  [/^(?:[\p{L}\d-]+ )?(?:gene )?panel\b/iu, 'panel'],
  [/^(?:snp |cgh |chromosomal |dna )?(?:micro)?array\b/iu, 'array'],
  [/^karyotype\b/iu, 'karyotype'],
  [/^(?:[\p{L}\d-]+ )?repeat (?:expansion|test)\b/iu, 'repeat-expansion'],
  [/^methylation\b/iu, 'methylation'],
  [/^rna(?:[- ]seq| study)?\b/iu, 'rna'],
  [/^(?:[A-Z\d-]{2,} )?single[- ]gene\b/iu, 'single-gene'],
  [/^(?:enzyme|metabolic|lactate|amino acids|organic acids|ck|creatine kinase|blood test|sweat test)\b/iu, 'biochemical'],
  [/^(?:brain |cardiac |spinal |muscle )?(?:mri|ct|pet|ultrasound|x-ray|echo(?:cardiogram)?)\b/iu, 'imaging'],
  [/^(?:eeg|emg|ecg|ekg|erg|electroretinogram|nerve conduction)\b/iu, 'electrophysiology'],
  [/^(?:muscle |skin |kidney |liver )?biopsy\b/iu, 'biopsy'],
];

const eventWords: Words<EventKind> = [
  [/^(?:misdiagnos(?:is|ed)(?: as| with)?|wrong diagnosis(?: of)?|thought to be)\b:?/iu, 'misdiagnosis'],
  [/^diagnos(?:is|ed)(?: of| as| with)?\b:?/iu, 'diagnosis'],
  [/^(?:first )?symptoms?\b:?|^onset(?: of)?\b:?/iu, 'symptom'],
  [/^(?:visit|visited|seen(?: by)?|clinic|appointment|admission|admitted)\b:?/iu, 'visit'],
  [/^results?\b:?/iu, 'result'],
  [/^tests?\b:?/iu, 'test'],
  [/^(?:treatment|treated with|therapy|medication|medicine|started|surgery|operation)\b:?/iu, 'treatment'],
  [/^(?:referral|referred)(?: to)?\b:?/iu, 'referral'],
  [/^(?:decision|decided(?: to)?)\b:?/iu, 'decision'],
  [/^(?:birth history|pregnancy|delivery|born)\b:?/iu, 'birth-history'],
];

function startingWith<Value>(text: string, words: Words<Value>): Beginning<Value> | null {
  for (const [pattern, value] of words) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { value, word: found.replace(/:$/u, '').trim(), rest: text.slice(found.length).trim() };
  }
  return null;
}

function readEvent(kind: EventKind, text: string, context: LineContext): OdysseyEventDetail {
  const isOngoing = /^(?:[^,]*\b)?since /iu.test(text);
  const time = takeTime(text, context);
  const who = takeWho(time.rest);
  const place = takePlace(who.rest);
  return { ...bareEvent, kind, when: time.when, until: time.until, isOngoing: isOngoing && time.until === null, clinician: who.who, place: place.place, title: tidyTitle(place.rest) };
}

function readTask(text: string, context: LineContext): TaskDetail {
  const time = takeTime(text, context);
  return { ...bareTask, title: tidyTitle(time.rest.replace(/\s+(?:by|before|until|on)$/iu, '')), dueOn: asPartialDate(time.when, context.birthDate) };
}

function readTest({ value, word, rest }: Beginning<TestKind>, context: LineContext): OrderedTestDetail {
  const time = takeTime(rest, context);
  const who = takeWho(time.rest);
  const place = takePlace(who.rest);
  const result = resultWords.find(([pattern]) => pattern.test(place.rest))?.[1] ?? null;
  const on = asPartialDate(time.when, context.birthDate);
  const status = result !== null ? 'reported' : /\b(?:planned|to be ordered)\b/iu.test(place.rest) ? 'planned' : /\bsample sent\b/iu.test(place.rest) ? 'sample-sent' : 'ordered';
  return { ...bareTest, kind: value, name: capitalised(word), status, result, [result === null ? 'orderedOn' : 'reportedOn']: status === 'planned' ? null : on, orderedBy: who.who, laboratory: place.place, summary: tidyTitle(place.rest) };
}

const resultWords: Words<NonNullable<OrderedTestDetail['result']>> = [
  [/\b(?:partly|partial|explains (?:some|part))/iu, 'partial'],
  [/\b(?:uncertain|vus|unclear|inconclusive)\b/iu, 'uncertain'],
  [/\b(?:negative|normal|no (?:cause|finding|variant)s?(?: found)?|unremarkable)\b/iu, 'negative'],
  [/\b(?:positive|diagnostic|(?:likely )?pathogenic|diagnosed|abnormal)\b/iu, 'diagnostic'],
  [/\b(?:secondary|incidental) finding/iu, 'secondary-finding'],
];

interface TakenTime {
  readonly when: Moment | null;
  readonly until: Moment | null;
  readonly rest: string;
}

const longestWithoutFigure = 3;
/** No moment is said in more words than "at the age of 3 y 2 mo". */
const longestMoment = 8;

/**
 * Takes the longest run of words that is a moment out of the text; the first of several. A range gives both ends. A place in the calendar goes before an
 * age, since "thick neck fold at 12 weeks, December 2023" tells the weeks of a pregnancy.
 */
function takeTime(text: string, context: MomentContext): TakenTime {
  const spaced = text.replace(/(\d{4})\s*[–-]\s*(\d{4})(?!\d)/gu, '$1 to $2');
  const words = spaced === '' ? [] : spaced.split(' ');
  const when = longestRun(words, context);
  if (when === null) return { when: null, until: null, rest: text };
  const range = /^(?:to|until|till|-|–)$/iu.test(words[when.end] ?? '') ? longestAt(words, when.end + 1, context) : null;
  const end = range === null ? when.end : when.end + 1 + range.length;
  const rest = [...words.slice(0, when.start), ...words.slice(end)].join(' ').replace(/(?:^|\s)(?:in|on|since|from)(?=$|\s[,;])/iu, '');
  return { when: when.moment, until: range?.moment ?? null, rest };
}

interface FoundMoment {
  readonly moment: Moment;
  readonly start: number;
  readonly end: number;
}

function longestRun(words: readonly string[], context: MomentContext): FoundMoment | null {
  let age: FoundMoment | null = null;
  for (let length = Math.min(longestMoment, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const moment = momentAt(words, start, length, context);
      if (moment === null) continue;
      const found = { moment, start, end: start + length };
      if (moment.kind !== 'age') return found;
      age ??= found;
    }
  }
  return age;
}

function longestAt(words: readonly string[], start: number, context: MomentContext): { readonly moment: Moment; readonly length: number } | null {
  for (let length = Math.min(longestMoment, words.length - start); length > 0; length -= 1) {
    const moment = momentAt(words, start, length, context);
    if (moment !== null) return { moment, length };
  }
  return null;
}

function momentAt(words: readonly string[], start: number, length: number, context: MomentContext): Moment | null {
  const piece = words.slice(start, start + length);
  // Without a figure only a few short ones are: "now", "at birth". Most of a line is words, and it is read at every key press.
  if (length > longestWithoutFigure && !piece.some((word) => /\p{N}/u.test(word))) return null;
  // Not a piece that begins a clause of its own: "2019, age 3 siblings well" has two.
  if (piece.slice(0, -1).some((word) => word.endsWith(',') && !/^[\p{L}\d]+ ?\d{1,2},$|^\d{1,2},$/u.test(word))) return null;
  const read = parseMoment(piece.join(' '), context);
  return read.ok ? read.value.moment : null;
}

/** "Dr Kaur", "Prof. Ada Lund": a title and the capitalised words after it. */
function takeWho(text: string): { readonly who: string; readonly rest: string } {
  const found = /(?:\b(?:by|with|to)\s+)?\b((?:Prof(?:essor)?|Dr|Mr|Ms|Mrs|Miss|Mx|Sister)\.?(?: (?:Dr\.?|\p{Lu}\.|\p{Lu}[\p{L}'’-]+))+)/u.exec(text);
  return found?.[1] === undefined ? { who: '', rest: text } : { who: found[1], rest: without(text, found) };
}

/** "at the eye clinic": up to the next comma. */
function takePlace(text: string): { readonly place: string; readonly rest: string } {
  const found = /(?:^|\s)at (?!\d)((?:the )?[^,;]+)/u.exec(text);
  const place = found?.[1]?.replace(/^the /u, '').trim() ?? '';
  return found === null || place === '' ? { place: '', rest: text } : { place: capitalised(place), rest: without(text, found) };
}

const without = (text: string, found: RegExpExecArray): string => `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
const tidyTitle = (text: string): string => capitalised(text.replace(/\s+/gu, ' ').replace(/(?: ?[,;:] ?)+/gu, (mark) => `${mark.trim().slice(0, 1)} `).replace(/^[\s,;:–-]+|[\s,;:–-]+$/gu, ''));
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A moment as a date of a test or a task, which know no seasons: as exactly as it stands. Null where it spans two years. */
function asPartialDate(moment: Moment | null, birthDate: string | null): string | null {
  if (moment === null) return null;
  if (moment.kind === 'date') return moment.date;
  const interval = momentInterval(moment, birthDate);
  if (interval === null) return null;
  const [from, to] = [isoDay(interval.from), isoDay(interval.to)];
  return [10, 7, 4].map((length) => from.slice(0, length)).find((shared) => to.startsWith(shared)) ?? null;
}
