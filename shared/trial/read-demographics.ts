import { ageUnitOf, type StatedAge } from '#shared/trial/age-limit.ts';
import { ageText, hasReached } from '#shared/trial/birth.ts';
import { allOf, open, settled, type Holding, type JudgingFacts, type StatementReader } from '#shared/trial/statement.ts';
import type { TrialPatient } from '#shared/trial/trial-patient.ts';

/** What a statement says of sex and age at its beginning, and the words after it. */
export interface Demographics {
  readonly holding: Holding;
  /** Nothing was said of sex. */
  readonly isOfAgeOnly: boolean;
  /** Empty where the whole statement was about them. */
  readonly rest: string;
}

/** `Male or female, 18 to 64 years of age at the time of screening`: a statement about sex and age and nothing else. */
export const readDemographicStatement: StatementReader = (statement, facts) => {
  const read = readDemographics(statement, facts);
  return read !== null && read.rest === '' ? read.holding : null;
};

/** Reads sex and age off the beginning of a statement; null where it does not begin with them. */
export function readDemographics(statement: string, facts: JudgingFacts): Demographics | null {
  const lead = leadPattern.exec(statement)?.[0] ?? '';
  let rest = statement.slice(lead.length);
  const sex = sexPattern.exec(rest);
  if (sex !== null) rest = rest.slice(sex[0].length);
  const age = readAge(rest, sex !== null);
  if (age !== null) rest = age.rest;
  if (sex === null && age === null) return null;
  const holdings = [...(sex === null ? [] : [judgeSex(sex, facts.patient, age !== null)]), ...(age === null ? [] : [judgeAge(age, facts)])];
  return { holding: allOf(holdings), isOfAgeOnly: sex === null, rest: rest.replace(/^[\s,;]+/, '').trim() };
}

/** A limit that a text states; `exact`: words such as "over 18" leave open on which side those of 18 are. */
interface AgeBounds {
  readonly least: (StatedAge & { readonly isStrict: boolean }) | null;
  readonly most: (StatedAge & { readonly side: 'through' | 'below' | 'doubtful' }) | null;
  readonly rest: string;
}

const people = '(?:patients?|participants?|subjects?|individuals?|persons?|people|volunteers?|probands?)';
const leadPattern = new RegExp(`^(?:(?:the|all|eligible|study)\\s+)*(?:${people}\\s+)?(?:(?:must|should|who)\\s+)?(?:(?:is|are|be|being)\\s+)?`, 'i');

const eitherSex = '(?:males?\\s*(?:or|and|\\/|&)\\s*females?|females?\\s*(?:or|and|\\/|&)\\s*males?|men (?:or|and) women|women (?:or|and) men|boys (?:or|and) girls|girls (?:or|and) boys|(?:of )?(?:either|any|both|all) (?:sex|sexes|gender|genders))';
const sexPattern = new RegExp(`^(?:(?<either>${eitherSex})|(?<male>males?)|(?<female>females?)|(?<boy>men|boys?)|(?<girl>women|girls?))(?=$|[\\s,;])(?:\\s+${people}|\\s+(?:adults?|children|adolescents?)(?=,?\\s*(?:\\(?age|between|from|\\d|≥|>)))?\\s*,?\\s*(?:and\\s+)?`, 'i');

const number = '\\d{1,3}(?:\\.\\d{1,2})?';
const unit = 'years?|yrs?\\.?|y|months?|mos?\\.?|weeks?|wks?|days?';
/** A unit, or nothing where the number ends the age: no word that is a unit may be left behind. */
const unitOf = (name: 'ua' | 'ub'): string => `(?:[\\s-]*(?<${name}>${unit})|(?![\\d.]|[\\s-]*(?:${unit})\\b))`;
const tail = '(?:[\\s-]*(?:of age|old|in age))?';
const agePrefix = "(?:(?:the\\s+)?(?:(?:patient|participant|subject|child)'?s?'?\\s+)?(?:aged|ages|age(?:\\s+(?:range|at\\s+(?:screening|enrollment|enrolment|consent|baseline|study entry|inclusion)))?)\\s*(?:(?:is|are|must be|should be|of|:|=)\\s*)*|(?:adults?|children|adolescents?|infants?|toddlers?),?\\s+(?=aged|ages|between|from|up to|under|over|above|below|younger|older|at least|[≥≤<>]|\\d))*";
const occasion = '(?:\\s*,?\\s*(?:\\(?inclusive(?:ly)?\\)?))?(?:\\s*,?\\s*(?:at|on|by|when|upon|as of|prior to|before)\\s+(?:the\\s+)?(?:(?:time|date|day|start|moment|signing|beginning)\\s+(?:of\\s+)?(?:the\\s+)?)*(?:signing\\s+(?:of\\s+)?(?:the\\s+)?)?(?:study\\s+)?(?:screening(?:\\s+visit)?|enroll?ment|informed consent(?: form)?|consent|assent|baseline(?:\\s+visit)?|study entry|entry|first dose|dosing|visit 1|inclusion|randomi[sz]ation|registration|recruitment|treatment|study|participation))?';

