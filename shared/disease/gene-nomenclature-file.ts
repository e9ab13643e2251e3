import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { GeneRecord } from '#shared/disease/gene-names.ts';
import { countSkipped, numberedLines, type SkippedRows } from '#shared/disease/skipped-rows.ts';

export interface NomenclatureReading {
  /** In the order of the file, each gene once. */
  readonly genes: readonly GeneRecord[];
  readonly rowCount: number;
  readonly skipped: readonly SkippedRows[];
}

/** Which columns hold what; -1 where a file leaves it out, which it may but for id and symbol. */
interface Columns {
  readonly id: number;
  readonly symbol: number;
  readonly name: number;
  readonly status: number;
  readonly aliases: number;
  readonly previous: number;
  readonly ncbi: number;
}

/** The names of the columns in HGNC's complete set, and in its custom downloads. */
const columnNames: Readonly<Record<keyof Columns, readonly string[]>> = {
  id: ['hgnc_id', 'hgnc id'],
  symbol: ['symbol', 'approved symbol'],
  name: ['name', 'approved name'],
  status: ['status'],
  aliases: ['alias_symbol', 'alias symbols', 'synonyms'],
  previous: ['prev_symbol', 'previous symbols', 'previous symbol'],
  ncbi: ['entrez_id', 'ncbi gene id', 'ncbi gene id(supplied by ncbi)'],
};

/** Reads the gene names of the HGNC: the complete set (`hgnc_complete_set.txt`) or a custom download, told apart by the header line. */
export function parseGeneNomenclature(file: { readonly name: string; readonly text: string }): Result<NomenclatureReading, readonly Problem[]> {
  const skips = countSkipped(file.name);
  const genes = new Map<string, GeneRecord>();
  let columns: Columns | null = null;
  let rowCount = 0;
  for (const { text, line } of numberedLines(file.text)) {
    if (text.trim() === '') continue;
    if (columns === null) {
      columns = columnsOf(text);
      if (columns === null) return refusal([noHeader(file.name, line)]);
      continue;
    }
    rowCount++;
    const gene = readGene(text.split('\t'), columns);
    if (typeof gene === 'string') skips.skip(gene, line);
    else if (genes.has(gene.hgncId)) skips.skip('gene listed before', line);
    else genes.set(gene.hgncId, gene);
  }
  return columns === null ? refusal([noHeader(file.name, 1)]) : success({ genes: [...genes.values()], rowCount, skipped: skips.summary() });
}

/** A gene, or why the row holds none. */
function readGene(cells: readonly string[], columns: Columns): GeneRecord | string {
  const cell = (at: number): string => unquote(cells[at] ?? '');
  const id = /^(?:HGNC:)?([1-9]\d{0,8})$/.exec(cell(columns.id))?.[1];
  const symbol = cell(columns.symbol);
  const status = cell(columns.status).toLowerCase();
  if (id === undefined) return 'HGNC id not understood';
  if (symbol === '') return 'gene without symbol';
  if (status !== '' && status !== 'approved') return 'symbol or entry withdrawn';
  const ncbi = cell(columns.ncbi);
  return {
    hgncId: `HGNC:${id}`,
    symbol,
    name: cell(columns.name) || null,
    ncbiId: /^[1-9]\d{0,11}$/.test(ncbi) ? `NCBIGene:${ncbi}` : null,
    aliases: splitSymbols(cell(columns.aliases)),
    previous: splitSymbols(cell(columns.previous)),
  };
}

function columnsOf(header: string): Columns | null {
  const names = header.replace(/^\uFEFF/, '').split('\t').map((name) => unquote(name).toLowerCase());
  const at = (key: keyof Columns): number => names.findIndex((name) => columnNames[key].includes(name));
  const columns: Columns = { id: at('id'), symbol: at('symbol'), name: at('name'), status: at('status'), aliases: at('aliases'), previous: at('previous'), ncbi: at('ncbi') };
  return columns.id === -1 || columns.symbol === -1 ? null : columns;
}

/** The complete set parts symbols by a bar, custom downloads by a comma. */
const splitSymbols = (cell: string): string[] => cell.split(/[|,]/).map((symbol) => symbol.trim()).filter((symbol) => symbol !== '');

const unquote = (cell: string): string => cell.trim().replace(/^"(.*)"$/s, '$1').replaceAll('""', '"').trim();

function noHeader(file: string, line: number): Problem {
  return { severity: 'error', rule: 'not-gene-names', message: 'not the header of a list of genes of the HGNC, expected "hgnc_id" and "symbol"', file, line };
}
