import { ageLimitText, type AgeLimit } from '#shared/trial/age-limit.ts';
import { questionAbout, type Answerer } from '#shared/trial/asked-subject.ts';
import { hasReached } from '#shared/trial/birth.ts';
import { ageFact, readDemographics, readDemographicStatement, sexFact } from '#shared/trial/read-demographics.ts';
import { readConditionStatement } from '#shared/trial/read-condition-statement.ts';
import { readGeneStatement } from '#shared/trial/read-gene-statement.ts';
import { splitCriteria, type CriterionItem, type CriterionSection } from '#shared/trial/split-criteria.ts';
import { allOf, open, settled, tidyStatement, type Holding, type JudgingFacts } from '#shared/trial/statement.ts';
import type { Study } from '#shared/trial/study.ts';

/** met: nothing stands in the way; not-met: it rules the patient out as things stand; ask: what is known does not tell. */
export const verdicts = ['met', 'not-met', 'ask'] as const;
export type Verdict = (typeof verdicts)[number];

export interface JudgedCriterion {
  /** `register`: a field of the register's own, such as the least age; the others as the text says. */
  readonly section: CriterionSection | 'register';
  /** The words of the study. */
  readonly text: string;
  readonly group: string;
  readonly under: readonly string[];
  readonly verdict: Verdict;
  /** The fact of the case; empty where none is near. */
  readonly fact: string;
  /** Null where nothing is to be asked. */
  readonly question: string | null;
  readonly answerer: Answerer | null;
}

export type VerdictCounts = Readonly<Record<'met' | 'notMet' | 'ask', number>>;

/** Holds every criterion of a study against a patient. A verdict is given only where every word of the criterion was understood and the case states the fact; the rest is to be asked. */
export function judgeStudy(study: Study, facts: JudgingFacts): readonly JudgedCriterion[] {
  const fields = judgeRegisterFields(study, facts);
  const items = splitCriteria(study.criteria);
  return [...fields, ...items.map((item, at) => judgeItem(item, () => isAlternative(item, items[at - 1], items[at + 1]) || isOfOtherPeople(item, study, items, fields, facts), facts))];
}

export function countVerdicts(criteria: readonly JudgedCriterion[]): VerdictCounts {
  const count = (verdict: Verdict): number => criteria.filter((criterion) => criterion.verdict === verdict).length;
  return { met: count('met'), notMet: count('not-met'), ask: count('ask') };
}

/** Whether a statement holds, by the reader that understands all of it; null where none does. */
export function judgeStatement(text: string, section: CriterionSection, facts: JudgingFacts): Holding | null {
  // Of a statement that was cut off nobody knows the rest.
  if (text.length > longestStatement || cutOff.test(text)) return null;
  const statement = tidyStatement(text);
  const whole = readWhole(statement, facts);
  // A whole that only comes near what is known may yet be understood in parts.
  if (whole !== null && whole.holds !== null) return whole;
  return readDemographicsAndRest(statement, facts) ?? readJoined(statement, section, facts) ?? whole;
}

const cutOff = /(?:\.\.\.|…)\s*$/;
/** A longer one says more than any reader here understands. */
const longestStatement = 400;

function readWhole(statement: string, facts: JudgingFacts): Holding | null {
  return readDemographicStatement(statement, facts) ?? readPregnancyOfMales(statement, facts) ?? readGeneStatement(statement, facts) ?? readConditionStatement(statement, facts);
}

/** `Males aged 4 to 12 years with a confirmed diagnosis of X`: who, and what else. */
function readDemographicsAndRest(statement: string, facts: JudgingFacts): Holding | null {
  const who = readDemographics(statement, facts);
  if (who === null || who.rest === '' || speaksOfOthers(who.rest)) return null;
  const rest = readRest(who.rest.replace(/^(?:and|with|who (?:have|has|are|is)|having|diagnosed with)\s+/i, (word) => (/^diagnosed/i.test(word) ? word : '')), facts);
  if (rest !== null) return bothOf(who.holding, rest, who.rest);
  // "Women must use contraception" and "those of 12 years or older sign" bind some and keep nobody out; "adults with X" does, where it says nothing of sex.
  const keepsOut = who.isOfAgeOnly && who.holding.holds === false && /^(?:with|who have|having|diagnosed with)\b/i.test(who.rest) && !mayTurn(who.rest);
  return keepsOut ? who.holding : null;
}