const agePatterns: readonly { readonly kind: 'range' | 'between-signs' | 'least' | 'least-after' | 'over' | 'most' | 'most-after' | 'below' | 'doubtful'; readonly pattern: RegExp }[] = [
  { kind: 'range', pattern: agePattern(`(?:between|from|of)?\\s*(?:the ages of\\s+)?(?<a>${number})\\s*(?<ua>${unit})?${tail}\\s*(?:to|-|and|through|until)\\s*(?<sign><|≤|<=)?\\s*(?<b>${number})${unitOf('ub')}${tail}`) },
  { kind: 'between-signs', pattern: agePattern(`(?:≥|>=|=>|at least)\\s*(?<a>${number})[\\s-]*(?<ua>${unit})?${tail}\\s*(?:to|and|but|,|-)?\\s*(?<sign>≤|<=|=<|<|(?:less|younger) than|under|below|(?:no|not) (?:older|more) than)\\s*(?<b>${number})${unitOf('ub')}${tail}`) },
  { kind: 'least-after', pattern: agePattern(`(?<a>${number})${unitOf('ua')}(?:${tail}\\s*(?:,?\\s*(?:or|and|&)\\s*(?:older|above|over|up|greater)|\\+)(?:\\s+of age|\\s+in age)?)`) },
  { kind: 'least-after', pattern: agePattern(`(?<a>${number})\\s*\\+${unitOf('ua')}${tail}`) },
  { kind: 'most-after', pattern: agePattern(`(?<b>${number})${unitOf('ub')}(?:${tail}\\s*,?\\s*(?:or|and|&)\\s*(?:younger|under|below|less))(?:\\s+of age|\\s+in age)?`) },
  { kind: 'least', pattern: agePattern(`(?:≥|>=|=>|at least|a minimum of|minimum(?: age)?(?: of)?|no younger than|not younger than|greater than or equal to|older than or equal to)\\s*(?<a>${number})${unitOf('ua')}${tail}`) },
  { kind: 'most', pattern: agePattern(`(?:≤|<=|=<|no older than|not older than|less than or equal to|at most|maximum(?: age)?(?: of)?)\\s*(?<b>${number})${unitOf('ub')}${tail}`) },
  { kind: 'over', pattern: agePattern(`(?:>|over|above|older than|more than|greater than)\\s*(?:the age of\\s+)?(?<a>${number})${unitOf('ua')}${tail}`) },
  { kind: 'below', pattern: agePattern(`(?:<|under|below|younger than|less than)\\s*(?:the age of\\s+)?(?<b>${number})${unitOf('ub')}${tail}`) },
  { kind: 'doubtful', pattern: agePattern(`(?:up to|until)\\s*(?:the age of\\s+)?(?<b>${number})${unitOf('ub')}${tail}`) },
];

function agePattern(body: string): RegExp {
  return new RegExp(`^\\(?${agePrefix}\\(?${body}\\)?${occasion}(?=$|[\\s,;])`, 'i');
}

