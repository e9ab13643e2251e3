import { createHash } from 'node:crypto';
import type { ReleaseSources, RecognisedSource } from '#db/knowledge/source-files.ts';
import { readText } from '#db/knowledge/source-files.ts';
import type { SourceRecord } from '#db/knowledge/knowledge-format.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { formatProblem, type Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { parseAnnotationFile } from '#shared/disease/annotation-file.ts';
import type { Disease, DiseaseGene } from '#shared/disease/disease.ts';
import { parseGeneFile } from '#shared/disease/gene-file.ts';
import type { GeneRecord } from '#shared/disease/gene-names.ts';
import { parseGeneNomenclature, type NomenclatureReading } from '#shared/disease/gene-nomenclature-file.ts';
import { joinOrphanet } from '#shared/disease/join-orphanet.ts';
import { parseOrphanetPackets, type OrphanetReading } from '#shared/disease/orphanet-packets.ts';
import type { SkippedRows } from '#shared/disease/skipped-rows.ts';
import { parseObo } from '#shared/ontology/obo.ts';
import { parseObographs } from '#shared/ontology/obographs.ts';
import type { OntologyReading } from '#shared/ontology/ontology-reading.ts';
import { parseTranslationFile, type TermTranslation } from '#shared/ontology/translation-file.ts';
import { createTermResolver } from '#shared/ontology/resolve-terms.ts';
import type { Ontology } from '#shared/ontology/term.ts';

/** A release read and joined, before it is written. */
export interface ReadRelease {
  readonly ontology: Ontology;
  readonly annotationVersion: string;
  readonly diseases: readonly Disease[];
  /** Of the nomenclature; empty where the release has none. */
  readonly geneNames: readonly GeneRecord[];
  /** Names of the terms in other languages, one entry a term and language. */
  readonly translations: readonly TermTranslation[];
  /** Of the packets; null where there are none. */
  readonly orphanetVersion: string | null;
  readonly sources: readonly SourceRecord[];
  readonly skipped: readonly SkippedRows[];
}

/** Reads the files of a release and joins diseases with genes. `step` is called before each file. */
export function readRelease(sources: ReleaseSources, step: (label: string) => void): Result<ReadRelease, Failure> {
  step('Reading the ontology');
  const ontology = readOntology(sources.ontology);
  if (!ontology.ok) return ontology;
  step('Reading the disease annotations');
  const annotationText = readText(sources.annotations);
  if (!annotationText.ok) return annotationText;
  const annotations = parseAnnotationFile({ name: sources.annotations.name, text: annotationText.value }, { resolveTerm: createTermResolver(ontology.value.ontology) });
  if (!annotations.ok) return refusal(notUsable(sources.annotations.name, annotations.error));
  if (annotations.value.diseases.length === 0) return refusal(failure('invalid-input', `${sources.annotations.name} holds no disease whose terms the ontology knows.`));
  step('Reading the genes');
  const genes = readGenes(sources.genes);
  if (!genes.ok) return genes;
  step('Reading gene names, translations and Orphanet');
  const resolveTerm = createTermResolver(ontology.value.ontology);
  const translations = readTranslations(sources.translations, resolveTerm);
  if (!translations.ok) return translations;
  const orphanet = readOrphanet(sources.orphanet, resolveTerm);
  if (!orphanet.ok) return orphanet;
  const geneNames = readGeneNames(sources.geneNames);
  if (!geneNames.ok) return geneNames;

  const withGenes = annotations.value.diseases.map((disease) => ({ ...disease, genes: genes.value.genesOf.get(disease.id) ?? [] }));
  const diseases = joinOrphanet(withGenes, orphanet.value.disorders);
  const known = new Set(diseases.map((disease) => disease.id));
  const withoutDisease = [...genes.value.genesOf.keys()].filter((id) => !known.has(id)).length;
  const skipped = [
    ...summariseWarnings(ontology.value.warnings),
    ...annotations.value.skipped,
    ...genes.value.skipped,
    ...geneNames.value.skipped,
    ...translations.value.skipped,
    ...orphanet.value.skipped,
    ...(withoutDisease > 0 ? [{ reason: 'disease with genes but without annotations', count: withoutDisease, example: null }] : []),
    ...(sources.genes === null ? [{ reason: 'no gene file among the files: no disease has genes', count: 1, example: null }] : []),
    ...sources.unused.map((file) => ({ reason: `file not used: ${file.reason}`, count: 1, example: file.name })),
  ];
  return success({
    ontology: ontology.value.ontology,
    annotationVersion: annotations.value.version,
    diseases,
    geneNames: geneNames.value.genes,
    translations: translations.value.translations,
    orphanetVersion: sources.orphanet === null ? null : orphanet.value.version,
    sources: [
      record(sources.ontology, ontology.value.ontology.terms.length + ontology.value.ontology.obsolete.length),
      record(sources.annotations, annotations.value.rowCount),
      ...(sources.genes === null ? [] : [record(sources.genes, genes.value.rowCount)]),
      ...(sources.geneNames === null ? [] : [record(sources.geneNames, geneNames.value.rowCount)]),
      ...translations.value.sources,
      ...(sources.orphanet === null ? [] : [record(sources.orphanet, orphanet.value.rowCount)]),
    ],
    skipped,
  });
}