/** Another alternative or an exception may stand in words that were not understood. */
const mayTurn = (words: string): boolean => /\b(?:or|unless|except|excepting|if|however|other than|alternatively|not|any|all|must|should|will|willing|agree|consent|assent|permission|parents?|parental|guardian|caregiver|carer|provide|need|require|required)\b/i.test(words);

/** Another sex or age after the first speaks of other people: `males of 18 to 40 and females of 18 to 50 years`. */
const speaksOfOthers = (words: string): boolean => /\b(?:males?|females?|men|women|boys?|girls?|aged|older|younger)\b/i.test(words);

/** Two parts of which both must hold. Where one is open, perhaps for words that were not understood, the other decides only if those cannot turn it. */
function bothOf(one: Holding, other: Holding, words: string): Holding {
  const both = allOf([one, other]);
  const isOpenSomewhere = one.holds === null || other.holds === null;
  return both.holds === false && isOpenSomewhere && mayTurn(words) ? open(both.fact) : both;
}

function readRest(rest: string, facts: JudgingFacts): Holding | null {
  const whole = readWhole(rest, facts);
  return whole !== null && whole.holds !== null ? whole : (readJoined(rest, 'inclusion', facts) ?? whole);
}

/** `Diagnosis of X due to a pathogenic variant in Y`: both halves by themselves, wherever the statement can be parted. */
function readJoined(statement: string, section: CriterionSection, facts: JudgingFacts): Holding | null {
  if (/\bor\b[^,;]*\band\b|\band\b[^,;]*\bor\b|\bunless\b|\bexcept\b/i.test(statement)) return null;
  // A list of what rules out is often joined by "and" where "or" is meant.
  const joints = section === 'inclusion' ? /\s*,?\s+(?:and|with|due to|caused by|resulting from|associated with)\s+/gi : /\s*,?\s+(?:with|due to|caused by|resulting from)\s+/gi;
  for (const joint of statement.matchAll(joints)) {
    // "Males of 18 to 40 and females of 18 to 50 years" are two groups, of which nobody is both.
    if (sexNamedFirst(statement.slice(0, joint.index)) !== null && sexNamedFirst(statement.slice(joint.index + joint[0].length)) !== null) return null;
    const before = readWhole(statement.slice(0, joint.index), facts);
    const after = before === null ? null : readWhole(statement.slice(joint.index + joint[0].length), facts);
    if (before !== null && after !== null) return bothOf(before, after, statement);
  }
  return null;
}

/** Statements about nothing but pregnancy and breast-feeding do not concern somebody of male sex. */
function readPregnancyOfMales(statement: string, { patient }: JudgingFacts): Holding | null {
  if (patient.sex !== 'male' || !/^(?:(?:participants?|patients?|subjects?|females?|women|girls?|who|is|are|currently|pregnant|breast-?\s?feeding|nursing|lactating|lactation|pregnancy|planning|to|become|or|and|a|plan|intend|intending|planned)(?:[\s,/]+|$))+$/i.test(statement)) return null;
  return /pregnan|breast|nursing|lactat/i.test(statement) ? settled(false, sexFact(patient)) : null;
}

function judgeItem(item: CriterionItem, isOneOfSeveral: () => boolean, facts: JudgingFacts): JudgedCriterion {
  const holding = judgeStatement(item.text, item.section, facts);
  const verdict = holding === null ? 'ask' : verdictOf(item, isOneOfSeveral, holding);
  const base = { section: item.section, text: item.text, group: item.group, under: item.under, fact: holding?.fact ?? '' };
  if (verdict !== 'ask') return { ...base, verdict, question: null, answerer: null };
  const asked = questionAbout([...item.under, item.text].join(' ').slice(0, 2_000));
  return { ...base, verdict, question: asked.text, answerer: asked.answerer };
}

/** An item that holds for a group only, says a part of something, or is one of several decides nothing by itself; nor does one of which the text does not say whether it rules in or out. */
function verdictOf(item: CriterionItem, isOneOfSeveral: () => boolean, { holds }: Holding): Verdict {
  if (holds === null || item.section === 'unclear' || item.group !== '' || item.hasParts || item.under.length > 0 || isOneOfSeveral()) return 'ask';
  return holds === (item.section === 'inclusion') ? 'met' : 'not-met';
}

