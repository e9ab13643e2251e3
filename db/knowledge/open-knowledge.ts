import { basename } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { runtimeProblem, type Connection } from '#db/connection.ts';
import { createDiseaseReader } from '#db/knowledge/disease-reader.ts';
import { createGeneReader } from '#db/knowledge/gene-reader.ts';
import { knowledgeApplicationId, knowledgeFormat, ontologyNotice, releaseInfoSchema, type ReleaseInfo } from '#db/knowledge/knowledge-format.ts';
import { createTermReader, type ResolvedTerm, type TermLink, type TermReader } from '#db/knowledge/term-reader.ts';
import { readTermNames } from '#db/knowledge/term-names.ts';
import { createTranslationReader, type TermNames, type TranslatedMatch } from '#db/knowledge/translation-reader.ts';
import { createTextSearch } from '#db/knowledge/text-search.ts';
import { writeRelease } from '#db/knowledge/write-release.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { Disease } from '#shared/disease/disease.ts';
import { createDiseaseSearch, type DiseaseSearch } from '#shared/disease/disease-search.ts';
import type { GeneDiseases } from '#shared/disease/gene-diseases.ts';
import type { GeneMatch, GeneResolution } from '#shared/disease/gene-names.ts';
import type { Ontology, Term } from '#shared/ontology/term.ts';
import { createTermSearch, type TermMatch, type TermSearch } from '#shared/ontology/term-search.ts';
import { decodeTermSearchIndex } from '#shared/ontology/term-search-codec.ts';
import { termIdOfNumber } from '#shared/ontology/term-id.ts';
import { extractTerms } from '#shared/phenotype/text/extract-terms.ts';
import { english } from '#shared/phenotype/text/text-language.ts';
import { buildTermLexicon, type TermLexicon } from '#shared/phenotype/text/term-lexicon.ts';
import { textLanguages } from '#shared/phenotype/text/languages/text-languages.ts';
import type { TermMention } from '#shared/phenotype/text/term-mention.ts';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { decodeRankingIndex } from '#shared/ranking/ranking-index-codec.ts';
import type { RankingIndex } from '#shared/ranking/ranking-index.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';
import { packFindingNames, readFindingNames, type FoundName } from '#shared/trial/finding-names.ts';
import type { NamedFinding } from '#shared/trial/trial-patient.ts';

/** A release and the name under which it is known on this machine, such as 2025-05-06. */
export interface NamedRelease extends ReleaseInfo {
  readonly name: string;
}

/** An open release: public knowledge, read only. Ids asked for may be live, merged or obsolete where `resolve` is used; elsewhere live. */
export interface KnowledgeFile {
  /** Null for the starter, which lives in memory. */
  readonly path: string | null;
  readonly release: NamedRelease;
  /** Best first. */
  readonly searchTerms: (text: string, limit: number) => readonly TermMatch[];
  /** The same among the names of another language and the English ones. Empty for a language that the release does not have: ask `languages`. */
  readonly searchTranslated: (text: string, limit: number, language: string) => readonly TranslatedMatch[];
  /** Languages besides English in which the release names terms, such as de. */
  readonly languages: readonly string[];
  /** What a term is called in each of them. */
  readonly translations: (id: string) => readonly TermNames[];
  /** Live terms whose definition holds all the words: for what no name says. */
  readonly searchDefinitions: (text: string, limit: number) => readonly TermMatch[];
  /** The findings that a text states, in English or another of `textLanguages`. The names of the release are prepared when first asked for, then kept. */
  readonly extractTerms: (text: string, language?: string) => readonly TermMention[];
  /** The finding that a phrase names, whatever its case, spelling or plural. */
  readonly findingNamed: (phrase: string) => NamedFinding | null;
  readonly term: (id: string) => Term | null;
  readonly resolve: (id: string) => ResolvedTerm | null;
  readonly parents: (id: string) => readonly TermLink[];
  /** By label. */
  readonly children: (id: string) => readonly TermLink[];
  /** All ancestors without the term itself. */
  readonly ancestors: (id: string) => readonly string[];
  readonly disease: (id: string) => Disease | null;
  /** By name, id or gene, best first. */
  readonly searchDiseases: DiseaseSearch;
  /** Read anew each time: for a comparison of releases. */
  readonly diseasesOfGenes: () => GeneDiseases;
  /** What a symbol, present or former, or an id of a gene means. */
  readonly resolveGene: (text: string) => GeneResolution;
  /** Best first. */
  readonly searchGenes: (text: string, limit: number) => readonly GeneMatch[];
  /** Diseases annotated with the term or a narrower one. */
  readonly diseaseCountBelow: (termId: string) => number;
  /** Read when first asked for, then kept; made from the whole release, which takes seconds, where `isRankingPacked` is false. */
  readonly rankingIndex: () => RankingIndex;
  /** False for a release that was compiled by a Nostos that ranks otherwise. */
  readonly isRankingPacked: boolean;
  /** The whole release; for comparison and benchmarks. */
  readonly ontology: () => Ontology;
  readonly diseases: () => readonly Disease[];
  readonly close: () => void;
}

