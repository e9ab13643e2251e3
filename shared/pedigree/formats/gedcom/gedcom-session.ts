import { notReadRule, type ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { childOf, childrenOf, type GedcomNode } from '#shared/pedigree/formats/gedcom/gedcom-tree.ts';

/** Reading one file: what was used of it, and what is wrong with it. */
export interface GedcomSession {
  readonly fileName: string;
  readonly problems: ReaderProblem[];
  /** The value of the first line with the tag below a line, which then counts as read. */
  readonly text: (node: GedcomNode, tag: string) => string;
  readonly child: (node: GedcomNode, tag: string) => GedcomNode | undefined;
  readonly children: (node: GedcomNode, ...tags: readonly string[]) => readonly GedcomNode[];
  /** Counts a line as read. */
  readonly use: (node: GedcomNode) => void;
  readonly isUsed: (node: GedcomNode) => boolean;
  readonly warn: (rule: string, message: string, node: GedcomNode) => void;
  readonly error: (rule: string, message: string, node: GedcomNode) => void;
}

export function createGedcomSession(fileName: string, problems: readonly ReaderProblem[]): GedcomSession {
  const used = new Set<GedcomNode>();
  const found = [...problems];
  const child = (node: GedcomNode, tag: string): GedcomNode | undefined => {
    const first = childOf(node, tag);
    if (first !== undefined) used.add(first);
    return first;
  };
  return {
    fileName,
    problems: found,
    child,
    text: (node, tag) => child(node, tag)?.value ?? '',
    children: (node, ...tags) => {
      const all = childrenOf(node, ...tags);
      for (const one of all) used.add(one);
      return all;
    },
    use: (node) => void used.add(node),
    isUsed: (node) => used.has(node),
    warn: (rule, message, node) => void found.push({ severity: 'warning', rule, message, file: fileName, line: node.line, wasRead: true }),
    error: (rule, message, node) => void found.push({ severity: 'error', rule, message, file: fileName, line: node.line }),
  };
}

/** What says nothing about the family: when a record was changed, by which program, and the like. */
const administration: ReadonlySet<string> = new Set(['HEAD', 'TRLR', 'CHAN', 'CREA', 'RIN', 'NUMB', 'SUBM', 'SUBN', 'UID', '_UID', 'AFN', 'RFN']);

/** Everything that no reader used, once for each place in the records, with the number and the first line. */
export function unreadProblems(records: readonly GedcomNode[], session: GedcomSession): readonly ReaderProblem[] {
  const places = new Map<string, { count: number; line: number }>();
  const walk = (node: GedcomNode, path: string): void => {
    if (administration.has(node.tag)) return;
    const place = path === '' ? node.tag : `${path}.${node.tag}`;
    if (session.isUsed(node)) {
      for (const child of node.children) walk(child, place);
      return;
    }
    const before = places.get(place);
    if (before === undefined) places.set(place, { count: 1, line: node.line });
    else before.count += 1;
  };
  for (const record of records) walk(record, '');
  return [...places].map(([place, { count, line }]) => ({ severity: 'warning', rule: notReadRule, message: `${place} is not read${count > 1 ? ` (${String(count)} times, first here)` : ''}`, file: session.fileName, line, wasRead: true }));
}
