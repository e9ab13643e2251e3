import { firstDayOf } from '#shared/base/calendar-day.ts';
import { consentStateOn } from '#shared/casefile/consent-state.ts';
import { isCarried, plainDescription } from '#shared/casefile/finding.ts';
import { probandOf, type CaseSource } from '#shared/interchange/case-source.ts';
import { ageBetween } from '#shared/phenotype/duration.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/**
 * The columns of a registry row, in their order: name and what it holds. Those with a number are the Set of Common Data Elements for Rare Diseases Registration of the European Commission's
 * Joint Research Centre (ERDRI-CDE, 2017); the others are of the rare-disease common data model RD-CDM (Graefe et al. 2025, doi 10.1038/s41597-025-04558-z). Several values in one cell are parted by `|`.
 * An empty cell: not known. What the clinic does not record, such as biological samples and disability, is always empty.
 */
export const registryColumns: readonly { readonly name: string; readonly holds: string; readonly of: (source: CaseSource) => string }[] = [
  { name: '1.1_pseudonym', holds: 'the number of the case, or its name outside the clinic', of: ({ title }) => title },
  { name: '2.1_date_of_birth', holds: 'ISO 8601, as exactly as known', of: ({ file }) => probandOf(file).birthDate ?? '' },
  { name: '2.2_sex_at_birth', holds: 'female, male, undetermined or unknown', of: ({ file }) => ({ female: 'female', male: 'male', unassigned: 'undetermined', unknown: 'unknown' })[probandOf(file).sexAssignedAtBirth] },
  { name: 'gender', holds: 'woman-girl, man-boy, non-binary or unknown', of: ({ file }) => probandOf(file).gender },
  { name: 'karyotype', holds: 'ISCN', of: ({ file }) => probandOf(file).karyotype },
  { name: '3.1_patient_status', holds: 'alive, dead, lost in follow-up or unknown', of: statusOf },
  { name: '3.2_date_of_death', holds: 'ISO 8601', of: ({ file }) => probandOf(file).deathDate ?? '' },
  { name: 'age_at_death', holds: 'ISO 8601 duration', of: ({ file }) => probandOf(file).ageAtDeath ?? '' },
  { name: 'age_at_last_encounter', holds: 'ISO 8601 duration', of: ({ file }) => probandOf(file).ageAtLastEncounter ?? '' },
  { name: '4.1_first_contact', holds: 'first contact with the specialised centre, ISO 8601', of: firstVisit },
  { name: '5.1_age_at_onset', holds: 'ISO 8601 duration, a term or a date', of: ({ file }) => onsetOf(file) },
  { name: '5.2_age_at_diagnosis', holds: 'ISO 8601 duration, or a date where the birth is not known', of: ({ file }) => diagnosisAt(file) },
  { name: '6.1_diagnosis', holds: 'confirmed diseases: OMIM, ORPHA or MONDO', of: ({ file }) => joined(file.candidates.filter(({ state }) => state === 'confirmed').map(({ diseaseId }) => diseaseId)) },
  { name: 'diagnosis_name', holds: 'their names', of: ({ file }) => joined(file.candidates.filter(({ state }) => state === 'confirmed').map(({ diseaseName }) => diseaseName)) },
  { name: 'diagnosis_considered', holds: 'diseases worked on or suspected', of: ({ file }) => joined(file.candidates.filter(({ state }) => state === 'working' || state === 'suspected').map(({ diseaseId }) => diseaseId)) },
  { name: '6.2_genetic_diagnosis', holds: 'gene and HGVS of each variant of the patient', of: ({ file }) => variantsOf(file, (finding) => [finding.gene?.symbol ?? '', plainDescription(finding)].filter((part) => part !== '').join(' ')) },
  { name: 'variant_class', holds: 'ACMG/AMP class, in the same order; empty: not classified', of: ({ file }) => variantsOf(file, ({ classifications }) => classifications.at(-1)?.classification ?? '') },
  { name: 'variant_zygosity', holds: 'in the same order', of: ({ file }) => variantsOf(file, ({ genotypes }) => genotypes.find(({ personId }) => personId === probandOf(file).id)?.state ?? '') },
  { name: '6.3_phenotype', holds: 'observed HPO terms', of: ({ file }) => termsOf(file, 'observed') },
  { name: 'phenotype_excluded', holds: 'excluded HPO terms', of: ({ file }) => termsOf(file, 'excluded') },
  { name: 'measurements', holds: 'not recorded by the clinic', of: () => '' },
  { name: 'family_affected', holds: 'number of affected relatives', of: ({ file }) => String(affectedRelatives(file)) },
  { name: 'consanguinity', holds: 'reported, denied or not-asked', of: ({ file }) => (file.family.partnerships.some(({ isConsanguineous }) => isConsanguineous) ? 'reported' : file.family.header.consanguinityAsked) },
  { name: '7.1_may_be_contacted', holds: 'consent to recontact: given, refused, expired, withdrawn or missing', of: (source) => consentOf(source, 'recontact') },
  { name: '7.2_data_may_be_reused', holds: 'consent to registries', of: (source) => consentOf(source, 'registry') },
  { name: '7.3_biological_sample', holds: 'not recorded by the clinic', of: () => '' },
  { name: '7.4_biobank', holds: 'not recorded by the clinic', of: () => '' },
  { name: '8.1_disability', holds: 'not recorded by the clinic', of: () => '' },
];

