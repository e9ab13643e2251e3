import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { SelectionFamily, SelectionQuestion } from '#shared/variant/selection/select-variants.ts';
import type { SelectionMember } from '#shared/variant/selection/family-members.ts';

/** A drawn family whose people are to be found among the samples of a file. */
export interface FamilyToMap {
  readonly name: string;
  readonly family: Family;
  /** Null: the first condition of the family. */
  readonly conditionId: string | null;
  /** Who is which sample and who is affected, as the user said it. Without it people are found by id or reference, and are what the drawing says. */
  readonly people?: readonly SampledPerson[];
}

/** A person of the family and their sample; null where there is none. */
export interface SampledPerson {
  readonly personId: string;
  readonly sample: string | null;
  readonly status: SelectionMember['status'];
}

/** The family as selection needs it. Refused where nobody is among the samples or nobody is said to be affected. */
export function selectionFamily({ name, family, conditionId, people }: FamilyToMap, samples: readonly string[]): Result<SelectionFamily, Failure> {
  const genetic = geneticFamily(family);
  if (!genetic.ok) return genetic;
  const who = new Map((people ?? peopleByName(family, conditionId, samples)).map((person) => [person.personId, person]));
  const idAt = (index: number | null): string | null => (index === null ? null : (genetic.value.members[index]?.id ?? null));
  const members = genetic.value.members.map(({ id, sex, eggParent, spermParent }): SelectionMember => {
    const { sample = null, status = 'unknown' } = who.get(id) ?? {};
    const column = sample === null ? -1 : samples.indexOf(sample);
    return { id, column: column < 0 ? null : column, sex, fatherId: idAt(spermParent), motherId: idAt(eggParent), status };
  });
  if (members.every(({ column }) => column === null)) return refusal(failure('invalid-input', `Nobody of the family ${name} is among the samples of the file. Give the people the names of their samples.`));
  if (!members.some(({ column, status }) => column !== null && status === 'affected')) return refusal(failure('invalid-input', `Nobody of the family ${name} who has a sample is said to be affected.`));
  return success({ name, members });
}

/** By id, by reference, or by the id within its family; affected as drawn. */
function peopleByName(family: Family, conditionId: string | null, samples: readonly string[]): readonly SampledPerson[] {
  const states = statusesOf(family, conditionId);
  return family.individuals.map(({ id, reference }) => ({
    personId: id,
    sample: [id, reference, id.split('/').at(-1) ?? ''].find((name) => name !== '' && samples.includes(name)) ?? null,
    status: states.get(id) ?? 'unknown',
  }));
}

/** Who is drawn as affected or as unaffected by the condition; null: by the first. */
function statusesOf(family: Family, conditionId: string | null): ReadonlyMap<string, 'affected' | 'unaffected'> {
  const condition = conditionId ?? family.conditions[0]?.id;
  return new Map(family.individualConditions.flatMap(({ conditionId: of, individualId, state }) => (of === condition && (state === 'affected' || state === 'unaffected') ? [[individualId, state] as const] : [])));
}

/**
 * Who probably is which sample, for the user to confirm: by reference, id or name, by a word of kinship in the sample's name, and a single sample is the
 * proband's; those with a sample first. Where nothing is drawn of a condition the proband counts as affected; who was sequenced and is drawn with an
 * open symbol counts as unaffected.
 */
export function guessPeople(family: Family, samples: readonly string[]): readonly SampledPerson[] {
  const genetic = geneticFamily(family);
  const probandId = family.individuals.find(({ isProband }) => isProband)?.id ?? null;
  const members = genetic.ok ? genetic.value.members : [];
  const proband = members.find(({ id }) => id === probandId);
  const kin = { father: idOf(members, proband?.spermParent), mother: idOf(members, proband?.eggParent) };
  const states = statusesOf(family, null);
  const isDrawn = [...states.values()].includes('affected');
  const taken = new Set<string>();
  const take = (sample: string | undefined): string | null => {
    if (sample === undefined || taken.has(sample)) return null;
    taken.add(sample);
    return sample;
  };
  const byName = new Map(family.individuals.map((person) => [person.id, take(sampleNamed(samples, [person.reference, person.id, person.givenName, `${person.givenName} ${person.familyName}`, `${person.givenName}_${person.familyName}`]))]));
  const byKinship = (id: string): string | null => {
    const words = id === probandId ? ['proband', 'index', 'child', 'patient', 'son', 'daughter'] : id === kin.father ? ['father', 'dad', 'pat', 'fa'] : id === kin.mother ? ['mother', 'mum', 'mom', 'mat', 'mo'] : [];
    return take(samples.find((sample) => !taken.has(sample) && sample.toLowerCase().split(/[^a-z]+/).some((word) => words.includes(word)))) ?? (id === probandId && samples.length === 1 ? take(samples[0]) : null);
  };
  const people = family.individuals.map(({ id }): SampledPerson => {
    const sample = byName.get(id) ?? byKinship(id);
    return { personId: id, sample, status: states.get(id) ?? (!isDrawn && id === probandId ? 'affected' : sample === null ? 'unknown' : 'unaffected') };
  });
  return people.toSorted((one, other) => Number(one.sample === null) - Number(other.sample === null));
}

const idOf = (members: readonly { readonly id: string }[], index: number | null | undefined): string | null => (index === null || index === undefined ? null : (members[index]?.id ?? null));

function sampleNamed(samples: readonly string[], names: readonly string[]): string | undefined {
  const wanted = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  return samples.find((sample) => wanted.includes(sample.toLowerCase()));
}

/** What is asked of the file without the families. */
export type SelectionFilters = Omit<SelectionQuestion, 'families'>;
