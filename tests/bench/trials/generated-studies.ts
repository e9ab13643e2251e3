import { closeSync, openSync, writeSync } from 'node:fs';
import { seededRandom } from '#tests/bench/ranking/poorer-cases.ts';

/** How many of the studies are about the disease of the case, however many there are. */
export const studiesOfCase = 40;

const inclusionCount = 8;
const exclusionCount = 14;

/** Criteria in the manner of real ones, written for this bench. `{condition}`, `{feature}`, `{gene}` and `{n}` are filled in. */
const inclusion: readonly string[] = [
  'Male or female, 2 to {n} years of age inclusive at the time of signing the informed consent',
  'Confirmed diagnosis of {condition}',
  'Documented pathogenic or likely pathogenic variant in {gene}, confirmed by a certified laboratory',
  'Clinical diagnosis of {condition} with onset before the age of {n} years',
  'Able to understand the written information and willing to comply with all visits and procedures of the study',
  'Parent or legally authorised representative is able and willing to sign the consent',
  'Stable doses of concomitant medication for at least {n} weeks before screening',
  'History of {feature} with at least {n} episodes in the last three months',
  'Body weight of at least {n} kg at screening',
  'Women of childbearing potential must have a negative pregnancy test at screening and use highly effective contraception',
  'Left ventricular ejection fraction ≥ {n} % by echocardiography within six months of enrolment',
  'Fluent in the language of the site, so that all questionnaires can be completed by the caregiver',
  'Presence of {feature} or {condition}, as judged by the local investigator',
  'Has not taken part in another interventional study within {n} days of baseline',
];
const exclusion: readonly string[] = [
  'Known hypersensitivity to the study drug or any of its excipients',
  'Pregnant or breast-feeding, or planning to become pregnant during the study',
  'Treatment with any investigational agent within {n} days or five half-lives before the first dose',
  'Severe or uncontrolled {feature}',
  'History of malignancy within the past {n} years, except for treated basal cell carcinoma of the skin',
  'Clinically significant renal impairment, with an estimated glomerular filtration rate below {n} mL/min/1.73 m2',
  'Alanine aminotransferase or aspartate aminotransferase above {n} times the upper limit of normal',
  'Any other condition which in the opinion of the investigator would put the participant at risk or interfere with the results of the study',
  'Major surgery planned within {n} months after enrolment, or performed in the {n} months before it',
  'Diagnosis of {condition}',
  'Positive test for hepatitis B, hepatitis C or human immunodeficiency virus',
  'Use of strong inhibitors or inducers of CYP3A4 within {n} days of randomisation',
  'Unable to undergo magnetic resonance imaging, for instance because of a pacemaker or other metal implants',
  'Current or past abuse of alcohol or drugs within {n} months',
  '{feature}, {feature} or {feature}',
  'Previous gene therapy or transplantation of haematopoietic stem cells',
  'QTcF interval above 450 ms in males or 470 ms in females on two measurements at screening',
  'Inability to swallow tablets',
  'Participation in another clinical trial, or ward of the state',
  'Vaccination with a live vaccine within {n} weeks before the first dose',
];

/** What the studies are about. */
export interface StudyTopics {
  /** The disease of the case, and its gene. */
  readonly disease: string;
  readonly gene: string;
  readonly otherConditions: readonly string[];
  readonly features: readonly string[];
}

/** Writes as many invented studies as JSON Lines, as the register exports them. The same for the same topics. */
export function writeGeneratedStudies(path: string, count: number, topics: StudyTopics): void {
  const random = seededRandom(20_260_601);
  const every = Math.max(1, Math.floor(count / studiesOfCase));
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < count; at += 1) writeSync(file, `${JSON.stringify(generatedStudy(at, at % every === 0 && at / every < studiesOfCase, topics, random))}\n`);
  } finally {
    closeSync(file);
  }
}

function generatedStudy(at: number, isOfCase: boolean, topics: StudyTopics, random: () => number): object {
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  const condition = isOfCase ? topics.disease : pick(topics.otherConditions);
  const fill = (template: string): string =>
    template
      .replaceAll('{condition}', () => (random() < 0.6 ? condition : pick(topics.otherConditions)))
      .replaceAll('{feature}', () => pick(topics.features))
      .replaceAll('{gene}', topics.gene)
      .replaceAll('{n}', () => String(2 + Math.floor(random() * 30)));
  const lines = (templates: readonly string[], wanted: number): string => Array.from({ length: wanted }, (_one, number) => `* ${fill(number === 0 ? (templates[0] ?? '') : pick(templates))}`).join('\n');
  const title = `A study of treatment ${String(at)} in people with ${condition}`;
  return {
    protocolSection: {
      identificationModule: { nctId: `NCT${String(at).padStart(8, '0')}`, briefTitle: title, officialTitle: `${title}: randomised, double-blind, placebo-controlled, in several centres` },
      statusModule: { overallStatus: 'RECRUITING', startDateStruct: { date: '2025-02' } },
      descriptionModule: { briefSummary: `${title}. `.repeat(8) },
      conditionsModule: { conditions: [condition], keywords: [condition, pick(topics.features)] },
      designModule: { studyType: 'INTERVENTIONAL', phases: ['PHASE2'] },
      eligibilityModule: { sex: 'ALL', minimumAge: '2 Years', maximumAge: '65 Years', healthyVolunteers: false, eligibilityCriteria: `Inclusion Criteria:\n\n${lines(inclusion, inclusionCount)}\n\nExclusion Criteria:\n\n${lines(exclusion, exclusionCount)}` },
      contactsLocationsModule: { locations: Array.from({ length: 6 }, (_one, site) => ({ facility: `Hospital ${String(site)}`, city: `Town ${String(Math.floor(random() * 500))}`, country: 'Greece', status: 'RECRUITING', geoPoint: { lat: Math.round(random() * 14_000 - 7_000) / 100, lon: Math.round(random() * 34_000 - 17_000) / 100 } })) },
    },
    derivedSection: { miscInfoModule: { versionHolder: '2026-05-20' } },
  };
}
