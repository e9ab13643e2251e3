import type { LineReader, LineToken } from '#shared/pedigree/edits/relatives-line/line-tokens.ts';
import { aliveWords, birthWords, deathWords, fillers, genderWords, onsetWords, relativeNouns, stateWords } from '#shared/pedigree/edits/relatives-line/line-words.ts';
import type { ConditionState } from '#shared/pedigree/family.ts';
import type { Gender, Gestation, IndividualDetail, Life } from '#shared/pedigree/individual.ts';
import { parseAgeText } from '#shared/phenotype/age-text.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** Why a line of relatives was not understood, and where in it. The sentence repeats no word of the line. */
export interface LineProblem {
  /** Counted from 0. */
  readonly at: number;
  readonly length: number;
  readonly message: string;
}

export interface SaidState {
  readonly conditionId: string;
  readonly state: ConditionState;
  readonly onset: TimeElement | null;
}

/** What a line says of one relative. */
export interface SaidFacts {
  readonly detail: Partial<IndividualDetail>;
  readonly states: readonly SaidState[];
  /** Where in the line it begins. */
  readonly at: number;
}

/** Of whom only the noun is known. */
export const unsaid = (gender: Gender, life: Life | null, at: number): SaidFacts => ({ detail: { ...(gender === 'unknown' ? {} : { gender }), ...(life === null ? {} : { life }) }, states: [], at });

interface FactRead {
  readonly facts: SaidFacts;
  /** The fact cannot be of the same person: a second age, a second death. */
  readonly isNextPerson: boolean;
}

/** Whether a fact begins here that needs no relative before it. */
export function startsFact(reader: LineReader): boolean {
  const token = reader.tokens[reader.next];
  if (token === undefined) return false;
  if (token.kind === 'number' || token.kind === 'weeks-and-days' || token.kind === 'karyotype') return true;
  const { plain } = token;
  const isKeyword = deathWords.has(plain) || aliveWords.has(plain) || birthWords.has(plain) || genderWords.has(plain) || stateWords.has(plain as never) || plain === 'adopted' || (fillers.has(plain) && reader.tokens[reader.next + 1] !== undefined);
  return isKeyword || conditionAt(reader, reader.next) !== null;
}

/** Reads one fact and adds it to what is known of the person; a fact that the person has already begins the next one where there are many. */
export function readFact(reader: LineReader, known: SaidFacts, life: Life | null, isMany: boolean): FactRead | LineProblem {
  const token = reader.tokens[reader.next];
  if (token === undefined) return { facts: known, isNextPerson: false };
  const { plain } = token;
  const afresh: SaidFacts = { detail: {}, states: [], at: token.at };
  if (fillers.has(plain)) {
    reader.next += 1;
    return { facts: known, isNextPerson: false };
  }
  const condition = conditionAt(reader, reader.next);
  if (condition !== null || stateWords.has(plain as never)) return readState(reader, known);
  if (deathWords.has(plain)) {
    const isNext = isMany && known.detail.vitalStatus !== undefined ? true : isMany && known.detail.ageAtLastEncounter !== undefined;
    return readDeath(reader, isNext ? afresh : known, isNext);
  }
  if (birthWords.has(plain)) return readBirth(reader, known);
  if (token.kind === 'number' || token.kind === 'weeks-and-days') {
    const isNext = isMany && (known.detail.ageAtLastEncounter !== undefined || known.detail.vitalStatus === 'deceased' || hasGestation(known.detail.life));
    return readAge(reader, isNext ? afresh : known, life, isNext);
  }
  return { facts: withWord(reader, known, token, life), isNextPerson: false };
}

const said = (facts: SaidFacts, detail: Partial<IndividualDetail>): SaidFacts => ({ ...facts, detail: { ...facts.detail, ...detail } });
const hasGestation = (life: Life | undefined): boolean => life !== undefined && 'gestation' in life && life.gestation !== null;

/** Alive, adopted, a gender, a karyotype; or words that are none of these. */
function withWord(reader: LineReader, known: SaidFacts, token: LineToken, life: Life | null): SaidFacts {
  reader.next += 1;
  if (aliveWords.has(token.plain)) return said(known, { vitalStatus: 'alive' });
  if (token.plain === 'adopted') return said(known, { isAdopted: true });
  if (token.kind === 'karyotype') return said(known, { karyotype: token.text, ...(life?.kind === 'pregnancy' ? { life: { ...pregnancyOf(known, life), sexKnownBy: token.text } } : {}) });
  const gender = genderWords.get(token.plain);
  if (gender !== undefined) return said(known, { gender });
  reader.next -= 1;
  return withRemark(known, readRemark(reader), life);
}

