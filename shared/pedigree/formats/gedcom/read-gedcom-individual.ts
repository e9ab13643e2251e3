import { partialDateSchema } from '#shared/base/schemas.ts';
import { cutText } from '#shared/base/cut-text.ts';
import type { FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import { readGedcomAge, readGedcomDate } from '#shared/pedigree/formats/gedcom/gedcom-dates.ts';
import type { GedcomSession } from '#shared/pedigree/formats/gedcom/gedcom-session.ts';
import type { GedcomNode } from '#shared/pedigree/formats/gedcom/gedcom-tree.ts';
import { conditionType, factTypes, readCondition, readGestation, readPregnancy, unstated } from '#shared/pedigree/formats/gedcom/gedcom-words.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import { conditionStates } from '#shared/pedigree/family.ts';
import { genders, sexesAssignedAtBirth, vitalStatuses, type Individual } from '#shared/pedigree/individual.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

const longestNote = 10_000;
/** `X`: neither male nor female by type (GEDCOM 7); `U`: not known. */
const sexCodes: Readonly<Record<string, Individual['sexAssignedAtBirth']>> = { M: 'male', F: 'female', X: 'unassigned' };

/** Reads an INDI record, all but how the individual is related. */
export function readGedcomIndividual(record: GedcomNode, notes: ReadonlyMap<string, GedcomNode>, draft: FamilyDraft, session: GedcomSession): void {
  const code = session.text(record, 'SEX').trim().toUpperCase();
  const sex = sexCodes[code] ?? 'unknown';
  if (!['', 'M', 'F', 'X', 'U', 'N', '?'].includes(code)) session.warn('unknown-sex-code', 'the sex is no code that is known and is left as unknown, expected M, F, X or U', record);
  draft.addIndividual(record.id, { sexAssignedAtBirth: sex, gender: genderOfSex(sex), ...readName(record, session), reference: cutText(session.text(record, 'REFN').trim(), 200), note: readNotes(record, notes, session) });
  readBirthAndDeath(record, draft, session);
  const adoption = session.child(record, 'ADOP');
  if (adoption !== undefined) draft.changeIndividual(record.id, { isAdopted: true });
  for (const fact of record.children) if (fact.tag === 'FACT' || fact.tag === 'EVEN') readFact(record.id, fact, draft, session);
}

function readName(record: GedcomNode, session: GedcomSession): Pick<Individual, 'givenName' | 'familyName'> {
  const name = session.child(record, 'NAME');
  if (name === undefined) return { givenName: '', familyName: '' };
  const [, before = '', surname = '', after = ''] = /^([^/]*)(?:\/([^/]*)\/?)?(.*)$/s.exec(name.value) ?? [];
  const given = session.child(name, 'GIVN');
  const family = session.child(name, 'SURN');
  const inName = [before.trim(), after.trim()].filter((part) => part !== '').join(' ');
  return { givenName: cutText(given?.value ?? inName, 200), familyName: cutText(family?.value ?? surname.trim(), 200) };
}

function readNotes(record: GedcomNode, notes: ReadonlyMap<string, GedcomNode>, session: GedcomSession): string {
  const texts = session.children(record, 'NOTE', 'SNOTE').map((node) => {
    const target = notes.get(node.target);
    if (target !== undefined) session.use(target);
    else if (node.target !== '') session.warn('unknown-reference', 'the note that this line points to is not in the file', node);
    return target?.value ?? node.value;
  });
  const note = texts.join('\n').replace(/^\n+|\n+$/g, '');
  if (note.length > longestNote) session.warn('too-long', `the notes are longer than ${String(longestNote)} characters and are cut`, record);
  return cutText(note, longestNote);
}

function readBirthAndDeath(record: GedcomNode, draft: FamilyDraft, session: GedcomSession): void {
  const birth = session.child(record, 'BIRT');
  const birthDate = birth === undefined ? null : dateOf(birth, session);
  if (birthDate !== null) draft.changeIndividual(record.id, { birthDate });
  const death = session.child(record, 'DEAT');
  const isBuried = session.children(record, 'BURI', 'CREM').length > 0;
  const isNoDeath = death?.value.trim().toUpperCase() === 'N' || session.children(record, 'NO').some(({ value }) => value.trim().toUpperCase() === 'DEAT');
  if (isNoDeath) {
    draft.changeIndividual(record.id, { vitalStatus: 'alive' });
    return;
  }
  if (death === undefined && !isBuried) return;
  draft.changeIndividual(record.id, { vitalStatus: 'deceased' });
  if (death === undefined) return;
  const deathDate = dateOf(death, session);
  const age = session.child(death, 'AGE');
  const causeOfDeath = cutText(session.text(death, 'CAUS'), 500);
  if (age?.value.trim().toUpperCase() === 'STILLBORN') draft.changeIndividual(record.id, { life: { kind: 'stillbirth', gestation: null }, deathDate, causeOfDeath });
  else draft.changeIndividual(record.id, { deathDate, causeOfDeath, ageAtDeath: age === undefined ? null : ageOf(age, session) });
}

function dateOf(event: GedcomNode, session: GedcomSession): string | null {
  const node = session.child(event, 'DATE');
  if (node === undefined || node.value.trim() === '') return null;
  const read = readGedcomDate(node.value);
  if (read === null) session.warn('date-not-read', 'the date says less than a year, or is of another calendar, and is not read', node);
  else if (read.isInexact) session.warn('inexact-date', 'the date is said to be inexact and is taken as it is', node);
  return read?.date ?? null;
}

function ageOf(node: GedcomNode, session: GedcomSession): string | null {
  const age = readGedcomAge(node.value);
  if (age === null) session.warn('age-not-read', 'the age is not read, expected one such as 42y 6m', node);
  return age;
}

function readFact(id: string, fact: GedcomNode, draft: FamilyDraft, session: GedcomSession): void {
  const type = fact.children.find(({ tag }) => tag === 'TYPE')?.value ?? '';
  const value = unstated(fact.value);
  const change = type.startsWith(conditionType) ? null : factChange(type, value, draft.individual(id));
  const isRead = type.startsWith(conditionType) ? readConditionFact(id, type.slice(conditionType.length), fact, draft, session) : change !== null;
  if (!isRead) return;
  session.use(fact);
  session.child(fact, 'TYPE');
  if (change !== null) draft.changeIndividual(id, type === factTypes.ageWhenLastSeen ? { ...change, ageRecordedOn: dateOf(fact, session) } : change);
}

const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined => words.find((word) => word === text);
const wholeNumber = (text: string): number | null => (/^[1-9]\d?$/.test(text) ? Number(text) : null);

/** What a fact of one of our types changes; null for any other. */
function factChange(type: string, value: string, before: Individual | undefined): Partial<Individual> | null {
  switch (type) {
    case factTypes.gender:
      return { gender: oneOf(genders, value) ?? 'unknown' };
    case factTypes.sexAssignedAtBirth:
      return { sexAssignedAtBirth: oneOf(sexesAssignedAtBirth, value) ?? 'unknown', gender: before?.gender ?? 'unknown' };
    case factTypes.karyotype:
      return { karyotype: cutText(value, 200) };
    case factTypes.ancestry:
      return { ancestry: cutText(value, 500) };
    case factTypes.birthOrder:
      return { birthOrder: wholeNumber(value) };
    case factTypes.vitalStatus:
      return { vitalStatus: oneOf(vitalStatuses, value) ?? 'unknown' };
    case factTypes.proband:
      return { isProband: true };
    case factTypes.consultand:
      return { isConsultand: true };
    case factTypes.examined:
      return { isEvaluated: true };
    case factTypes.evaluation:
      return { evaluations: [...(before?.evaluations ?? []), cutText(value, 200)] };
    case factTypes.ageWhenLastSeen:
      return { ageAtLastEncounter: readGedcomAge(value) };
    case factTypes.infertility:
      return { childlessness: { kind: 'infertility', reason: cutText(value, 200) } };
    case factTypes['by-choice-or-unknown']:
      return { childlessness: { kind: 'by-choice-or-unknown', reason: cutText(value, 200) } };
    default:
      return lifeChange(type, value);
  }
}

function lifeChange(type: string, value: string): Partial<Individual> | null {
  if (type === factTypes.group) return { life: { kind: 'group', count: (wholeNumber(value) ?? 0) < 2 ? null : wholeNumber(value) } };
  if (type === factTypes.pregnancy) return { life: readPregnancy(value) };
  if (type === factTypes.stillbirth) return { life: { kind: 'stillbirth', gestation: readGestation(value) } };
  const outcome = oneOf(['spontaneous-abortion', 'termination', 'ectopic'] as const, Object.entries(factTypes).find(([, words]) => words === type)?.[0] ?? '');
  return outcome === undefined ? null : { life: { kind: 'loss', outcome, gestation: readGestation(value) } };
}

/** True where the fact was one of a condition. */
function readConditionFact(id: string, words: string, fact: GedcomNode, draft: FamilyDraft, session: GedcomSession): boolean {
  const state = oneOf(conditionStates, words);
  const { name, ...codes } = readCondition(fact.value);
  if (state === undefined || name.trim() === '') return false;
  const age = session.child(fact, 'AGE');
  const date = session.child(fact, 'DATE');
  const duration = age === undefined ? null : ageOf(age, session);
  const day = date === undefined ? null : (readGedcomDate(date.value)?.date ?? null);
  const onset: TimeElement | null = duration !== null ? { kind: 'age', duration } : day !== null && partialDateSchema.safeParse(day).success ? { kind: 'date', date: day } : null;
  draft.setState(id, draft.conditionOf(cutText(name, 300), codes), state, { onset, evidence: cutText(session.text(fact, 'NOTE'), 500) });
  return true;
}
