import { counted } from '#shared/base/counted.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { heading, paragraph, paragraphsOf, plain, soft, strong, type Block, type DocumentModel, type Fact, type Words } from '#shared/interchange/documents/document.ts';
import { pedigreeFigures, type DrawnFamily } from '#shared/interchange/documents/pedigree-figures.ts';
import { ageOf, ageOn, firstLetterLarge, kindOf, listed, saidDate } from '#shared/interchange/documents/said.ts';
import { differentialSection } from '#shared/interchange/documents/summary-differential.ts';
import { familySection, pedigreeSection } from '#shared/interchange/documents/summary-family.ts';
import { findingsSection } from '#shared/interchange/documents/summary-findings.ts';
import { odysseySection, treatmentSection } from '#shared/interchange/documents/summary-odyssey.ts';
import { calledInDocument, probandOf, saidContact, type SummarySource } from '#shared/interchange/documents/summary-source.ts';
import { testName, testsSection, variantInShort } from '#shared/interchange/documents/summary-tests.ts';
import { isAwaited } from '#shared/casefile/odyssey-reckoning.ts';
import type { Feature } from '#shared/phenotype/feature.ts';

/**
 * The case for a specialist who has two minutes: the question first, the patient in one paragraph, the pedigree, what is there and what is not, what was
 * tested and found, what is thought of it and why, how it came here, and what is asked.
 */
export function caseSummary(source: SummarySource): DocumentModel {
  const { file, level, paper, today } = source;
  const drawn = pedigreeFigures(file.family, { paper, level, today });
  return {
    title: 'Case summary',
    headline: 'Case summary',
    language: 'en',
    paper,
    reader: 'professional',
    letterhead: null,
    furniture: { head: ['Case summary', patientName(source, drawn), source.title].filter((part) => part !== '').join(' · '), headRight: [source.clinic.clinicianName, dayOfDocument(source)].filter((part) => part !== '').join(', '), foot: 'Confidential. Reckoned with a decision aid for trained people, not a medical device' },
    facts: headFacts(source, drawn),
    blocks: [
      ...questionSection(source),
      ...inShortSection(source, drawn),
      ...pedigreeSection(source, drawn),
      ...findingsSection(source),
      ...testsSection(source, drawn.numberOf),
      ...differentialSection(source),
      ...odysseySection(source),
      ...treatmentSection(source),
      ...familySection(source, drawn),
      ...askedSection(source),
      aboutParagraph(source),
      ...drawn.figures.filter(({ place }) => place === 'page'),
    ],
    properties: { author: level === 'deidentified' ? '' : source.clinic.clinicianName, subject: ['Case summary', source.title].filter((part) => part !== '').join(' ') },
  };
}

/** The question of the referral to this reader, else of the latest one that is open, else why the pedigree was taken; null where nobody has written one. */
export function questionOf(file: CaseFile, recipient: string): { readonly question: string; readonly referral: Referral | null } | null {
  const open = file.referrals.filter(({ question, steps }) => question.trim() !== '' && !['closed', 'declined'].includes(steps.at(-1)?.stage ?? ''));
  const isTo = ({ destination }: Referral): boolean => [destination.name, destination.department, destination.clinician].some((name) => name.trim() !== '' && recipient.toLowerCase().includes(name.trim().toLowerCase()));
  const referral = open.findLast(isTo) ?? open.at(-1) ?? null;
  if (referral !== null) return { question: referral.question, referral };
  const { indication } = file.family.header;
  return indication.trim() === '' ? null : { question: indication, referral: null };
}

/** The day is one of the dates that Safe Harbor takes out; the year stays (45 CFR 164.514(b)(2)(i)(C)). */
const dayOfDocument = ({ level, today }: SummarySource): string => (level === 'deidentified' ? today.slice(0, 4) : saidDate(today));

function patientName({ file }: SummarySource, { numberOf }: DrawnFamily): string {
  const proband = probandOf(file.family);
  return proband === null ? '' : calledInDocument(proband, numberOf);
}

function headFacts(source: SummarySource, drawn: DrawnFamily): readonly Fact[] {
  const { file, level, clinic, today } = source;
  const proband = probandOf(file.family);
  const born = proband?.birthDate ?? null;
  const age = proband === null ? null : ageOf(proband, today);
  return [
    { label: 'Patient', words: [strong(patientName(source, drawn))] },
    { label: 'Date', words: dayOfDocument(source) },
    { label: 'Born', words: born === null ? '' : level === 'full' ? saidDate(born) : born.slice(0, 4) },
    { label: 'Case', words: source.title },
    { label: 'Age and gender', words: proband === null ? '' : [age, kindOf(proband, today)].filter((part) => part !== null).join(', ') },
    { label: 'From', words: [clinic.clinicianName, clinic.clinicName].filter((part) => part !== '').join(', ') },
    { label: 'For', words: level === 'deidentified' ? '' : source.recipient },
    { label: 'Karyotype', words: proband?.karyotype ?? '' },
  ].filter(({ words }) => words !== '' && !(Array.isArray(words) && words.every(({ text }) => text === '')));
}

