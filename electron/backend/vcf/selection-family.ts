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
  /** Sample by the id of the person; who is not named is found by id or reference. */
  readonly sampleOf?: Readonly<Record<string, string>>;
}

/** The family as selection needs it. Refused where nobody is among the samples or nobody is said to be affected. */
export function selectionFamily({ name, family, conditionId, sampleOf = {} }: FamilyToMap, samples: readonly string[]): Result<SelectionFamily, Failure> {
  const genetic = geneticFamily(family);
  if (!genetic.ok) return genetic;
  const condition = conditionId ?? family.conditions[0]?.id;
  const states = new Map(family.individualConditions.filter(({ conditionId: of }) => of === condition).map(({ individualId, state }) => [individualId, state]));
  const idAt = (index: number | null): string | null => (index === null ? null : (genetic.value.members[index]?.id ?? null));
  const individuals = new Map(family.individuals.map((individual) => [individual.id, individual]));
  const members = genetic.value.members.map(({ id, sex, eggParent, spermParent }): SelectionMember => {
    const reference = individuals.get(id)?.reference ?? '';
    const column = [sampleOf[id], id, reference, id.split('/').at(-1)].map((sample) => (sample === undefined || sample === '' ? -1 : samples.indexOf(sample))).find((found) => found >= 0) ?? null;
    const state = states.get(id);
    return { id, column, sex, fatherId: idAt(spermParent), motherId: idAt(eggParent), status: state === 'affected' || state === 'unaffected' ? state : 'unknown' };
  });
  if (members.every(({ column }) => column === null)) return refusal(failure('invalid-input', `Nobody of the family ${name} is among the samples of the file. Give the people the names of their samples.`));
  if (!members.some(({ column, status }) => column !== null && status === 'affected')) return refusal(failure('invalid-input', `Nobody of the family ${name} who has a sample is said to be affected.`));
  return success({ name, members });
}

/** What is asked of the file without the families. */
export type SelectionFilters = Omit<SelectionQuestion, 'families'>;
