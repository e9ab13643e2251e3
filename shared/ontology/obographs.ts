import type { Problem } from '#shared/base/problem.ts';
import { refusal, type Result } from '#shared/base/result.ts';
import { finishOntology, readVersion, type FoundTerm, type NamedText, type OntologyReading } from '#shared/ontology/ontology-reading.ts';
import type { ObsoleteTerm, Synonym } from '#shared/ontology/term.ts';
import { isTermId, toTermId } from '#shared/ontology/term-id.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const scopes: Readonly<Record<string, Synonym['scope']>> = { hasExactSynonym: 'exact', hasBroadSynonym: 'broad', hasNarrowSynonym: 'narrow', hasRelatedSynonym: 'related' };

/**
 * Reads the Human Phenotype Ontology from obographs JSON (`hp.json`), with or without `type` on its nodes. Only is_a edges between
 * HPO terms are kept. A wrong document gives problems with JSON pointers, or line and column where it is not JSON at all.
 */
export function parseObographs(file: NamedText): Result<OntologyReading, readonly Problem[]> {
  let document: unknown;
  try {
    document = JSON.parse(file.text);
  } catch (fault) {
    return refusal([notJson(file, fault)]);
  }
  const graphs = asObject(document)?.['graphs'];
  if (!Array.isArray(graphs) || graphs.length === 0) {
    return refusal([{ severity: 'error', rule: 'not-obographs', message: 'no list "graphs" found, expected an obographs document such as hp.json', file: file.name, pointer: '/graphs' }]);
  }
  const reader: Reader = { file: file.name, problems: [], found: [], obsolete: [], parents: new Map(), related: new Set() };
  let version = '';
  graphs.forEach((graph: unknown, index) => {
    const pointer = `/graphs/${String(index)}`;
    const object = asObject(graph);
    if (object === null) return report(reader, 'not-obographs', 'a graph must be an object', pointer);
    version ||= versionOf(object);
    readEdges(reader, object['edges'], `${pointer}/edges`);
    readNodes(reader, object['nodes'], `${pointer}/nodes`);
  });
  return finishOntology(file.name, version, reader.found, reader.obsolete, reader.problems);
}

interface Reader {
  readonly file: string;
  readonly problems: Problem[];
  readonly found: FoundTerm[];
  readonly obsolete: ObsoleteTerm[];
  readonly parents: Map<string, string[]>;
  /** Ids that take part in an is_a edge; tells classes from properties where nodes have no `type`. */
  readonly related: Set<string>;
}

function readEdges(reader: Reader, edges: unknown, pointer: string): void {
  if (edges === undefined) return;
  if (!Array.isArray(edges)) return report(reader, 'not-obographs', '"edges" must be a list', pointer);
  edges.forEach((edge: unknown, index) => {
    const object = asObject(edge);
    const sub = object?.['sub'];
    const obj = object?.['obj'];
    if (object === null || typeof sub !== 'string' || typeof obj !== 'string') return report(reader, 'bad-edge', 'an edge must have the texts "sub" and "obj"', `${pointer}/${String(index)}`);
    if (object['pred'] !== 'is_a') return;
    const child = toTermId(sub);
    const parent = toTermId(obj);
    if (child === null || parent === null) return;
    reader.related.add(child).add(parent);
    const list = reader.parents.get(child);
    if (list === undefined) reader.parents.set(child, [parent]);
    else if (!list.includes(parent)) list.push(parent);
  });
}

function readNodes(reader: Reader, nodes: unknown, pointer: string): void {
  if (!Array.isArray(nodes)) return report(reader, 'not-obographs', '"nodes" must be a list', pointer);
  nodes.forEach((node: unknown, index) => {
    const object = asObject(node);
    const id = object?.['id'];
    if (object === null || typeof id !== 'string') return report(reader, 'bad-node', 'a node must be an object with the text "id"', `${pointer}/${String(index)}`);
    const termId = toTermId(id);
    const type = object['type'];
    if (termId === null || (type !== undefined && type !== 'CLASS')) return;
    readTerm(reader, termId, object, `${pointer}/${String(index)}`);
  });
}

