import type { TwinGroup } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/**
 * Siblings from the oldest to the youngest. Those with a stated place or a known birth share out their own seats in the order told by that; those of
 * whom nothing is known keep theirs, so that one date moves nobody else. An ongoing pregnancy is the youngest. Twins stand together where the
 * first of them stands.
 */
export function inBirthOrder(siblings: readonly Individual[], twinGroups: readonly TwinGroup[]): readonly Individual[] {
  const ongoing = siblings.filter(({ life }) => life.kind === 'pregnancy');
  const born = siblings.filter(({ life }) => life.kind !== 'pregnancy');
  return withTwinsTogether([...seated(seated(born, birthSortKey), statedPlace), ...ongoing], twinGroups);
}

/** Sorts those who have a key among the places they hold already; the others stay where they are. */
function seated(siblings: readonly Individual[], keyOf: (individual: Individual) => number | null): readonly Individual[] {
  const keyed = siblings.flatMap((individual, seat) => {
    const key = keyOf(individual);
    return key === null ? [] : [{ individual, seat, key }];
  });
  const sorted = keyed.toSorted((first, second) => first.key - second.key || first.seat - second.seat);
  const result = [...siblings];
  keyed.forEach(({ seat }, index) => {
    const next = sorted[index];
    if (next !== undefined) result[seat] = next.individual;
  });
  return result;
}

const statedPlace = ({ birthOrder }: Individual): number | null => birthOrder;

/** Birth as a number that sorts: the date, unknown parts at the middle of their range; null where none is known. */
function birthSortKey({ birthDate }: Individual): number | null {
  if (birthDate === null) return null;
  const [year, month, day] = birthDate.split('-').map(Number);
  return (year ?? 0) * 372 + (month === undefined ? 186 : (month - 1) * 31 + (day ?? 16));
}

function withTwinsTogether(siblings: readonly Individual[], twinGroups: readonly TwinGroup[]): readonly Individual[] {
  const groupOf = new Map(twinGroups.flatMap((group) => group.members.map((member) => [member.individualId, group.id] as const)));
  const placed = new Set<string>();
  return siblings.flatMap((individual) => {
    if (placed.has(individual.id)) return [];
    const group = groupOf.get(individual.id);
    const together = group === undefined ? [individual] : siblings.filter((other) => groupOf.get(other.id) === group);
    for (const member of together) placed.add(member.id);
    return together;
  });
}
