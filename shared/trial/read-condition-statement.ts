import { conditionName, isNumberedForm, isSameCondition, isWiderName, type ConditionName } from '#shared/trial/condition-name.ts';
import { variantText } from '#shared/trial/read-gene-statement.ts';
import { anyOf, open, opposite, settled, type Holding, type JudgingFacts, type StatementReader } from '#shared/trial/statement.ts';
import type { NamedFinding, PatientDisease, PatientFeature, TrialPatient } from '#shared/trial/trial-patient.ts';

/** What stands around the name of a condition and what it asks for. */
interface ConditionPhrase {
  readonly name: string;
  readonly isNegated: boolean;
  /** "History of": it may be over. */
  readonly isPast: boolean;
  /** It narrows the condition: severe, active, uncontrolled. Where the condition is absent so is the narrower one; where it is present the narrower one is open. */
  readonly isNarrowed: boolean;
  /** Confirmed by a genetic test. */
  readonly isGenetic: boolean;
  /** It asks for a diagnosis, for which a finding alone does not stand. */
  readonly isDiagnosis: boolean;
}

const people = '(?:patients?|participants?|subjects?|individuals?|persons?|people|proband)';
const leadPattern = new RegExp(
  `^(?:(?:the|all|any)\\s+)*(?:${people}\\s+)?(?:(?:who|must|should|that)\\s+)*(?:(?:with|have|has|having|had|is|are|be|been|suffer(?:s|ing)? from|show(?:s|ing)?|affected by|diagnosed with|living with|known to have)\\s+)*(?:(?:a|an|the|any)\\s+)?`,
  'i',
);
const negationPattern = /^(?:no|without|absence of|free of|free from|does not have|do not have|not having|never had)\s+(?:(?:a|an|any|known|evidence of|signs? of|the presence of)\s+)*/i;
const pastPattern = /^(?:(?:personal|past|prior|previous|known|documented|medical|any|a|an|positive|current or past|current or previous)\s+)*(?:history|medical history)\s+of\s+(?:(?:a|an|any|previous|prior)\s+)*/i;
const certaintyPattern = /^(?:(?:confirmed|documented|established|known|definite|proven|medical|clinical|clinically|molecular|molecularly|genetic|genetically|a|an|the|and|\/|or)\s+)*(?:(?:(?:diagnosis|presence|evidence|confirmation|diagnoses)\s+of|diagnosed(?:\s+with)?|confirmed)\s+)?(?:(?:a|an|the|any|confirmed)\s+)?/i;
const narrowingPattern = /^(?:(?:severe|moderate|mild|moderate to severe|mild to moderate|active|uncontrolled|poorly controlled|refractory|drug-resistant|intractable|recurrent|chronic|acute|significant|clinically significant|progressive|persistent|unstable|symptomatic|frequent|current|ongoing|advanced|serious|major|relevant|untreated|new-onset|congenital|early-onset)(?:\s+(?:or|and|\/)\s+|,\s*|\s+))+/i;
const suffixPattern = /\s*,?\s*\(?(?:(?:that (?:is|was|has been)\s+)?(?:confirmed|documented|established|proven|verified)?\s*(?:by|via|through|with|on)\s+(?:a\s+)?(?:genetic|molecular|dna|genomic|gene)\s*(?:testing|test|analysis|sequencing|confirmation)?|genetically confirmed|molecularly confirmed)\)?$/i;
/** Stands in every such suffix. The pattern itself is tried at each letter. */
const geneticWord = /genetic|molecular|dna|genom|gene/i;

/** A condition that the patient has, has not, or may have: `Confirmed diagnosis of X`, `No history of X`, `X or Y`. */
export const readConditionStatement: StatementReader = (statement, facts) => {
  const whole = readPhrase(statement);
  const single = judgePhrase(whole, facts);
  if (single !== null) return finish(whole, single);
  const names = alternativesOf(whole.name);
  if (names === null) return null;
  const each = names.map((name) => judgePhrase({ ...whole, ...narrowed(name, whole) }, facts));
  // Words after the last of a list may belong to all of it; only where each is understood by itself is the list.
  if (!each.every((holding): holding is Holding => holding !== null)) return null;
  const any = anyOf(each);
  // Commas alone do not tell whether one of them is enough.
  const isPlain = /\bor\b|\//.test(whole.name) || each.every(({ holds }) => holds === any.holds);
  return finish(whole, isPlain ? any : open(any.fact));
};