const damaged = failure('storage', 'The file of this release is damaged. Install the release again from its files.');

/** Opens a compiled release. Refuses what is missing, damaged, no release at all, or of another version of Nostos. */
export function openKnowledge(path: string, name: string = basename(path).replace(/\.sqlite$/, '')): Result<KnowledgeFile, Failure> {
  const problem = runtimeProblem();
  if (problem !== null) return refusal(failure('storage', problem));
  let database: Connection | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    database.pragma('trusted_schema = OFF');
    database.pragma('mmap_size = 268435456');
    if (database.pragma('application_id', { simple: true }) !== knowledgeApplicationId) {
      database.close();
      return refusal(failure('storage', 'This file is no knowledge release of Nostos. Install the release again from its files.'));
    }
    const meta = readMeta(database);
    if (meta.get('format') !== String(knowledgeFormat)) {
      database.close();
      return refusal(failure('storage', 'This release was compiled by another version of Nostos. Install it again from its files.'));
    }
    const info = readInfo(meta);
    if (info === null) {
      database.close();
      return refusal(damaged);
    }
    return success(present(database, path, { ...info, name }, meta));
  } catch (fault) {
    database?.close();
    const known = describeOpenFault(fault);
    if (known === null) throw fault;
    return refusal(known);
  }
}

/** A release in memory, such as the starter catalogue: nothing is written to the disk. */
export function openKnowledgeInMemory(source: { readonly kind: ReleaseInfo['kind']; readonly name: string; readonly ontology: Ontology; readonly annotationVersion: string; readonly diseases: readonly Disease[]; readonly notice?: string }): KnowledgeFile {
  const database = new Database(':memory:');
  const info = writeRelease(database, { ...source, sources: [], notice: source.notice ?? ontologyNotice }, () => undefined);
  database.pragma('query_only = ON');
  return present(database, null, { ...info, name: source.name }, readMeta(database));
}

/** What the file says of itself, by key. */
export function readMeta(database: Connection): ReadonlyMap<string, string> {
  return new Map(database.prepare<[], { key: string; value: string }>('SELECT key, value FROM meta').all().map((row) => [row.key, row.value]));
}

/** Bytes of a packed block; an empty block where there is none. */
function packed(database: Connection, name: string): Uint8Array {
  return database.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM packed WHERE name = ?').get(name)?.bytes ?? new Uint8Array(0);
}

