import { assertNever } from '#shared/base/assert-never.ts';
import { isInEveryCopy, type Call, type FamilyCalls, type SelectionMember } from '#shared/variant/selection/family-members.ts';
import type { InheritedAs } from '#shared/variant/selection/genome-region.ts';

export const selectionModes = ['dominant', 'recessive', 'comphet', 'denovo', 'xlinked', 'mito'] as const;
export type SelectionMode = (typeof selectionModes)[number];

/** Why a variant that nearly fits was not selected; counted, so that nothing disappears in silence. */
export type SetAside = 'new-in-child' | 'parent-uncalled' | 'parent-lacks-it' | 'not-in-parent-of-origin' | 'homozygous-new';

export type Fit =
  | { readonly kind: 'fits'; readonly pattern: string; readonly notes: readonly string[] }
  | { readonly kind: 'set-aside'; readonly why: SetAside }
  | { readonly kind: 'no' };

export interface FitOptions {
  /** Unaffected people may carry a dominant variant. */
  readonly reducedPenetrance: boolean;
  /** Select a new variant although a parent was not called. */
  readonly includeUncalled: boolean;
}

const no: Fit = { kind: 'no' };
const fits = (pattern: string, notes: readonly string[]): Fit => ({ kind: 'fits', pattern, notes });

/**
 * Whether an allele is inherited through the family as the mode says. People who were not called exclude nothing and are named in the notes; at least one
 * affected person must be called with it.
 *
 * Assumes full penetrance unless `reducedPenetrance`, no phenocopies, one cause for everybody who is affected, and the parents that are drawn.
 */
export function fitMode(mode: Exclude<SelectionMode, 'comphet'>, family: FamilyCalls, as: InheritedAs, options: FitOptions): Fit {
  const affected = family.members.filter(({ status }) => status === 'affected');
  if (!affected.some(({ id }) => family.call(id).kind === 'carrier') || affected.some(({ id }) => family.call(id).kind === 'absent')) return no;
  switch (mode) {
    case 'dominant':
      return as === 'autosomal' ? fitDominant(family, affected, options) : no;
    case 'recessive':
      return as === 'autosomal' ? fitRecessive(family, affected) : no;
    case 'xlinked':
      return as === 'x' ? fitLinkedToX(family, affected, options) : no;
    case 'mito':
      return as === 'mitochondrial' ? fitMitochondrial(family, affected) : no;
    case 'denovo':
      return fitNew(family, affected, as, options);
    default:
      return assertNever(mode);
  }
}

function fitDominant(family: FamilyCalls, affected: readonly SelectionMember[], options: FitOptions): Fit {
  for (const member of affected) {
    const call = family.call(member.id);
    if (isInEveryCopy(call) && call.ploidy > 1 && !bothParents(member, family).every((parent) => parent?.status === 'affected')) return no;
  }
  const carriers = unaffectedCarriers(family);
  if (carriers.length > 0 && !options.reducedPenetrance) return no;
  if (isNewInAll(family, affected, 'both')) return { kind: 'set-aside', why: 'new-in-child' };
  return fits('dominant', [...notCalledNotes(family), ...carriers.map(({ id }) => `${id} carries it and is unaffected`)]);
}

function fitRecessive(family: FamilyCalls, affected: readonly SelectionMember[]): Fit {
  if (affected.some(({ id }) => family.call(id).kind === 'carrier' && !isInEveryCopy(family.call(id)))) return no;
  if (unaffectedCarriers(family).some(({ id }) => isInEveryCopy(family.call(id)))) return no;
  if (affected.some((member) => family.call(member.id).kind === 'carrier' && parentIds(member).some((id) => family.call(id).kind === 'absent'))) return { kind: 'set-aside', why: 'parent-lacks-it' };
  return fits('recessive', [...notCalledNotes(family), ...unphasedParents(family, affected)]);
}

