import { diseaseIdPattern, durationSchema, partialDateSchema, termIdPattern } from '#shared/base/schemas.ts';
import { cutText } from '#shared/base/cut-text.ts';
import { checkReadFamily, longestFileId } from '#shared/pedigree/formats/check-family.ts';
import { createFamilyDraft, type FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import { notReadRule, type FamiliesReading, type FamilyText, type ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { isNobody } from '#shared/pedigree/formats/ped/ped-codes.ts';
import { genderTerms, karyotypes, noCodePrefix, sexWords } from '#shared/pedigree/formats/phenopacket/phenopacket-words.ts';
import { readJson } from '#shared/pedigree/formats/read-json.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import type { Gender, SexAssignedAtBirth } from '#shared/pedigree/individual.ts';
import { timeElementSchema, type TimeElement } from '#shared/phenotype/feature.ts';

type Message = Readonly<Record<string, unknown>>;
type Report = (pointer: string, rule: string, message: string, severity?: 'error' | 'warning') => void;

const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A field under its camelCase name or the name that it has in the schema's source. */
const field = (message: Message | null, name: string): unknown => {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return message === null ? undefined : Object.hasOwn(message, name) ? message[name] : Object.hasOwn(message, snake) ? message[snake] : undefined;
};
const textOf = (message: Message | null, name: string): string => {
  const value = field(message, name);
  return typeof value === 'string' ? value : '';
};
const messageOf = (message: Message | null, name: string): Message | null => {
  const value = field(message, name);
  return isMessage(value) ? value : null;
};
const messagesOf = (message: Message | null, name: string): readonly Message[] => {
  const value = field(message, name);
  return Array.isArray(value) ? value.filter(isMessage) : [];
};

/** Reads the Family message of Phenopackets version 1 and 2: its pedigree, and of the packets what a pedigree holds. */
export function readPhenopacketFamily(input: FamilyText): FamiliesReading {
  const json = readJson(input);
  if (!json.ok) return { format: 'phenopacket', families: [], problems: [json.error] };
  const problems: ReaderProblem[] = [];
  const report: Report = (pointer, rule, message, severity = 'warning') => void problems.push({ severity, rule, message, pointer, ...(severity === 'warning' ? { wasRead: true } : {}) });
  const value = isMessage(json.value.value) ? json.value.value : null;
  const persons = messagesOf(messageOf(value, 'pedigree'), 'persons');
  if (persons.length === 0) report('/pedigree', 'no-individuals', 'the pedigree has no persons, expected a list of them', 'error');
  const draft = createFamilyDraft();
  readPersons(persons, draft, report);
  readPackets(value, persons, draft, report);
  readConsanguinity(value, draft);
  const family = draft.build();
  problems.push(...checkReadFamily(family, { fileName: input.fileName }));
  const isWhole = !problems.some(({ severity }) => severity === 'error');
  return { format: 'phenopacket', families: isWhole ? [{ name: textOf(persons[0] ?? null, 'familyId') || textOf(value, 'id') || 'family', family }] : [], problems: json.value.placed(problems) };
}

const sexOfWord = (word: string): SexAssignedAtBirth => (Object.entries(sexWords) as [SexAssignedAtBirth, string][]).find(([, known]) => known === word)?.[0] ?? 'unknown';

function readPersons(persons: readonly Message[], draft: FamilyDraft, report: Report): void {
  persons.forEach((person, index) => {
    const pointer = `/pedigree/persons/${String(index)}`;
    const id = textOf(person, 'individualId');
    const sex = sexOfWord(textOf(person, 'sex'));
    if (id === '' || id.length > longestFileId) report(pointer, 'no-id', 'the person has no individualId that can be used', 'error');
    else if (draft.hasIndividual(id)) report(pointer, 'individual-twice', 'the person is listed already, expected each once', 'error');
    else draft.addIndividual(id, { reference: '', sexAssignedAtBirth: sex, gender: genderOfSex(sex) });
  });
  persons.forEach((person, index) => {
    const id = textOf(person, 'individualId');
    for (const [name, sex, roles] of [['paternalId', 'male', ['sperm']], ['maternalId', 'female', ['egg', 'gestational']]] as const) {
      const parent = textOf(person, name);
      if (isNobody(parent)) continue;
      if (parent === id || parent.length > longestFileId) {
        report(`/pedigree/persons/${String(index)}`, 'own-parent', 'the person is their own parent, or a parent has no id that can be used', 'error');
        continue;
      }
      if (!draft.hasIndividual(parent)) {
        draft.addIndividual(parent, { sexAssignedAtBirth: sex, gender: genderOfSex(sex) });
        report(`/pedigree/persons/${String(index)}`, 'parent-without-line', 'a parent is not among the persons and is added, of whom nothing else is known');
      }
      draft.addParent(id, parent, roles);
    }
  });
}

function readPackets(family: Message | null, persons: readonly Message[], draft: FamilyDraft, report: Report): void {
  const described = new Set<string>();
  const proband = messageOf(family, 'proband');
  const packets = [{ packet: proband, pointer: '/proband' }, ...messagesOf(family, 'relatives').map((packet, index) => ({ packet, pointer: `/relatives/${String(index)}` }))];
  for (const { packet, pointer } of packets) {
    const subject = messageOf(packet, 'subject');
    const id = textOf(subject, 'id');
    if (packet === null || subject === null) continue;
    if (!draft.hasIndividual(id)) {
      report(pointer, 'unknown-reference', 'the packet is of nobody in the pedigree and is not read');
      continue;
    }
    if (packet === proband) draft.changeIndividual(id, { isProband: true });
    readSubject(id, subject, pointer, draft, report);
    if (readDiseases(id, packet, pointer, draft, report)) described.add(id);
    const others = ['phenotypicFeatures', 'measurements', 'biosamples', 'interpretations', 'medicalActions', 'files'].filter((name) => field(packet, name) !== undefined);
    if (others.length > 0) report(pointer, notReadRule, `${others.join(', ')} of the packet are not read into the pedigree; import the packet as a case for them`);
  }
  persons.forEach((person) => {
    const id = textOf(person, 'individualId');
    const status = textOf(person, 'affectedStatus');
    if (!draft.hasIndividual(id) || described.has(id) || (status !== 'AFFECTED' && status !== 'UNAFFECTED')) return;
    draft.setState(id, draft.conditionOf('Affected'), status === 'AFFECTED' ? 'affected' : 'unaffected');
  });
}

const dateOf = (text: string): string | null => (partialDateSchema.safeParse(text.replace(/T.*$/, '')).success ? text.replace(/T.*$/, '') : null);
const ageOf = (message: Message | null): string | null => {
  const age = textOf(message, 'iso8601duration') || textOf(message, 'age');
  return durationSchema.safeParse(age).success ? age : null;
};

function readSubject(id: string, subject: Message, pointer: string, draft: FamilyDraft, report: Report): void {
  const before = draft.individual(id);
  const sex = textOf(subject, 'sex') === '' ? (before?.sexAssignedAtBirth ?? 'unknown') : sexOfWord(textOf(subject, 'sex'));
  const vital = messageOf(subject, 'vitalStatus');
  const death = messageOf(vital, 'timeOfDeath');
  const status = textOf(vital, 'status');
  const alternate = field(subject, 'alternateIds');
  const reference: unknown = Array.isArray(alternate) ? alternate[0] : undefined;
  const label = textOf(messageOf(subject, 'gender'), 'label').toLowerCase();
  const gender = (Object.entries(genderTerms) as [Gender, { readonly label: string }][]).find(([, term]) => term.label.toLowerCase() === label)?.[0];
  if (label !== '' && gender === undefined) report(`${pointer}/subject/gender`, 'gender-not-kept', 'the gender is given by a term that is not mapped here and is not read');
  draft.changeIndividual(id, {
    reference: typeof reference === 'string' ? cutText(reference, 200) : '',
    sexAssignedAtBirth: sex,
    gender: gender ?? genderOfSex(sex),
    karyotype: (Object.hasOwn(karyotypes, textOf(subject, 'karyotypicSex')) ? karyotypes[textOf(subject, 'karyotypicSex')] : '') ?? '',
    birthDate: dateOf(textOf(subject, 'dateOfBirth')),
    ageAtLastEncounter: ageOf(messageOf(messageOf(subject, 'timeAtLastEncounter'), 'age')),
    vitalStatus: status === 'DECEASED' ? 'deceased' : status === 'ALIVE' ? 'alive' : 'unknown',
    deathDate: dateOf(textOf(death, 'timestamp')),
    ageAtDeath: ageOf(messageOf(death, 'age')),
  });
}

/** True where the packet says anything of diseases. */
function readDiseases(id: string, packet: Message, pointer: string, draft: FamilyDraft, report: Report): boolean {
  const diseases = messagesOf(packet, 'diseases');
  diseases.forEach((disease, index) => {
    const term = messageOf(disease, 'term');
    const [code, label] = [textOf(term, 'id'), textOf(term, 'label')];
    const name = cutText(label.trim() === '' ? code : label, 300);
    if (name.trim() === '') return report(`${pointer}/diseases/${String(index)}`, notReadRule, 'a disease has neither id nor label and is not read');
    const codes = code.startsWith(`${noCodePrefix}:`) ? {} : termIdPattern.test(code) ? { termId: code } : diseaseIdPattern.test(code) ? { diseaseId: code } : {};
    const onset = messageOf(disease, 'onset');
    const time = onset === null ? null : timeOf(onset);
    if (onset !== null && time === null) report(`${pointer}/diseases/${String(index)}/onset`, 'onset-not-read', 'the onset is not read, expected a time of the schema');
    draft.setState(id, draft.conditionOf(name, codes), field(disease, 'excluded') === true ? 'unaffected' : 'affected', { onset: time });
  });
  return diseases.length > 0;
}

function timeOf(element: Message): TimeElement | null {
  const range = messageOf(element, 'ageRange');
  const term = messageOf(element, 'ontologyClass');
  const gestation = messageOf(element, 'gestationalAge');
  const interval = messageOf(element, 'interval');
  const age = ageOf(messageOf(element, 'age'));
  const found: unknown =
    age !== null
      ? { kind: 'age', duration: age }
      : range !== null
        ? { kind: 'age-range', start: ageOf(messageOf(range, 'start')), end: ageOf(messageOf(range, 'end')) }
        : term !== null
          ? { kind: 'term', termId: textOf(term, 'id'), label: textOf(term, 'label') }
          : gestation !== null
            ? { kind: 'gestation', weeks: field(gestation, 'weeks'), days: field(gestation, 'days') ?? 0 }
            : interval !== null
              ? { kind: 'date-range', start: dateOf(textOf(interval, 'start')), end: dateOf(textOf(interval, 'end')) }
              : { kind: 'date', date: dateOf(textOf(element, 'timestamp')) };
  const checked = timeElementSchema.safeParse(found);
  return checked.success ? checked.data : null;
}

function readConsanguinity(family: Message | null, draft: FamilyDraft): void {
  if (field(family, 'consanguinousParents') !== true && field(family, 'consanguineousParents') !== true) return;
  const built = draft.build();
  const proband = built.individuals.find(({ isProband }) => isProband);
  const parents = built.parentEdges.filter(({ childId }) => childId === proband?.id).map(({ parentId }) => parentId);
  const [first, second] = parents;
  if (first !== undefined && second !== undefined) draft.addPartnership([first, second], { isConsanguineous: true });
}
