import { plainDate, plainDuration } from '#shared/casefile/family-view/plain-words.ts';
import { drawPedigree } from '#shared/pedigree/drawing/draw-pedigree.ts';
import { drawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { textMark, type Box, type Mark, type MarkRole } from '#shared/pedigree/drawing/figure.ts';
import { boxOf } from '#shared/pedigree/drawing/figure-box.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import { textWidth } from '#shared/pedigree/drawing/text-width.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { symbolSide, type PedigreeLayout, type SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';
import { ageBetween } from '#shared/phenotype/duration.ts';

export interface PlainPedigree {
  readonly layout: PedigreeLayout;
  readonly marks: readonly Mark[];
  readonly box: Box;
}

/** What clinicians write round a symbol and no family needs. */
const clinicalRoles: ReadonlySet<MarkRole> = new Set(['text-line', 'arrow', 'arrow-head', 'proband-letter', 'evaluated-asterisk', 'generation-number']);
const nameSize = 14;
const lineSize = 12.5;
const firstLine = symbolSide / 2 + 20;
const nextLine = 17;

/** The pedigree with the same symbols and lines as ever, and under each symbol what the family calls that person and how old they are. */
export function plainPedigree(family: Family, today: string): PlainPedigree {
  const context = drawingContext(family, { today, showsNumbers: false, showsResults: false });
  const layout = layoutPedigree(family, { extentOf: (individual) => withPlainText(symbolExtent(individual, context), individual, today) });
  const byId = context.structure.individualOf;
  const drawn = drawPedigree(family, layout, { today, showsNumbers: false, showsResults: false }).marks.filter(({ role }) => !clinicalRoles.has(role));
  const words = layout.symbols.flatMap(({ key, individualId, x, y }) => {
    const individual = byId.get(individualId);
    if (individual === undefined) return [];
    const owner = { kind: 'individual', key } as const;
    const isBesideLine = context.hasLineBelow.has(individualId);
    const at = (line: number) => ({ x: isBesideLine ? x + 6 : x, y: y + firstLine + line * nextLine });
    const anchor = isBesideLine ? 'start' : 'middle';
    const name = plainName(individual);
    const age = plainAge(individual, today);
    return [
      ...(name === '' ? [] : [textMark(owner, 'text-line', name, at(0), { size: nameSize, anchor, boldLength: name.length, hasHalo: true })]),
      ...(age === '' ? [] : [textMark(owner, 'text-line', age, at(name === '' ? 0 : 1), { size: lineSize, anchor, tone: 'soft', hasHalo: true })]),
    ];
  });
  const marks = [...drawn, ...words];
  return { layout, marks, box: boxOf(marks) };
}

/** What stands under the symbol: the given name, or what a life is that has none. */
export function plainName({ givenName, familyName, life }: Pick<Individual, 'givenName' | 'familyName' | 'life'>): string {
  if (givenName !== '' || familyName !== '') return givenName === '' ? familyName : givenName;
  switch (life.kind) {
    case 'pregnancy':
      return 'Baby on the way';
    case 'stillbirth':
      return 'Baby, stillborn';
    case 'loss':
      return 'Lost pregnancy';
    case 'group':
      return life.count === null ? 'More' : `${String(life.count)} more`;
    case 'person':
      return '';
  }
}

/** `9 years`, `died 2019`, `born 1953`, `due in May 2026`; empty where nothing is known. */
export function plainAge(individual: Individual, today: string): string {
  const { life, vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter } = individual;
  if (life.kind === 'pregnancy') return life.dueDate === null ? '' : `due ${plainDate(life.dueDate)}`;
  if (vitalStatus === 'deceased') return deathDate !== null ? `died ${deathDate.slice(0, 4)}` : ageAtDeath === null ? 'died' : `died at ${shortened(ageAtDeath)}`;
  if (life.kind !== 'person') return '';
  const age = birthDate === null || vitalStatus === 'unknown' ? null : ageBetween(birthDate, today);
  if (age !== null) return shortened(age);
  if (birthDate !== null) return `born ${birthDate.slice(0, 4)}`;
  return ageAtLastEncounter === null ? '' : shortened(ageAtLastEncounter);
}

/** An age by its largest unit: nobody says the days of a man. */
function shortened(duration: string): string {
  const largest = /^P(?:(\d+)Y|(\d+)M|(\d+)W|(\d+)D)/.exec(duration);
  return largest === null ? plainDuration(duration) : plainDuration(largest[0]);
}

function withPlainText(extent: SymbolExtent, individual: Individual, today: string): SymbolExtent {
  const half = Math.max(textWidth(plainName(individual), nameSize, plainName(individual).length), textWidth(plainAge(individual, today), lineSize)) / 2 + 4;
  return { ...extent, left: Math.max(symbolSide / 2 + 4, half), right: Math.max(symbolSide / 2 + 4, half), below: firstLine + nextLine + 12 };
}