/** A homozygous genotype whose parents were not both called may be a deletion on the other chromosome. */
function unphasedParents(family: FamilyCalls, affected: readonly SelectionMember[]): readonly string[] {
  const isSilent = ({ id, fatherId, motherId }: SelectionMember): boolean => family.call(id).kind === 'carrier' && [fatherId, motherId].some((parent) => family.call(parent).kind === 'uncalled');
  return affected.filter(isSilent).map(({ id }) => `whether both copies of ${id} are inherited is not shown: a deletion on the other chromosome looks the same`);
}

function fitLinkedToX(family: FamilyCalls, affected: readonly SelectionMember[], options: FitOptions): Fit {
  const recessive = fitRecessiveOnX(family, affected);
  return recessive.kind === 'no' ? fitDominantOnX(family, affected, options) : recessive;
}

function fitRecessiveOnX(family: FamilyCalls, affected: readonly SelectionMember[]): Fit {
  const hasOneCopy = (member: SelectionMember): boolean => isOneCopy(member, family.call(member.id));
  if (affected.some((member) => family.call(member.id).kind === 'carrier' && !hasOneCopy(member) && !isInEveryCopy(family.call(member.id)))) return no;
  if (unaffectedCarriers(family).some((member) => hasOneCopy(member) || isInEveryCopy(family.call(member.id)))) return no;
  if (isNewInAll(family, affected, 'mother')) return { kind: 'set-aside', why: 'new-in-child' };
  const withoutFather = affected.filter((member) => !hasOneCopy(member) && family.call(member.fatherId).kind === 'absent');
  return fits('X-linked recessive', [
    ...notCalledNotes(family),
    ...mixedMaleNotes(family),
    ...withoutFather.map(({ id, fatherId }) => `${id} has it on every copy although ${fatherId ?? 'the father'} has none: a deletion, one parent's X twice, or an error`),
  ]);
}

function fitDominantOnX(family: FamilyCalls, affected: readonly SelectionMember[], options: FitOptions): Fit {
  const carriers = unaffectedCarriers(family);
  const tolerated = options.reducedPenetrance ? carriers.filter(({ sex }) => sex !== 'male') : [];
  if (carriers.length > tolerated.length) return no;
  if (isNewInAll(family, affected, 'both')) return { kind: 'set-aside', why: 'new-in-child' };
  // A son has his father's Y.
  if (affected.some((member) => member.sex === 'male' && family.call(member.motherId).kind === 'absent')) return { kind: 'set-aside', why: 'not-in-parent-of-origin' };
  return fits('X-linked dominant', [...notCalledNotes(family), ...mixedMaleNotes(family), ...tolerated.map(({ id }) => `${id} carries it and is unaffected`)]);
}

/** A male has one X whatever the caller wrote. */
const isOneCopy = (member: SelectionMember, call: Call): boolean => call.kind === 'carrier' && (member.sex === 'male' || call.ploidy === 1);

function mixedMaleNotes({ members, call }: FamilyCalls): readonly string[] {
  const isMixed = ({ id, sex }: SelectionMember): boolean => sex === 'male' && call(id).kind === 'carrier' && !isInEveryCopy(call(id));
  return members.filter(isMixed).map(({ id }) => `${id} is male and called heterozygous on X: mosaic, a second X, or an error`);
}

function fitMitochondrial(family: FamilyCalls, affected: readonly SelectionMember[]): Fit {
  const without = affected.filter(({ id, motherId }) => family.call(id).kind === 'carrier' && family.call(motherId).kind === 'absent');
  if (without.length === affected.length) return { kind: 'set-aside', why: 'new-in-child' };
  if (without.length > 0) return { kind: 'set-aside', why: 'not-in-parent-of-origin' };
  const carriers = unaffectedCarriers(family);
  const line = maternalLine(family, affected);
  // Who is not of the line and has it shows that it is a common lineage and not the cause.
  if (carriers.some(({ id }) => !line.has(id))) return no;
  return fits('mitochondrial', [...notCalledNotes(family), ...carriers.map(({ id }) => `${id} carries it and is unaffected: the share of mitochondria with it may be below the threshold`)]);
}

