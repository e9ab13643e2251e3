import { formatDate, spanBetween, formatSpan } from '#renderer/i18n/format.ts';
import { personAge, personKind, personName } from '#renderer/i18n/person-words.ts';
import { words } from '#renderer/i18n/words.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { ConditionState, Family } from '#shared/pedigree/family.ts';
import type { Gestation, Individual } from '#shared/pedigree/individual.ts';
import { formatDuration } from '#shared/phenotype/age-text.ts';

/** What an individual is called: the name, else what it is (`Pregnancy`), else that it has no name. */
export function individualName(individual: Individual): string {
  const name = `${individual.givenName} ${individual.familyName}`.trim();
  if (name !== '') return name;
  return individual.life.kind === 'person' ? personName(individual) : lifeName(individual);
}

/** `girl`, `pregnancy, 14 wk`, `stillbirth`. */
export function lifeName({ life }: Pick<Individual, 'life'>): string {
  switch (life.kind) {
    case 'person':
      return words.t('family:life.person');
    case 'group':
      return life.count === null ? words.t('family:life.groupUnknown') : words.t('family:life.group', { number: life.count });
    case 'pregnancy':
      return words.t('family:life.pregnancy');
    case 'stillbirth':
      return words.t('family:life.stillbirth');
    case 'loss':
      return words.t(`family:outcome.${life.outcome}`);
    default:
      return assertNever(life);
  }
}

/** `31 wk`, `16 wk 3 d`. */
export const gestationText = ({ weeks, days }: Gestation): string => (days === 0 ? `${String(weeks)} wk` : `${String(weeks)} wk ${String(days)} d`);

/** The age, or when the person died; null where nothing is known. */
export function lifetimeWords(individual: Individual, today: string): string | null {
  const { life, deathDate, ageAtDeath, birthDate } = individual;
  if ((life.kind === 'pregnancy' || life.kind === 'stillbirth' || life.kind === 'loss') && life.gestation !== null) return gestationText(life.gestation);
  if (life.kind === 'stillbirth' || life.kind === 'loss') return null;
  if (individual.vitalStatus !== 'deceased') return personAge(individual, today);
  const span = birthDate !== null && deathDate !== null ? spanBetween(birthDate, deathDate) : null;
  const age = ageAtDeath !== null ? formatDuration(ageAtDeath) : span === null ? null : formatSpan(span);
  const said = [age, deathDate === null ? null : formatDate(deathDate)].filter((text) => text !== null);
  return words.t('family:person.died', { when: said.join(', ') }).trim();
}

/** `woman`, `boy`, and what else than a person it is. */
export function kindWords(individual: Individual, today: string): string {
  if (individual.life.kind !== 'person') return lifeName(individual).toLowerCase();
  return personKind(individual, today);
}

export interface ConditionWords {
  readonly conditionId: string;
  /** Place in the palette, from 0. */
  readonly place: number;
  readonly name: string;
  readonly state: ConditionState;
}

/** What is known of the conditions of each person, in the order of the palette. */
export function conditionsOf(family: Family): ReadonlyMap<string, readonly ConditionWords[]> {
  const found = new Map<string, ConditionWords[]>();
  family.conditions.forEach(({ id, name }, place) => {
    for (const row of family.individualConditions) {
      if (row.conditionId !== id) continue;
      const said = { conditionId: id, place, name, state: row.state };
      const before = found.get(row.individualId);
      if (before === undefined) found.set(row.individualId, [said]);
      else before.push(said);
    }
  });
  return found;
}

/** Everything that the symbol says, in one sentence for who cannot see it. */
export function symbolWords(individual: Individual, about: { readonly number: string; readonly relation: string; readonly conditions: readonly ConditionWords[]; readonly today: string }): string {
  const name = `${individual.givenName} ${individual.familyName}`.trim();
  return [
    `${about.number} ${name}`.trim(),
    about.relation,
    kindWords(individual, about.today),
    lifetimeWords(individual, about.today),
    ...about.conditions.map((said) => words.t(`family:state.said.${said.state}`, { condition: said.name })),
    individual.isAdopted ? words.t('family:person.adopted') : null,
    individual.isEvaluated ? words.t('family:person.evaluated') : null,
  ]
    .filter((text) => text !== null && text !== '')
    .join(', ');
}