/** Identity of a set of source files, whatever order they are given in. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readOntology(source: RecognisedSource): Result<OntologyReading, Failure> {
  const text = readText(source);
  if (!text.ok) return text;
  const file = { name: source.name, text: text.value };
  const reading = source.role === 'ontology-obo' ? parseObo(file) : parseObographs(file);
  return reading.ok ? reading : refusal(notUsable(source.name, reading.error));
}

function readGenes(source: RecognisedSource | null): Result<{ genesOf: ReadonlyMap<string, readonly DiseaseGene[]>; rowCount: number; skipped: readonly SkippedRows[] }, Failure> {
  if (source === null) return success({ genesOf: new Map(), rowCount: 0, skipped: [] });
  const text = readText(source);
  if (!text.ok) return text;
  const reading = parseGeneFile({ name: source.name, text: text.value });
  return reading.ok ? reading : refusal(notUsable(source.name, reading.error));
}

function readGeneNames(source: RecognisedSource | null): Result<NomenclatureReading, Failure> {
  if (source === null) return success({ genes: [], rowCount: 0, skipped: [] });
  const text = readText(source);
  if (!text.ok) return text;
  const reading = parseGeneNomenclature({ name: source.name, text: text.value });
  return reading.ok ? reading : refusal(notUsable(source.name, reading.error));
}

function readOrphanet(source: RecognisedSource | null, resolveTerm: (id: string) => string | null): Result<OrphanetReading, Failure> {
  if (source === null) return success({ disorders: [], version: '', rowCount: 0, skipped: [] });
  const text = readText(source);
  if (!text.ok) return text;
  const reading = parseOrphanetPackets({ name: source.name, text: text.value }, { resolveTerm });
  return reading.ok ? reading : refusal(notUsable(source.name, reading.error));
}

/** Where two files name a term in the same language, the first is kept. */
function readTranslations(sources: readonly RecognisedSource[], resolveTerm: (id: string) => string | null): Result<{ translations: readonly TermTranslation[]; sources: readonly SourceRecord[]; skipped: readonly SkippedRows[] }, Failure> {
  const translations = new Map<string, TermTranslation>();
  const records: SourceRecord[] = [];
  const skipped: SkippedRows[] = [];
  for (const source of sources) {
    const text = readText(source);
    if (!text.ok) return text;
    const reading = parseTranslationFile({ name: source.name, text: text.value }, { resolveTerm });
    if (!reading.ok) return refusal(notUsable(source.name, reading.error));
    for (const translation of reading.value.translations) {
      const key = `${translation.language} ${translation.termId}`;
      if (!translations.has(key)) translations.set(key, translation);
    }
    records.push(record(source, reading.value.rowCount));
    skipped.push(...reading.value.skipped.map(({ reason, count, line }) => ({ reason, count, example: `${source.name}:${String(line)}` })));
  }
  return success({ translations: [...translations.values()], sources: records, skipped });
}

function notUsable(name: string, problems: readonly Problem[]): Failure {
  const first = problems[0];
  return failure('invalid-input', `${name} cannot be used. ${first === undefined ? '' : formatProblem(first)}`.trim(), problems);
}

function summariseWarnings(warnings: readonly Problem[]): SkippedRows[] {
  const byRule = new Map<string, { count: number; first: Problem }>();
  for (const warning of warnings) {
    const entry = byRule.get(warning.rule);
    if (entry === undefined) byRule.set(warning.rule, { count: 1, first: warning });
    else entry.count++;
  }
  return [...byRule].map(([rule, { count, first }]) => ({ reason: `ontology: ${rule.replaceAll('-', ' ')}`, count, example: formatProblem(first) }));
}

const record = (source: RecognisedSource, rows: number): SourceRecord => ({ name: source.name, role: source.role, sha256: sha256(source.bytes), rows });
