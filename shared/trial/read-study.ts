import { refusal, success, type Result } from '#shared/base/result.ts';
import { partialDateSchema } from '#shared/base/schemas.ts';
import { parseAgeLimit, type AgeLimit } from '#shared/trial/age-limit.ts';
import { field, isObject, list, part, text, texts, type JsonObject } from '#shared/trial/json-fields.ts';
import { studyPhases, studySexes, studyStatuses, studyTypes, type GeoPoint, type Heading, type Study, type StudySite } from '#shared/trial/study.ts';

/** Something odd about a study, with where it stands below the study. */
export interface StudyOddity {
  readonly rule: 'odd-id' | 'fragment' | 'odd-value' | 'cut-off' | 'odd-age-range' | 'missing-part';
  readonly message: string;
  readonly pointer: string;
}

export interface ReadStudy {
  readonly study: Study;
  readonly oddities: readonly StudyOddity[];
}

/**
 * Reads one study of the ClinicalTrials.gov API version 2. Never throws: a part that is missing or not understood is left out with a word why;
 * refused, with the reason, is only what is no study.
 */
export function readStudy(value: unknown): Result<ReadStudy, StudyRefusal> {
  if (!isObject(value)) return refusal({ message: 'is no study, expected an object with a protocolSection', pointer: '' });
  const protocol = field(value, 'protocolSection');
  if (!isObject(protocol)) return refusal({ message: 'is no study, expected a protocolSection', pointer: '/protocolSection' });
  const identification = part(protocol, 'identificationModule');
  const id = text(identification, 'nctId', 40).toUpperCase();
  if (!/^NCT\d{1,12}$/.test(id)) return refusal({ message: 'has no number of the register, expected an nctId such as NCT01234567', pointer: '/protocolSection/identificationModule/nctId' });
  const reading = createReading();
  if (!/^NCT\d{8}$/.test(id)) reading.note('odd-id', 'This is no number that the register gives, expected NCT and 8 digits. It is kept as it is.', '/protocolSection/identificationModule/nctId');
  const study = { id, ...readIdentity(identification, protocol), ...readState(reading, protocol), ...readSubject(value, protocol), ...readEligibility(reading, protocol), ...readPlaces(reading, protocol), dataDate: readDataDate(value, protocol) } satisfies Study;
  noteGaps(reading, study, protocol);
  return success({ study, oddities: reading.oddities });
}

export interface StudyRefusal {
  readonly message: string;
  readonly pointer: string;
}

interface Reading {
  readonly oddities: StudyOddity[];
  readonly note: (rule: StudyOddity['rule'], message: string, pointer: string) => void;
}

function createReading(): Reading {
  const oddities: StudyOddity[] = [];
  return { oddities, note: (rule, message, pointer) => oddities.push({ rule, message, pointer }) };
}

/** Longer than any text of the register. */
const longestText = 60_000;

function readIdentity(identification: JsonObject, protocol: JsonObject) {
  const sponsors = part(protocol, 'sponsorCollaboratorsModule');
  return {
    title: text(identification, 'briefTitle'),
    officialTitle: text(identification, 'officialTitle'),
    acronym: text(identification, 'acronym', 200),
    sponsor: text(part(sponsors, 'leadSponsor'), 'name', 500) || text(part(identification, 'organization'), 'fullName', 500),
    summary: plainText(text(part(protocol, 'descriptionModule'), 'briefSummary', longestText)),
  };
}

function readState(reading: Reading, protocol: JsonObject) {
  const status = part(protocol, 'statusModule');
  const design = part(protocol, 'designModule');
  return {
    status: oneOf(reading, status, 'overallStatus', studyStatuses, '/protocolSection/statusModule'),
    whyStopped: text(status, 'whyStopped'),
    type: oneOf(reading, design, 'studyType', studyTypes, '/protocolSection/designModule'),
    phases: texts(design, 'phases').flatMap((phase) => {
      const known = studyPhases.find((name) => name === phase);
      if (known === undefined) reading.note('odd-value', `${quoted(phase)} is no phase of the register. It was left out.`, '/protocolSection/designModule/phases');
      return known === undefined ? [] : [known];
    }),
    startsOn: partialDate(reading, part(status, 'startDateStruct'), '/protocolSection/statusModule/startDateStruct'),
    endsOn: partialDate(reading, part(status, 'completionDateStruct'), '/protocolSection/statusModule/completionDateStruct'),
  };
}

function readSubject(study: JsonObject, protocol: JsonObject) {
  const conditions = part(protocol, 'conditionsModule');
  const browse = part(part(study, 'derivedSection'), 'conditionBrowseModule');
  return {
    conditions: texts(conditions, 'conditions'),
    keywords: texts(conditions, 'keywords'),
    headings: headings(browse, 'meshes'),
    widerHeadings: headings(browse, 'ancestors'),
    interventions: list(part(protocol, 'armsInterventionsModule'), 'interventions').filter(isObject).map((intervention) => ({ kind: text(intervention, 'type', 100), name: text(intervention, 'name', 500) })).filter(({ name }) => name !== ''),
  };
}

const headings = (browse: JsonObject, name: string): readonly Heading[] => list(browse, name).filter(isObject).map((mesh) => ({ id: meshId(text(mesh, 'id', 40)), term: text(mesh, 'term', 500) })).filter(({ term }) => term !== '');

/** The register writes D000013166 for what the thesaurus calls D013166. */
const meshId = (id: string): string => id.replace(/^([CD])0+(\d{6,})$/, '$1$2');