/** Everybody who has the mitochondria of the affected: their mothers upwards and those mothers' children. */
function maternalLine({ members }: FamilyCalls, affected: readonly SelectionMember[]): ReadonlySet<string> {
  const line = new Set(affected.map(({ id }) => id));
  for (let size = -1; size !== line.size; ) {
    size = line.size;
    for (const { id, motherId } of members) {
      if (motherId === null) continue;
      if (line.has(motherId)) line.add(id);
      if (line.has(id)) line.add(motherId);
    }
  }
  return line;
}

function fitNew(family: FamilyCalls, affected: readonly SelectionMember[], as: InheritedAs, options: FitOptions): Fit {
  if (unaffectedCarriers(family).length > 0) return no;
  const carriers = affected.filter(({ id }) => family.call(id).kind === 'carrier');
  const notes: string[] = [];
  for (const child of carriers) {
    const parents = parentsThatCount(child, as);
    if (parents.some((id) => id !== null && family.call(id).kind === 'carrier')) return no;
    const silent = parents.filter((id) => family.call(id).kind === 'uncalled');
    if (silent.length === parents.length || (silent.length > 0 && !options.includeUncalled)) return silent.length === parents.length && !options.includeUncalled && parents.every((id) => id === null) ? no : { kind: 'set-aside', why: 'parent-uncalled' };
    notes.push(...silent.map((id) => `${id ?? 'a parent'} not called: not shown to be new`));
    const call = family.call(child.id);
    if (as === 'autosomal' && call.ploidy > 1 && isInEveryCopy(call)) return { kind: 'set-aside', why: 'homozygous-new' };
  }
  if (carriers.length > 1) notes.push(`${carriers.map(({ id }) => id).join(' and ')} have it and no parent: mosaicism in a parent's germ line`);
  return fits('new', [...notes, ...mixedMaleNotes(family).filter(() => as === 'x')]);
}

/** Of whom the child could have it. */
function parentsThatCount({ sex, fatherId, motherId }: SelectionMember, as: InheritedAs): readonly (string | null)[] {
  if (as === 'mitochondrial' || (as === 'x' && sex === 'male')) return [motherId];
  return as === 'y' ? [fatherId] : [fatherId, motherId];
}

/** True where no affected person can have it from a parent: every one has parents who were called without it. */
function isNewInAll(family: FamilyCalls, affected: readonly SelectionMember[], whose: 'both' | 'mother'): boolean {
  const carriers = affected.filter(({ id }) => family.call(id).kind === 'carrier');
  return carriers.every((member) => {
    const parents = whose === 'mother' && member.sex === 'male' ? [member.motherId] : [member.fatherId, member.motherId];
    return parents.every((id) => family.call(id).kind === 'absent');
  });
}

const unaffectedCarriers = ({ members, call }: FamilyCalls): readonly SelectionMember[] => members.filter(({ id, status }) => status === 'unaffected' && call(id).kind === 'carrier');
const parentIds = ({ fatherId, motherId }: SelectionMember): readonly string[] => [fatherId, motherId].filter((id) => id !== null);
const bothParents = (member: SelectionMember, { members }: FamilyCalls): readonly (SelectionMember | undefined)[] => [member.fatherId, member.motherId].map((wanted) => members.find(({ id }) => id === wanted));

/** Those who have a sample and no genotype here, by what they are to the affected. */
export function notCalledNotes({ members, call }: FamilyCalls): readonly string[] {
  const isFatherOf = (id: string): boolean => members.some(({ fatherId, status }) => fatherId === id && status === 'affected');
  const isMotherOf = (id: string): boolean => members.some(({ motherId, status }) => motherId === id && status === 'affected');
  return members
    .filter(({ id, column }) => column !== null && call(id).kind === 'uncalled')
    .map(({ id, status }) => `${isFatherOf(id) ? `father ${id}` : isMotherOf(id) ? `mother ${id}` : id}${status === 'affected' ? ' (affected)' : ''} not called`);
}