type File = CaseSource['file'];

const joined = (values: readonly string[]): string => (values.every((value) => value === '') ? '' : values.map((value) => value.replaceAll('|', '/')).join('|'));

function statusOf({ file }: CaseSource): string {
  const { vitalStatus } = probandOf(file);
  if (vitalStatus === 'deceased') return 'dead';
  return file.case.status === 'lost-to-follow-up' ? 'lost in follow-up' : vitalStatus;
}

function firstVisit({ file }: CaseSource): string {
  const dates = file.events.flatMap(({ kind, when }) => (kind === 'visit' && when?.kind === 'date' ? [when.date] : []));
  return dates.toSorted((one, other) => (firstDayOf(one) < firstDayOf(other) ? -1 : 1))[0] ?? '';
}

function onsetOf(file: File): string {
  const confirmed = new Set(file.candidates.filter(({ state }) => state === 'confirmed').map(({ diseaseId }) => diseaseId));
  const condition = file.family.conditions.find(({ diseaseId }) => diseaseId !== null && confirmed.has(diseaseId));
  const row = file.family.individualConditions.find(({ individualId, conditionId }) => individualId === probandOf(file).id && conditionId === condition?.id);
  const onset = row?.onset ?? null;
  return onset === null ? (file.case.firstSymptomOn ?? '') : timeText(onset);
}

function timeText(time: TimeElement): string {
  switch (time.kind) {
    case 'age':
      return time.duration;
    case 'age-range':
      return `${time.start}/${time.end}`;
    case 'gestation':
      return `${String(time.weeks)}+${String(time.days)} weeks of gestation`;
    case 'term':
      return time.termId;
    case 'date':
      return time.date;
    case 'date-range':
      return `${time.start}/${time.end}`;
  }
}

function diagnosisAt(file: File): string {
  const decided = file.candidates.filter(({ state }) => state === 'confirmed').map(({ decidedOn }) => decidedOn).toSorted()[0];
  if (decided === undefined) return '';
  const { birthDate } = probandOf(file);
  return (birthDate === null ? null : ageBetween(birthDate, decided)) ?? decided;
}

const variantsOf = (file: File, words: (finding: File['findings'][number]) => string): string => joined(file.findings.filter(({ genotypes }) => genotypes.some((one) => one.personId === probandOf(file).id && isCarried(one))).map(words));

const termsOf = (file: File, state: 'observed' | 'excluded'): string => joined(file.features.filter((feature) => feature.personId === probandOf(file).id && feature.state === state).map(({ termId }) => termId));

const affectedRelatives = ({ family }: File): number => new Set(family.individualConditions.filter(({ state, individualId }) => state === 'affected' && family.individuals.some(({ id, isProband }) => id === individualId && !isProband)).map(({ individualId }) => individualId)).size;

const consentOf = ({ file, today }: CaseSource, purpose: 'recontact' | 'registry'): string => consentStateOn(file.consents, probandOf(file).id, purpose, today).state;
