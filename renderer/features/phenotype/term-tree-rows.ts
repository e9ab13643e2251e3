/** One visible line of the tree of terms. The same term may stand in several places, so a line is known by its path. */
export interface TreeRow {
  readonly path: string;
  readonly termId: string;
  readonly label: string;
  readonly childCount: number;
  readonly level: number;
  readonly isExpanded: boolean;
  /** Position among the siblings, for screen readers; both from 1. */
  readonly position: number;
  readonly siblings: number;
}

export interface TreeTerm {
  readonly id: string;
  readonly label: string;
  readonly childCount: number;
}

/** Lines in the order shown. Children that have not arrived yet are simply not there. */
export function treeRows(root: TreeTerm, expanded: ReadonlySet<string>, childrenOf: (termId: string) => readonly TreeTerm[] | undefined): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (term: TreeTerm, parentPath: string, level: number, position: number, siblings: number): void => {
    const path = parentPath === '' ? term.id : `${parentPath}/${term.id}`;
    const isExpanded = expanded.has(path) && term.childCount > 0;
    rows.push({ path, termId: term.id, label: term.label, childCount: term.childCount, level, isExpanded, position, siblings });
    if (!isExpanded) return;
    const children = [...(childrenOf(term.id) ?? [])].sort((left, right) => left.label.localeCompare(right.label, 'en'));
    children.forEach((child, index) => add(child, path, level + 1, index + 1, children.length));
  };
  add(root, '', 1, 1, 1);
  return rows;
}

export type TreeAction = { readonly kind: 'move'; readonly path: string } | { readonly kind: 'expand'; readonly path: string } | { readonly kind: 'collapse'; readonly path: string };

/** The keys of a tree: up and down move, right opens or goes to the first child, left closes or goes to the parent. */
export function treeAction(key: string, rows: readonly TreeRow[], path: string): TreeAction | null {
  const index = rows.findIndex((row) => row.path === path);
  const row = rows[index];
  if (row === undefined) return null;
  const move = (to: number): TreeAction | null => {
    const target = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    return target === undefined ? null : { kind: 'move', path: target.path };
  };
  switch (key) {
    case 'ArrowDown':
      return move(index + 1);
    case 'ArrowUp':
      return move(index - 1);
    case 'Home':
      return move(0);
    case 'End':
      return move(rows.length - 1);
    case 'ArrowRight':
      if (row.isExpanded) return (rows[index + 1]?.level ?? 0) > row.level ? move(index + 1) : null;
      return row.childCount > 0 ? { kind: 'expand', path } : null;
    case 'ArrowLeft':
      if (row.isExpanded) return { kind: 'collapse', path };
      return path.includes('/') ? { kind: 'move', path: path.slice(0, path.lastIndexOf('/')) } : null;
    default:
      return null;
  }
}