function readInfo(meta: ReadonlyMap<string, string>): ReleaseInfo | null {
  try {
    const parsed = releaseInfoSchema.safeParse(JSON.parse(meta.get('info') ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function present(database: Connection, path: string | null, release: NamedRelease, meta: ReadonlyMap<string, string>): KnowledgeFile {
  const terms = createTermReader(database);
  const diseases = createDiseaseReader(database);
  const genes = createGeneReader(database);
  const languages = release.supplements.filter(({ kind }) => kind === 'translation').map(({ name: language }) => language);
  const searchText = createTextSearch(database);
  let search: TermSearch | null = null;
  let searchDiseases: DiseaseSearch | null = null;
  const lexicons = new Map<string, TermLexicon>();
  let index: RankingIndex | null = null;
  let findName: ((phrase: string) => FoundName | null) | null = null;
  const ontology = (): Ontology => ({ version: release.ontologyVersion, terms: terms.all(), obsolete: terms.allObsolete() });
  const translations = createTranslationReader(database, ontology, (id) => terms.resolve(id)?.isPhenotype === true, terms.diseaseCount);
  const lexiconOf = (code: string): TermLexicon => {
    const language = textLanguages.get(code) ?? english;
    const known = lexicons.get(language.code);
    if (known !== undefined) return known;
    const names = readTermNames(database);
    const lexicon = buildTermLexicon(language === english ? names : translations.lexiconSource(language.code, names), language);
    lexicons.set(language.code, lexicon);
    return lexicon;
  };
  const findingNamed = (phrase: string): NamedFinding | null => {
    const found = (findName ??= openFindingNames(database, terms))(phrase);
    return found === null ? null : { ...found, label: terms.resolve(found.id)?.label ?? found.id };
  };
  const isRankingPacked = meta.get('algorithm') === algorithmVersion;
  return {
    path,
    release,
    searchTerms: (text, limit) => (search ??= openSearch(database))(text, limit),
    searchTranslated: (text, limit, language) => (languages.includes(language) ? translations.search(language, text, limit) : []),
    languages,
    translations: translations.ofTerm,
    searchDefinitions: searchText,
    extractTerms: (text, language = english.code) => extractTerms(lexiconOf(language), text),
    findingNamed,
    term: terms.find,
    resolve: terms.resolve,
    parents: terms.parents,
    children: terms.children,
    ancestors: terms.ancestors,
    disease: diseases.find,
    searchDiseases: (text, limit) => (searchDiseases ??= createDiseaseSearch(diseases.named()))(text, limit),
    diseasesOfGenes: diseases.ofGenes,
    resolveGene: genes.resolve,
    searchGenes: genes.search,
    diseaseCountBelow: terms.diseaseCount,
    rankingIndex: () => (index ??= isRankingPacked ? decodeRankingIndex(packed(database, 'ranking')) : buildRankingIndex(ontology(), diseases.all())),
    isRankingPacked,
    ontology,
    diseases: diseases.all,
    close: () => database.close(),
  };
}

function openSearch(database: Connection): TermSearch {
  const decoded = decodeTermSearchIndex(packed(database, 'term-search'));
  if (decoded === null) throw new Error('the search index of the release is damaged: verify the release');
  return createTermSearch(decoded);
}

/** Releases that were compiled before names were packed hold none, and have them made from their terms. */
function openFindingNames(database: Connection, terms: TermReader): (phrase: string) => FoundName | null {
  const bytes = packed(database, 'finding-names');
  if (bytes.length > 0) return readFindingNames(Buffer.from(bytes).toString('utf8'));
  const findings = new Set(database.prepare<[], number>('SELECT number FROM term WHERE is_phenotype = 1').pluck().all().map(termIdOfNumber));
  return readFindingNames(packFindingNames(terms.all().filter(({ id }) => findings.has(id))));
}

function describeOpenFault(fault: unknown): Failure | null {
  const code = fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  if (code === 'SQLITE_CANTOPEN' || (fault instanceof TypeError && fault.message.includes('directory'))) return failure('not-found', 'The file of this release is not there or cannot be read.');
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_ERROR' || code.startsWith('SQLITE_IOERR')) return damaged;
  return null;
}