/** The cause of death of the dead, how the sex of a fetus is known, else a note. */
function withRemark(known: SaidFacts, remark: string, life: Life | null): SaidFacts {
  if (life?.kind === 'pregnancy' && /^by /i.test(remark)) {
    const sex = known.detail.gender === 'man-boy' ? 'male ' : known.detail.gender === 'woman-girl' ? 'female ' : '';
    return said(known, { life: { ...pregnancyOf(known, life), sexKnownBy: `${sex}${remark}` } });
  }
  const isDead = known.detail.vitalStatus === 'deceased' && (known.detail.causeOfDeath ?? '') === '';
  return isDead ? said(known, { causeOfDeath: remark }) : said(known, { note: [known.detail.note, remark].filter(Boolean).join(', ') });
}

const pregnancyOf = (known: SaidFacts, life: Extract<Life, { kind: 'pregnancy' }>): Extract<Life, { kind: 'pregnancy' }> => (known.detail.life?.kind === 'pregnancy' ? known.detail.life : life);

const longestRemark = 200;

/** Words up to a comma, a keyword or the next person; figures inside stay with them. */
function readRemark(reader: LineReader): string {
  const words: LineToken[] = [];
  for (let token = reader.tokens[reader.next]; token !== undefined && token.kind !== 'separator'; token = reader.tokens[reader.next]) {
    const after = reader.tokens[reader.next + 1];
    const endsHere = deathWords.has(token.plain) || aliveWords.has(token.plain) || token.plain === 'adopted' || conditionAt(reader, reader.next) !== null || (onsetWords.has(token.plain) && after?.kind === 'number');
    const isNextPerson = (token.kind === 'and' || token.plain === 'and') && (after === undefined || after.kind === 'number' || deathWords.has(after.plain) || relativeNouns.has(after.plain));
    const isAge = token.kind === 'number' && after?.kind === 'word' && isUnit(after);
    if (words.length > 0 && (endsHere || isNextPerson || isAge)) break;
    words.push(token);
    reader.next += 1;
  }
  return words.map(({ text, isAttached }, index) => (index > 0 && !isAttached ? ` ${text}` : text)).join('').slice(0, longestRemark);
}

/** A condition of the family, with the word for the state before or after it and the age at onset. */
function readState(reader: LineReader, known: SaidFacts): FactRead | LineProblem {
  const first = reader.tokens[reader.next];
  const before = stateWords.get((first?.plain ?? '') as never) as ConditionState | undefined;
  if (before !== undefined) reader.next += 1;
  while (before !== undefined && ['of', 'for', 'with', 'by'].includes(reader.tokens[reader.next]?.plain ?? '')) reader.next += 1;
  const named = conditionAt(reader, reader.next);
  if (named !== null) reader.next += named.tokens;
  const only = reader.conditions.length === 1 ? reader.conditions[0] : undefined;
  const condition = named?.condition ?? only;
  if (condition === undefined) return { at: first?.at ?? 0, length: first?.length ?? 0, message: 'Say which condition, by its name in the legend.' };
  const after = before === undefined ? (stateWords.get((reader.tokens[reader.next]?.plain ?? '') as never) as ConditionState | undefined) : undefined;
  if (after !== undefined) reader.next += 1;
  const state = before ?? after ?? 'affected';
  const onset = readOnset(reader);
  const isCause = state === 'affected' && known.detail.vitalStatus === 'deceased' && (known.detail.causeOfDeath ?? '') === '';
  const facts = isCause ? said(known, { causeOfDeath: condition.name }) : known;
  return { facts: { ...facts, states: [...facts.states.filter((row) => row.conditionId !== condition.id), { conditionId: condition.id, state, onset }] }, isNextPerson: false };
}

function readOnset(reader: LineReader): TimeElement | null {
  const [word, number] = [reader.tokens[reader.next], reader.tokens[reader.next + 1]];
  if (word === undefined || !onsetWords.has(word.plain) || number?.kind !== 'number') return null;
  reader.next += 1;
  const age = readDuration(reader, true);
  return 'message' in age ? null : { kind: 'age', duration: age.duration };
}

/** The condition whose whole name stands here, the longest where several do. */
function conditionAt(reader: LineReader, from: number): { readonly condition: LineReader['conditions'][number]; readonly tokens: number } | null {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  let best: { readonly condition: LineReader['conditions'][number]; readonly tokens: number } | null = null;
  for (const condition of reader.conditions) {
    const name = letters(condition.name);
    let heard = '';
    for (let place = from; place < reader.tokens.length && heard.length < name.length; place += 1) {
      heard = letters(`${heard} ${reader.tokens[place]?.text ?? ''}`);
      if (heard === name && place + 1 - from > (best?.tokens ?? 0)) best = { condition, tokens: place + 1 - from };
    }
  }
  return best;
}

