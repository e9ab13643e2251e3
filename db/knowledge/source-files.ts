import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { Problem } from '#shared/base/problem.ts';

/** A file as the user gave it: plain, gzip or bgzip. */
export interface KnowledgeSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const sourceRoles = ['ontology-json', 'ontology-obo', 'annotations', 'genes-to-disease', 'genes-to-phenotype', 'gene-names', 'translation', 'orphanet'] as const;
export type SourceRole = (typeof sourceRoles)[number];

/** The files of one release, one for each purpose. */
export interface ReleaseSources {
  readonly ontology: RecognisedSource;
  readonly annotations: RecognisedSource;
  /** Null where there is none: then no disease has genes. */
  readonly genes: RecognisedSource | null;
  /** What the genes are called (HGNC); null where there is none. */
  readonly geneNames: RecognisedSource | null;
  /** Packets of Orphanet; null where there are none. */
  readonly orphanet: RecognisedSource | null;
  /** Names of the terms in other languages, any number of files. */
  readonly translations: readonly RecognisedSource[];
  /** Files that were given and take no part. */
  readonly unused: readonly { readonly name: string; readonly reason: string }[];
}

export interface RecognisedSource extends KnowledgeSource {
  readonly role: SourceRole;
}

/** Stops a small packed file from filling the memory; a real release needs 35 MB. */
const largestTextBytes = 500 * 1024 * 1024;
const largestFileBytes = 500 * 1024 * 1024;
const headBytes = 64 * 1024;
const likelyName = /\.(json|ndjson|jsonl|obo|hpoa|txt|tab|tsv)(\.b?gz)?$/i;

/** Picks from a folder the files of a release, recognised by content, and reads no others. */
export function readSourceFolder(folder: string): Result<KnowledgeSource[], Failure> {
  try {
    const names = readdirSync(folder).filter((name) => likelyName.test(name)).sort();
    const paths = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile() && recogniseHead(readHead(path)) !== null);
    const tooLarge = paths.find((path) => statSync(path).size > largestFileBytes);
    if (tooLarge !== undefined) return refusal(failure('invalid-input', `${basename(tooLarge)} is larger than any file of a release.`));
    return success(paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) })));
  } catch (fault) {
    return refusal(failure('invalid-input', `The folder ${folder} cannot be read (${codeOf(fault)}).`));
  }
}

/** Sorts files by what they are. Says which are missing or there twice; of both gene files it takes `genes_to_disease.txt`. */
export function sortSources(sources: readonly KnowledgeSource[]): Result<ReleaseSources, Failure> {
  const recognised: RecognisedSource[] = [];
  const unused: { name: string; reason: string }[] = [];
  for (const source of sources) {
    const role = recogniseHead(source.bytes.subarray(0, headBytes));
    if (role === null) unused.push({ name: source.name, reason: 'not a file of a release' });
    else recognised.push({ ...source, role });
  }
  const problems: Problem[] = [];
  const only = (purpose: string, expected: string, ...roles: SourceRole[]): RecognisedSource | null => {
    const found = recognised.filter((source) => roles.includes(source.role));
    if (found.length > 1) problems.push({ severity: 'error', rule: 'duplicate-source', message: `${String(found.length)} files hold the ${purpose} (${found.map((source) => source.name).join(', ')}); leave only one` });
    if (found.length === 0 && expected !== '') problems.push({ severity: 'error', rule: 'missing-source', message: `no file holds the ${purpose}, expected ${expected}` });
    return found[0] ?? null;
  };
  const ontology = only('ontology', 'hp.json or hp.obo (also .gz)', 'ontology-json', 'ontology-obo');
  const annotations = only('disease annotations', 'phenotype.hpoa (also .gz)', 'annotations');
  const genes = only('genes of the diseases (genes_to_disease)', '', 'genes-to-disease') ?? only('genes of the diseases (genes_to_phenotype)', '', 'genes-to-phenotype');
  const geneNames = only('gene names of the HGNC', '', 'gene-names');
  const orphanet = only('packets of Orphanet', '', 'orphanet');
  if (problems.length > 0 || ontology === null || annotations === null) {
    // The file that is missing may well be there, and damaged.
    const notRead = unused.map(({ name }): Problem => ({ severity: 'error', rule: 'unrecognised-source', message: 'not a file of a release, or damaged', file: name }));
    return refusal(failure('invalid-input', `These files are not one release: ${problems.map((problem) => problem.message).join('; ')}.`, [...problems, ...notRead]));
  }
  for (const source of recognised) if (source.role === 'genes-to-phenotype' && source !== genes) unused.push({ name: source.name, reason: 'genes_to_disease is used instead' });
  return success({ ontology, annotations, genes, geneNames, orphanet, translations: recognised.filter((source) => source.role === 'translation'), unused });
}

/** The text of a source; gzip in one or many members is recognised by content. */
export function readText(source: KnowledgeSource): Result<string, Failure> {
  try {
    const plain = isGzip(source.bytes) ? gunzipSync(source.bytes, { maxOutputLength: largestTextBytes }) : source.bytes;
    return success(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch (fault) {
    const code = codeOf(fault);
    if (code === 'ERR_BUFFER_TOO_LARGE') return refusal(unreadable(source.name, 'it is larger than any file of a release once unpacked'));
    return refusal(unreadable(source.name, isGzip(source.bytes) && code.startsWith('Z_') ? 'the gzip file is cut short or damaged' : 'it is not text in UTF-8'));
  }
}

function unreadable(name: string, reason: string): Failure {
  return failure('invalid-input', `${name} cannot be read: ${reason}.`, [{ severity: 'error', rule: 'unreadable-file', message: reason, file: name }]);
}

function readHead(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    return buffer.subarray(0, readSync(file, buffer, 0, headBytes, 0));
  } finally {
    closeSync(file);
  }
}

function recogniseHead(bytes: Uint8Array): SourceRole | null {
  const text = textOfHead(bytes).replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('{')) return /"graphs"\s*:/.test(text) ? 'ontology-json' : /^\{[^\n]*"ORPHAcode"\s*:/.test(text) ? 'orphanet' : null;
  if (/^format-version:/m.test(text.slice(0, 2_000))) return 'ontology-obo';
  const header = text.split('\n').find((line) => !/^#\s*(description|version|date|tracker|hpo-version)/i.test(line)) ?? '';
  if (/^#?database_?id\tdisease_?name\t/i.test(header)) return 'annotations';
  if (/^#?\s*format:\s*entrez-gene-id\t?.*/i.test(header)) return 'genes-to-phenotype';
  if (/^(#?hgnc_id\tsymbol\t|"?hgnc id"?\t"?approved symbol)/i.test(header)) return 'gene-names';
  if (/(^|\t)translation_language(\t|$)/i.test(header.trimEnd()) && /(^|\t)subject_id(\t|$)/i.test(header.trimEnd())) return 'translation';
  if (/^#?ncbi_gene_id\tgene_symbol\t/i.test(header)) return header.includes('hpo_id') ? 'genes-to-phenotype' : header.includes('disease_id') ? 'genes-to-disease' : null;
  return null;
}

function textOfHead(bytes: Uint8Array): string {
  try {
    const plain = isGzip(bytes) ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 }) : bytes;
    return new TextDecoder().decode(plain.subarray(0, headBytes));
  } catch {
    return '';
  }
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : 'unknown reason';
}
