/**
 * The document of a level with what it says otherwise than the full one: what was taken out is struck, what stands in its place is marked. Both come from
 * the backend as HTML without scripts; they are parsed without being shown, compared word by word, and the result is shown like the document itself.
 */
export function markDifference(full: string, reduced: string): string {
  const [before, after] = [parsed(full), parsed(reduced)];
  const [old, young] = [wordsOf(before), wordsOf(after)];
  const kept = commonWords(old.map(({ word }) => word), young.map(({ word }) => word));
  let from = 0;
  let to = 0;
  for (const [oldIndex, youngIndex] of [...kept, [old.length, young.length] as const]) {
    const gone = old.slice(from, oldIndex).map(({ word }) => word).join(' ');
    if (gone !== '') insertGone(marked(after, 'del', gone), young[to]?.element, young.at(-1)?.element);
    young.slice(to, youngIndex).forEach(({ element, word }) => element.replaceWith(marked(after, 'ins', word)));
    [from, to] = [oldIndex + 1, youngIndex + 1];
  }
  for (const { element, word } of young) element.replaceWith(word);
  after.head.insertAdjacentHTML('beforeend', `<style>${differenceStyle}</style>`);
  return `<!doctype html>\n${after.documentElement.outerHTML}`;
}

/** Struck and hatched, or tinted and underlined: told apart without colour. */
const differenceStyle = `
del { color: #A04712; text-decoration: line-through; background: repeating-linear-gradient(135deg, #F6E3D6 0 2px, transparent 2px 4px); padding: 0 2px; margin-right: 2px; }
ins { color: #0A6664; text-decoration: underline dotted; background: #E1EFED; padding: 0 1px; }`;

interface PlacedWord {
  readonly word: string;
  readonly element: Element;
}

/** A document that is parsed this way runs no script and loads nothing. */
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Each word of the text in an element of its own; drawings stay as they are. */
function wordsOf(document: Document): readonly PlacedWord[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('svg, style') === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT));
  const texts: Node[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode);
  return texts.flatMap((text) => {
    const pieces = (text.textContent ?? '').split(/(\s+)/).filter((piece) => piece !== '').map((piece) => (piece.trim() === '' ? { word: null, node: piece } : { word: piece, node: marked(document, 'x-word', piece) }));
    text.parentElement?.replaceChild(fragmentOf(document, pieces.map(({ node }) => node)), text);
    return pieces.flatMap(({ word, node }) => (word === null || typeof node === 'string' ? [] : [{ word, element: node }]));
  });
}

function fragmentOf(document: Document, nodes: readonly (Node | string)[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes);
  return fragment;
}

function marked(document: Document, name: 'ins' | 'del' | 'x-word', text: string): Element {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** Before the word that follows in the document; after the last one where nothing follows. */
function insertGone(gone: Element, next: Element | undefined, last: Element | undefined): void {
  if (next !== undefined) next.before(gone, ' ');
  else last?.after(' ', gone);
}

/** More cells than these are not compared: what is as long as that differs as a whole. */
const mostCells = 16_000_000;

/** The places of a longest common run of words in both, in order (Wagner and Fischer 1974, doi 10.1145/321796.321811). */
function commonWords(old: readonly string[], young: readonly string[]): readonly (readonly [number, number])[] {
  const width = young.length + 1;
  if ((old.length + 1) * width > mostCells) return [];
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = young.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = old[row] === young[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const common: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < young.length) {
    if (old[row] === young[column]) common.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}