function readTerm(reader: Reader, id: string, node: JsonObject, pointer: string): void {
  const meta = asObject(node['meta']) ?? {};
  const label = typeof node['lbl'] === 'string' ? node['lbl'].trim() : '';
  const values = propertyValues(meta);
  if (meta['deprecated'] === true) {
    const ids = (property: string): string[] => values.filter((value) => value.pred.endsWith(property)).map((value) => toTermId(value.val)).filter((value) => value !== null);
    reader.obsolete.push({ id, label: label === '' ? id : label, replacedBy: ids('IAO_0100001')[0] ?? null, consider: ids('#consider') });
    return;
  }
  // In files whose nodes have no type, a property such as HP:0040005 looks like a class but stands in no hierarchy.
  if (node['type'] === undefined && reader.related.size > 0 && !reader.related.has(id)) return;
  if (label === '') {
    reader.problems.push({ severity: 'warning', rule: 'no-label', message: `the term ${id} has no label and is left out`, file: reader.file, pointer });
    return;
  }
  const comments = asTexts(meta['comments']);
  reader.found.push({
    term: {
      id,
      label,
      definition: text(asObject(meta['definition'])?.['val']),
      comment: comments.length === 0 ? null : comments.join('\n'),
      synonyms: readSynonyms(meta['synonyms']),
      parents: reader.parents.get(id) ?? [],
      alternativeIds: values.filter((value) => value.pred.endsWith('#hasAlternativeId') && isTermId(value.val)).map((value) => value.val),
    },
    place: { pointer },
  });
}

function readSynonyms(list: unknown): Synonym[] {
  if (!Array.isArray(list)) return [];
  const synonyms: Synonym[] = [];
  for (const entry of list) {
    const object = asObject(entry);
    const words = text(object?.['val']);
    const type = object?.['synonymType'];
    if (object === null || words === null || (typeof type === 'string' && type.endsWith('#obsolete_synonym'))) continue;
    synonyms.push({ text: words, scope: scopeOf(object['pred']), isLayperson: typeof type === 'string' && type.endsWith('#layperson') });
  }
  return synonyms;
}

function scopeOf(predicate: unknown): Synonym['scope'] {
  return typeof predicate === 'string' && Object.hasOwn(scopes, predicate) ? (scopes[predicate] ?? 'related') : 'related';
}

function propertyValues(meta: JsonObject): { pred: string; val: string }[] {
  const list = meta['basicPropertyValues'];
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const object = asObject(entry);
    const pred = object?.['pred'];
    const val = object?.['val'];
    return typeof pred === 'string' && typeof val === 'string' ? [{ pred, val }] : [];
  });
}

function versionOf(graph: JsonObject): string {
  const meta = asObject(graph['meta']) ?? {};
  const stated = text(meta['version']) ?? propertyValues(meta).find((value) => value.pred.endsWith('#versionInfo'))?.val;
  return readVersion(stated ?? '');
}

function notJson(file: NamedText, fault: unknown): Problem {
  const message = fault instanceof Error ? fault.message : '';
  const place = /line (\d+) column (\d+)/.exec(message);
  const position = /position (\d+)/.exec(message)?.[1];
  const [line, column] = place === null ? lineAndColumn(file.text, position === undefined ? file.text.length : Number(position)) : [Number(place[1]), Number(place[2])];
  return { severity: 'error', rule: 'not-json', message: 'not valid JSON here; the file may be cut short or damaged', file: file.name, line, column };
}

function lineAndColumn(source: string, position: number): [number, number] {
  const before = source.slice(0, position);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++;
  return [line, position - lastBreak];
}

function report(reader: Reader, rule: string, message: string, pointer: string): void {
  reader.problems.push({ severity: 'error', rule, message, file: reader.file, pointer });
}

function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const asTexts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
