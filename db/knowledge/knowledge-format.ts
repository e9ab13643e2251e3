import * as z from 'zod';

/** Raised with every change of the tables below or of a packed block; a file of another version is compiled again, never migrated. */
export const knowledgeFormat = 4;

/** Marks the file as a compiled release of Nostos ("NsKn" in ASCII), in `PRAGMA application_id`. */
export const knowledgeApplicationId = 0x4e734b6e;

/** Shown on screen with every release, as the licence of the HPO asks. */
export const ontologyNotice =
  'This product uses the Human Phenotype Ontology (https://hpo.jax.org), version shown, unaltered in meaning. The HPO and its annotations are made by the HPO Consortium and the Monarch Initiative and may be used with attribution.';

export const geneNotice = 'Gene names: HUGO Gene Nomenclature Committee (HGNC), https://www.genenames.org, public domain (CC0).';

export const translationNotice = 'Translations: HPO Internationalization Effort, https://github.com/obophenotype/hpo-translations, under the licence of the HPO.';

export const orphanetNotice = 'Orphanet: an online database of rare diseases and orphan drugs. Copyright, INSERM 1999. Available at https://www.orpha.net and https://www.orphadata.com, CC BY 4.0; joined to the entries of OMIM that it calls the same, otherwise unaltered.';

/** Terms are keyed by the number of their id: 1250 for HP:0001250. Lists within a cell are separated by `;`. */
export const knowledgeSchema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE term (
    number INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    definition TEXT,
    comment TEXT,
    is_phenotype INTEGER NOT NULL,
    disease_count INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE synonym (
    term INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    scope TEXT NOT NULL,
    is_layperson INTEGER NOT NULL,
    PRIMARY KEY (term, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE term_parent (
    term INTEGER NOT NULL,
    position INTEGER NOT NULL,
    parent INTEGER NOT NULL,
    PRIMARY KEY (term, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE retired_term (
    number INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    live INTEGER,
    consider TEXT NOT NULL
  ) STRICT;
  CREATE TABLE disease (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    inheritance TEXT NOT NULL,
    course TEXT NOT NULL,
    orphanet TEXT,
    prevalence TEXT
  ) STRICT;
  CREATE TABLE annotation (
    disease INTEGER NOT NULL,
    position INTEGER NOT NULL,
    term INTEGER NOT NULL,
    is_negated INTEGER NOT NULL,
    frequency TEXT NOT NULL,
    sources TEXT NOT NULL,
    evidence TEXT NOT NULL,
    onset INTEGER,
    sex TEXT,
    modifiers TEXT NOT NULL,
    PRIMARY KEY (disease, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE disease_gene (
    disease INTEGER NOT NULL,
    position INTEGER NOT NULL,
    symbol TEXT NOT NULL,
    gene_id TEXT,
    association TEXT NOT NULL,
    PRIMARY KEY (disease, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE gene (
    number INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL,
    hgnc INTEGER,
    ncbi INTEGER,
    name TEXT,
    disease_count INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE gene_symbol (
    folded TEXT NOT NULL,
    gene INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (folded, gene)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE translation (
    language TEXT NOT NULL,
    term INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    is_label INTEGER NOT NULL,
    is_candidate INTEGER NOT NULL,
    PRIMARY KEY (language, term, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE packed (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE term_text USING fts5(label, synonyms, definition, content = '', tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3');
`;

/** Built after the rows are in, which is faster. */
export const knowledgeIndices = `
  CREATE INDEX term_parent_by_parent ON term_parent (parent, term);
  CREATE INDEX translation_by_term ON translation (term);
  CREATE INDEX gene_by_hgnc ON gene (hgnc) WHERE hgnc IS NOT NULL;
  CREATE INDEX gene_by_ncbi ON gene (ncbi) WHERE ncbi IS NOT NULL;
`;

/** Tables whose rows the content hash covers, each with the order in which they are read. */
export const hashedTables = [
  ['term', 'number'],
  ['synonym', 'term, position'],
  ['term_parent', 'term, position'],
  ['retired_term', 'number'],
  ['disease', 'number'],
  ['annotation', 'disease, position'],
  ['disease_gene', 'disease, position'],
  ['gene', 'number'],
  ['gene_symbol', 'folded, gene'],
  ['translation', 'language, term, position'],
  ['packed', 'name'],
] as const;

const sourceRecordSchema = z.object({
  name: z.string(),
  role: z.string(),
  /** Of the file as it was given, packed or not. */
  sha256: z.string(),
  rows: z.int(),
});
export type SourceRecord = Readonly<z.infer<typeof sourceRecordSchema>>;

/** What a release holds beyond the HPO's own files. */
export const supplementSchema = z.object({
  kind: z.enum(['gene-names', 'translation', 'orphanet']),
  /** Whose it is, with its date where it has one: HGNC, Orphanet 2025-03-03; of a translation the language, such as de. */
  name: z.string(),
  /** Of what it holds: genes, terms with a name in the language, diseases that Orphanet describes. */
  count: z.int(),
  /** Attribution and terms, shown with it. */
  notice: z.string(),
});
export type Supplement = Readonly<z.infer<typeof supplementSchema>>;

/** What a release says of itself. */
export const releaseInfoSchema = z.object({
  kind: z.enum(['starter', 'release']),
  ontologyVersion: z.string(),
  annotationVersion: z.string(),
  termCount: z.int(),
  diseaseCount: z.int(),
  annotationCount: z.int(),
  /** The files it was compiled from. */
  sources: z.array(sourceRecordSchema).readonly(),
  supplements: z.array(supplementSchema).readonly(),
  /** Attribution and terms, to be shown with the release. */
  notice: z.string(),
});
export type ReleaseInfo = Readonly<z.infer<typeof releaseInfoSchema>>;
