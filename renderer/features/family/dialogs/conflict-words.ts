import { saidFact } from '#renderer/features/family/fact-words.ts';
import { words } from '#renderer/i18n/words.ts';
import { parentRoles } from '#shared/pedigree/family.ts';
import type { MergeConflict } from '#shared/pedigree/merge/combine-families.ts';

export interface Names {
  readonly ofPerson: (individualId: string) => string;
  readonly ofCondition: (conditionId: string) => string;
}

/** A difference between two families in words: of whom or what, and what each of them says. */
export interface SaidConflict {
  readonly what: string;
  readonly existing: string;
  readonly incoming: string;
}

export function conflictWords(conflict: MergeConflict, names: Names): SaidConflict {
  const { fact, about, individualId } = conflict;
  const field = conflict.key.split('|').at(-1) ?? '';
  const who = names.ofPerson(individualId);
  const values = (said: (value: unknown) => string): Pick<SaidConflict, 'existing' | 'incoming'> => ({ existing: said(conflict.existing), incoming: said(conflict.incoming) });
  if (fact === 'parent') return { what: words.t('family:import.of.parent', { who }), ...values((value) => parentWords(value, names)) };
  if (fact === 'twins') return { what: words.t('family:import.of.twins', { who }), ...values((value) => twinWords(value, names)) };
  if (fact === 'partnership') return { what: words.t('family:import.of.couple', { who, partner: names.ofPerson(about), what: coupleFact(field) }), ...values((value) => saidFact(field, value)) };
  if (fact === 'condition') return { what: words.t('family:import.of.condition', { who, condition: names.ofCondition(about), what: conditionFact(field) }), ...values((value) => saidFact(field, value)) };
  if (fact === 'header') return { what: words.t('family:import.of.header', { what: labelOf(`family:header.field.${field}`, field) }), ...values((value) => saidFact(field, value)) };
  return { what: words.t('family:import.of.person', { who, what: labelOf(`family:change.fact.${fact}`, fact) }), ...values((value) => saidFact(fact, value)) };
}

/** Fields are named in the words of the screen; one that has none there by its own name. */
const labelOf = (key: string, field: string): string => (words.exists(key) ? words.t(key as 'family:change.fact.note') : field.replaceAll(/([A-Z])/g, ' $1').toLowerCase());

function coupleFact(field: string): string {
  if (field === 'status') return words.t('family:union.status').toLowerCase();
  if (field === 'isConsanguineous') return words.t('family:union.consanguineous').toLowerCase();
  if (field === 'degree') return words.t('family:union.degree').toLowerCase();
  return words.t('family:childless.label').toLowerCase();
}

function conditionFact(field: string): string {
  if (field === 'onset') return words.t('family:conditions.onset').toLowerCase();
  if (field === 'evidence') return words.t('family:conditions.evidence').toLowerCase();
  return words.t('family:import.state');
}

/** `Anna Vale (egg, carried)`. */
function parentWords(value: unknown, names: Names): string {
  if (!isParent(value)) return words.t('family:change.nothing');
  const roles = parentRoles.filter((role) => value.roles.includes(role)).map((role) => words.t(`family:role.${role}`).toLowerCase());
  const kept = value.isDonor ? [...roles, words.t('family:role.donor').toLowerCase()] : roles;
  return `${names.ofPerson(value.parentId)} (${kept.join(', ')})`;
}

const isParent = (value: unknown): value is { readonly parentId: string; readonly roles: readonly string[]; readonly isDonor: boolean } => typeof value === 'object' && value !== null && 'parentId' in value && 'roles' in value;

/** Each twin group by its members. */
function twinWords(value: unknown, names: Names): string {
  const groups = (Array.isArray(value) ? value : [value]).filter(isTwins);
  return groups.length === 0 ? words.t('family:change.nothing') : groups.map(({ members }) => `${members.map(({ individualId }) => names.ofPerson(individualId)).join(', ')}: ${zygosity(members)}`).join('; ');
}

interface Member {
  readonly individualId: string;
  readonly zygote: number | null;
}

const isTwins = (value: unknown): value is { readonly members: readonly Member[] } => typeof value === 'object' && value !== null && 'members' in value && Array.isArray(value.members);

function zygosity(members: readonly Member[]): string {
  const zygotes = new Set(members.map(({ zygote }) => zygote));
  return words.t(zygotes.has(null) ? 'family:twins.unknown' : zygotes.size === 1 ? 'family:twins.monozygotic' : 'family:twins.dizygotic').toLowerCase();
}
