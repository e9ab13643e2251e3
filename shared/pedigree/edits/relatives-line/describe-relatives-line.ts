import { relativeNames } from '#shared/pedigree/edits/relatives-line/relative-names.ts';
import type { RelativesLine, SaidRelative } from '#shared/pedigree/edits/relatives-line/relatives-line.ts';
import type { Condition } from '#shared/pedigree/family.ts';
import type { Gestation, Life } from '#shared/pedigree/individual.ts';
import { formatDuration, formatTimeElement } from '#shared/phenotype/age-text.ts';

/** What was understood of a line, a phrase for each relative and one for those who are alike: `2 brothers`, `brother, died at 4 mo`. */
export function describeRelativesLine({ relatives }: RelativesLine, conditions: readonly Pick<Condition, 'id' | 'name'>[]): readonly string[] {
  const names = new Map(conditions.map(({ id, name }) => [id, name]));
  const phrases = relatives.map((relative) => ({ name: relativeNames(relative), facts: factsOf(relative, names) }));
  const found: { name: { readonly one: string; readonly many: string }; facts: string; count: number }[] = [];
  for (const { name, facts } of phrases) {
    const before = found.at(-1);
    if (before?.name.one === name.one && before.facts === facts) before.count += 1;
    else found.push({ name, facts, count: 1 });
  }
  return found.map(({ name, facts, count }) => `${count === 1 ? name.one : `${String(count)} ${name.many}`}${facts}`);
}

function factsOf({ detail, states }: SaidRelative, names: ReadonlyMap<string, string>): string {
  const life = detail.life;
  const gestation = life !== undefined && 'gestation' in life && life.gestation !== null ? weeksOf(life.gestation) : '';
  const said = [
    gestation,
    sexKnown(life),
    withWord('born ', detail.birthDate),
    withAge('', detail.ageAtLastEncounter),
    detail.vitalStatus === 'alive' ? 'alive' : '',
    detail.vitalStatus === 'deceased' ? `died${withWord(' ', detail.deathDate)}${withAge(' at ', detail.ageAtDeath)}${withWord(' of ', detail.causeOfDeath)}` : '',
    detail.isAdopted === true ? 'adopted' : '',
    life?.kind === 'pregnancy' ? '' : (detail.karyotype ?? ''),
    ...states.map(({ conditionId, state, onset }) => `${state.replace('-', ' ')}: ${names.get(conditionId) ?? ''}${onset === null ? '' : ` at ${formatTimeElement(onset)}`}`),
    detail.note === undefined ? '' : `note: ${detail.note}`,
  ].filter((part) => part !== '');
  return said.map((part) => `, ${part}`).join('');
}

const withWord = (before: string, text: string | null | undefined): string => (text === null || text === undefined ? '' : `${before}${text}`);
const withAge = (before: string, age: string | null | undefined): string => (age === null || age === undefined ? '' : `${before}${formatDuration(age)}`);
const weeksOf = ({ weeks, days }: Gestation): string => `${String(weeks)}${days === 0 ? '' : `+${String(days)}`} wk`;
const sexKnown = (life: Life | undefined): string => (life?.kind === 'pregnancy' ? life.sexKnownBy : '');
