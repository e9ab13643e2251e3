import * as z from 'zod';
import { ageLimitSchema } from '#shared/trial/age-limit.ts';

/** Overall status, in the words of the register's data model. */
export const studyStatuses = [
  'RECRUITING',
  'NOT_YET_RECRUITING',
  'ENROLLING_BY_INVITATION',
  'AVAILABLE',
  'ACTIVE_NOT_RECRUITING',
  'SUSPENDED',
  'TEMPORARILY_NOT_AVAILABLE',
  'COMPLETED',
  'TERMINATED',
  'WITHDRAWN',
  'NO_LONGER_AVAILABLE',
  'APPROVED_FOR_MARKETING',
  'WITHHELD',
  'UNKNOWN',
] as const;
export type StudyStatus = (typeof studyStatuses)[number];

/** Statuses in which a new participant may be taken, now or soon. */
export const openStatuses: readonly StudyStatus[] = ['RECRUITING', 'NOT_YET_RECRUITING', 'ENROLLING_BY_INVITATION', 'AVAILABLE'];

export const studyPhases = ['EARLY_PHASE1', 'PHASE1', 'PHASE2', 'PHASE3', 'PHASE4', 'NA'] as const;
export type StudyPhase = (typeof studyPhases)[number];

export const studyTypes = ['INTERVENTIONAL', 'OBSERVATIONAL', 'EXPANDED_ACCESS'] as const;
export const studySexes = ['ALL', 'FEMALE', 'MALE'] as const;
export type StudySex = (typeof studySexes)[number];

/** Degrees, WGS 84. */
export const geoPointSchema = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
export type GeoPoint = Readonly<z.infer<typeof geoPointSchema>>;

export const studySiteSchema = z.object({
  facility: z.string(),
  city: z.string(),
  state: z.string(),
  country: z.string(),
  status: z.enum(studyStatuses).nullable(),
  point: geoPointSchema.nullable(),
});
export type StudySite = Readonly<z.infer<typeof studySiteSchema>>;

/** A term of the Medical Subject Headings. */
const headingSchema = z.object({ id: z.string(), term: z.string() });
export type Heading = Readonly<z.infer<typeof headingSchema>>;

/** A study of a register, as far as it helps to find it for a family and to weigh it. Empty text and null mean: the data do not say. */
export const studySchema = z.object({
  /** `NCT` and digits. */
  id: z.string(),
  title: z.string(),
  officialTitle: z.string(),
  acronym: z.string(),
  sponsor: z.string(),
  summary: z.string(),
  status: z.enum(studyStatuses).nullable(),
  whyStopped: z.string(),
  type: z.enum(studyTypes).nullable(),
  phases: z.array(z.enum(studyPhases)).readonly(),
  /** Partial dates. */
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  conditions: z.array(z.string()).readonly(),
  keywords: z.array(z.string()).readonly(),
  headings: z.array(headingSchema).readonly(),
  /** Headings above those. */
  widerHeadings: z.array(headingSchema).readonly(),
  interventions: z.array(z.object({ kind: z.string(), name: z.string() })).readonly(),
  sex: z.enum(studySexes).nullable(),
  /** Null: the data do not say; `none`: they say that there is no limit. */
  minimumAge: ageLimitSchema.nullable(),
  maximumAge: ageLimitSchema.nullable(),
  takesHealthyVolunteers: z.boolean().nullable(),
  /** Free text. */
  criteria: z.string(),
  sites: z.array(studySiteSchema).readonly(),
  contacts: z.array(z.object({ name: z.string(), phone: z.string(), email: z.string() })).readonly(),
  /** The day that the data stand for: that of the register's data set, else of the study's last change in it. */
  dataDate: z.string().nullable(),
});
export type Study = Readonly<z.infer<typeof studySchema>>;

/** True where the data hold neither criteria nor sites: an excerpt, beside which a fuller record must not be lost. */
export const isFragment = (study: Study): boolean => study.criteria === '' && study.sites.length === 0;

/** The newer record of a study, with what only the older one says kept where the newer one is an excerpt. */
export function completeFragment(newer: Study, older: Study): Study {
  if (!isFragment(newer)) return newer;
  const text = (key: 'officialTitle' | 'acronym' | 'sponsor' | 'summary' | 'whyStopped' | 'criteria') => (newer[key] === '' ? older[key] : newer[key]);
  const list = <Key extends 'keywords' | 'headings' | 'widerHeadings' | 'interventions' | 'sites' | 'contacts'>(key: Key): Study[Key] => (newer[key].length === 0 ? older[key] : newer[key]);
  return {
    ...newer,
    officialTitle: text('officialTitle'),
    acronym: text('acronym'),
    sponsor: text('sponsor'),
    summary: text('summary'),
    whyStopped: text('whyStopped'),
    criteria: text('criteria'),
    keywords: list('keywords'),
    headings: list('headings'),
    widerHeadings: list('widerHeadings'),
    interventions: list('interventions'),
    sites: list('sites'),
    contacts: list('contacts'),
    sex: newer.sex ?? older.sex,
    minimumAge: newer.minimumAge ?? older.minimumAge,
    maximumAge: newer.maximumAge ?? older.maximumAge,
    takesHealthyVolunteers: newer.takesHealthyVolunteers ?? older.takesHealthyVolunteers,
    dataDate: newer.dataDate ?? older.dataDate,
  };
}
