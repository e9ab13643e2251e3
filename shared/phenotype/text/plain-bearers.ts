import { anyRelative, patient, type BearerReader } from '#shared/phenotype/text/bearers.ts';
import type { NameHit } from '#shared/phenotype/text/find-names.ts';
import type { Sentence } from '#shared/phenotype/text/sentences.ts';
import type { RelativeWords } from '#shared/phenotype/text/text-language.ts';
import type { Token } from '#shared/phenotype/text/text-words.ts';

/** These have a mother's and a father's side. */
const sided: ReadonlySet<string> = new Set(['grandmother', 'grandfather', 'grandparent', 'aunt', 'uncle', 'cousin']);
/** A side stands no further than this from its relative. */
const sideWithin = 3;

/**
 * Whose the findings of a sentence are, in languages read more simply than English: a relative who is the subject holds what follows, up
 * to the next relative, a word for the patient or the end of the sentence.
 */
export function createPlainBearerReader(tokens: readonly Token[], words: RelativeWords): BearerReader {
  return {
    read: (sentence, hits) => {
      const events = readEvents(tokens, sentence, words);
      const standard = sentence.section === 'family' ? anyRelative : patient;
      return hits.map((hit) => holderNamedAfter(tokens, sentence, hit, words) ?? events.findLast((event) => event.at <= hit.first)?.person ?? standard);
    },
  };
}

interface Event {
  readonly at: number;
  readonly person: string;
}

function readEvents(tokens: readonly Token[], sentence: Sentence, words: RelativeWords): Event[] {
  const events: Event[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const unparted = words.phrases === undefined ? undefined : personGoingOn(tokens, sentence, at, words.phrases);
    if (unparted !== undefined) {
      events.push({ at, person: unparted.person });
      at += unparted.letters - 1;
      continue;
    }
    const relative = relativeAt(tokens, sentence, at, words);
    if (relative !== null) {
      if (isSubject(tokens, sentence, at, words)) events.push({ at, person: relative });
    } else if (words.patient.has(tokens[at]?.word ?? '')) events.push({ at, person: patient });
  }
  return events;
}

function relativeAt(tokens: readonly Token[], sentence: Sentence, at: number, words: RelativeWords): string | null {
  const word = tokens[at]?.word ?? '';
  const isJoined = tokens[at - 1]?.isHyphen === true && at - 2 >= sentence.from;
  const whole = isJoined ? `${tokens[at - 2]?.word ?? ''}-${word}` : word;
  const person = Object.hasOwn(words.people, whole) ? words.people[whole] : Object.hasOwn(words.people, word) ? words.people[word] : undefined;
  if (person === undefined) return null;
  if (!sided.has(person)) return person;
  for (let near = Math.max(sentence.from, at - sideWithin); near < Math.min(sentence.to, at + sideWithin); near++) {
    if (words.maternal.has(tokens[near]?.word ?? '')) return `maternal ${person}`;
    if (words.paternal.has(tokens[near]?.word ?? '')) return `paternal ${person}`;
  }
  return person;
}

function isSubject(tokens: readonly Token[], sentence: Sentence, at: number, words: RelativeWords): boolean {
  if (words.telling.has(tokens[at + 1]?.word ?? '')) return false;
  let before = at - 1;
  while (before >= sentence.from && (words.describing.has(tokens[before]?.word ?? '') || tokens[before]?.isHyphen === true)) before--;
  return before < sentence.from || !words.beside.has(tokens[before]?.word ?? '');
}

/** No phrase that names a person is longer. */
const mostPersonLetters = 10;

function personGoingOn(tokens: readonly Token[], { to }: Sentence, at: number, phrases: NonNullable<RelativeWords['phrases']>): { readonly person: string; readonly letters: number } | undefined {
  const rest = tokens.slice(at, Math.min(to, at + mostPersonLetters)).map(({ word }) => word).join('');
  for (const [goesOn, person] of phrases) {
    const found = goesOn.exec(rest);
    if (found !== null) return { person, letters: found[0].length };
  }
  return undefined;
}

/** `epilepsia en su madre`: the finding just before. */
function holderNamedAfter(tokens: readonly Token[], sentence: Sentence, hit: NameHit, words: RelativeWords): string | null {
  let at = hit.last + 1;
  if (at >= sentence.to || !words.holding.has(tokens[at]?.word ?? '')) return null;
  at++;
  while (at < sentence.to && words.describing.has(tokens[at]?.word ?? '')) at++;
  return at < sentence.to ? relativeAt(tokens, sentence, at, words) : null;
}