const finish = (phrase: ConditionPhrase, holding: Holding): Holding => (phrase.isNegated ? opposite(holding) : holding);

function readPhrase(statement: string): ConditionPhrase {
  const lead = leadPattern.exec(statement)?.[0] ?? '';
  let rest = statement.slice(lead.length);
  const negation = negationPattern.exec(rest);
  if (negation !== null) rest = rest.slice(negation[0].length);
  const past = pastPattern.exec(rest);
  if (past !== null) rest = rest.slice(past[0].length);
  const certainty = past === null ? (certaintyPattern.exec(rest)?.[0] ?? '') : '';
  rest = rest.slice(certainty.length);
  const suffix = geneticWord.test(rest) ? (suffixPattern.exec(rest)?.[0] ?? '') : '';
  rest = rest.slice(0, rest.length - suffix.length);
  // "Has had", "never had": what is absent today may have been there once.
  const isOfOnce = past !== null || /\bhad\b/i.test(`${lead} ${negation?.[0] ?? ''}`);
  const isGenetic = /genetic|molecular|dna|genom/i.test(`${certainty} ${suffix}`);
  const isDiagnosis = /diagnos/i.test(`${lead} ${certainty}`);
  return { ...narrowed(rest.trim(), { isNarrowed: false }), isNegated: negation !== null, isPast: isOfOnce, isGenetic, isDiagnosis };
}

function narrowed(name: string, { isNarrowed }: Pick<ConditionPhrase, 'isNarrowed'>): Pick<ConditionPhrase, 'name' | 'isNarrowed'> {
  const found = narrowingPattern.exec(name)?.[0] ?? '';
  return { name: name.slice(found.length).trim(), isNarrowed: isNarrowed || found !== '' };
}

/** `seizures or epilepsy`, `A, B or C`; null where it is no such list. "And" may mean either, so it makes none. */
function alternativesOf(name: string): readonly string[] | null {
  if (!/\bor\b|\/|,/.test(name) || /\band\b|\bunless\b|\bexcept\b|\bother\b|\bwithin\b/i.test(name)) return null;
  const names = name.split(/\s*,\s*(?:or\s+)?|\s+or\s+|\s*\/\s*/).map((piece) => piece.trim());
  return names.length > 1 && names.length <= 12 && names.every((piece) => piece.length > 2) ? names : null;
}

function judgePhrase(phrase: ConditionPhrase, facts: JudgingFacts): Holding | null {
  if (phrase.name.length < 3 || phrase.name.length > 200) return null;
  const { patient } = facts;
  const wanted = conditionName(phrase.name);
  const mayBeDisease = patient.diseases.some((disease) => namesOf(disease).some((name) => sharesWords(wanted, name)));
  return (mayBeDisease ? judgeDisease(phrase, wanted, patient) : null) ?? judgeFeature(phrase, facts) ?? (mayBeDisease ? judgeNearby(wanted, patient) : null);
}

/** Most criteria speak of something else than the diseases of the patient, which one word tells. */
const sharesWords = (wanted: ConditionName, name: ConditionName): boolean => (wanted.words.length === 0 ? name.words.length === 0 : wanted.words.some((word) => name.words.includes(word)));

function judgeDisease(phrase: ConditionPhrase, wanted: ConditionName, patient: TrialPatient): Holding | null {
  // Names are compared without the word, but "another form of X" is not X.
  if (/\bother\b/i.test(phrase.name)) return null;
  const known = strongestFirst(patient.diseases.filter((disease) => namesOf(disease).some((name) => isSameCondition(wanted, name) || (disease.standing !== 'ruled-out' && isNumberedForm(name, wanted)))));
  const [disease] = known;
  if (disease === undefined) return null;
  const fact = diseaseText(disease);
  if (disease.standing === 'ruled-out') return settled(false, fact);
  if (disease.standing !== 'confirmed' || phrase.isNarrowed) return open(fact);
  if (!phrase.isGenetic) return settled(true, fact);
  const variants = patient.variants.filter(({ gene, classification }) => disease.genes.includes(gene) && (classification === 'pathogenic' || classification === 'likely-pathogenic'));
  return variants.length === 0 ? open(`${fact} No causal variant is recorded.`) : settled(true, [fact, ...variants.map(variantText)].join(' '));
}

