import { assertNever } from '#shared/base/assert-never.ts';
import { ageLines, ageWords, gestationWords } from '#shared/pedigree/drawing/age-text-lines.ts';
import type { StatedCondition } from '#shared/pedigree/drawing/condition-key.ts';
import type { DrawingContext, DrawingOptions, IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import { textMark, type Mark, type MarkOwner } from '#shared/pedigree/drawing/figure.ts';
import { wrapText } from '#shared/pedigree/drawing/text-width.ts';
import type { Individual, SexAssignedAtBirth } from '#shared/pedigree/individual.ts';
import { formatTimeElement } from '#shared/phenotype/age-text.ts';

/** One line of text under a symbol. */
interface SymbolTextLine {
  readonly text: string;
  readonly boldLength: number;
  /** A gap above it. */
  readonly isApart: boolean;
}

export const textSize = 12;
export const lineHeight = 14.5;
const apartGap = 5;
const widestLine = 120;
const mostLinesOfOneText = 4;

/**
 * The text under a symbol in the order of the nomenclature: sex assigned at birth where it differs from the gender; age, or birth and death;
 * gestation; results of evaluation; conditions where more is to be said than the key says; pedigree number with the name.
 *
 * Source: Bennett et al. 2022, box 1 and figures 1 to 4. A stillbirth has SB and gestation first, as printed there; ECT stands below the gestation.
 */
export function symbolTextLines(individual: Individual, context: DrawingContext, number: string | null): readonly SymbolTextLine[] {
  const { options } = context;
  const stated = context.key.statedOf.get(individual.id) ?? [];
  const wrapped = (texts: readonly string[]): readonly SymbolTextLine[] => texts.flatMap((text) => wrapText(text, textSize, widestLine, mostLinesOfOneText)).map((text) => plainLine(text));
  return [...lifeLines(individual, options), ...wrapped(options.showsResults ? resultTexts(individual, options) : []), ...wrapped(conditionTexts(stated, context)), ...identityLine(individual, options, number)];
}

/** AMAB, AFAB or UAAB where it differs from the gender; always beside a diamond, which says nothing of it by itself. */
function sexAssignedAtBirthWords({ gender, sexAssignedAtBirth, life }: Pick<Individual, 'gender' | 'sexAssignedAtBirth' | 'life'>): readonly string[] {
  if (life.kind === 'pregnancy' || life.kind === 'loss') return [];
  if (life.kind === 'group' && life.sexesAssignedAtBirth !== undefined && life.sexesAssignedAtBirth.length > 1) {
    return life.sexesAssignedAtBirth.map((sex, index, all) => `${assignedWords[sex]}${index < all.length - 1 ? '/' : ''}`);
  }
  const agrees = (gender === 'man-boy' && sexAssignedAtBirth === 'male') || (gender === 'woman-girl' && sexAssignedAtBirth === 'female');
  return sexAssignedAtBirth === 'unknown' || agrees ? [] : [assignedWords[sexAssignedAtBirth]];
}

/** The lines as marks, the first baseline at `top`. Beside a line that goes down from the symbol they begin to its right. */
export function textLineMarks(owner: MarkOwner, lines: readonly SymbolTextLine[], top: number, isBesideLine: boolean): readonly Mark[] {
  const x = isBesideLine ? besideLine : 0;
  let y = top;
  return lines.map(({ text, boldLength, isApart }, index): Mark => {
    y += (index === 0 ? 0 : lineHeight) + (isApart ? apartGap : 0);
    return textMark(owner, 'text-line', text, { x, y }, { size: textSize, anchor: isBesideLine ? 'start' : 'middle', boldLength, hasHalo: true });
  });
}

/** Stands for a number where there is none yet. */
export const widestNumber = 'III-88';
const besideLine = 6;
const assignedWords: Readonly<Record<Exclude<SexAssignedAtBirth, 'unknown'>, string>> = { female: 'AFAB', male: 'AMAB', unassigned: 'UAAB' };
const plainLine = (text: string, isApart = false): SymbolTextLine => ({ text, boldLength: 0, isApart });

function lifeLines(individual: Individual, { level, today }: DrawingOptions): readonly SymbolTextLine[] {
  const { life } = individual;
  const assigned = sexAssignedAtBirthWords(individual);
  const plain = (texts: readonly string[]): readonly SymbolTextLine[] => texts.map((text) => plainLine(text));
  switch (life.kind) {
    case 'person':
      return plain([...assigned, ...ageLines(individual, level, today)]);
    case 'group':
      return plain([...assigned, ...(individual.vitalStatus === 'deceased' ? ageLines(individual, level, today) : [])]);
    case 'pregnancy': {
      const due = life.gestation === null && life.dueDate !== null && level === 'full' ? [`due ${life.dueDate}`] : [];
      return plain([...(life.gestation === null ? due : [gestationWords(life.gestation)]), ...(level === 'deidentified' || life.sexKnownBy === '' ? [] : wrapText(life.sexKnownBy, textSize, widestLine, mostLinesOfOneText))]);
    }
    case 'stillbirth':
      return [...plain(['SB', ...(life.gestation === null ? [] : [gestationWords(life.gestation)])]), ...assigned.map((text) => plainLine(text, true))];
    case 'loss':
      return plain([...(life.gestation === null ? [] : [gestationWords(life.gestation)]), ...(life.outcome === 'ectopic' ? ['ECT'] : [])]);
    default:
      return assertNever(life);
  }
}

/** What was found, with no prefix. At the lowest level free words are left out, since nobody has read what they give away. */
function resultTexts(individual: Individual, { level }: DrawingOptions): readonly string[] {
  if (level === 'deidentified') return isKaryotype(individual.karyotype) ? [individual.karyotype] : [];
  const knownBy = individual.life.kind === 'pregnancy' ? individual.life.sexKnownBy : '';
  const cause = individual.vitalStatus === 'deceased' ? individual.causeOfDeath : '';
  return [...new Set([cause, individual.karyotype, ...individual.evaluations])].filter((text) => text !== '' && text !== knownBy);
}

const isKaryotype = (text: string): boolean => /^\d{2}[0-9,XY;:()+\-/pqtderinvmosupicx~. [\]]*$/.test(text);

/** What the fill does not say: age of onset, an obligate carrier, a presymptomatic line that runs over a fill. */
function conditionTexts(stated: readonly StatedCondition[], { key, options }: DrawingContext): readonly string[] {
  const isFilled = stated.some(({ row }) => row.state === 'affected');
  const isOnlyOne = key.looks.length === 1;
  return stated.flatMap(({ look, row }) => {
    const name = isOnlyOne ? '' : `${look.shortName} `;
    if (row.state === 'affected') {
      const onset = onsetWords(row, options);
      return onset === null ? [] : [`${name}dx ${onset}`];
    }
    if (row.state === 'obligate-carrier') return [isOnlyOne ? 'obligate carrier' : `obligate ${look.shortName} carrier`];
    return row.state === 'presymptomatic' && isFilled ? [`presymptomatic: ${look.shortName}`] : [];
  });
}

function onsetWords({ onset }: StatedCondition['row'], { level }: DrawingOptions): string | null {
  if (onset === null) return null;
  if (onset.kind === 'date' || onset.kind === 'date-range') return level === 'full' ? (onset.kind === 'date' ? onset.date : onset.start).slice(0, 4) : null;
  if (onset.kind === 'age') return ageWords(onset.duration, level);
  return onset.kind === 'age-range' && level === 'deidentified' ? ageWords(onset.start, level) : formatTimeElement(onset);
}

/** Broken as if the number were long, so that lines stay as they were measured before anybody had a number. */
function identityLine(individual: Individual, { level, showsNames, showsNumbers }: DrawingOptions, number: string | null): readonly SymbolTextLine[] {
  const name = showsNames ? shownName(individual, level) : '';
  if (!showsNumbers || number === null) return wrapText(name, textSize, widestLine, mostLinesOfOneText).map((text) => plainLine(text));
  const [first, ...rest] = wrapText(`${widestNumber} ${name}`, textSize, widestLine, mostLinesOfOneText);
  return [{ text: number + (first ?? widestNumber).slice(widestNumber.length), boldLength: number.length, isApart: false }, ...rest.map((text) => plainLine(text))];
}

/** The name as far as the level lets it be told; who has none has what a file calls them. */
export function shownName({ givenName, familyName, reference }: Pick<Individual, 'givenName' | 'familyName' | 'reference'>, level: IdentificationLevel): string {
  switch (level) {
    case 'full':
      return [givenName, familyName].filter((name) => name !== '').join(' ') || reference;
    case 'pseudonymised':
      return [givenName, familyName].flatMap((name) => name.split(/[\s-]+/)).filter((name) => name !== '').map((name) => `${[...name][0] ?? ''}.`).join('');
    case 'deidentified':
      return '';
    default:
      return assertNever(level);
  }
}
