import type { Connection } from '#db/connection.ts';
import type { Disease, DiseaseAnnotation, DiseaseGene } from '#shared/disease/disease.ts';
import type { NamedDisease } from '#shared/disease/disease-search.ts';
import type { GeneDisease, GeneDiseases } from '#shared/disease/gene-diseases.ts';
import { parseFrequency } from '#shared/disease/frequency.ts';
import { termIdOfNumber } from '#shared/ontology/term-id.ts';

export interface DiseaseReader {
  readonly find: (id: string) => Disease | null;
  /** In the order of the source. */
  readonly all: () => readonly Disease[];
  readonly ofGenes: () => GeneDiseases;
  /** Without what is known of them, for a search. */
  readonly named: () => readonly NamedDisease[];
}

interface DiseaseRow {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly inheritance: string;
  readonly course: string;
  readonly orphanet: string | null;
  readonly prevalence: string | null;
}
interface AnnotationRow {
  readonly disease: number;
  readonly term: number;
  readonly is_negated: number;
  readonly frequency: string;
  readonly sources: string;
  readonly evidence: DiseaseAnnotation['evidence'];
  readonly onset: number | null;
  readonly sex: DiseaseAnnotation['sex'];
  readonly modifiers: string;
}
interface GeneRow {
  readonly disease: number;
  readonly symbol: string;
  readonly gene_id: string | null;
  readonly association: DiseaseGene['association'];
}

export function createDiseaseReader(database: Connection): DiseaseReader {
  const findDisease = database.prepare<[string], DiseaseRow>('SELECT * FROM disease WHERE id = ?');
  const findAnnotations = database.prepare<[number], AnnotationRow>('SELECT * FROM annotation WHERE disease = ? ORDER BY position');
  const findGenes = database.prepare<[number], GeneRow>('SELECT * FROM disease_gene WHERE disease = ? ORDER BY position');
  return {
    find: (id) => {
      const row = findDisease.get(id);
      return row === undefined ? null : toDisease(row, findAnnotations.all(row.number), findGenes.all(row.number));
    },
    all: () => readAll(database),
    ofGenes: () => readGenes(database),
    named: () => readNamed(database),
  };
}

function readGenes(database: Connection): GeneDiseases {
  const rows = database.prepare<[], Pick<GeneRow, 'symbol' | 'gene_id'> & Pick<DiseaseRow, 'id' | 'name' | 'inheritance'>>('SELECT g.symbol, g.gene_id, d.id, d.name, d.inheritance FROM disease_gene g JOIN disease d ON d.number = g.disease ORDER BY d.number').all();
  const genes = new Map<string, { readonly geneId: string | null; readonly diseases: Map<string, GeneDisease> }>();
  for (const { symbol, gene_id: geneId, id, name, inheritance } of rows) {
    for (const key of new Set([symbol.toUpperCase(), geneId ?? symbol.toUpperCase()])) {
      const gene = genes.get(key) ?? { geneId, diseases: new Map<string, GeneDisease>() };
      gene.diseases.set(id, { id, name, inheritanceIds: splitCell(inheritance) });
      genes.set(key, gene);
    }
  }
  return new Map([...genes].map(([key, { geneId, diseases }]) => [key, { geneId, diseases: [...diseases.values()] }]));
}

function readNamed(database: Connection): readonly NamedDisease[] {
  const rows = database.prepare<[], Pick<DiseaseRow, 'number' | 'id' | 'name' | 'inheritance'>>('SELECT number, id, name, inheritance FROM disease ORDER BY number').all();
  const genes = new Map<number, string[]>();
  for (const { disease, symbol } of database.prepare<[], Pick<GeneRow, 'disease' | 'symbol'>>('SELECT disease, symbol FROM disease_gene ORDER BY disease, position').iterate()) {
    const known = genes.get(disease);
    if (known === undefined) genes.set(disease, [symbol]);
    else if (!known.includes(symbol)) known.push(symbol);
  }
  return rows.map(({ number, id, name, inheritance }) => ({ id, name, genes: genes.get(number) ?? [], inheritanceIds: splitCell(inheritance) }));
}

function readAll(database: Connection): Disease[] {
  const rows = database.prepare<[], DiseaseRow>('SELECT * FROM disease ORDER BY number').all();
  const annotations: AnnotationRow[][] = rows.map(() => []);
  const genes: GeneRow[][] = rows.map(() => []);
  for (const row of database.prepare<[], AnnotationRow>('SELECT * FROM annotation ORDER BY disease, position').iterate()) annotations[row.disease]?.push(row);
  for (const row of database.prepare<[], GeneRow>('SELECT * FROM disease_gene ORDER BY disease, position').iterate()) genes[row.disease]?.push(row);
  return rows.map((row, at) => toDisease(row, annotations[at] ?? [], genes[at] ?? []));
}

function toDisease(row: DiseaseRow, annotations: readonly AnnotationRow[], genes: readonly GeneRow[]): Disease {
  return {
    id: row.id,
    name: row.name,
    annotations: annotations.map(toAnnotation),
    inheritanceIds: splitCell(row.inheritance),
    courseIds: splitCell(row.course),
    genes: genes.map((gene) => ({ symbol: gene.symbol, id: gene.gene_id, association: gene.association })),
    ...(row.orphanet === null ? {} : { orphanet: { id: row.orphanet, prevalence: row.prevalence } }),
  };
}

function toAnnotation(row: AnnotationRow): DiseaseAnnotation {
  return {
    termId: termIdOfNumber(row.term),
    isNegated: row.is_negated === 1,
    frequency: parseFrequency(row.frequency) ?? { kind: 'unstated' },
    references: splitCell(row.sources),
    evidence: row.evidence,
    onsetTermId: row.onset === null ? null : termIdOfNumber(row.onset),
    sex: row.sex,
    modifierIds: splitCell(row.modifiers),
  };
}

const splitCell = (cell: string): string[] => (cell === '' ? [] : cell.split(';'));
