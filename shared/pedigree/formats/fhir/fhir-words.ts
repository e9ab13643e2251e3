import { diseaseIdPattern, partialDateSchema, termIdPattern } from '#shared/base/schemas.ts';
import { cutText } from '#shared/base/cut-text.ts';
import { nodeOf, nodesOf, textOf, type FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { readGedcomAge, writeGedcomAge } from '#shared/pedigree/formats/gedcom/gedcom-dates.ts';
import type { Condition } from '#shared/pedigree/family.ts';
import type { SexAssignedAtBirth } from '#shared/pedigree/individual.ts';
import { parseDuration } from '#shared/phenotype/duration.ts';

/** Code systems of diseases and findings by the prefix of the id here. */
const systems: readonly (readonly [string, string])[] = [
  ['HP', 'http://purl.obolibrary.org/obo/hp.fhir'],
  ['OMIM', 'http://www.omim.org'],
  ['ORPHA', 'http://www.orpha.net'],
  ['MONDO', 'http://purl.obolibrary.org/obo/mondo.fhir'],
  ['SNOMEDCT', 'http://snomed.info/sct'],
  ['ICD10', 'http://hl7.org/fhir/sid/icd-10'],
  ['LOINC', 'http://loinc.org'],
  ['NCIT', 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl'],
  ['RxNorm', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
  ['ATC', 'http://www.whocc.no/atc'],
];
const ucum = 'http://unitsofmeasure.org';
const units = { a: 'Y', mo: 'M', wk: 'W', d: 'D' } as const;
/** Units by their UCUM codes and by the words that files have. */
const letterOfUnit: ReadonlyMap<string, string> = new Map(Object.entries({ ...units, y: 'Y', yr: 'Y', yrs: 'Y', year: 'Y', years: 'Y', month: 'M', months: 'M', week: 'W', weeks: 'W', day: 'D', days: 'D' }));

export const patientRecordUrl = 'http://hl7.org/fhir/StructureDefinition/familymemberhistory-patient-record';
export const geneticsParentUrl = 'http://hl7.org/fhir/StructureDefinition/family-member-history-genetics-parent';
export const geneticsSiblingUrl = 'http://hl7.org/fhir/StructureDefinition/family-member-history-genetics-sibling';
export const genderIdentityUrl = 'http://hl7.org/fhir/StructureDefinition/patient-genderIdentity';
export const roleCodeSystem = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';
export const administrativeGender = 'http://hl7.org/fhir/administrative-gender';

/** A concept with one code, and words beside it where it says more. */
export const concept = (system: string, code: string, display: string, text = ''): FhirNode => ({ coding: [{ system, code, display }], ...(text === '' ? {} : { text }) });

export function writeConditionCode({ name, diseaseId, termId }: Pick<Condition, 'name' | 'diseaseId' | 'termId'>): FhirNode {
  const coding = [diseaseId, termId].flatMap((id) => {
    const at = id?.indexOf(':') ?? -1;
    if (id === null || at < 0) return [];
    const [prefix, code] = [id.slice(0, at), id.slice(at + 1)];
    const system = systems.find(([known]) => known === prefix)?.[1] ?? `urn:curie:${prefix}`;
    return [{ system, code: prefix === 'HP' ? id : code, display: name }];
  });
  return { ...(coding.length === 0 ? {} : { coding }), text: name };
}

/** A condition by its words and the codes that are known here; null where it has no words at all. */
export function readConditionCode(code: FhirNode | undefined): Pick<Condition, 'name' | 'diseaseId' | 'termId'> | null {
  const codings = nodesOf(code, 'coding');
  const ids = codings.flatMap((coding) => {
    const [system, value] = [textOf(coding, 'system'), textOf(coding, 'code')];
    const prefix = systems.find(([, known]) => known === system)?.[0] ?? (/^urn:curie:(.+)$/.exec(system)?.[1] ?? '');
    const id = value.includes(':') ? value : `${prefix}:${value}`;
    return prefix === '' && !value.includes(':') ? [] : diseaseIdPattern.test(id) ? [id] : [];
  });
  const termId = ids.find((id) => termIdPattern.test(id)) ?? null;
  const diseaseId = ids.find((id) => !termIdPattern.test(id)) ?? null;
  const name = textOf(code, 'text') || codings.map((coding) => textOf(coding, 'display')).find((display) => display !== '') || diseaseId || termId || '';
  return name.trim() === '' ? null : { name: cutText(name, 300), diseaseId, termId };
}

export const negation = (name: string): string => `No history of ${name}`;

/** `No history of X`, which some systems record as if it were a condition: X, looked for and not there. */
export const negatedName = (name: string): string | null => /^no (?:known |personal |family )*history of (.+)$/i.exec(name.trim())?.[1] ?? null;

/** An age as a FHIR quantity where it has one unit, else in words, under the names of a choice such as `onsetAge` and `onsetString`. */
export function writeAge(duration: string, name: string): FhirNode {
  const match = /^P(\d+(?:\.\d+)?)([YMWD])$/.exec(duration);
  const unit = match === null ? undefined : Object.entries(units).find(([, letter]) => letter === match[2])?.[0];
  if (match !== null && unit !== undefined) return { [`${name}Age`]: { value: Number(match[1]), unit, system: ucum, code: unit } };
  return { [`${name}String`]: writeGedcomAge(duration, true) ?? duration };
}

/** The age under `onsetAge`, `onsetString` and the like, as an ISO 8601 duration; null where there is none that can be read. */
export function readAge(node: FhirNode, name: string): string | null {
  const age = nodeOf(node, `${name}Age`);
  const [value, unit] = [textOf(age, 'value'), textOf(age, 'code') || textOf(age, 'unit')];
  const letter = letterOfUnit.get(unit);
  if (age !== undefined) return letter !== undefined && /^\d{1,4}(\.\d{1,4})?$/.test(value) ? `P${value}${letter}` : null;
  const words = textOf(node, `${name}String`);
  return readGedcomAge(words) ?? (parseDuration(words) === null ? null : words);
}

/** A date of FHIR without its time; null where there is none. */
export function readFhirDate(text: string): string | null {
  const date = text.replace(/T.*$/, '');
  return partialDateSchema.safeParse(date).success ? date : null;
}

export const genderCodes: Readonly<Record<SexAssignedAtBirth, string>> = { male: 'male', female: 'female', unassigned: 'other', unknown: 'unknown' };

export function sexOfCode(code: string): SexAssignedAtBirth {
  if (code === 'male' || code === 'female') return code;
  return code === 'other' ? 'unassigned' : 'unknown';
}