function readDeath(reader: LineReader, known: SaidFacts, isNextPerson: boolean): FactRead | LineProblem {
  reader.next += 1;
  const dead = said(known, { vitalStatus: 'deceased' });
  skipFillersBeforeNumber(reader);
  const token = reader.tokens[reader.next];
  if (token?.kind !== 'number') return { facts: dead, isNextPerson };
  if (isYear(token)) {
    reader.next += 1;
    return { facts: said(dead, { deathDate: token.text }), isNextPerson };
  }
  const age = readDuration(reader, true);
  return 'message' in age ? age : { facts: said(dead, { ageAtDeath: age.duration }), isNextPerson };
}

function readBirth(reader: LineReader, known: SaidFacts): FactRead | LineProblem {
  const word = reader.tokens[reader.next];
  reader.next += 1;
  skipFillersBeforeNumber(reader);
  const token = reader.tokens[reader.next];
  if (token === undefined || !isYear(token)) return { at: word?.at ?? 0, length: word?.length ?? 0, message: 'After “b.” comes the year of birth in four figures.' };
  reader.next += 1;
  return { facts: said(known, { birthDate: token.text }), isNextPerson: false };
}

function readAge(reader: LineReader, known: SaidFacts, life: Life | null, isNextPerson: boolean): FactRead | LineProblem {
  if (life !== null && 'gestation' in life) {
    const weeks = readGestation(reader);
    if ('message' in weeks) return weeks;
    const own = known.detail.life !== undefined && 'gestation' in known.detail.life ? known.detail.life : life;
    return { facts: said(known, { life: { ...own, gestation: weeks } }), isNextPerson };
  }
  const age = readDuration(reader, false);
  return 'message' in age ? age : { facts: said(known, { ageAtLastEncounter: age.duration }), isNextPerson };
}

function readGestation(reader: LineReader): Gestation | LineProblem {
  const token = reader.tokens[reader.next];
  reader.next += 1;
  const [weeks, days] = (token?.text ?? '').split('+').map((part) => Number(part));
  if (/^(w|wk|wks|week|weeks)$/.test(reader.tokens[reader.next]?.plain ?? '')) reader.next += 1;
  const isKnown = weeks !== undefined && Number.isInteger(weeks) && weeks <= 45 && (days ?? 0) <= 6;
  return isKnown ? { weeks, days: days ?? 0 } : { at: token?.at ?? 0, length: token?.length ?? 0, message: 'A gestation is at most 45 weeks, such as “34 wk” or “34+2”.' };
}

/** `4 mo`, `34y`, `4 y 2 mo`; a bare number is in years. Days need `5d` in one word, or a death before them: `d` alone begins a death. */
function readDuration(reader: LineReader, isOfDeath: boolean): { readonly duration: string } | LineProblem {
  const first = reader.tokens[reader.next];
  const parts: string[] = [];
  while (reader.tokens[reader.next]?.kind === 'number') {
    const [number, unit] = [reader.tokens[reader.next], reader.tokens[reader.next + 1]];
    const hasUnit = unit?.kind === 'word' && isUnit(unit) && (unit.plain !== 'd' || unit.isAttached || isOfDeath);
    const isSmaller = parts.length === 0 || (hasUnit && unitRank(unit) > unitRank({ plain: parts.at(-1) ?? '' }));
    if (!isSmaller) break;
    parts.push(number?.text ?? '', hasUnit ? unit.plain : 'y');
    reader.next += hasUnit ? 2 : 1;
    if (!hasUnit) break;
  }
  const read = parseAgeText(parts.join(' ').replace(/\byo\b/g, 'y'));
  if (read.ok && read.value.kind === 'age') return { duration: read.value.duration };
  return { at: first?.at ?? 0, length: first?.length ?? 0, message: 'This is not an age; write such as “34y”, “4 mo” or “3 wk”, or a year in four figures after “d.” or “b.”.' };
}

const unitPatterns = [/^(y|yr|yrs|yo|year|years)$/, /^(m|mo|mos|mth|mths|month|months)$/, /^(w|wk|wks|week|weeks)$/, /^(d|day|days)$/, /^(h|hr|hrs|hour|hours)$/];
const unitRank = ({ plain }: { readonly plain: string }): number => unitPatterns.findIndex((pattern) => pattern.test(plain));
/** Years, months, weeks, days, hours. */
export const isUnit = (token: LineToken): boolean => unitRank(token) >= 0;
const isYear = (token: LineToken): boolean => token.kind === 'number' && /^(18|19|20)\d\d$/.test(token.text);

function skipFillersBeforeNumber(reader: LineReader): void {
  let place = reader.next;
  while (fillers.has(reader.tokens[place]?.plain ?? '')) place += 1;
  if (reader.tokens[place]?.kind === 'number') reader.next = place;
}
