import type { TokenRange } from '#shared/phenotype/text/find-names.ts';
import type { TextLanguage } from '#shared/phenotype/text/text-language.ts';
import type { Token } from '#shared/phenotype/text/text-words.ts';

/** What a heading says of the sentences below it: about the patient, about the family, or not about what is so (plans, questions). */
export type Section = 'patient' | 'family' | 'not-stated';

export interface Sentence extends TokenRange {
  readonly section: Section;
  readonly isQuestion: boolean;
}

/** Sentences, lines of a list and headings of a letter, each under the section it stands in. */
export function readSentences(tokens: readonly Token[], headings: TextLanguage['headings'] = null): readonly Sentence[] {
  const sections = headings === null ? sectionOf : sectionsOf(headings);
  const sentences: Sentence[] = [];
  let section: Section = 'patient';
  let isInline = false;
  for (let from = 0; from < tokens.length; ) {
    const start = tokens[from];
    if (isInline && section === 'family' && start !== undefined && (start.gap === 'paragraph' || start.gap === 'line')) section = 'patient';
    const heading = readHeading(tokens, from, sections);
    if (heading !== null) {
      section = heading.section;
      isInline = heading.isInline;
      from = heading.to;
      continue;
    }
    const to = endOfSentence(tokens, from);
    sentences.push({ from, to, section, isQuestion: tokens[to - 1]?.raw === '?' && asking.has(start?.word ?? '') });
    from = to;
  }
  return sentences;
}

const asking: ReadonlySet<string> = new Set(['could', 'can', 'is', 'does', 'do', 'would', 'should', 'has', 'are', 'did', 'might', 'may', 'what', 'why']);

const patientHeadings = 'past medical history|past history|medical history|previous medical history|pmh|pmhx|history|hpc|history of presenting complaint|presenting complaint|background|birth history|perinatal history|pregnancy|neonatal|development|developmental history|social history|systems review|examination|on examination|physical examination|o/e|findings|clinical findings|clinical details|clinical information|indication|phenotype|features|problems|problem list|diagnosis|diagnoses|investigations|results|imaging|impression|summary|conclusion|assessment|opinion';
const familyHeadings = 'family history|family hx|fam hx|famhx|fam history|fh|fhx|f/h|fh/x|pedigree|family|family tree|family psychiatric history|family medical history|relatives';
const otherHeadings = 'plan|plans|recommendation|recommendations|recommended|management|management plan|actions?|action points|follow-up|follow up|next steps|to do|differential|differential diagnosis|ddx|allergies|allergy|medication|medications|drugs|current medication|question|questions|clinical question|requested tests?|tests? requested|advice|counselling|counseling|surveillance|screening|referrals?|references';
type SectionHeadings = readonly (readonly [RegExp, Section])[];
const sectionsOf = ({ patient, family, other }: NonNullable<TextLanguage['headings']>): SectionHeadings => [
  [new RegExp(`^(?:${patient})$`), 'patient'],
  [new RegExp(`^(?:${family})$`), 'family'],
  [new RegExp(`^(?:${other})$`), 'not-stated'],
];
const sectionOf = sectionsOf({ patient: patientHeadings, family: familyHeadings, other: otherHeadings });
const mostHeadingWords = 6;

interface Heading {
  readonly section: Section;
  readonly to: number;
  /** Text follows on the same line, so that the section ends with the line. */
  readonly isInline: boolean;
}

/** Known words with a colon, or alone on their line. */
function readHeading(tokens: readonly Token[], from: number, sections: SectionHeadings): Heading | null {
  let text = '';
  for (let at = from; at < Math.min(tokens.length, from + mostHeadingWords); at++) {
    const token = tokens[at];
    if (token === undefined) return null;
    const isColon = token.word === ':';
    const isNewLine = at > from && (token.gap === 'line' || token.gap === 'paragraph');
    if (isColon || isNewLine) {
      const section = sections.find(([pattern]) => pattern.test(text))?.[1];
      if (section === undefined) return null;
      const to = isColon ? at + 1 : at;
      const next = tokens[to];
      return { section, to, isInline: next !== undefined && next.gap !== 'line' && next.gap !== 'paragraph' };
    }
    text += (at > from && token.gap !== 'none' ? ' ' : '') + token.raw.toLowerCase();
  }
  return null;
}

/** Words before a full stop that ends no sentence. */
const shortened: ReadonlySet<string> = new Set(['dr', 'v', 'a', 'z', 'u', 'mr', 'mrs', 'ms', 'prof', 'vs', 'approx', 'ca', 'eg', 'ie', 'bilat', 'mat', 'pat', 'fam', 'resp', 'st', 'no', 'neg', 'g', 'e', 'i', 'd', 'b', 'dev', 'hx', 'cf', 'incl', 'wt', 'ht', 'max', 'min', 'fig']);
/** A sentence of more tokens is cut, so that a text without full stops takes no longer than another. */
const longestSentence = 300;
/** A line that ends before this many characters was ended on purpose. */
const wrapsAt = 60;

function endOfSentence(tokens: readonly Token[], from: number): number {
  let lineStart = tokens[from]?.start ?? 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined || next === undefined) break;
    if (next.gap === 'paragraph') return at + 1;
    if (next.gap === 'line') {
      if (isNewLineOnPurpose(token, next, token.end - lineStart) || startsItem(tokens, at + 1)) return at + 1;
      lineStart = next.start;
    }
    if (endsHere(tokens, at, from) || at - from >= longestSentence) return at + 1;
  }
  return tokens.length;
}

function isNewLineOnPurpose(token: Token, next: Token, length: number): boolean {
  return length < wrapsAt || /^[.:!?]$/.test(token.raw) || /^(?:[-–•*·]|\d)/.test(next.raw);
}

/** `Nose: beaked`, `EYES  ptosis`: the line of a form. */
function startsItem(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.raw === ':' || /^\p{Lu}{3,}$/u.test(tokens[at]?.raw ?? '');
}

function endsHere(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (token === undefined || next === undefined) return true;
  if (/^[。！]$/.test(token.raw)) return true;
  if (token.raw === '!') return next.gap !== 'none';
  // `?PTEN` asks about what follows; `carcinoma?` ends.
  if (token.raw === '?') return at > from && token.gap === 'none' && (next.gap !== 'none' || next.raw === '.');
  if (token.raw !== '.' || next.gap === 'none' || before === undefined) return false;
  // `no.` is a number only before one.
  if (before.word === 'no') return !/^\d/.test(next.raw);
  const isListNumber = at - 1 === from && /^\d{1,2}$/.test(before.raw);
  return !shortened.has(before.word) && !isListNumber;
}
