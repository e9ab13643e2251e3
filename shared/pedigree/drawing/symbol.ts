import { childlessnessMarks, personStub } from '#shared/pedigree/drawing/childlessness.ts';
import type { DrawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { boxOf, boxOfMark } from '#shared/pedigree/drawing/figure-box.ts';
import { symbolStroke, type Mark, type MarkOwner, type SymbolFigure } from '#shared/pedigree/drawing/figure.ts';
import { fillMarks } from '#shared/pedigree/drawing/fills.ts';
import { outlineBottom, outlineMark, symbolShape, type SymbolShape } from '#shared/pedigree/drawing/symbol-outline.ts';
import { arrowMarks, asteriskMark, bracketBox, bracketMarks, innerMark, innerText, presymptomaticMark, slashMark } from '#shared/pedigree/drawing/symbol-signs.ts';
import { lineHeight, symbolTextLines, textLineMarks, textSize } from '#shared/pedigree/drawing/symbol-text.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import type { SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';

/** Which of an individual's symbols: a repeat is marked as one, and the number belongs to the place. */
export interface SymbolPlace {
  readonly key: string;
  readonly isRepeat: boolean;
}

/** Everything that belongs to one individual, relative to the centre of the symbol, in painting order. */
export function drawSymbol(individual: Individual, context: DrawingContext, place: SymbolPlace = { key: individual.id, isRepeat: false }): SymbolFigure {
  const number = context.options.numbers.get(place.key) ?? context.options.numbers.get(individual.id) ?? null;
  return figureOf(symbolMarks(individual, context, place, number));
}

/** Room for a symbol with its text before anybody has a number: as for a long one. */
export function symbolExtent(individual: Individual, context: DrawingContext): SymbolExtent {
  const number = context.options.numbers.get(individual.id) ?? widestNumber;
  const { box } = figureOf(symbolMarks(individual, context, { key: individual.id, isRepeat: false }, number));
  return { left: -box.left, right: box.right, above: -box.top, below: box.bottom };
}

const widestNumber = 'III-88';
const textGap = 15;

const figureOf = (marks: readonly Mark[]): SymbolFigure => ({ marks, box: boxOf(marks) });

function symbolMarks(individual: Individual, context: DrawingContext, place: SymbolPlace, number: string | null): readonly Mark[] {
  const owner: MarkOwner = { kind: 'individual', key: place.key };
  const shape = symbolShape(individual);
  const donorMark = context.structure.donorMarkOf.get(individual.id) ?? null;
  const stated = context.key.statedOf.get(individual.id) ?? [];
  const inner = innerMark(owner, individual, donorMark, shape);
  const slash = slashMark(owner, individual, shape);
  const signs: readonly Mark[] = [
    outlineMark(owner, 'ground', shape, null, { kind: 'paper' }),
    ...fillMarks(owner, shape, stated, innerText(individual, donorMark) !== null),
    ...(stated.some(({ row }) => row.state === 'presymptomatic') ? [presymptomaticMark(owner, shape)] : []),
    outlineMark(owner, 'outline', shape, symbolStroke, null),
    ...(slash === null ? [] : [slash]),
    ...(inner === null ? [] : [inner]),
    ...(individual.isAdopted ? bracketMarks(owner, shape) : []),
    ...arrowMarks(owner, individual, shape),
    ...(individual.isEvaluated ? [asteriskMark(owner, individual, shape)] : []),
  ];
  const stub = personStubMarks(owner, individual, shape, context);
  const lines = textLineMarks(owner, symbolTextLines(individual, context, number), 0, context.hasLineBelow.has(individual.id));
  const text = loweredText(lines, [...signs, ...stub], firstBaseline(individual, shape, stub));
  return [...signs, ...stub, ...text, ...(place.isRepeat ? [repeatMark(owner, text, shape)] : [])];
}

/** Where it is known of the person and not of one couple. */
function personStubMarks(owner: MarkOwner, { childlessness }: Individual, shape: SymbolShape, { options }: DrawingContext): readonly Mark[] {
  return childlessness === null ? [] : childlessnessMarks(owner, childlessness, { x: 0, y: outlineBottom(shape) }, personStub, options.level !== 'deidentified');
}

function firstBaseline(individual: Individual, shape: SymbolShape, stub: readonly Mark[]): number {
  const foot = individual.isAdopted ? bracketBox(shape).bottom : outlineBottom(shape);
  return stub.length === 0 ? foot + textGap : Math.max(foot, boxOf(stub).bottom) + textGap - 1;
}

/** Text below the symbol gives way downwards to the ends of a slash, to the P of an arrow and to an asterisk. */
function loweredText(lines: readonly Mark[], others: readonly Mark[], baseline: number): readonly Mark[] {
  const obstacles = others.filter(({ role }) => role === 'deceased-slash' || role === 'termination-slash' || role === 'proband-letter' || role === 'arrow' || role === 'evaluated-asterisk').map(boxOfMark);
  let top = baseline;
  for (let isFree = false; !isFree; ) {
    const moved = lowered(lines, top).map(boxOfMark);
    const hit = obstacles.find((obstacle) => moved.some((box) => box.left < obstacle.right + 1 && box.right > obstacle.left - 1 && box.top < obstacle.bottom && box.bottom > obstacle.top));
    if (hit === undefined) isFree = true;
    else top += 2;
  }
  return lowered(lines, top);
}

const lowered = (lines: readonly Mark[], by: number): readonly Mark[] => lines.map((mark) => (mark.kind === 'text' ? { ...mark, at: { ...mark.at, y: mark.at.y + by } } : mark));

function repeatMark(owner: MarkOwner, text: readonly Mark[], shape: SymbolShape): Mark {
  const below = text.length === 0 ? outlineBottom(shape) + textGap - lineHeight : Math.max(...text.map((mark) => (mark.kind === 'text' ? mark.at.y : 0)));
  return { kind: 'text', role: 'repeat-mark', owner, hasHalo: true, text: '(same person)', at: { x: 0, y: below + lineHeight }, anchor: 'middle', size: textSize - 1, boldLength: 0, tone: 'soft' };
}
