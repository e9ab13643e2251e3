import type { Connection } from '#db/connection.ts';
import type { ObsoleteTerm, Synonym, Term } from '#shared/ontology/term.ts';
import { isTermId, termIdOfNumber, termNumber } from '#shared/ontology/term-id.ts';

/** What an id means in this release. */
export interface ResolvedTerm {
  /** Live, unless `isObsolete`. */
  readonly id: string;
  readonly label: string;
  readonly isPhenotype: boolean;
  /** Taken out of use without a replacement. */
  readonly isObsolete: boolean;
  /** The id asked for, where a live one stands for it now. */
  readonly replacedFrom: string | null;
}

export interface TermLink {
  readonly id: string;
  readonly label: string;
  readonly childCount: number;
}

export interface TermReader {
  readonly find: (id: string) => Term | null;
  readonly resolve: (id: string) => ResolvedTerm | null;
  readonly parents: (id: string) => readonly TermLink[];
  readonly children: (id: string) => readonly TermLink[];
  readonly ancestors: (id: string) => readonly string[];
  readonly diseaseCount: (id: string) => number;
  readonly all: () => readonly Term[];
  readonly allObsolete: () => readonly ObsoleteTerm[];
}

interface TermRow {
  readonly number: number;
  readonly label: string;
  readonly definition: string | null;
  readonly comment: string | null;
  readonly is_phenotype: number;
  readonly disease_count: number;
}
interface SynonymRow {
  readonly term: number;
  readonly text: string;
  readonly scope: Synonym['scope'];
  readonly is_layperson: number;
}
interface RetiredRow {
  readonly number: number;
  readonly label: string;
  readonly kind: string;
  readonly live: number | null;
  readonly consider: string;
}
interface LinkRow {
  readonly number: number;
  readonly label: string;
  readonly child_count: number;
}

const linkColumns = 't.number, t.label, (SELECT count(*) FROM term_parent c WHERE c.parent = t.number) AS child_count';

export function createTermReader(database: Connection): TermReader {
  const findTerm = database.prepare<[number], TermRow>('SELECT * FROM term WHERE number = ?');
  const findSynonyms = database.prepare<[number], SynonymRow>('SELECT * FROM synonym WHERE term = ? ORDER BY position');
  const findParents = database.prepare<[number], LinkRow>(`SELECT ${linkColumns} FROM term_parent p JOIN term t ON t.number = p.parent WHERE p.term = ? ORDER BY p.position`);
  const findChildren = database.prepare<[number], LinkRow>(`SELECT ${linkColumns} FROM term_parent p JOIN term t ON t.number = p.term WHERE p.parent = ? ORDER BY t.label COLLATE NOCASE`);
  const findRetired = database.prepare<[number], RetiredRow>('SELECT * FROM retired_term WHERE number = ?');
  const findMerged = database.prepare<[number], { number: number }>("SELECT number FROM retired_term WHERE live = ? AND kind = 'merged' ORDER BY number");
  const findAncestors = database.prepare<[number], { number: number }>(
    'WITH RECURSIVE up(number) AS (SELECT parent FROM term_parent WHERE term = ? UNION SELECT p.parent FROM up JOIN term_parent p ON p.term = up.number) SELECT number FROM up ORDER BY number',
  );
  const ancestorsKept = new Map<string, readonly string[]>();

  return {
    find: (id) => {
      const row = isTermId(id) ? findTerm.get(termNumber(id)) : undefined;
      if (row === undefined) return null;
      return toTerm(row, findSynonyms.all(row.number), findParents.all(row.number).map((parent) => parent.number), findMerged.all(row.number).map((merged) => merged.number));
    },
    resolve: (id) => {
      if (!isTermId(id)) return null;
      const live = findTerm.get(termNumber(id));
      if (live !== undefined) return { id, label: live.label, isPhenotype: live.is_phenotype === 1, isObsolete: false, replacedFrom: null };
      const retired = findRetired.get(termNumber(id));
      if (retired === undefined) return null;
      const successor = retired.live === null ? undefined : findTerm.get(retired.live);
      if (successor === undefined) return { id, label: retired.label, isPhenotype: false, isObsolete: true, replacedFrom: null };
      return { id: termIdOfNumber(successor.number), label: successor.label, isPhenotype: successor.is_phenotype === 1, isObsolete: false, replacedFrom: id };
    },
    parents: (id) => (isTermId(id) ? findParents.all(termNumber(id)).map(toLink) : []),
    children: (id) => (isTermId(id) ? findChildren.all(termNumber(id)).map(toLink) : []),
    ancestors: (id) => {
      if (!isTermId(id)) return [];
      let ancestors = ancestorsKept.get(id);
      if (ancestors === undefined) {
        ancestors = findAncestors.all(termNumber(id)).map((row) => termIdOfNumber(row.number));
        ancestorsKept.set(id, ancestors);
      }
      return ancestors;
    },
    diseaseCount: (id) => (isTermId(id) ? (findTerm.get(termNumber(id))?.disease_count ?? 0) : 0),
    all: () => readAll(database),
    allObsolete: () => readAllObsolete(database),
  };
}

function readAll(database: Connection): Term[] {
  const synonyms = groupBy(database.prepare<[], SynonymRow>('SELECT * FROM synonym ORDER BY term, position').all(), (row) => row.term);
  const parents = groupBy(database.prepare<[], { term: number; parent: number }>('SELECT term, parent FROM term_parent ORDER BY term, position').all(), (row) => row.term);
  const merged = groupBy(database.prepare<[], { number: number; live: number }>("SELECT number, live FROM retired_term WHERE kind = 'merged' AND live IS NOT NULL ORDER BY number").all(), (row) => row.live);
  return database
    .prepare<[], TermRow>('SELECT * FROM term ORDER BY number')
    .all()
    .map((row) => toTerm(row, synonyms.get(row.number) ?? [], (parents.get(row.number) ?? []).map((parent) => parent.parent), (merged.get(row.number) ?? []).map((entry) => entry.number)));
}

function readAllObsolete(database: Connection): ObsoleteTerm[] {
  return database
    .prepare<[], RetiredRow>("SELECT * FROM retired_term WHERE kind = 'obsolete' ORDER BY number")
    .all()
    .map((row) => ({ id: termIdOfNumber(row.number), label: row.label, replacedBy: row.live === null ? null : termIdOfNumber(row.live), consider: row.consider === '' ? [] : row.consider.split(';') }));
}

function toTerm(row: TermRow, synonyms: readonly SynonymRow[], parents: readonly number[], merged: readonly number[]): Term {
  return {
    id: termIdOfNumber(row.number),
    label: row.label,
    definition: row.definition,
    comment: row.comment,
    synonyms: synonyms.map((synonym) => ({ text: synonym.text, scope: synonym.scope, isLayperson: synonym.is_layperson === 1 })),
    parents: parents.map(termIdOfNumber),
    alternativeIds: merged.map(termIdOfNumber),
  };
}

const toLink = (row: LinkRow): TermLink => ({ id: termIdOfNumber(row.number), label: row.label, childCount: row.child_count });

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
