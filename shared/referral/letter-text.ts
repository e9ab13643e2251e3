/** A letter in the parts that it is made of; how they look is for whoever shows or prints them. */
export type LetterParagraph =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };
export type LetterParagraphs = readonly LetterParagraph[];

/** The letter as it is typed: `# ` begins a heading, `- ` an item of a list, an empty line ends a paragraph. */
export function writeLetterText(paragraphs: LetterParagraphs): string {
  return paragraphs.map(paragraphText).filter((text) => text !== '').join('\n\n');
}

/** Reads typed text back. Lines of a paragraph stay lines; nothing that was typed is lost. */
export function readLetterText(text: string): LetterParagraphs {
  return text.split(/\n\s*\n/).flatMap((block) => blockParagraphs(block.split('\n').map((line) => line.trimEnd()).filter((line) => line.trim() !== '')));
}

/** Words of a letter, for an estimate of its length. */
export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** What a new draft would change in a letter: parts that both have, and between them what would go and what would come; null: nothing. */
export type LetterChange = { readonly kind: 'same'; readonly text: string } | { readonly kind: 'changed'; readonly before: string | null; readonly after: string | null };

/** Compares line by line; an empty line belongs to the part before it. */
export function letterChanges(before: string, after: string): readonly LetterChange[] {
  const [old, young] = [before.split('\n'), after.split('\n')];
  const changes: LetterChange[] = [];
  let [from, to] = [0, 0];
  for (const [oldIndex, youngIndex] of [...commonLines(old, young), [old.length, young.length] as const]) {
    const [gone, come] = [old.slice(from, oldIndex), young.slice(to, youngIndex)];
    if (gone.length > 0 || come.length > 0) changes.push({ kind: 'changed', before: textOf(gone), after: textOf(come) });
    if (oldIndex < old.length) {
      const last = changes.at(-1);
      const line = old[oldIndex] ?? '';
      if (last?.kind === 'same') changes[changes.length - 1] = { kind: 'same', text: `${last.text}\n${line}` };
      else changes.push({ kind: 'same', text: line });
    }
    [from, to] = [oldIndex + 1, youngIndex + 1];
  }
  return changes;
}

/** The letter with the changes at these places of the list taken, and the others left. */
export function applyChanges(changes: readonly LetterChange[], taken: ReadonlySet<number>): string {
  const parts = changes.map((change, index) => (change.kind === 'same' ? change.text : taken.has(index) ? change.after : change.before));
  return parts.join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

const textOf = (lines: readonly string[]): string | null => (lines.length === 0 ? null : lines.join('\n'));

function paragraphText(paragraph: LetterParagraph): string {
  if (paragraph.kind === 'list') return paragraph.items.map((item) => `- ${item}`).join('\n');
  return paragraph.kind === 'heading' ? `# ${paragraph.text}` : paragraph.text;
}

function blockParagraphs(lines: readonly string[]): LetterParagraphs {
  const paragraphs: LetterParagraph[] = [];
  for (const line of lines) {
    const read = lineParagraph(line);
    const last = paragraphs.at(-1);
    const joined = last === undefined ? null : joinedParagraph(last, read);
    if (joined === null) paragraphs.push(read);
    else paragraphs[paragraphs.length - 1] = joined;
  }
  return paragraphs;
}

function lineParagraph(line: string): LetterParagraph {
  const heading = /^#\s+(.*)$/.exec(line)?.[1];
  if (heading !== undefined) return { kind: 'heading', text: heading };
  const item = /^[-*•]\s+(.*)$/.exec(line)?.[1];
  return item === undefined ? { kind: 'text', text: line } : { kind: 'list', items: [item] };
}

/** Lines that follow each other without an empty one: items are one list, lines one paragraph. Null: the second begins anew. */
function joinedParagraph(first: LetterParagraph, second: LetterParagraph): LetterParagraph | null {
  if (first.kind === 'list' && second.kind === 'list') return { kind: 'list', items: [...first.items, ...second.items] };
  return first.kind === 'text' && second.kind === 'text' ? { kind: 'text', text: `${first.text}\n${second.text}` } : null;
}

/** More cells than this are not compared: a letter has a few hundred lines, and what has thousands was pasted by mistake. */
const mostCells = 4_000_000;

/** The places of a longest common run of lines in both, in order (Wagner and Fischer 1974, doi 10.1145/321796.321811). */
function commonLines(old: readonly string[], young: readonly string[]): readonly (readonly [number, number])[] {
  if (old.length * young.length > mostCells) return [];
  const lengths: number[][] = Array.from({ length: old.length + 1 }, () => new Array<number>(young.length + 1).fill(0));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = young.length - 1; column >= 0; column -= 1) {
      const cells = lengths[row];
      if (cells !== undefined) cells[column] = old[row] === young[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
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