function questionSection({ file, level, recipient }: SummarySource): readonly Block[] {
  const asked = questionOf(file, recipient);
  const none = level === 'full' ? 'No question is written down for this case.' : 'No question is told at this level of identification.';
  return [heading('Question'), ...(asked === null ? [paragraph([soft(none)], 'lead')] : paragraphsOf(asked.question, 'lead'))];
}

/** Who it is, since when, what there is and what is thought, in as few sentences as a reader of two minutes needs. */
function inShortSection(source: SummarySource, drawn: DrawnFamily): readonly Block[] {
  const { file, today } = source;
  const proband = probandOf(file.family);
  if (proband === null) return [];
  const own = file.features.filter(({ personId }) => personId === proband.id);
  const age = ageOf(proband, today);
  const who = `${firstLetterLarge(kindOf(proband, today))}${age === null ? '' : proband.vitalStatus === 'deceased' ? `, died at ${age}` : ` of ${age}`}`;
  const sentences: readonly string[] = [
    [who, ...(firstSymptom(source) ?? [])].join(', '),
    ...findingsInShort(own),
    file.findings.length === 0 ? '' : listed(file.findings.slice(0, 3).map((finding) => variantInShort(finding, proband.id))),
    ...file.candidates.filter(({ state }) => state === 'confirmed' || state === 'working').map(({ diseaseName, state }) => `${state === 'confirmed' ? 'Diagnosis' : 'Working diagnosis'}: ${diseaseName}`),
  ];
  const family = file.family.individuals.length < 2 ? '' : `Family of ${counted(file.family.individuals.length, 'person', 'people')} drawn${drawn.numberOf(proband.id) === '' ? '' : `; the patient is ${drawn.numberOf(proband.id)}`}`;
  return [heading('In short'), paragraph([...sentences, family].filter((sentence) => sentence !== '').map((sentence) => `${firstLetterLarge(sentence)}.`).join(' '))];
}

function firstSymptom({ file }: SummarySource): readonly string[] | null {
  const { firstSymptomOn } = file.case;
  if (firstSymptomOn === null) return null;
  const birthDate = probandOf(file.family)?.birthDate ?? null;
  const age = birthDate === null ? null : ageOn(birthDate, firstSymptomOn);
  return [`first symptom ${saidDate(firstSymptomOn)}${age === null ? '' : `, at ${age}`}`];
}

/** More than these are read faster in the table below. */
const mostNamed = 6;

/** What was observed by name, in the order in which it was recorded, and how much was looked for and is absent. */
function findingsInShort(own: readonly Feature[]): readonly string[] {
  const observed = own.filter(({ state }) => state === 'observed').map(({ label }) => label);
  const excluded = own.filter(({ state }) => state === 'excluded').length;
  const named = observed.length <= mostNamed ? observed : [...observed.slice(0, mostNamed), `${String(observed.length - mostNamed)} more`];
  return [...(named.length === 0 ? [] : [`Observed: ${listed(named)}`]), ...(excluded === 0 ? [] : [`${counted(excluded, 'finding')} looked for and absent`])];
}

const urgencyWords: Readonly<Record<Referral['urgency'], string | null>> = { routine: null, soon: 'An answer soon is asked for.', urgent: 'This is urgent.' };

/** What the reader is to do, what need not be done twice, and to whom to write. */
function askedSection(source: SummarySource): readonly Block[] {
  const { file, clinic, recipient } = source;
  const asked = questionOf(file, recipient);
  const underWay = file.tests.filter(isAwaited).map(testName);
  const urgency = asked?.referral === null || asked === null ? null : urgencyWords[asked.referral.urgency];
  const items: readonly Words[] = [
    ...(asked === null ? [] : ['An answer to the question at the head of this summary.']),
    ...(urgency === null ? [] : [[strong(urgency)]]),
    ...(underWay.length === 0 ? [] : [[plain(`Already under way, and not to be repeated: ${listed(underWay)}.`)]]),
    ...(clinic.clinicianName === '' && clinic.clinicName === '' ? [] : [`Please reply to ${[clinic.clinicianName, clinic.clinicName, ...saidContact(clinic)].filter((part) => part !== '').join(', ')}.`]),
  ];
  const signs = [clinic.clinicianName, clinic.clinicName, dayOfDocument(source)].filter((part) => part !== '');
  return [...(items.length === 0 ? [] : [heading('What is asked'), { kind: 'list', items } as const]), ...(clinic.clinicianName === '' ? [] : [{ kind: 'signature', lines: signs } as const])];
}

function aboutParagraph({ differential, appVersion }: SummarySource): Block {
  const knowledge = differential === null ? '' : ` Probabilities rest on release ${differential.release} of the Human Phenotype Ontology and its annotations; they depend on what was recorded and can be wrong.`;
  return paragraph(`Made with Nostos ${appVersion}. It is a decision aid for trained people and not a medical device: what it reckons has to be checked by the clinician who signs.${knowledge}`, 'small');
}
