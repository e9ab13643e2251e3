import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { diseaseIdPattern } from '#shared/base/schemas.ts';
import type { DiseaseGene } from '#shared/disease/disease.ts';
import { countSkipped, numberedLines, type SkippedRows } from '#shared/disease/skipped-rows.ts';

export interface GeneReading {
  /** Disease id to its genes, each gene once, in the order of the file. */
  readonly genesOf: ReadonlyMap<string, readonly DiseaseGene[]>;
  readonly rowCount: number;
  readonly skipped: readonly SkippedRows[];
}

/** Where a dialect keeps what is wanted; `association` null where it says nothing of it. */
interface Dialect {
  readonly geneId: number;
  readonly symbol: number;
  readonly diseaseId: number;
  readonly association: number | null;
}

const strength: Readonly<Record<DiseaseGene['association'], number>> = { mendelian: 2, polygenic: 1, unknown: 0 };

/**
 * Reads the pairs of gene and disease from `genes_to_disease.txt`, or from `genes_to_phenotype.txt` of 2023 and before (nine
 * columns) or after (six columns). Told apart by the header line.
 */
export function parseGeneFile(file: { readonly name: string; readonly text: string }): Result<GeneReading, readonly Problem[]> {
  const skips = countSkipped(file.name);
  const genesOf = new Map<string, Map<string, DiseaseGene>>();
  let dialect: Dialect | null = null;
  let rowCount = 0;
  for (const { text, line } of numberedLines(file.text)) {
    if (text.trim() === '') continue;
    if (dialect === null) {
      dialect = dialectOf(text);
      if (dialect === null) return refusal([noHeader(file.name, line)]);
      continue;
    }
    rowCount++;
    const columns = text.split('\t');
    const symbol = columns[dialect.symbol]?.trim() ?? '';
    const diseaseId = columns[dialect.diseaseId]?.trim() ?? '';
    if (symbol === '' || symbol === '-') skips.skip('row without gene symbol', line);
    else if (!diseaseIdPattern.test(diseaseId)) skips.skip('disease id not understood', line);
    else keepStrongest(genesOf, diseaseId, { symbol, id: readGeneId(columns[dialect.geneId] ?? ''), association: readAssociation(dialect.association === null ? '' : (columns[dialect.association] ?? '')) });
  }
  if (dialect === null) return refusal([noHeader(file.name, 1)]);
  return success({ genesOf: new Map([...genesOf].map(([disease, genes]) => [disease, [...genes.values()]])), rowCount, skipped: skips.summary() });
}

function dialectOf(header: string): Dialect | null {
  if (/^#\s*format:\s*entrez-gene-id/i.test(header)) return { geneId: 0, symbol: 1, diseaseId: 8, association: null };
  const names = header.replace(/^#/, '').split('\t').map((name) => name.trim().toLowerCase());
  const at = (name: string): number => names.indexOf(name);
  if (at('gene_symbol') === -1 || at('disease_id') === -1 || at('ncbi_gene_id') === -1) return null;
  return { geneId: at('ncbi_gene_id'), symbol: at('gene_symbol'), diseaseId: at('disease_id'), association: at('association_type') === -1 ? null : at('association_type') };
}

function keepStrongest(genesOf: Map<string, Map<string, DiseaseGene>>, diseaseId: string, gene: DiseaseGene): void {
  let genes = genesOf.get(diseaseId);
  if (genes === undefined) genesOf.set(diseaseId, (genes = new Map()));
  const known = genes.get(gene.symbol);
  if (known === undefined || strength[gene.association] > strength[known.association]) genes.set(gene.symbol, gene);
}

function readGeneId(text: string): string | null {
  const id = text.trim();
  if (/^\d+$/.test(id)) return `NCBIGene:${id}`;
  return /^(NCBIGene|HGNC):\d+$/.test(id) ? id : null;
}

function readAssociation(text: string): DiseaseGene['association'] {
  const word = text.trim().toLowerCase();
  return word === 'mendelian' || word === 'polygenic' ? word : 'unknown';
}

function noHeader(file: string, line: number): Problem {
  return { severity: 'error', rule: 'not-genes', message: 'not the header of genes_to_disease.txt or genes_to_phenotype.txt, expected "ncbi_gene_id" or "#Format: entrez-gene-id"', file, line };
}