/** After it a number without its unit counts years. */
const namesAge = /^\(?(?:the\s+)?(?:adults?\s+)?(?:ages?|aged)\b/i;

/** Of a range whose end does not belong to it. */
const belowSign = /^(?:<|(?:less|younger) than|under|below)$/i;

const saysYears = /years?\b|yrs?\b|\dy\b/i;

const ofAgeOrTime = /age|year|yr|\dy|month|week|day|old|adult|child|infant|adolescent|toddler/i;

/** Without such a word "at least 6 months" may be any length of time. */
const saysAge = /\bage|\bold\b|older|younger|adults?|child|adolescent|infant|toddler/i;

function readAge(text: string, isOfPeople: boolean): AgeBounds | null {
  // Most statements hold no number or no word of age or time, and the patterns are long.
  if (!/\d/.test(text) || !(isOfPeople || ofAgeOrTime.test(text))) return null;
  for (const { kind, pattern } of agePatterns) {
    const found = pattern.exec(text);
    if (found?.groups === undefined || !(isOfPeople || (kind.endsWith('-after') && saysYears.test(found[0])) || saysAge.test(found[0]))) continue;
    const { a, b, sign } = found.groups;
    const ub = found.groups['ub'] ?? (namesAge.test(found[0]) ? 'years' : undefined);
    const ua = found.groups['ua'] ?? ub;
    // "6 months to 12" leaves open what the 12 counts.
    if (found.groups['ua'] !== undefined && found.groups['ub'] === undefined && b !== undefined && ageUnitOf(ua ?? '') !== 'years') continue;
    const least = a === undefined || ua === undefined ? null : stated(a, ua);
    const most = b === undefined || ub === undefined ? null : stated(b, ub);
    if ((a !== undefined && least === null) || (b !== undefined && most === null)) continue;
    const side = kind === 'below' || belowSign.test(sign ?? '') ? 'below' : kind === 'doubtful' ? 'doubtful' : 'through';
    return { least: least === null ? null : { ...least, isStrict: kind === 'over' }, most: most === null ? null : { ...most, side }, rest: text.slice(found[0].length) };
  }
  return null;
}

function stated(count: string, word: string): StatedAge | null {
  const known = ageUnitOf(word);
  return known === null ? null : { kind: 'age', count: Number(count), unit: known };
}

/** Ages count in completed units: somebody of 12 years and 9 months is 12 years old, and not over 12. */
function judgeAge({ least, most }: AgeBounds, { patient, today }: JudgingFacts): Holding {
  const fact = ageFact(patient, today);
  const checks: (boolean | null)[] = [];
  if (least !== null) checks.push(isAtLeast(least, patient, today));
  if (most !== null) checks.push(isAtMost(most, patient, today));
  if (checks.includes(false)) return settled(false, fact);
  return checks.includes(null) ? open(fact) : settled(true, fact);
}

function isAtLeast(limit: StatedAge & { readonly isStrict: boolean }, { birth }: TrialPatient, today: string): boolean | null {
  const reached = hasReached(birth, limit, today);
  if (!limit.isStrict || reached !== true) return reached;
  return hasReached(birth, { ...limit, count: limit.count + 1 }, today) === true ? true : null;
}

function isAtMost(limit: StatedAge & { readonly side: 'through' | 'below' | 'doubtful' }, { birth }: TrialPatient, today: string): boolean | null {
  const reached = hasReached(birth, limit, today);
  const passed = hasReached(birth, { ...limit, count: limit.count + 1 }, today);
  const negated = (value: boolean | null): boolean | null => (value === null ? null : !value);
  if (limit.side === 'below') return negated(reached);
  if (limit.side === 'through') return negated(passed);
  return reached === false ? true : passed === true ? false : null;
}

function judgeSex(match: RegExpExecArray, patient: TrialPatient, isAgeStated: boolean): Holding {
  const { either, male, boy } = match.groups ?? {};
  if (either !== undefined) return settled(true, '');
  const wanted = male !== undefined || boy !== undefined ? 'male' : 'female';
  if (patient.sex === null) return open(sexFact(patient));
  if (patient.sex !== wanted) return settled(false, sexFact(patient));
  // "Men" and "girls" say something of the age too.
  const isOfAge = match.groups?.['boy'] !== undefined || match.groups?.['girl'] !== undefined;
  return isOfAge && !isAgeStated ? open(sexFact(patient)) : settled(true, sexFact(patient));
}

export function ageFact(patient: TrialPatient, today: string): string {
  const text = ageText(patient.birth, today);
  return text === null ? 'The age is not recorded.' : `Age today: ${text}.`;
}

export const sexFact = ({ sex, sexNote }: TrialPatient): string => (sex === null ? sexNote || 'The sex is not recorded.' : `Sex: ${sex}.`);
