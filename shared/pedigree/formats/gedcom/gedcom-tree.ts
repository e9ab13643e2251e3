import type { ReaderProblem } from '#shared/pedigree/formats/family-format.ts';

/** A line of a GEDCOM file with the lines below it; continued text is joined. */
export interface GedcomNode {
  readonly tag: string;
  /** The id before the tag, without its signs; empty where there is none. */
  readonly id: string;
  readonly value: string;
  /** The id that the value points to; empty where it is text. */
  readonly target: string;
  /** 1-based. */
  readonly line: number;
  readonly children: readonly GedcomNode[];
}

interface OpenNode extends GedcomNode {
  value: string;
  readonly children: OpenNode[];
}

const linePattern = /^\s*(\d{1,2})[ \t]+(?:@([^@]{1,200})@[ \t]+)?([A-Za-z0-9_]{1,40})(?:[ \t](.*))?$/s;
/** Tags whose text goes on when a program broke a line without saying so. */
const textTags: ReadonlySet<string> = new Set(['NOTE', 'SNOTE', 'TEXT', 'CONT', 'CONC', 'ADDR', 'TITL', 'HIST', 'HEAL']);

/** The records of a GEDCOM text, and what of it is no GEDCOM, with its line. */
export function parseGedcom(text: string, fileName: string): { readonly records: readonly GedcomNode[]; readonly problems: readonly ReaderProblem[] } {
  const records: OpenNode[] = [];
  const problems: ReaderProblem[] = [];
  const error = (rule: string, message: string, line: number): void => void problems.push({ severity: 'error', rule, message, file: fileName, line });
  /** The node last opened on each level. */
  let open: OpenNode[] = [];
  let lastTag = '';
  let number = 0;
  const plainText = versionSeven.test(text.slice(0, 2_000)) ? plainTextOfSeven : plainTextOfFive;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    const match = linePattern.exec(line);
    const [, digits = '', id = '', tag = '', value = ''] = match ?? [];
    const node = open.at(-1);
    if (match === null) {
      if (textTags.has(lastTag) && node !== undefined) node.value += `\n${line}`;
      else error('not-a-line', 'this is no line of GEDCOM, expected a level, a tag and a value', number);
      continue;
    }
    const level = Number(digits);
    lastTag = tag.toUpperCase();
    if (level > open.length) {
      error('level-jump', `the level ${String(level)} does not follow the line before, expected ${String(open.length)} or less`, number);
      continue;
    }
    open = open.slice(0, level);
    const parent = open.at(-1);
    if ((lastTag === 'CONT' || lastTag === 'CONC') && parent !== undefined) {
      parent.value += `${lastTag === 'CONT' ? '\n' : ''}${plainText(value)}`;
      open.push({ tag: lastTag, id: '', value: '', target: '', line: number, children: [] });
      continue;
    }
    const target = /^@([^@#][^@]*)@\s*$/.exec(value)?.[1] ?? '';
    const added: OpenNode = { tag: lastTag, id, value: target === '' ? plainText(value) : '', target, line: number, children: [] };
    (parent === undefined ? records : parent.children).push(added);
    open.push(added);
  }
  if (records.at(-1)?.tag !== 'TRLR') error('cut-off', 'the file ends without its last line 0 TRLR and may be cut off', number);
  return { records, problems };
}

const versionSeven = /^\s*0 HEAD\b[^]*?\n2 VERS 7/;
/** A sign @ is written twice in text; since version 7 only where the text begins with it. */
const plainTextOfFive = (value: string): string => value.replaceAll('@@', '@');
const plainTextOfSeven = (value: string): string => value.replace(/^@@/, '@');

export const childOf = (node: GedcomNode, tag: string): GedcomNode | undefined => node.children.find((child) => child.tag === tag);
export const childrenOf = (node: GedcomNode, ...tags: readonly string[]): readonly GedcomNode[] => node.children.filter((child) => tags.includes(child.tag));
