import type { CaseFile } from '#shared/casefile/case-file.ts';
import { consentStateOn, isAllowed } from '#shared/casefile/consent-state.ts';
import type { ConsentPurpose } from '#shared/casefile/consent.ts';
import type { ExportFormat } from '#shared/casefile/export-record.ts';
import { formatsOfPatientAlone } from '#shared/interchange/export-contents.ts';
import type { ConsentBlock, ExportRequest } from '#shared/interchange/export-request.ts';
import type { IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

export interface ConsentsOfExport {
  readonly blocks: readonly ConsentBlock[];
  /** The agreements on which the export rests. */
  readonly consentIds: readonly string[];
}

/**
 * Whose agreement an export needs: of the people of the file, as the level leaves it,
 * - the patient, always: the file is about them, and a phenotype with a genotype is never wholly without a name;
 * - every relative whom the file still names, initials too, and at the full level whom it dates to the day or knows by a record number, because that tells who it is;
 * - every relative whose own genotype it holds, because a genotype is their own finding and may be matched with other data.
 * What the patient tells of the others, such as an affected uncle without a name, is the patient's own family history and needs nobody else. Whoever
 * is drawn but is no person, such as a pregnancy or a group, agrees to nothing. A questionnaire goes to the family itself and asks it about what it has told: nobody
 * is asked whether they may be asked. A letter to a relative tells what was found in the patient and of nobody else.
 */
export function peopleWhoMustAgree(file: CaseFile, { content, format, level }: Pick<ExportRequest, 'content' | 'format' | 'level'>): readonly string[] {
  if (format === 'questionnaire') return [];
  if (content.kind === 'relatives-letter') return file.family.individuals.filter(({ isProband }) => isProband).map(({ id }) => id);
  const isTested = (id: string): boolean => file.findings.some(({ genotypes }) => genotypes.some(({ personId }) => personId === id));
  return file.family.individuals
    .filter((one) => one.isProband || (!formatsOfPatientAlone.has(format) && one.life.kind === 'person' && (isIdentified(one, level) || isTested(one.id))))
    .map(({ id }) => id);
}

/** Whose data the file holds. */
export function peopleInExport(file: CaseFile, format: ExportFormat): readonly string[] {
  return file.family.individuals.filter(({ isProband }) => isProband || !formatsOfPatientAlone.has(format)).map(({ id }) => id);
}

/** What stands against an export of the case on a day. `personIds` and the case are those of the vault. */
export function consentsOfExport(original: CaseFile, personIds: readonly string[], purpose: ConsentPurpose, day: string, numberOf: (personId: string) => string): ConsentsOfExport {
  const standing = personIds.map((personId) => ({ personId, ...consentStateOn(original.consents, personId, purpose, day) }));
  const nameOf = new Map(original.family.individuals.map(({ id, givenName, familyName }) => [id, [givenName, familyName].filter((part) => part !== '').join(' ')]));
  return {
    blocks: standing.flatMap(({ personId, state }) => (state === 'given' || isAllowed(state, purpose) ? [] : [{ personId, pedigreeNumber: numberOf(personId), name: nameOf.get(personId) ?? '', purpose, why: state }])),
    consentIds: standing.flatMap(({ consent, state }) => (state === 'given' && consent !== null ? [consent.id] : [])),
  };
}

const dayLength = 'YYYY-MM-DD'.length;
const isDay = (date: string | null): boolean => date !== null && date.length === dayLength;

/** Below the full level a date is a year or moved, and there are no record numbers. */
const isIdentified = ({ givenName, familyName, reference, birthDate, deathDate }: Individual, level: IdentificationLevel): boolean =>
  givenName !== '' || familyName !== '' || (level === 'full' && (reference !== '' || isDay(birthDate) || isDay(deathDate)));
