import { conditionLosses, headerLosses } from '#shared/pedigree/formats/losses-of-conditions.ts';
import { lineLosses } from '#shared/pedigree/formats/losses-of-lines.ts';
import { lossWords, type Lost, type LossKind } from '#shared/pedigree/formats/loss-kinds.ts';
import { sameValue } from '#shared/pedigree/formats/same-value.ts';
import { toldVitalStatus } from '#shared/pedigree/formats/told-vital-status.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

/** Something that an export does not hold. */
export interface Loss {
  /** Stable. */
  readonly kind: LossKind;
  /** Ids of the people whom it concerns, in the order told; empty where it is about the family. */
  readonly people: readonly string[];
  readonly message: string;
}

/**
 * What is in a family and not in the same family read back from a file. `fileIds` says what an individual is called there. Ids and rows without
 * content do not count; what nomenclature presumes unless told otherwise (the sex of a woman) counts as said.
 */
export function lossesBetween(family: Family, readBack: Family, fileIds: ReadonlyMap<string, string>, formatName: string): readonly Loss[] {
  const lost: Lost[] = [...individualLosses(family, readBack, fileIds), ...lineLosses(family, readBack, fileIds), ...conditionLosses(family, readBack, fileIds), ...headerLosses(family, readBack)];
  const rank = new Map(family.individuals.map(({ id }, index) => [id, index] as const));
  const kinds = [...new Set(lost.map(({ kind }) => kind))];
  return kinds.map((kind): Loss => {
    const people = [...new Set(lost.flatMap((one) => (one.kind === kind ? one.people : [])))].toSorted((first, second) => (rank.get(first) ?? 0) - (rank.get(second) ?? 0));
    return { kind, people, message: lossMessage(kind, people.length, formatName) };
  });
}

/** `PED cannot hold twins (2 people).` */
export const lossMessage = (kind: LossKind, people: number, formatName: string): string => `${formatName} cannot hold ${lossWords[kind]}${people === 0 ? '' : people === 1 ? ' (1 person)' : ` (${String(people)} people)`}.`;

/** The facts of one individual, by the kind of loss that it is when they change; compared as written. */
const facts: Partial<Record<LossKind, (individual: Individual) => unknown>> = {
  name: ({ givenName, familyName }) => [givenName, familyName],
  gender: ({ gender }) => gender,
  'sex-assigned-at-birth': (individual) => presumedSexAssignedAtBirth(individual),
  karyotype: ({ karyotype }) => karyotype,
  gestation: ({ life }) => ('gestation' in life ? life.gestation : null),
  'vital-status': (individual) => toldVitalStatus(individual),
  birth: ({ birthDate }) => birthDate,
  death: ({ deathDate, ageAtDeath }) => [deathDate, ageAtDeath],
  'cause-of-death': ({ causeOfDeath }) => causeOfDeath,
  age: ({ ageAtLastEncounter, ageRecordedOn }) => [ageAtLastEncounter, ageRecordedOn],
  'birth-order': ({ birthOrder }) => birthOrder,
  adoption: ({ isAdopted }) => isAdopted,
  evaluation: ({ isEvaluated, evaluations }) => [isEvaluated, evaluations],
  childlessness: ({ childlessness }) => childlessness,
  ancestry: ({ ancestry }) => ancestry,
  note: ({ note }) => note,
  provenance: ({ provenance }) => provenance,
  proband: ({ isProband }) => isProband,
  consultand: ({ isConsultand }) => isConsultand,
};

function individualLosses(family: Family, readBack: Family, fileIds: ReadonlyMap<string, string>): readonly Lost[] {
  const keptOf = new Map(readBack.individuals.map((individual) => [individual.id, individual]));
  const lost: Lost[] = [];
  for (const individual of family.individuals) {
    const kept = keptOf.get(fileIds.get(individual.id) ?? '');
    if (kept === undefined) {
      lost.push({ kind: 'individual', people: [individual.id] });
      continue;
    }
    for (const [kind, fact] of Object.entries(facts) as [LossKind, (individual: Individual) => unknown][]) {
      // A lost pregnancy that a file does not know as one is named for that.
      if (kind === 'vital-status' && kept.life.kind !== individual.life.kind) continue;
      // In a file that tells the dead only, the others are taken to live.
      if (kind === 'vital-status' && individual.vitalStatus === 'alive' && kept.vitalStatus === 'unknown') continue;
      if (!sameValue(fact(individual), fact(kept))) lost.push({ kind, people: [individual.id] });
    }
    if (individual.reference !== '' && individual.reference !== kept.reference) lost.push({ kind: 'reference', people: [individual.id] });
    if (lifeWithoutGestation(individual) !== lifeWithoutGestation(kept)) lost.push({ kind: kindOfLife(individual), people: [individual.id] });
  }
  return [...lost, ...orderLosses(family, readBack, fileIds)];
}

const lifeWithoutGestation = ({ life }: Individual): string => JSON.stringify({ ...life, gestation: null });

function kindOfLife({ life }: Individual): LossKind {
  if (life.kind === 'group') return 'group';
  if (life.kind === 'pregnancy') return 'pregnancy';
  return life.kind === 'person' ? 'individual' : 'pregnancy-loss';
}

/** The order told, of those who are there. */
function orderLosses(family: Family, readBack: Family, fileIds: ReadonlyMap<string, string>): readonly Lost[] {
  const place = new Map(readBack.individuals.map(({ id }, index) => [id, index] as const));
  const places = family.individuals.flatMap(({ id }) => place.get(fileIds.get(id) ?? '') ?? []);
  return places.every((at, index) => index === 0 || at > (places[index - 1] ?? -1)) ? [] : [{ kind: 'order', people: [] }];
}
