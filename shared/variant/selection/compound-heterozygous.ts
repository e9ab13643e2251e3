import type { Genotype } from '#shared/variant/vcf/genotype.ts';
import { isInEveryCopy, type FamilyCalls, type SelectionMember } from '#shared/variant/selection/family-members.ts';
import { notCalledNotes } from '#shared/variant/selection/fit-mode.ts';
import type { InheritedAs } from '#shared/variant/selection/genome-region.ts';

/** One half of a possible pair: what everybody carries of it, and its phase in the reads. */
export interface PairHalf {
  readonly family: FamilyCalls;
  readonly as: InheritedAs;
  /** Genotype and phase set of the affected who have one. */
  readonly phases: ReadonlyMap<string, PhasedCall>;
}
export interface PhasedCall {
  readonly genotype: Genotype;
  readonly allele: number;
  /** Genotypes with one phase set belong together. */
  readonly phaseSet: string;
}

export interface PairFit {
  readonly phase: 'trans' | 'unknown';
  readonly knownBy: 'parents' | 'reads' | null;
  readonly notes: readonly string[];
}

/** Who has one X has no second copy there that could make up for the first. */
const hasOneCopyAt = ({ sex }: SelectionMember, as: InheritedAs): boolean => as === 'x' && sex === 'male';

/**
 * Whether a variant can be one half: every affected person with two copies of the place has it once, nobody unaffected has it in every copy, and on X no
 * unaffected male has it at all.
 */
export function canBeHalf({ members, call }: FamilyCalls, as: InheritedAs): boolean {
  if (as !== 'autosomal' && as !== 'x') return false;
  const affected = members.filter((member) => member.status === 'affected' && !hasOneCopyAt(member, as));
  if (!affected.some(({ id }) => call(id).kind === 'carrier')) return false;
  if (affected.some(({ id }) => call(id).kind === 'absent' || isInEveryCopy(call(id)))) return false;
  return !members.some((member) => member.status === 'unaffected' && call(member.id).kind === 'carrier' && (hasOneCopyAt(member, as) || isInEveryCopy(call(member.id))));
}

/**
 * Whether two variants of one gene can lie on both chromosomes of everybody affected, and how that is known: one from each parent, or by the phase of the
 * reads. Null where they cannot: both from one parent, in phase together, both in somebody unaffected, or on X neither in an affected male.
 */
export function fitPair(first: PairHalf, second: PairHalf): PairFit | null {
  const { members } = first.family;
  const { as } = first;
  const has = ({ family: { call } }: PairHalf, id: string): boolean => call(id).kind === 'carrier';
  const hasBoth = ({ id }: SelectionMember): boolean => has(first, id) && has(second, id);
  const lacksBoth = ({ id }: SelectionMember): boolean => first.family.call(id).kind === 'absent' && second.family.call(id).kind === 'absent';
  if (members.some((member) => member.status === 'unaffected' && hasBoth(member))) return null;
  const affected = members.filter(({ status }) => status === 'affected');
  if (affected.some((member) => hasOneCopyAt(member, as) && lacksBoth(member))) return null;
  const phases = affected.filter((member) => !hasOneCopyAt(member, as) && hasBoth(member)).map((member) => phaseIn(member, first, second));
  if (phases.length === 0 || phases.some(({ kind }) => kind === 'cis')) return null;
  const shown = phases.find(({ kind }) => kind === 'trans');
  const notes = [...new Set([...notCalledNotes(first.family), ...notCalledNotes(second.family), ...phases.map(({ note }) => note).filter((note) => note !== '')])];
  return { phase: shown === undefined ? 'unknown' : 'trans', knownBy: shown?.knownBy ?? null, notes };
}

interface PhaseFound {
  readonly kind: 'cis' | 'trans' | 'unknown';
  readonly knownBy: 'parents' | 'reads' | null;
  readonly note: string;
}

function phaseIn(member: SelectionMember, first: PairHalf, second: PairHalf): PhaseFound {
  const one = originOf(member, first.family);
  const other = originOf(member, second.family);
  if ((one === 'father' && other === 'mother') || (one === 'mother' && other === 'father')) return { kind: 'trans', knownBy: 'parents', note: '' };
  if ((one === 'father' || one === 'mother') && one === other) return { kind: 'cis', knownBy: 'parents', note: '' };
  const byReads = phaseByReads(first.phases.get(member.id), second.phases.get(member.id));
  if (byReads !== null) return { kind: byReads, knownBy: 'reads', note: '' };
  const isNew = one === 'new' || other === 'new';
  return { kind: 'unknown', knownBy: null, note: `the phase in ${member.id} is not known: ${isNew ? 'one of the two is in neither parent' : 'the parents do not tell'}` };
}

function originOf({ fatherId, motherId }: SelectionMember, { call }: FamilyCalls): 'father' | 'mother' | 'new' | 'unknown' {
  const father = call(fatherId).kind;
  const mother = call(motherId).kind;
  if (father === 'carrier' && mother === 'absent') return 'father';
  if (father === 'absent' && mother === 'carrier') return 'mother';
  return father === 'absent' && mother === 'absent' ? 'new' : 'unknown';
}

/** By the side of the bar on which each allele stands, within one phase set. */
function phaseByReads(one: PhasedCall | undefined, other: PhasedCall | undefined): 'cis' | 'trans' | null {
  if (one === undefined || other === undefined || one.phaseSet !== other.phaseSet || !one.genotype.isPhased || !other.genotype.isPhased) return null;
  return one.genotype.alleles.indexOf(one.allele) === other.genotype.alleles.indexOf(other.allele) ? 'cis' : 'trans';
}
