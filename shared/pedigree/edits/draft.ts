import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, type Refusal, type Result } from '#shared/base/result.ts';
import { newIndividual, type Family, type ParentEdge, type Partnership } from '#shared/pedigree/family.ts';
import { unknownProvenance, type Individual, type IndividualDetail, type Life } from '#shared/pedigree/individual.ts';
import { coupleKey } from '#shared/pedigree/structure.ts';

/** A family while it is being edited, and what was made so far. */
export interface Draft {
  readonly family: Family;
  /** Individuals and conditions, in the order in which they were made. */
  readonly createdIds: readonly string[];
}

export type NewId = () => string;
export type Edited = Result<Draft, Failure>;

export const broken = (message: string): Refusal<Failure> => refusal(failure('rule-broken', message));

export const changed = (draft: Draft, change: Partial<Family>): Draft => ({ ...draft, family: { ...draft.family, ...change } });

/** The individual of this id; edits are checked for unknown ids before they are applied, so that a missing one is a bug. */
export function individualOf(family: Pick<Family, 'individuals'>, id: string): Individual {
  const individual = family.individuals.find((other) => other.id === id);
  if (individual === undefined) throw new Error('an edit was applied to an individual who is not in the family');
  return individual;
}

/** Adds an individual at the end of the order told, or beside another. */
export function withIndividual(draft: Draft, newId: NewId, detail: Partial<IndividualDetail>, beside?: { readonly side: 'before' | 'after'; readonly id: string }): readonly [Draft, Individual] {
  const individual = newIndividual(newId(), detail);
  const { individuals } = draft.family;
  const seat = beside === undefined ? individuals.length : individuals.findIndex(({ id }) => id === beside.id) + (beside.side === 'after' ? 1 : 0);
  return [{ family: { ...draft.family, individuals: individuals.toSpliced(seat, 0, individual) }, createdIds: [...draft.createdIds, individual.id] }, individual];
}

export function withPartnership(draft: Draft, newId: NewId, partnerIds: readonly [string, string]): Draft {
  const partnership: Partnership = { id: newId(), partnerIds, status: 'current', isConsanguineous: false, degree: '', childlessness: null, provenance: unknownProvenance };
  return changed(draft, { partnerships: [...draft.family.partnerships, partnership] });
}

type EdgeSaid = Pick<ParentEdge, 'childId' | 'parentId' | 'roles'> & Partial<Pick<ParentEdge, 'isDonor' | 'undrawnPartner' | 'provenance'>>;

export function withParentEdge(draft: Draft, newId: NewId, said: EdgeSaid): Draft {
  const edge: ParentEdge = { id: newId(), isDonor: false, undrawnPartner: 0, provenance: unknownProvenance, ...said };
  return changed(draft, { parentEdges: [...draft.family.parentEdges, edge] });
}

export const partnershipOf = (family: Pick<Family, 'partnerships'>, first: string, second: string): Partnership | undefined => family.partnerships.find(({ partnerIds }) => coupleKey(...partnerIds) === coupleKey(first, second));

export const parentEdgesOf = (family: Pick<Family, 'parentEdges'>, childId: string): readonly ParentEdge[] => family.parentEdges.filter((edge) => edge.childId === childId);

/** The child itself and those born with it. */
export function bornTogether(family: Pick<Family, 'twinGroups'>, childId: string): readonly string[] {
  const group = family.twinGroups.find(({ members }) => members.some(({ individualId }) => individualId === childId));
  return group === undefined ? [childId] : group.members.map(({ individualId }) => individualId);
}

const lifeless: ReadonlySet<Life['kind']> = new Set(['pregnancy', 'stillbirth', 'loss']);
/** Pregnancies and losses have neither partners nor children. */
export const canBeParent = ({ life }: Pick<Individual, 'life'>): boolean => !lifeless.has(life.kind);
export const noParentSentence = 'A pregnancy, a stillbirth or a loss has neither partners nor children; choose a person.';
