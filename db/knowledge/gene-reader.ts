import type { Connection } from '#db/connection.ts';
import { decideGene, foldGeneName, oncePerGene, type GeneMatch, type GeneNameKind, type GeneResolution } from '#shared/disease/gene-names.ts';

export interface GeneReader {
  /** What a symbol or an id (HGNC:795, NCBIGene:472) means. */
  readonly resolve: (text: string) => GeneResolution;
  /** Genes whose symbol begins with the text, what it is exactly and approved symbols first; then those with it in their full name. */
  readonly search: (text: string, limit: number) => readonly GeneMatch[];
}

interface GeneRow {
  readonly symbol: string;
  readonly hgnc: number | null;
  readonly name: string | null;
  readonly disease_count: number;
  readonly text: string;
  readonly how: GeneNameKind;
}

const geneColumns = 'g.symbol, g.hgnc, g.name, g.disease_count';
const kindOrder = "CASE n.kind WHEN 'approved' THEN 0 WHEN 'diseases' THEN 1 WHEN 'previous' THEN 2 ELSE 3 END";
/** A gene may be found by many of its symbols, of which one is shown. */
const rowsPerHit = 8;
/** Fewer letters than this stand in too many full names. */
const fewestNameLetters = 3;

export function createGeneReader(database: Connection): GeneReader {
  const byNumber = (column: 'hgnc' | 'ncbi') => database.prepare<[number], GeneRow>(`SELECT ${geneColumns}, g.symbol AS text, 'id' AS how FROM gene g WHERE g.${column} = ? ORDER BY g.number`);
  const byHgnc = byNumber('hgnc');
  const byNcbi = byNumber('ncbi');
  const bySymbol = database.prepare<[string], GeneRow>(`SELECT ${geneColumns}, n.text, n.kind AS how FROM gene_symbol n JOIN gene g ON g.number = n.gene WHERE n.folded = ? ORDER BY ${kindOrder}, g.number`);
  const byPrefix = database.prepare<[string, string, string, number], GeneRow>(
    `SELECT ${geneColumns}, n.text, n.kind AS how FROM gene_symbol n JOIN gene g ON g.number = n.gene WHERE n.folded >= ? AND n.folded < ?
     ORDER BY n.folded <> ?, ${kindOrder}, g.disease_count = 0, length(n.folded), n.folded, g.number LIMIT ?`,
  );
  const byName = database.prepare<[string, number], GeneRow>(`SELECT ${geneColumns}, g.name AS text, 'name' AS how FROM gene g WHERE instr(lower(g.name), ?) > 0 ORDER BY g.disease_count = 0, length(g.name), g.number LIMIT ?`);

  const findById = (folded: string): GeneRow[] => {
    const id = /^(HGNC|NCBIGENE):?([1-9]\d{0,11})$/.exec(folded);
    return id === null ? [] : (id[1] === 'HGNC' ? byHgnc : byNcbi).all(Number(id[2]));
  };
  return {
    resolve: (text) => {
      const folded = foldGeneName(text);
      return folded === '' ? { kind: 'unknown' } : decideGene([...findById(folded), ...bySymbol.all(folded)].map(toMatch));
    },
    search: (text, limit) => {
      const folded = foldGeneName(text);
      if (folded === '' || limit < 1) return [];
      const words = text.trim().replace(/\s+/g, ' ').toLowerCase();
      const found = oncePerGene([...findById(folded), ...byPrefix.all(folded, `${folded}\u{10FFFF}`, folded, limit * rowsPerHit)].map(toMatch));
      const named = found.length >= limit || words.length < fewestNameLetters ? [] : byName.all(words, limit + found.length).map(toMatch);
      return oncePerGene([...found, ...named]).slice(0, limit);
    },
  };
}

const toMatch = (row: GeneRow): GeneMatch => ({ symbol: row.symbol, hgncId: row.hgnc === null ? null : `HGNC:${String(row.hgnc)}`, name: row.name, diseaseCount: row.disease_count, matchedText: row.text, how: row.how });