function judgeFeature(phrase: ConditionPhrase, { patient, vocabulary }: JudgingFacts): Holding | null {
  const term = vocabulary.findTerm(phrase.name);
  if (term === null) return null;
  const present = patient.features.filter(({ state, termId }) => state === 'observed' && vocabulary.isSameOrBelow(termId, term.id));
  // Who has no seizure has no focal one either: what is excluded excludes everything below it.
  const absent = patient.features.filter(({ state, termId }) => state === 'excluded' && vocabulary.isSameOrBelow(term.id, termId));
  const near = patient.features.filter(({ state, termId }) => state === 'observed' && vocabulary.isSameOrBelow(term.id, termId));
  // Both at once is a contradiction in the record, which a person has to look at.
  if (present.length > 0 && absent.length > 0) return open([...present.map(featureText), ...absent.map((feature) => exclusionText(feature, term))].join(' '));
  if (present.length > 0) {
    const isNow = present.some(({ isResolved }) => !isResolved);
    const fact = present.map(featureText).join(' ');
    return term.isExact && !phrase.isNarrowed && !phrase.isGenetic && !phrase.isDiagnosis && (phrase.isPast || isNow) ? settled(true, fact) : open(fact);
  }
  if (absent.length > 0) {
    // An exclusion beside something that was seen below it is as little worth as one of what was seen itself.
    const against = patient.features.filter(({ state, termId }) => state === 'observed' && absent.some((wider) => vocabulary.isSameOrBelow(termId, wider.termId)));
    const fact = [...against.map(featureText), ...absent.map((feature) => exclusionText(feature, term))].join(' ');
    // What is absent today may have been there once.
    return phrase.isPast || !term.isExact || against.length > 0 ? open(fact) : settled(false, fact);
  }
  return open(near.length > 0 ? near.map(featureText).join(' ') : `${term.label} is not recorded either way.`);
}

/** A wider or narrower name of a disease of the patient decides nothing, but is what a person should see beside the question. */
function judgeNearby(wanted: ConditionName, patient: TrialPatient): Holding | null {
  const isNear = (name: ConditionName): boolean => isWiderName(wanted, name) || isWiderName(name, wanted) || name.key === wanted.key;
  const [near] = strongestFirst(patient.diseases.filter((disease) => disease.standing !== 'ruled-out' && namesOf(disease).some(isNear)));
  return near === undefined ? null : open(diseaseText(near));
}

/** The names of a disease are held against every criterion of every study, so they are taken apart once. */
const namesOfDisease = new WeakMap<PatientDisease, readonly ConditionName[]>();

function namesOf(disease: PatientDisease): readonly ConditionName[] {
  const known = namesOfDisease.get(disease) ?? disease.names.map(conditionName);
  namesOfDisease.set(disease, known);
  return known;
}

const standingOrder: readonly PatientDisease['standing'][] = ['confirmed', 'working', 'suspected', 'ranked', 'ruled-out'];
const standingWords: Readonly<Record<PatientDisease['standing'], string>> = { confirmed: 'Confirmed', working: 'Working diagnosis', suspected: 'Suspected', ranked: 'Ranked by the phenotype, not confirmed', 'ruled-out': 'Ruled out' };

const strongestFirst = (diseases: readonly PatientDisease[]): readonly PatientDisease[] => [...diseases].sort((one, other) => standingOrder.indexOf(one.standing) - standingOrder.indexOf(other.standing));

export const diseaseText = ({ standing, name, id }: PatientDisease): string => `${standingWords[standing]}: ${name} (${id}).`;

/** Says also why a wider exclusion speaks of what was asked for. */
const exclusionText = (feature: PatientFeature, term: NamedFinding): string => (feature.termId === term.id ? featureText(feature) : `Excluded: ${feature.label}, which includes ${term.label}.`);

const featureText = ({ state, label, isResolved }: PatientFeature): string => `${state === 'observed' ? (isResolved ? 'Observed, resolved' : 'Observed') : 'Excluded'}: ${label}.`;