function readEligibility(reading: Reading, protocol: JsonObject) {
  const eligibility = part(protocol, 'eligibilityModule');
  const place = '/protocolSection/eligibilityModule';
  const healthy = field(eligibility, 'healthyVolunteers');
  return {
    sex: oneOf(reading, eligibility, 'sex', studySexes, place),
    minimumAge: age(reading, eligibility, 'minimumAge', place),
    maximumAge: age(reading, eligibility, 'maximumAge', place),
    takesHealthyVolunteers: typeof healthy === 'boolean' ? healthy : null,
    criteria: plainText(text(eligibility, 'eligibilityCriteria', longestText)),
  };
}

function readPlaces(reading: Reading, protocol: JsonObject) {
  const places = part(protocol, 'contactsLocationsModule');
  const contact = (value: JsonObject) => ({ name: text(value, 'name', 300), phone: [text(value, 'phone', 100), text(value, 'phoneExt', 20)].filter((piece) => piece !== '').join(' ext. '), email: text(value, 'email', 300) });
  return {
    sites: list(places, 'locations').filter(isObject).map((site, at): StudySite => ({
      facility: text(site, 'facility', 500),
      city: text(site, 'city', 200),
      state: text(site, 'state', 200),
      country: text(site, 'country', 200),
      status: oneOf(reading, site, 'status', studyStatuses, `/protocolSection/contactsLocationsModule/locations/${String(at)}`),
      point: geoPoint(part(site, 'geoPoint')),
    })),
    contacts: list(places, 'centralContacts').filter(isObject).map(contact),
  };
}

/** The register dates its whole data set; an excerpt made by hand has at best the day of the study's last change. */
function readDataDate(study: JsonObject, protocol: JsonObject): string | null {
  const version = text(part(part(study, 'derivedSection'), 'miscInfoModule'), 'versionHolder', 20);
  if (/^\d{4}-\d{2}-\d{2}$/.test(version)) return version;
  const changed = text(part(part(protocol, 'statusModule'), 'lastUpdatePostDateStruct'), 'date', 20);
  return /^\d{4}-\d{2}-\d{2}$/.test(changed) ? changed : null;
}

function noteGaps(reading: Reading, study: Study, protocol: JsonObject): void {
  const missing = [
    ...(study.criteria === '' ? ['criteria'] : []),
    ...(study.sites.length === 0 ? ['sites'] : []),
    ...(study.sex === null ? ['sex'] : []),
  ];
  const place = '/protocolSection/eligibilityModule';
  if (study.criteria === '' && study.sites.length === 0) reading.note('fragment', `An excerpt of a study: it holds no ${missing.join(', no ')}. Its criteria have to be read at the register.`, '/protocolSection');
  else for (const name of missing) reading.note('missing-part', `The data hold no ${name}.`, name === 'sites' ? '/protocolSection/contactsLocationsModule' : place);
  if (/(\.\.\.|…)\s*$/.test(study.criteria)) reading.note('cut-off', 'The criteria end in dots, as text that was cut off does. The rest has to be read at the register.', `${place}/eligibilityCriteria`);
  if (study.conditions.length === 0) reading.note('missing-part', 'The data name no condition.', '/protocolSection/conditionsModule');
  if (study.status === null && field(part(protocol, 'statusModule'), 'overallStatus') === undefined) reading.note('missing-part', 'The data hold no status.', '/protocolSection/statusModule');
  const ages = [study.minimumAge, study.maximumAge];
  if (ages.every((limit) => limit?.kind === 'age' && limit.unit === 'years')) {
    const [least, most] = ages.map((limit) => (limit?.kind === 'age' ? limit.count : 0));
    if ((least ?? 0) > (most ?? 0)) reading.note('odd-age-range', 'The greatest age is below the least age.', place);
  }
}

function oneOf<const Name extends string>(reading: Reading, object: JsonObject, name: string, known: readonly Name[], place: string): Name | null {
  const value = field(object, name);
  if (value === undefined || value === null || value === '') return null;
  const found = known.find((word) => word === value);
  if (found === undefined) reading.note('odd-value', `${typeof value === 'string' ? quoted(value) : 'The value'} is not among the values of ${name}. It was left out.`, `${place}/${name}`);
  return found ?? null;
}

function age(reading: Reading, eligibility: JsonObject, name: string, place: string): AgeLimit | null {
  const value = field(eligibility, name);
  if (value === undefined || value === null || value === '') return null;
  const limit = typeof value === 'string' ? parseAgeLimit(value) : null;
  if (limit === null) reading.note('odd-value', `${typeof value === 'string' ? quoted(value) : 'The value'} is no age, expected one such as 6 Months. It was left out.`, `${place}/${name}`);
  return limit;
}

function partialDate(reading: Reading, struct: JsonObject, place: string): string | null {
  const value = text(struct, 'date', 40);
  if (value === '') return null;
  if (partialDateSchema.safeParse(value).success) return value;
  reading.note('odd-value', `${quoted(value)} is no date, expected YYYY, YYYY-MM or YYYY-MM-DD. It was left out.`, `${place}/date`);
  return null;
}

function geoPoint(point: JsonObject): GeoPoint | null {
  const [latitude, longitude] = [field(point, 'lat'), field(point, 'lon')];
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** Signs that the register escapes for Markdown stand for themselves. */
const plainText = (marked: string): string => marked.replace(/\\([\\`*_{}[\]()<>#+\-.!|~^=&])/g, '$1').replace(/\r\n?/g, '\n');

const quoted = (value: string): string => `“${value.replace(/\s+/g, ' ').slice(0, 40)}”`;