/** `Boys; or` and what follows it, with the "or" at the end of one, at the beginning of the other or by itself between them: one of the two is enough. */
function isAlternative(item: CriterionItem, before: CriterionItem | undefined, after: CriterionItem | undefined): boolean {
  const endsInOr = (one: CriterionItem | undefined): boolean => one?.section === item.section && /(?:^|[\s,;])or[.,;:]?$/i.test(one.text);
  const beginsWithOr = (one: CriterionItem | undefined): boolean => one?.section === item.section && /^or\b/i.test(one.text);
  return endsInOr(item) || endsInOr(before) || beginsWithOr(item) || beginsWithOr(after);
}

/**
 * True for an item that may bind only some of the participants: one of two sexes where the study takes both, or an age where the register's own limits take
 * this person. Such items stand beside others for the rest.
 */
function isOfOtherPeople(item: CriterionItem, study: Study, items: readonly CriterionItem[], fields: readonly JudgedCriterion[], facts: JudgingFacts): boolean {
  if (item.section !== 'inclusion') return false;
  const sex = sexNamedFirst(item.text);
  if (sex !== null && (study.sex === 'ALL' || items.some((other) => other.section === 'inclusion' && ![null, sex].includes(sexNamedFirst(other.text))))) return true;
  const isOfAge = readDemographics(tidyStatement(item.text.slice(0, longestStatement)), facts)?.holding.holds === false;
  const ages = fields.filter(({ text }) => /age:/.test(text));
  return isOfAge && ages.length > 0 && ages.every(({ verdict }) => verdict === 'met');
}

function sexNamedFirst(text: string): 'male' | 'female' | null {
  const found = /^(?:\w+\s+)?(males?|females?|men|women|boys|girls)\b(?!\s*(?:or|and|\/|&))/i.exec(text)?.[1]?.toLowerCase() ?? null;
  return found === null ? null : /^(?:f|w|g)/.test(found) ? 'female' : 'male';
}

function judgeRegisterFields(study: Study, facts: JudgingFacts): readonly JudgedCriterion[] {
  const judged: JudgedCriterion[] = [];
  if (study.sex !== null) {
    const { sex } = facts.patient;
    const holding = study.sex === 'ALL' ? settled(true, sexFact(facts.patient)) : sex === null ? open(sexFact(facts.patient)) : settled(sex === (study.sex === 'MALE' ? 'male' : 'female'), sexFact(facts.patient));
    judged.push(registerField(study.sex === 'ALL' ? 'Sex: all' : `Sex: ${study.sex.toLowerCase()} only`, holding, 'How does the study count this'));
  }
  for (const [name, limit] of [['Least age', study.minimumAge], ['Greatest age', study.maximumAge]] as const) {
    if (limit !== null) judged.push(registerField(`${name}: ${ageLimitText(limit)}`, judgeAgeLimit(name === 'Least age', limit, facts), 'How old is the person'));
  }
  const why = study.criteria === '' ? 'The data at hand hold no criteria.' : cutOff.test(study.criteria) ? 'The criteria at hand are cut off.' : null;
  if (why !== null) judged.push({ section: 'register', text: why, group: '', under: [], verdict: 'ask', fact: '', question: 'Read the criteria at the register', answerer: 'study' });
  return judged;
}

function registerField(text: string, holding: Holding, question: string): JudgedCriterion {
  const base = { section: 'register', text, group: '', under: [], fact: holding.fact } as const;
  if (holding.holds === null) return { ...base, verdict: 'ask', question, answerer: 'family' };
  return { ...base, verdict: holding.holds ? 'met' : 'not-met', question: null, answerer: null };
}

/** The register gives limits in completed units: a greatest age of 12 years takes those who are 12. */
function judgeAgeLimit(isLeast: boolean, limit: AgeLimit, { patient, today }: JudgingFacts): Holding {
  const fact = ageFact(patient, today);
  if (limit.kind === 'none') return settled(true, fact);
  const reached = hasReached(patient.birth, isLeast ? limit : { ...limit, count: limit.count + 1 }, today);
  return { holds: reached === null ? null : reached === isLeast, fact };
}
