import { assertNever } from '#shared/base/assert-never.ts';
import type { Alleles, Endpoint, HgvsExpression, Inserted, InsertedResidues, NucleotideChange, NucleotideEdit, NucleotidePlace, Point, ProteinChange, ProteinEdit, RepeatCount, StopAt } from '#shared/variant/hgvs/expression.ts';

/** The description as the HGVS recommends it: three-letter amino acids, Ter, no sequence that the positions already say. */
export function printHgvs(expression: HgvsExpression): string {
  const { reference, selector } = expression;
  const head = reference === null ? (selector === null ? '' : `${selector}:`) : `${reference}${selector === null ? '' : `(${selector})`}:`;
  return head + printDescription(expression);
}

/** Without what it stands on: `c.76A>C`. */
export function printDescription(expression: HgvsExpression): string {
  switch (expression.kind) {
    case 'nucleotide':
      return `${expression.level}.${printAlleles(expression.alleles, (changes) => changes.map(printNucleotideChange).join(';'), printNucleotideChange)}`;
    case 'protein':
      return `p.${printAlleles(expression.alleles, printChainOfProtein, printProteinChange)}`;
    default:
      return assertNever(expression);
  }
}

function printAlleles<Change>(alleles: Alleles<Change>, chain: (changes: readonly Change[]) => string, single: (change: Change) => string): string {
  switch (alleles.kind) {
    case 'one':
      return single(alleles.change);
    case 'cis':
      return `[${chain(alleles.changes)}]`;
    case 'trans':
      return alleles.chromosomes.map((changes) => `[${chain(changes)}]`).join(';');
    case 'unknown-phase':
      return alleles.changes.map(single).join('(;)');
    default:
      return assertNever(alleles);
  }
}

function printNucleotideChange(change: NucleotideChange): string {
  const plain = change.kind === 'whole' ? { unchanged: '=', unknown: '?', nothing: '0', spliced: 'spl' }[change.what] : printPlace(change.place) + printNucleotideEdit(change.edit);
  return change.predicted ? `(${plain})` : plain;
}

/** `76_78`, as it stands in a description. */
export function printPlace({ from, to }: NucleotidePlace): string {
  return to === null ? printEndpoint(from) : `${printEndpoint(from)}_${printEndpoint(to)}`;
}

const printEndpoint = (endpoint: Endpoint): string => (endpoint.kind === 'between' ? `(${printPoint(endpoint.earliest)}_${printPoint(endpoint.latest)})` : printPoint(endpoint));

function printPoint(point: Point): string {
  if (point.kind === 'unknown') return '?';
  if (point.kind === 'end') return point.name;
  const sign = { numbered: '', 'before-start': '-', 'after-stop': '*' }[point.anchor];
  const { offset } = point;
  const intron = offset === null ? '' : `${offset.direction === 'downstream' ? '+' : '-'}${offset.distance === null ? '?' : String(offset.distance)}`;
  return `${sign}${point.base === null ? '?' : String(Math.abs(point.base))}${intron}`;
}

function printNucleotideEdit(edit: NucleotideEdit): string {
  switch (edit.kind) {
    case 'substitution':
      return `${edit.reference}>${edit.alternate}`;
    case 'deletion':
      return 'del';
    case 'duplication':
      return 'dup';
    case 'inversion':
      return 'inv';
    case 'insertion':
      return `ins${printInserted(edit.inserted)}`;
    case 'deletion-insertion':
      return `delins${printInserted(edit.inserted)}`;
    case 'repeat':
      return edit.units.map(({ bases, count }) => bases + printCount(count)).join('');
    case 'unchanged':
      return '=';
    case 'unknown':
      return '?';
    default:
      return assertNever(edit);
  }
}

function printInserted(pieces: readonly Inserted[]): string {
  const printed = pieces.map(printInsertedPiece);
  const isPlain = pieces.length === 1 && !(pieces[0]?.kind === 'copied' && pieces[0].reference !== null);
  return isPlain ? printed.join('') : `[${printed.join(';')}]`;
}

function printInsertedPiece(piece: Inserted): string {
  switch (piece.kind) {
    case 'bases':
      return piece.bases;
    case 'repeated':
      return piece.bases + printCount(piece.count);
    case 'copied':
      return `${piece.reference === null ? '' : `${piece.reference}:${piece.level ?? 'g'}.`}${printPlace(piece.place)}${piece.isInverted ? 'inv' : ''}`;
    case 'unknown':
      return '?';
    default:
      return assertNever(piece);
  }
}

function printCount({ least, most }: RepeatCount): string {
  const print = (count: number | null): string => (count === null ? '?' : String(count));
  return least === most ? `[${print(least)}]` : `[(${print(least)}_${print(most)})]`;
}

/** Changes that are all predicted share one pair of parentheses. */
function printChainOfProtein(changes: readonly ProteinChange[]): string {
  const shared = changes.length > 1 && changes.every(({ predicted }) => predicted);
  return shared ? `(${changes.map((change) => printProteinChange({ ...change, predicted: false })).join(';')})` : changes.map(printProteinChange).join(';');
}

function printProteinChange(change: ProteinChange): string {
  const plain = change.kind === 'whole' ? { unchanged: '=', unknown: '?', nothing: '0', 'probably-nothing': '0?' }[change.what] : printProteinPlace(change) + printProteinEdit(change.edit);
  return change.predicted ? `(${plain})` : plain;
}

function printProteinPlace({ place: { from, to } }: ProteinChange & { readonly kind: 'edit' }): string {
  const residues = to === null ? [from] : [from, to];
  return residues.map(({ aminoAcid, position }) => `${aminoAcid}${String(position)}`).join('_');
}

function printProteinEdit(edit: ProteinEdit): string {
  switch (edit.kind) {
    case 'substitution':
      return edit.alternate;
    case 'unchanged':
      return '=';
    case 'unknown':
      return '?';
    case 'deletion':
      return 'del';
    case 'duplication':
      return 'dup';
    case 'insertion':
      return `ins${printResidues(edit.inserted)}`;
    case 'deletion-insertion':
      return `delins${printResidues(edit.inserted)}`;
    case 'repeat':
      return printCount(edit.count);
    case 'frameshift':
      return `${edit.alternate ?? ''}fs${edit.stopAt === null ? '' : printStop(edit.stopAt)}`;
    case 'extension-before-start':
      return `${edit.alternate ?? ''}ext-${String(edit.newStart)}`;
    case 'extension-after-stop':
      return `${edit.alternate ?? ''}ext${printStop(edit.stopAt)}`;
    default:
      return assertNever(edit);
  }
}

const printResidues = (inserted: InsertedResidues): string => (inserted.kind === 'residues' ? inserted.residues.join('') : `Xaa${printCount(inserted.count)}`);
const printStop = ({ distance }: StopAt): string => `Ter${distance === null ? '?' : String(distance)}`;
