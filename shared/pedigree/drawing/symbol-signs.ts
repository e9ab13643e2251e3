import { line, lineStroke, polyline, symbolStroke, textMark, type Mark, type MarkOwner } from '#shared/pedigree/drawing/figure.ts';
import { lowerSide, outlineBottom, outlineReach, outlineTop, type SymbolShape } from '#shared/pedigree/drawing/symbol-outline.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { symbolSide, type Point } from '#shared/pedigree/layout/pedigree-layout.ts';

/** What stands in and round a symbol, relative to its centre. */

const half = symbolSide / 2;
/** Brackets stand 0.3 sides away with arms of 0.4 sides, so that the own line enters through the gap. */
const bracketGap = 0.3 * symbolSide;
const bracketHeightGap = 0.2 * symbolSide;
const bracketArm = 0.35 * symbolSide;
const arrowLength = 16;
const arrowHeadLength = 8;
const arrowHeadHalfWidth = 3.6;
const slashReach = half + 0.2 * symbolSide;

const innerSize = 15;

/** P of a pregnancy, the number of a group, D or S. Never two: what the individual is comes before what it gave. */
export function innerMark(owner: MarkOwner, individual: Individual, donorMark: 'D' | 'S' | null, shape: SymbolShape): Mark | null {
  const text = innerText(individual, donorMark);
  if (text === null) return null;
  return textMark(owner, 'inner-text', text, { x: 0, y: innerSize * 0.36 + (shape === 'triangle' ? 1 : 0) }, { size: innerSize, anchor: 'middle', boldLength: text.length, hasHalo: true });
}

export function innerText({ life }: Individual, donorMark: 'D' | 'S' | null): string | null {
  if (life.kind === 'pregnancy') return 'P';
  if (life.kind === 'group') return life.count === null ? 'n' : String(life.count);
  return donorMark;
}

/** From lower left to upper right through the centre, beyond the outline. A termination's goes across base and right side. */
export function slashMark(owner: MarkOwner, individual: Individual, shape: SymbolShape, hasHalo: boolean): Mark | null {
  const isTermination = individual.life.kind === 'loss' && individual.life.outcome === 'termination';
  const isDead = individual.life.kind === 'stillbirth' || (individual.vitalStatus === 'deceased' && individual.life.kind !== 'loss');
  if (!isTermination && !isDead) return null;
  if (shape === 'triangle') return { ...line(owner, 'termination-slash', { x: -slashReach * 0.8, y: slashReach * 0.7 }, { x: slashReach * 0.8, y: -slashReach * 0.9 }, symbolStroke), hasHalo };
  const reach = shape === 'diamond' ? slashReach * 0.9 : slashReach;
  return { ...line(owner, 'deceased-slash', { x: -reach, y: reach }, { x: reach, y: -reach }, symbolStroke), hasHalo };
}

export function presymptomaticMark(owner: MarkOwner, shape: SymbolShape, hasHalo: boolean): Mark {
  return { ...line(owner, 'presymptomatic-line', { x: 0, y: outlineTop(shape) }, { x: 0, y: outlineBottom(shape) }, symbolStroke), hasHalo };
}

/** `[` and `]`, open in the middle of top and bottom. */
export function bracketMarks(owner: MarkOwner, shape: SymbolShape): readonly Mark[] {
  const { x, top, bottom } = bracketBox(shape);
  return ([-1, 1] as const).map((side) =>
    polyline(owner, 'adoption-bracket', [{ x: side * (x - bracketArm), y: top }, { x: side * x, y: top }, { x: side * x, y: bottom }, { x: side * (x - bracketArm), y: bottom }], lineStroke),
  );
}

export const bracketBox = (shape: SymbolShape): { readonly x: number; readonly top: number; readonly bottom: number } => ({ x: outlineReach(shape) + bracketGap, top: outlineTop(shape) - bracketHeightGap, bottom: outlineBottom(shape) + bracketHeightGap });

/** The arrow of proband and consultand from the lower left; only the proband has a P, outside at the tail. */
export function arrowMarks(owner: MarkOwner, individual: Individual, shape: SymbolShape): readonly Mark[] {
  if (!individual.isProband && !individual.isConsultand) return [];
  const tip = arrowTip(individual, shape);
  const tail = { x: tip.x - arrowLength, y: tip.y + arrowLength };
  const neck = along(tip, tail, arrowHeadLength);
  const across = { x: arrowHeadHalfWidth * Math.SQRT1_2, y: arrowHeadHalfWidth * Math.SQRT1_2 };
  const head: Mark = { kind: 'polygon', role: 'arrow-head', owner, hasHalo: false, points: [tip, { x: neck.x + across.x, y: neck.y + across.y }, { x: neck.x - across.x, y: neck.y - across.y }], stroke: null, fill: { kind: 'ink' } };
  const letter = textMark(owner, 'proband-letter', 'P', { x: tail.x - 6, y: tail.y + 9 }, { size: 13, anchor: 'middle', boldLength: 1, hasHalo: true });
  return [line(owner, 'arrow', tail, along(tip, tail, arrowHeadLength - 1), symbolStroke), head, ...(individual.isProband ? [letter] : [])];
}

/** The lower part of the left side; a consultand's ends just off the lower left. Outside brackets where there are any, and clear of a slash. */
function arrowTip(individual: Individual, shape: SymbolShape): Point {
  const gap = individual.isProband ? 2 : 4;
  if (individual.isAdopted) return { x: -bracketBox(shape).x - gap, y: half / 2 };
  const isSlashed = individual.vitalStatus === 'deceased' || individual.life.kind === 'stillbirth';
  switch (shape) {
    case 'square':
      return { x: -half - gap, y: individual.isProband || isSlashed ? half / 2 : half * 0.8 };
    case 'circle':
      return { x: -half * 0.86 - gap, y: half * 0.51 + gap / 2 };
    case 'diamond': {
      const side = lowerSide('diamond', -1);
      return isSlashed ? { x: side.x * 1.55 - gap, y: side.y * 0.45 } : { x: side.x - gap * 0.8, y: side.y + gap * 0.8 };
    }
    case 'triangle':
      return { x: -half - gap, y: 4 };
  }
}

/** Beyond the lower right corner of the symbol's box; the glyph stands high above its baseline. */
export function asteriskMark(owner: MarkOwner, individual: Individual, shape: SymbolShape): Mark {
  const x = individual.isAdopted ? bracketBox(shape).x + 8 : shape === 'diamond' ? half : shape === 'triangle' ? outlineReach(shape) + 7 : half + 8;
  return textMark(owner, 'evaluated-asterisk', '*', { x, y: half + (shape === 'diamond' ? 11 : 8) }, { size: 20, anchor: 'middle', boldLength: 1, hasHalo: true });
}

function along(from: Point, to: Point, length: number): Point {
  const whole = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}
