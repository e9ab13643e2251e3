import fc from 'fast-check';
import { ancestorsOf } from '#shared/pedigree/ancestry.ts';
import { conditionStates, type Family } from '#shared/pedigree/family.ts';
import type { Individual, IndividualDetail } from '#shared/pedigree/individual.ts';
import { coupleKey } from '#shared/pedigree/structure.ts';
import { aPedigree, builderOf, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';

/** One thing that happens while a family is told; the numbers choose whom it happens to and how. */
interface Step {
  readonly kind: keyof typeof happenings;
  readonly who: number;
  readonly whom: number;
  readonly how: number;
}

type Happening = (told: PedigreeBuilder, person: Individual, other: Individual, how: number) => PedigreeBuilder;

/**
 * Families as clinics meet them, of 1 to about `maxPeople` people, always valid: loops, several partners, unions across generations, half-siblings,
 * twins and triplets, adoption, donors, losses, founders and strangers. Parents are older than their children where dates are told, and nobody is
 * their own ancestor. Fewer steps make a smaller family, so a failing one shrinks to its essence.
 */
export function families({ maxPeople = 60 }: { readonly maxPeople?: number } = {}): fc.Arbitrary<Family> {
  const number = fc.nat({ max: 999 });
  const step: fc.Arbitrary<Step> = fc.record({ kind: fc.oneof(...stepKinds), who: number, whom: number, how: number });
  return fc
    .record({ steps: fc.array(step, { maxLength: Math.ceil(maxPeople * 0.7), size: 'max' }), dated: fc.constantFrom('none', 'some', 'all'), salt: number })
    .map(({ steps, dated, salt }) => withDates(steps.reduce((told, next) => (told.build().individuals.length + 5 > maxPeople ? told : happen(told, next)), aPedigree().person('p1').proband('p1')).build(), dated, salt));
}

const happenings = {
  parents: (told, person) => {
    if (parentIds(told, person).length > 0) return told;
    const [withFather, father] = added(told, { gender: 'man-boy' });
    const [withBoth, mother] = added(withFather, { gender: 'woman-girl' });
    return withBoth.couple(father, mother).childOf(person.id, father, mother);
  },
  children: (told, person, _other, how) => (isAdult(person) ? children(...couple(told, person, how), (how % 4) + 1, how) : told),
  childOfOne: (told, person, _other, how) => {
    if (!isAdult(person)) return told;
    const [next, child] = added(told, person.gender === 'unknown' ? {} : { gender: genderOf(how) });
    const roles = person.gender === 'man-boy' ? (['sperm'] as const) : person.gender === 'woman-girl' ? (['egg', 'gestational'] as const) : (['genetic'] as const);
    return next.parent(child, person.id, roles, { undrawnPartner: how % 3 });
  },
  newPartner: (told, person, _other, how) => (isAdult(person) ? children(...newCouple(told, person), how % 3, how) : told),
  union: (told, person, other, how) => {
    if (!canJoin(told, person, other)) return told;
    return children(told.couple(person.id, other.id, { isConsanguineous: how % 2 === 0 }), [person.id, other.id], how % 3, how);
  },
  twins: (told, person, _other, how) => multiples(told, person, 1, how),
  triplets: (told, person, _other, how) => multiples(told, person, 2, how),
  adoptedIn: (told, person, _other, how) => (isAdult(person) ? nurtured(told, person, 'adoptive', how) : told),
  foster: (told, person, _other, how) => (isAdult(person) ? nurtured(told, person, 'foster', how) : told),
  adoptedByRelative: (told, person, other) => {
    const isOdd = person.id === other.id || !isAdult(other) || parentIds(told, person).length === 0 || parentIds(told, person).includes(other.id) || ancestorsOf(told.build(), other.id).has(person.id);
    return isOdd ? told : told.parent(person.id, other.id, ['adoptive']).known({ isAdopted: true }, person.id);
  },
  spermDonor: (told, person, _other, how) => (isAdult(person) ? assisted(told, person, 'sperm', how) : told),
  eggDonor: (told, person, _other, how) => (isAdult(person) ? assisted(told, person, 'egg', how) : told),
  surrogate: (told, person, _other, how) => (isAdult(person) ? assisted(told, person, 'gestational', how) : told),
  partnersEgg: (told, person) => {
    if (!isAdult(person) || person.gender === 'man-boy') return told;
    const [withPartner, partner] = added(told, { gender: 'woman-girl' });
    const [withDonor, donor] = added(withPartner.couple(person.id, partner), { gender: 'man-boy' });
    const [withChild, child] = added(withDonor, {});
    return withChild.parent(child, person.id, ['egg']).parent(child, partner, ['gestational']).parent(child, donor, ['sperm'], { isDonor: true });
  },
  loss: (told, person, _other, how) => unborn(told, person, { life: { kind: 'loss', outcome: (['spontaneous-abortion', 'termination', 'ectopic'] as const)[how % 3] ?? 'ectopic', gestation: gestation(how) } }, how),
  pregnancy: (told, person, _other, how) => unborn(told, person, { life: { kind: 'pregnancy', gestation: gestation(how), dueDate: null, sexKnownBy: '' } }, how),
  stillbirth: (told, person, _other, how) => unborn(told, person, { life: { kind: 'stillbirth', gestation: gestation(how) }, vitalStatus: 'deceased' }, how),
  group: (told, person, _other, how) => unborn(told, person, { life: { kind: 'group', count: how % 4 === 0 ? null : 2 + (how % 8) } }, how),
  stranger: (told) => added(told, {})[0],
  died: (told, person, _other, how) => (person.life.kind === 'person' ? told.known({ vitalStatus: 'deceased', ageAtDeath: how % 2 === 0 ? null : `P${String(20 + (how % 70))}Y` }, person.id) : told),
  condition: (told, person, _other, how) => {
    const condition = `condition ${String((how % 3) + 1)}`;
    const isSaid = told.build().individualConditions.some((row) => row.individualId === person.id && row.conditionId === condition);
    return isSaid ? told : told.state(conditionStates[how % conditionStates.length] ?? 'affected', condition, person.id);
  },
  ended: (told, person) => changedPartnership(told, person, { status: 'ended' }),
  childless: (told, person, _other, how) => changedPartnership(told, person, { childlessness: { kind: how % 2 === 0 ? 'infertility' : 'by-choice-or-unknown', reason: how % 3 === 0 ? 'Vasectomy' : '' } }),
  told: (told, person, _other, how) => told.known({ givenName: `Name ${String(how)}`, evaluations: how % 2 === 0 ? ['Echocardiogram normal'] : [], isEvaluated: how % 2 === 0 }, person.id),
  consultand: (told, person) => told.consultand(person.id),
} satisfies Record<string, Happening>;

const frequent: ReadonlySet<string> = new Set(['parents', 'children', 'union', 'newPartner']);
const stepKinds = (Object.keys(happenings) as (keyof typeof happenings)[]).map((kind) => ({ arbitrary: fc.constant(kind), weight: frequent.has(kind) ? 4 : 1 }));

function happen(told: PedigreeBuilder, { kind, who, whom, how }: Step): PedigreeBuilder {
  const { individuals } = told.build();
  const [person, other] = [individuals[who % individuals.length], individuals[whom % individuals.length]];
  return person === undefined || other === undefined ? told : (happenings[kind] as Happening)(told, person, other, how);
}

function added(told: PedigreeBuilder, known: Partial<IndividualDetail>): readonly [PedigreeBuilder, string] {
  const id = `p${String(told.build().individuals.length + 1)}`;
  return [told.person(id, known), id];
}

const isAdult = ({ life }: Individual): boolean => life.kind === 'person';
const genderOf = (how: number): IndividualDetail['gender'] => (how % 17 === 0 ? 'non-binary' : how % 2 === 0 ? 'woman-girl' : 'man-boy');
const gestation = (how: number): { weeks: number; days: number } | null => (how % 3 === 0 ? null : { weeks: 6 + (how % 30), days: 0 });
const parentIds = (told: PedigreeBuilder, person: Individual): readonly string[] => told.build().parentEdges.filter(({ childId }) => childId === person.id).map(({ parentId }) => parentId);

/** The person with a partner they have already, or else with a new one. */
function couple(told: PedigreeBuilder, person: Individual, how: number): readonly [PedigreeBuilder, readonly [string, string]] {
  const partners = told.build().partnerships.filter(({ partnerIds }) => partnerIds.includes(person.id));
  const chosen = partners[how % Math.max(1, partners.length)];
  return chosen === undefined ? newCouple(told, person) : [told, chosen.partnerIds];
}

function newCouple(told: PedigreeBuilder, person: Individual): readonly [PedigreeBuilder, readonly [string, string]] {
  const [next, partner] = added(told, { gender: person.gender === 'man-boy' ? 'woman-girl' : 'man-boy' });
  return [next.couple(person.id, partner), [person.id, partner]];
}

function children(told: PedigreeBuilder, parents: readonly [string, string], count: number, how: number): PedigreeBuilder {
  let next = told;
  for (let index = 0; index < count; index += 1) {
    const [withChild, child] = added(next, { gender: genderOf(how + index) });
    const [first, second] = parents;
    // Of two men or two women one is a parent by birth; the donor is not told.
    next = sameGender(told, parents) ? withChild.childOf(child, first).parent(child, second, ['social']) : withChild.childOf(child, first, second);
  }
  return next;
}

function sameGender(told: PedigreeBuilder, ids: readonly string[]): boolean {
  const genders = told.build().individuals.filter(({ id }) => ids.includes(id)).map(({ gender }) => gender);
  return genders[0] === genders[1] && (genders[0] === 'man-boy' || genders[0] === 'woman-girl');
}

/** Neither is above the other, and they are not partners already. */
function canJoin(told: PedigreeBuilder, person: Individual, other: Individual): boolean {
  const family = told.build();
  if (person.id === other.id || !isAdult(person) || !isAdult(other)) return false;
  if (family.partnerships.some(({ partnerIds }) => coupleKey(...partnerIds) === coupleKey(person.id, other.id))) return false;
  return !ancestorsOf(family, person.id).has(other.id) && !ancestorsOf(family, other.id).has(person.id);
}

function multiples(told: PedigreeBuilder, person: Individual, more: number, how: number): PedigreeBuilder {
  const family = told.build();
  const edges = family.parentEdges.filter(({ childId }) => childId === person.id);
  const isTwin = family.twinGroups.some(({ members }) => members.some(({ individualId }) => individualId === person.id));
  if (isTwin || edges.length === 0 || !isAdult(person)) return told;
  const zygosity = (['monozygotic', 'dizygotic', 'unknown'] as const)[how % 3] ?? 'unknown';
  let next = told;
  const ids = [person.id];
  for (let index = 0; index < more; index += 1) {
    const [withTwin, twin] = added(next, { gender: zygosity === 'monozygotic' ? person.gender : genderOf(how + index), sexAssignedAtBirth: person.sexAssignedAtBirth, isAdopted: person.isAdopted });
    next = edges.reduce((builder, { parentId, roles, isDonor, undrawnPartner }) => builder.parent(twin, parentId, roles, { isDonor, undrawnPartner }), withTwin);
    ids.push(twin);
  }
  return next.twins(zygosity, ...ids);
}

function nurtured(told: PedigreeBuilder, person: Individual, role: 'adoptive' | 'foster', how: number): PedigreeBuilder {
  const [withCouple, parents] = couple(told, person, how);
  const [withChild, child] = added(withCouple, { gender: genderOf(how), isAdopted: role === 'adoptive' });
  return parents.reduce((next, parent) => next.parent(child, parent, [role]), withChild);
}

/** A child of a couple by a donor, or carried by somebody else. */
function assisted(told: PedigreeBuilder, person: Individual, given: 'sperm' | 'egg' | 'gestational', how: number): PedigreeBuilder {
  const [withPartner, partner] = added(told, { gender: person.gender === 'man-boy' ? 'woman-girl' : 'man-boy' });
  const [mother, father] = person.gender === 'man-boy' ? [partner, person.id] : [person.id, partner];
  const [withDonor, donor] = added(withPartner.couple(person.id, partner), { gender: given === 'sperm' ? 'man-boy' : 'woman-girl' });
  const [next, child] = added(withDonor, how % 2 === 0 ? {} : { gender: genderOf(how) });
  const withGiver = next.parent(child, donor, [given], { isDonor: true });
  if (given === 'sperm') return withGiver.parent(child, mother, ['egg', 'gestational']).parent(child, father, ['social']);
  return withGiver.parent(child, mother, [given === 'egg' ? 'gestational' : 'egg']).parent(child, father, ['sperm']);
}

/** Not for somebody's own children: a symbol that has none. */
function unborn(told: PedigreeBuilder, person: Individual, known: Partial<IndividualDetail>, how: number): PedigreeBuilder {
  if (!isAdult(person)) return told;
  const [withCouple, parents] = couple(told, person, how);
  const [next, child] = added(withCouple, known);
  return sameGender(told, parents) ? next.childOf(child, parents[0]) : next.childOf(child, ...parents);
}

function changedPartnership(told: PedigreeBuilder, person: Individual, change: Partial<Family['partnerships'][number]>): PedigreeBuilder {
  const family = told.build();
  const first = family.partnerships.find(({ partnerIds }) => partnerIds.includes(person.id));
  const hasChild = first !== undefined && family.parentEdges.some(({ childId, parentId }) => first.partnerIds[0] === parentId && family.parentEdges.some((edge) => edge.childId === childId && edge.parentId === first.partnerIds[1]));
  if (first === undefined || (hasChild && change.childlessness !== undefined)) return told;
  return builderOf({ ...family, partnerships: family.partnerships.map((row) => (row === first ? { ...row, ...change } : row)) });
}

const yearOfTheYoungest = 2020;
const yearsBetweenGenerations = 27;

/** Birth years that agree with the lines: a child is at least 20 years younger than each parent, twins are born together. */
function withDates(family: Family, dated: string, salt: number): Family {
  if (dated === 'none') return family;
  const heights = heightsOf(family);
  const firstTwin = new Map(family.twinGroups.flatMap(({ members }) => members.map(({ individualId }) => [individualId, members[0]?.individualId ?? individualId] as const)));
  const individuals = family.individuals.map((individual, index): Individual => {
    const isTold = isAdult(individual) && (dated === 'all' || (index * 7 + salt) % 3 === 0);
    const twin = firstTwin.get(individual.id) ?? individual.id;
    const height = Math.max(...family.twinGroups.flatMap(({ members }) => (members.some(({ individualId }) => individualId === individual.id) ? members.map(({ individualId }) => heights.get(individualId) ?? 0) : [])), heights.get(individual.id) ?? 0);
    const jitter = (Number(twin.slice(1)) * 13 + salt) % 7;
    return isTold ? { ...individual, birthDate: String(yearOfTheYoungest - height * yearsBetweenGenerations - jitter) } : individual;
  });
  return { ...family, individuals };
}

/** Generations below each individual. */
function heightsOf(family: Family): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  // The longest way down has no more steps than there are people.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { childId, parentId } of family.parentEdges) {
      const height = (heights.get(childId) ?? 0) + 1;
      if (height > (heights.get(parentId) ?? 0)) {
        heights.set(parentId, height);
        changed = true;
      }
    }
  }
  return heights;
}
