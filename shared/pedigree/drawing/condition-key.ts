import type { ConditionColour, Paint, PatternId } from '#shared/pedigree/drawing/figure.ts';
import type { Condition, ConditionState, Family, IndividualCondition } from '#shared/pedigree/family.ts';

/** How a condition is shown, the same all over the chart. */
export interface ConditionLook {
  readonly condition: Condition;
  /** Fits under a symbol; the legend explains it. */
  readonly shortName: string;
  readonly affected: Paint;
  readonly carrier: Paint;
  /** The half of a divided symbol that it takes where it can. */
  readonly place: 'left' | 'right';
}

export interface StatedCondition {
  readonly look: ConditionLook;
  readonly row: IndividualCondition;
}

export interface ConditionKey {
  readonly looks: readonly ConditionLook[];
  /** By individual, in the order of the conditions. */
  readonly statedOf: ReadonlyMap<string, readonly StatedCondition[]>;
}

/** Fills of affected and of carriers have no pattern in common, so that black and white tells them apart; beyond six conditions patterns repeat in other colours. */
const affectedPatterns: readonly PatternId[] = ['solid', 'diagonal', 'dots', 'diagonal-cross', 'grey', 'checks'];
const carrierPatterns: readonly PatternId[] = ['horizontal', 'vertical', 'grid', 'falling', 'rings', 'waves'];
const colours: readonly ConditionColour[] = [1, 2, 3, 4, 5, 6];
/** States that take a part of the symbol. */
const partStates: ReadonlySet<ConditionState> = new Set(['affected', 'carrier', 'obligate-carrier', 'uncertain']);

export const takesPart = (state: ConditionState): boolean => partStates.has(state);

/** Works out every condition's fill, pattern and place. A condition's place in the list is its place in the palette. */
export function conditionKey(family: Pick<Family, 'conditions' | 'individualConditions'>): ConditionKey {
  const inParts = new Set(family.individualConditions.filter(({ state }) => takesPart(state)).map(({ conditionId }) => conditionId));
  const shortNames = shortConditionNames(family.conditions);
  let halves = 0;
  const looks = family.conditions.map((condition, index): ConditionLook => {
    const colour = colours[(index + Math.floor(index / affectedPatterns.length)) % colours.length] ?? 1;
    const place = halves % 2 === 0 ? 'left' : 'right';
    if (inParts.has(condition.id)) halves += 1;
    return {
      condition,
      shortName: shortNames[index] ?? condition.name,
      affected: { kind: 'condition', colour, pattern: affectedPatterns[index % affectedPatterns.length] ?? 'solid' },
      carrier: { kind: 'condition', colour, pattern: carrierPatterns[index % carrierPatterns.length] ?? 'horizontal' },
      place,
    };
  });
  return { looks, statedOf: statedByIndividual(family.individualConditions, looks) };
}

/** A solid fill would hide the letter inside the symbol; lines do not (NSGC 2022, figure 4, affected fetus). */
export const paintBehindLetter = (paint: Paint): Paint => (paint.kind === 'condition' && paint.pattern === 'solid' ? { ...paint, pattern: 'horizontal' } : paint);

function statedByIndividual(rows: readonly IndividualCondition[], looks: readonly ConditionLook[]): ReadonlyMap<string, readonly StatedCondition[]> {
  const lookOf = new Map(looks.map((look, index) => [look.condition.id, { look, index }]));
  const found = new Map<string, { readonly stated: StatedCondition; readonly index: number }[]>();
  for (const row of rows) {
    const entry = lookOf.get(row.conditionId);
    if (entry === undefined) continue;
    const stated = { stated: { look: entry.look, row }, index: entry.index };
    const others = found.get(row.individualId);
    if (others === undefined) found.set(row.individualId, [stated]);
    else others.push(stated);
  }
  return new Map([...found].map(([id, entries]) => [id, entries.toSorted((first, second) => first.index - second.index).map(({ stated }) => stated)]));
}

const longestShortName = 14;
const genericWords = /^(of|and|the|with|due|to|in|or|syndrome|disease|disorder|type)$/i;

/** The name itself where it is short, the abbreviation behind it in brackets, or the name without words such as syndrome; else its initials. Numbered where two would be the same. */
function shortConditionNames(conditions: readonly Condition[]): readonly string[] {
  const taken = new Set<string>();
  return conditions.map(({ name }) => {
    const short = shortName(name);
    let unique = short;
    for (let count = 2; taken.has(unique); count += 1) unique = `${short}-${String(count)}`;
    taken.add(unique);
    return unique;
  });
}

function shortName(name: string): string {
  if (name.length <= longestShortName) return name;
  const abbreviation = /\(([^\s()]{2,14})\)$/.exec(name.trim())?.[1];
  if (abbreviation !== undefined) return abbreviation;
  const words = name.split(/[\s,;/()]+/).filter((word) => word !== '' && !genericWords.test(word));
  const telling = words.join(' ');
  if (telling !== '' && telling.length <= longestShortName) return telling;
  if (words.length < 2) return `${(words[0] ?? name).slice(0, longestShortName - 1)}.`;
  return words.flatMap((word) => word.split('-')).map((word) => (/^\d|^[IVX]+$/.test(word) ? word : word.charAt(0).toUpperCase())).join('').slice(0, longestShortName);
}
