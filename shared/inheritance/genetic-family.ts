import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { Family, ParentEdge } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';

/** The sex that decides which gametes a person gives and how many X chromosomes they have. */
export type GeneticSex = 'female' | 'male' | 'unknown';

/** One person as a carrier of genes. Who only carries a pregnancy, adopts or fosters is no parent here; who gives a gamete is, donors too. */
export interface GeneticMember {
  readonly id: string;
  readonly sex: GeneticSex;
  /** Index of who gave the egg; null where nobody is drawn. */
  readonly eggParent: number | null;
  readonly spermParent: number | null;
  /** How many people the symbol stands for; null for a group of unknown number, which counts as one. */
  readonly count: number | null;
}

export interface GeneticFamily {
  /** Parents stand before their children. */
  readonly members: readonly GeneticMember[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Groups of indices from one zygote. */
  readonly identical: readonly (readonly number[])[];
  /** Groups of indices that may be from one zygote or from several: of one sex, or all of unknown sex, zygosity unknown. */
  readonly possiblyIdentical: readonly (readonly number[])[];
}

/**
 * The family as genes see it.
 *
 * Assumes the sex assigned at birth for transmission, an egg parent to be female and a sperm parent to be male by it. Limits: sex chromosome
 * variations are not modelled; a karyotype is not read.
 * Errors: a person who is their own ancestor, more than two genetic parents or two of the same gamete, a person in the way of both.
 */
export function geneticFamily(family: Family): Result<GeneticFamily, Failure> {
  const individuals = new Map(family.individuals.map((individual) => [individual.id, individual]));
  const parents = new Map<string, GeneticParents>();
  const roleSex = new Map<string, 'female' | 'male'>();
  const { parentEdgesOf } = familyStructure(family);
  for (const { id } of family.individuals) {
    const found = geneticParents(parentEdgesOf.get(id) ?? [], individuals);
    if (!found.ok) return found;
    parents.set(id, found.value);
    for (const [parentId, sex] of [[found.value.egg, 'female'], [found.value.sperm, 'male']] as const) {
      if (parentId === null) continue;
      if ((roleSex.get(parentId) ?? sex) !== sex) return refusal(failure('rule-broken', `${parentId} is drawn as egg parent of one child and sperm parent of another; give the roles of one of them.`));
      roleSex.set(parentId, sex);
    }
  }
  const order = parentsFirst(family.individuals.map(({ id }) => id), parents);
  if (!order.ok) return order;
  const indexOf = new Map(order.value.map((id, index) => [id, index]));
  const members = order.value.map((id) => member(id, individuals.get(id), parents.get(id), indexOf, roleSex.get(id)));
  return success({ members, indexOf, ...twins(family, members, indexOf) });
}

interface GeneticParents {
  readonly egg: string | null;
  readonly sperm: string | null;
}

function geneticParents(edges: readonly ParentEdge[], individuals: ReadonlyMap<string, Individual>): Result<GeneticParents, Failure> {
  const eggs = edges.filter(({ roles }) => roles.includes('egg'));
  const sperms = edges.filter(({ roles }) => roles.includes('sperm'));
  const either = edges.filter(({ roles }) => roles.includes('genetic') && !roles.includes('egg') && !roles.includes('sperm'));
  const childId = edges[0]?.childId ?? '';
  if (eggs.length > 1 || sperms.length > 1 || eggs.length + sperms.length + either.length > 2)
    return refusal(failure('rule-broken', `${childId} has more genetic parents than one egg parent and one sperm parent; correct the roles of its parents.`));
  let egg = eggs[0]?.parentId ?? null;
  let sperm = sperms[0]?.parentId ?? null;
  // Who is known to be of one sex takes that gamete first; the other has what is left.
  const sexOf = ({ parentId }: ParentEdge): string => {
    const individual = individuals.get(parentId);
    return individual === undefined ? 'unknown' : presumedSexAssignedAtBirth(individual);
  };
  for (const edge of [...either.filter((candidate) => sexOf(candidate) !== 'unknown'), ...either.filter((candidate) => sexOf(candidate) === 'unknown')]) {
    const sex = sexOf(edge);
    if (egg === null && (sex === 'female' || (sex !== 'male' && sperm !== null))) egg = edge.parentId;
    else if (sperm === null && sex !== 'female') sperm = edge.parentId;
    else if (egg === null && sex !== 'male') egg = edge.parentId;
    else return refusal(failure('rule-broken', `${childId} has two genetic parents who would give the same gamete; correct the roles of its parents.`));
  }
  return success({ egg, sperm });
}

function parentsFirst(ids: readonly string[], parents: ReadonlyMap<string, GeneticParents>): Result<readonly string[], Failure> {
  const childrenOf = new Map<string, string[]>();
  const waitsFor = new Map<string, number>();
  for (const id of ids) {
    const known = [parents.get(id)?.egg ?? null, parents.get(id)?.sperm ?? null].flatMap((parentId) => (parentId === null ? [] : [parentId]));
    waitsFor.set(id, known.length);
    for (const parentId of known) childrenOf.set(parentId, [...(childrenOf.get(parentId) ?? []), id]);
  }
  const ready = ids.filter((id) => waitsFor.get(id) === 0);
  for (let next = 0; next < ready.length; next += 1) {
    for (const childId of childrenOf.get(ready[next] ?? '') ?? []) {
      const left = (waitsFor.get(childId) ?? 0) - 1;
      waitsFor.set(childId, left);
      if (left === 0) ready.push(childId);
    }
  }
  const circle = ids.find((id) => (waitsFor.get(id) ?? 0) > 0);
  return circle === undefined ? success(ready) : refusal(failure('rule-broken', `${circle} would be their own ancestor or descends from somebody who is; remove the line that closes the circle.`));
}

function member(id: string, individual: Individual | undefined, parents: GeneticParents | undefined, indexOf: ReadonlyMap<string, number>, roleSex: 'female' | 'male' | undefined): GeneticMember {
  const stated = individual === undefined ? 'unknown' : presumedSexAssignedAtBirth(individual);
  const index = (parentId: string | null | undefined): number | null => (parentId === null || parentId === undefined ? null : (indexOf.get(parentId) ?? null));
  return {
    id,
    sex: roleSex ?? (stated === 'female' || stated === 'male' ? stated : 'unknown'),
    eggParent: index(parents?.egg),
    spermParent: index(parents?.sperm),
    count: individual?.life.kind === 'group' ? individual.life.count : 1,
  };
}

function twins(family: Family, members: readonly GeneticMember[], indexOf: ReadonlyMap<string, number>): Pick<GeneticFamily, 'identical' | 'possiblyIdentical'> {
  const identical: number[][] = [];
  const possiblyIdentical: number[][] = [];
  for (const group of family.twinGroups) {
    const present = group.members.flatMap(({ individualId, zygote }) => {
      const index = indexOf.get(individualId);
      return index === undefined ? [] : [{ index, zygote }];
    });
    for (const zygote of new Set(present.map((twin) => twin.zygote))) {
      const together = present.filter((twin) => twin.zygote === zygote).map(({ index }) => index);
      if (together.length < 2) continue;
      if (zygote !== null) identical.push(together);
      else for (const sex of ['female', 'male', 'unknown'] as const) {
        const ofSex = together.filter((index) => members[index]?.sex === sex);
        if (ofSex.length > 1) possiblyIdentical.push(ofSex);
      }
    }
  }
  return { identical, possiblyIdentical };
}
