import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { referenceData } from '#tests/reference-data.ts';

const release = 'knowledge/2025-05-06/';

/** What the reference release says of terms, diseases and genes, read line by line and apart from the application's own readers. */
export interface ReferenceRelease {
  readonly terms: ReadonlyMap<string, { readonly label: string; readonly parents: readonly string[] }>;
  readonly diseaseNames: ReadonlyMap<string, string>;
  readonly inheritance: ReadonlyMap<string, readonly string[]>;
  readonly genes: ReadonlyMap<string, readonly string[]>;
}

export const isReferencePresent = referenceData(`${release}hp.json.gz`) !== null;

export function readReferenceRelease(): ReferenceRelease {
  const { names, inheritance } = readAnnotations();
  return { terms: readTerms(), diseaseNames: names, inheritance, genes: readGenes() };
}

interface Graph {
  readonly nodes: readonly { readonly id: string; readonly lbl?: string; readonly meta?: { readonly deprecated?: boolean } }[];
  readonly edges: readonly { readonly sub: string; readonly pred: string; readonly obj: string }[];
}

function readTerms(): ReferenceRelease['terms'] {
  const [graph] = (JSON.parse(readGz('hp.json.gz')) as { readonly graphs: readonly Graph[] }).graphs;
  if (graph === undefined) throw new Error('the reference release holds no graph');
  const parents = new Map<string, string[]>();
  for (const edge of graph.edges) if (edge.pred === 'is_a') append(parents, curie(edge.sub), curie(edge.obj));
  const live = graph.nodes.filter((node) => node.id.includes('/HP_') && node.meta?.deprecated !== true);
  return new Map(live.map((node) => [curie(node.id), { label: node.lbl ?? '', parents: (parents.get(curie(node.id)) ?? []).toSorted() }]));
}

function readAnnotations(): { readonly names: Map<string, string>; readonly inheritance: Map<string, string[]> } {
  const names = new Map<string, string>();
  const inheritance = new Map<string, string[]>();
  for (const [id = '', name = '', , termId = '', , , , , , , aspect] of rows('phenotype.hpoa.gz')) {
    if (!id.startsWith('OMIM:')) continue;
    names.set(id, name);
    if (aspect === 'I') append(inheritance, id, termId);
  }
  return { names, inheritance };
}

function readGenes(): Map<string, string[]> {
  const genes = new Map<string, string[]>();
  for (const [, symbol = '', , id = ''] of rows('genes_to_disease.txt.gz')) append(genes, id, symbol);
  return genes;
}

const rows = (name: string): readonly (readonly string[])[] => readGz(name).split('\n').map((line) => line.split('\t'));

function readGz(name: string): string {
  const path = referenceData(release + name);
  if (path === null) throw new Error(`${name} is absent`);
  return gunzipSync(readFileSync(path)).toString('utf8');
}

const curie = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1).replace('_', ':');

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
