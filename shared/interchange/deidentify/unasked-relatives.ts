import type { Person } from '#shared/casefile/case-record.ts';
import type { LevelledCase } from '#shared/interchange/deidentify/levelled-case.ts';
import type { Removal } from '#shared/interchange/export-request.ts';
import { familyNumbers } from '#shared/pedigree/family-numbers.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** What tells who a relative is. Their medical history belongs to that of the patient, who told it. */
type Identity = Pick<Individual, 'givenName' | 'familyName' | 'reference' | 'birthDate' | 'deathDate' | 'note'>;

/**
 * The case with relatives who did not agree to the purpose standing in it by their pedigree number: without name, record number and note, dates by the year. Nobody
 * can ask a whole family, and those who died cannot be asked at all; what the patient tells of them is the patient's own history, who they are is not.
 */
export function withoutUnaskedNames(levelled: LevelledCase, hasAgreed: (id: string) => boolean): LevelledCase & { readonly unaskedIds: readonly string[] } {
  const { file } = levelled;
  const isUnasked = ({ id, isProband, life }: Pick<Individual, 'id' | 'isProband' | 'life'>): boolean => !isProband && life.kind === 'person' && !hasAgreed(id);
  const unasked = file.family.individuals.filter((individual) => isUnasked(individual) && differs(individual));
  if (unasked.length === 0) return { ...levelled, unaskedIds: [] };
  const ids = new Set(unasked.map(({ id }) => id));
  const nameless = <One extends Individual | Person>(one: One): One => (ids.has(one.id) ? { ...one, ...identityLeft(one) } : one);
  const numbers = familyNumbers(file.family);
  return {
    ...levelled,
    file: { ...file, family: { ...file.family, individuals: file.family.individuals.map(nameless) }, people: file.people.map(nameless) },
    removals: [...levelled.removals, ...unasked.flatMap((individual) => removalsOf(individual, numbers.get(individual.id) ?? ''))],
    unaskedIds: [...ids],
  };
}

const yearLength = 'YYYY'.length;
const yearOf = (date: string | null): string | null => date?.slice(0, yearLength) ?? null;
const identityLeft = ({ birthDate, deathDate }: Identity): Identity => ({ givenName: '', familyName: '', reference: '', birthDate: yearOf(birthDate), deathDate: yearOf(deathDate), note: '' });
const identityFields = ['givenName', 'familyName', 'reference', 'birthDate', 'deathDate', 'note'] as const satisfies readonly (keyof Identity)[];

const differs = (individual: Individual): boolean => changed(individual).length > 0;

function changed(individual: Individual): readonly (keyof Identity)[] {
  const left = identityLeft(individual);
  return identityFields.filter((field) => left[field] !== individual[field]);
}

const kindOfField: Readonly<Record<keyof Identity, string>> = { givenName: 'name', familyName: 'name', reference: 'identifier', birthDate: 'date', deathDate: 'date', note: 'free text' };

const removalsOf = (individual: Individual, number: string): readonly Removal[] => changed(individual).map((field) => ({ kind: kindOfField[field], where: `${number}, who was not asked`, before: individual[field] ?? '', after: identityLeft(individual)[field] ?? '' }));
