import type { Family, ParentEdge } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

/** Why two individuals are taken for one person, from the surest to the least sure. */
export type MatchReason = 'id' | 'reference' | 'name-and-birth' | 'proband' | 'relation';

export interface IndividualMatch {
  readonly incomingId: string;
  /** Null for somebody who is not in the family yet. */
  readonly existingId: string | null;
  readonly reason: MatchReason | null;
}

/**
 * Who of an incoming family is who of the existing one. Nobody is matched twice, and nobody with somebody of another sex or birth year. Where two could
 * be meant, neither is taken: a wrong match mixes two people, a missing one is seen and set by hand.
 */
export function matchIndividuals(existing: Family, incoming: Family): readonly IndividualMatch[] {
  const matched = new Map<string, { existingId: string; reason: MatchReason }>();
  const state: Matching = { existing, incoming, matched, taken: new Set(), byId: new Map(existing.individuals.map((individual) => [individual.id, individual])) };
  matchByKey(state, 'id', ({ id }) => id);
  matchByKey(state, 'reference', ({ reference }) => reference);
  matchByKey(state, 'name-and-birth', ({ givenName, familyName, birthDate }) => (givenName === '' || (familyName === '' && birthDate === null) ? '' : [givenName, familyName, birthDate?.slice(0, 4) ?? ''].join('|').toLowerCase()));
  matchByKey(state, 'proband', ({ isProband }) => (isProband ? 'proband' : ''));
  matchByRelation(state);
  return incoming.individuals.map(({ id }) => ({ incomingId: id, existingId: matched.get(id)?.existingId ?? null, reason: matched.get(id)?.reason ?? null }));
}

interface Matching {
  readonly existing: Family;
  readonly incoming: Family;
  readonly matched: Map<string, { existingId: string; reason: MatchReason }>;
  /** Existing individuals who are somebody already. */
  readonly taken: Set<string>;
  readonly byId: ReadonlyMap<string, Individual>;
}

function matchByKey({ existing, incoming, matched, taken, ...rest }: Matching, reason: MatchReason, keyOf: (individual: Individual) => string): void {
  const ones = uniqueByKey(existing.individuals.filter(({ id }) => !taken.has(id)), keyOf);
  const others = uniqueByKey(incoming.individuals.filter(({ id }) => !matched.has(id)), keyOf);
  for (const [key, other] of others) {
    const one = ones.get(key);
    if (one !== undefined) join({ existing, incoming, matched, taken, ...rest }, one, other, reason);
  }
}

function uniqueByKey(individuals: readonly Individual[], keyOf: (individual: Individual) => string): ReadonlyMap<string, Individual> {
  const found = new Map<string, Individual | null>();
  for (const individual of individuals) found.set(keyOf(individual), found.has(keyOf(individual)) ? null : individual);
  return new Map([...found].flatMap(([key, individual]) => (individual === null || key === '' ? [] : [[key, individual] as const])));
}

/** True where the two are now one. */
function join({ matched, taken }: Matching, one: Individual, other: Individual, reason: MatchReason): boolean {
  if (taken.has(one.id) || matched.has(other.id) || !mayBeOne(one, other)) return false;
  matched.set(other.id, { existingId: one.id, reason });
  taken.add(one.id);
  return true;
}

/** No fact says that they are two. */
function mayBeOne(one: Individual, other: Individual): boolean {
  const [sex, otherSex] = [presumedSexAssignedAtBirth(one), presumedSexAssignedAtBirth(other)];
  if (sex !== 'unknown' && otherSex !== 'unknown' && sex !== otherSex) return false;
  if (one.birthDate !== null && other.birthDate !== null && one.birthDate.slice(0, 4) !== other.birthDate.slice(0, 4)) return false;
  if (one.life.kind !== other.life.kind) return false;
  return one.givenName === '' || other.givenName === '' || one.givenName.toLowerCase() === other.givenName.toLowerCase();
}

/** Parents, partners and lone children of those who are known, over and over until nobody is added. */
function matchByRelation(matching: Matching): void {
  const ones = relativesOf(matching.existing);
  const others = relativesOf(matching.incoming);
  const otherById = new Map(matching.incoming.individuals.map((individual) => [individual.id, individual]));
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const [incomingId, { existingId }] of [...matching.matched]) {
      for (const [place, ids] of others.get(incomingId) ?? []) {
        // Only where one is left on each side is it certain who is meant.
        const left = (ones.get(existingId)?.get(place) ?? []).filter((id) => !matching.taken.has(id));
        const open = ids.filter((id) => !matching.matched.has(id));
        const [one, other] = [matching.byId.get(left[0] ?? ''), otherById.get(open[0] ?? '')];
        if (left.length !== 1 || open.length !== 1 || one === undefined || other === undefined) continue;
        if (join(matching, one, other, 'relation')) isGrowing = true;
      }
    }
  }
}

/** By place, such as `egg` for the mother or `son`: who stands there. */
type Relatives = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function relativesOf({ individuals, parentEdges, partnerships }: Family): Relatives {
  const relatives = new Map<string, Map<string, string[]>>(individuals.map(({ id }) => [id, new Map<string, string[]>()]));
  const sexOf = new Map(individuals.map((individual) => [individual.id, presumedSexAssignedAtBirth(individual)]));
  const add = (id: string, place: string, other: string): void => {
    const places = relatives.get(id);
    const there = places?.get(place) ?? [];
    if (!there.includes(other)) places?.set(place, [...there, other]);
  };
  for (const edge of parentEdges) {
    add(edge.childId, `parent ${placeOf(edge)}`, edge.parentId);
    add(edge.parentId, `child ${sexOf.get(edge.childId) ?? ''}`, edge.childId);
  }
  for (const { partnerIds: [first, second] } of partnerships) {
    add(first, 'partner', second);
    add(second, 'partner', first);
  }
  return relatives;
}

const placeOf = ({ roles, isDonor }: ParentEdge): string => `${isDonor ? 'donor ' : ''}${roles.includes('egg') ? 'egg' : roles.includes('sperm') ? 'sperm' : (roles[0] ?? '')}`;
