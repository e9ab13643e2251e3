import { childlessnessMarks, coupleStub, personStub } from '#shared/pedigree/drawing/childlessness.ts';
import type { DrawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { boxOf, boxOfMark } from '#shared/pedigree/drawing/figure-box.ts';
import { symbolStroke, textMark, type Box, type Mark, type MarkOwner, type SymbolFigure } from '#shared/pedigree/drawing/figure.ts';
import { fillMarks } from '#shared/pedigree/drawing/fills.ts';
import { outlineBottom, outlineMark, symbolShape, type SymbolShape } from '#shared/pedigree/drawing/symbol-outline.ts';
import { arrowMarks, asteriskMark, bracketBox, bracketMarks, innerMark, innerText, presymptomaticMark, slashMark } from '#shared/pedigree/drawing/symbol-signs.ts';
import { lineHeight, symbolTextLines, textLineMarks, textSize, widestNumber } from '#shared/pedigree/drawing/symbol-text.ts';
import { degreeSize } from '#shared/pedigree/drawing/relationship-line.ts';
import { textWidth } from '#shared/pedigree/drawing/text-width.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { symbolSide, type SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';

/** Which of an individual's symbols: a repeat is marked as one, and the number belongs to the place. */
interface SymbolPlace {
  readonly key: string;
  readonly isRepeat: boolean;
}

/** Everything that belongs to one individual, relative to the centre of the symbol, in painting order. */
export function drawSymbol(individual: Individual, context: DrawingContext, place: SymbolPlace = { key: individual.id, isRepeat: false }): SymbolFigure {
  const number = context.options.numbers.get(place.key) ?? context.options.numbers.get(individual.id) ?? null;
  return figureOf(symbolMarks(individual, context, place, number));
}

/**
 * Room for a symbol with its text, before anybody has a number: as for a long one. Twins have room for their legs above, and partners for what is written
 * at their line.
 */
export function symbolExtent(individual: Individual, context: DrawingContext): SymbolExtent {
  const number = context.options.numbers.get(individual.id) ?? widestNumber;
  const { box } = figureOf(symbolMarks(individual, context, { key: individual.id, isRepeat: false }, number));
  const { reach, depth } = unionRoom(individual, context);
  const legs = context.structure.twinGroupOf.has(individual.id) ? twinLegs : ownLine;
  return { left: Math.max(-box.left, reach), right: Math.max(box.right, reach), above: -box.top + legs, below: Math.max(box.bottom, depth) + foot };
}

/** Of the own line above a symbol, of the legs of twins, and of the line of descent below the text: what is beyond the layout's own clearance. */
const ownLine = 8;
const twinLegs = 20;
const foot = 6;
/** From the centre of a partner to the middle of an ended relationship, so that its slashes stand clear of symbol and line of descent. */
const roomForSlashes = 42;

/** Half of a degree or of a reason for childlessness beside the symbol, and how far down a stub reaches. */
function unionRoom(individual: Individual, { structure, options }: DrawingContext): { readonly reach: number; readonly depth: number } {
  let [reach, depth] = [0, 0];
  for (const { partnership } of structure.unionsOf.get(individual.id) ?? []) {
    if (partnership === null) continue;
    if (partnership.status === 'ended') reach = Math.max(reach, roomForSlashes);
    if (partnership.degree !== '' && partnership.isConsanguineous) reach = Math.max(reach, symbolSide / 2 + 4 + textWidth(partnership.degree, degreeSize) / 2);
    if (partnership.childlessness === null) continue;
    const box = boxOf(childlessnessMarks({ kind: 'union', key: '' }, partnership.childlessness, { x: 0, y: 0 }, coupleStub, options.level !== 'deidentified'));
    reach = Math.max(reach, symbolSide + box.right);
    depth = Math.max(depth, box.bottom);
  }
  return { reach, depth };
}

const textGap = 15;

const figureOf = (marks: readonly Mark[]): SymbolFigure => ({ marks, box: boxOf(marks) });

function symbolMarks(individual: Individual, context: DrawingContext, place: SymbolPlace, number: string | null): readonly Mark[] {
  const owner: MarkOwner = { kind: 'individual', key: place.key };
  const shape = symbolShape(individual);
  const donorMark = context.structure.donorMarkOf.get(individual.id) ?? null;
  const stated = context.key.statedOf.get(individual.id) ?? [];
  const inner = innerMark(owner, individual, donorMark, shape);
  const fills = fillMarks(owner, shape, stated, innerText(individual, donorMark) !== null);
  const isFilled = fills.some(({ role }) => role === 'fill');
  const slash = slashMark(owner, individual, shape, isFilled);
  const signs: readonly Mark[] = [
    outlineMark(owner, 'ground', shape, null, { kind: 'paper' }),
    ...fills,
    ...(stated.some(({ row }) => row.state === 'presymptomatic') ? [presymptomaticMark(owner, shape, isFilled)] : []),
    ...(slash === null ? [] : [slash]),
    // Above the slash, whose halo would break it.
    outlineMark(owner, 'outline', shape, symbolStroke, null),
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
  const obstacles = others.filter(({ role }) => role === 'deceased-slash' || role === 'termination-slash' || role === 'proband-letter' || role === 'arrow' || role === 'evaluated-asterisk').map(obstacleBox);
  let top = baseline;
  for (let isFree = false; !isFree; ) {
    const moved = lowered(lines, top).map(boxOfMark);
    const hit = obstacles.find((obstacle) => moved.some((box) => box.left < obstacle.right + 1 && box.right > obstacle.left - 1 && box.top < obstacle.bottom && box.bottom > obstacle.top));
    if (hit === undefined) isFree = true;
    else top += 2;
  }
  return lowered(lines, top);
}

/** An asterisk stands high above its baseline: only its upper half is ink. */
function obstacleBox(mark: Mark): Box {
  const box = boxOfMark(mark);
  return mark.role === 'evaluated-asterisk' && mark.kind === 'text' ? { ...box, bottom: mark.at.y - mark.size * 0.3 } : box;
}

const lowered = (lines: readonly Mark[], by: number): readonly Mark[] => lines.map((mark) => (mark.kind === 'text' ? { ...mark, at: { ...mark.at, y: mark.at.y + by } } : mark));

function repeatMark(owner: MarkOwner, text: readonly Mark[], shape: SymbolShape): Mark {
  const below = text.length === 0 ? outlineBottom(shape) + textGap - lineHeight : Math.max(...text.map((mark) => (mark.kind === 'text' ? mark.at.y : 0)));
  return textMark(owner, 'repeat-mark', '(same person)', { x: 0, y: below + lineHeight }, { size: textSize - 1, anchor: 'middle', tone: 'soft', hasHalo: true });
}
