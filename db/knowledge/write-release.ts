import type Database from 'better-sqlite3-multiple-ciphers';
import { hashContent } from '#db/knowledge/content-hash.ts';
import { geneNotice, knowledgeApplicationId, knowledgeFormat, knowledgeIndices, knowledgeSchema, orphanetNotice, translationNotice, type ReleaseInfo, type SourceRecord, type Supplement } from '#db/knowledge/knowledge-format.ts';
import type { Disease } from '#shared/disease/disease.ts';
import { writeFrequency } from '#shared/disease/frequency.ts';
import { foldGeneName, joinGenes, type GeneRecord } from '#shared/disease/gene-names.ts';
import { layPhrases } from '#shared/ontology/lay-phrases.ts';
import { listRetiredTerms } from '#shared/ontology/resolve-terms.ts';
import type { Ontology } from '#shared/ontology/term.ts';
import { ancestorsOf, buildTermGraph, markBranch, type TermGraph } from '#shared/ontology/term-graph.ts';
import { isTermId, termNumber, termRoots } from '#shared/ontology/term-id.ts';
import { encodeTermSearchIndex } from '#shared/ontology/term-search-codec.ts';
import type { TermTranslation } from '#shared/ontology/translation-file.ts';
import { buildTermSearchIndex } from '#shared/ontology/term-search-index.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { encodeRankingIndex } from '#shared/ranking/ranking-index-codec.ts';
import { packFindingNames } from '#shared/trial/finding-names.ts';

export interface ReleaseToWrite {
  readonly kind: ReleaseInfo['kind'];
  readonly ontology: Ontology;
  readonly annotationVersion: string;
  readonly diseases: readonly Disease[];
  /** Absent or empty where there is no nomenclature: then the genes are those that the diseases name. */
  readonly geneNames?: readonly GeneRecord[];
  readonly translations?: readonly TermTranslation[];
  /** Absent or null where nothing of Orphanet's packets was joined. */
  readonly orphanetVersion?: string | null;
  readonly sources: readonly SourceRecord[];
  readonly notice: string;
}

/** Fills an empty database with a release. The same release gives the same rows and the same content hash. */
export function writeRelease(database: Database.Database, release: ReleaseToWrite, step: (label: string) => void): ReleaseInfo {
  const graph = buildTermGraph(release.ontology.terms);
  if (!graph.ok) throw new Error(graph.error.message);
  const info = describe(release);
  const isPhenotype = markBranch(graph.value, termRoots.phenotypicAbnormality);
  const diseaseCounts = countDiseases(graph.value, release.diseases);
  database.exec(knowledgeSchema);
  database.transaction(() => {
    step('Writing the terms');
    writeTerms(database, release.ontology, isPhenotype, diseaseCounts);
    step('Writing the diseases');
    writeDiseases(database, release.diseases);
    writeGenes(database, release);
    writeTranslations(database, release.translations ?? []);
    step('Preparing the search');
    writePacked(database, 'term-search', encodeTermSearchIndex(searchIndexOf(release.ontology, isPhenotype, diseaseCounts)));
    writePacked(database, 'finding-names', Buffer.from(packFindingNames(release.ontology.terms.filter((_term, at) => isPhenotype[at] === 1))));
    step('Preparing the ranking');
    writePacked(database, 'ranking', encodeRankingIndex(buildRankingIndex(release.ontology, release.diseases)));
    database.exec(knowledgeIndices);
    step('Checking');
    writeMeta(database, { format: String(knowledgeFormat), algorithm: algorithmVersion, info: JSON.stringify(info), contentSha256: hashContent(database) });
  })();
  database.pragma(`application_id = ${String(knowledgeApplicationId)}`);
  return info;
}

function describe(release: ReleaseToWrite): ReleaseInfo {
  return {
    kind: release.kind,
    ontologyVersion: release.ontology.version,
    annotationVersion: release.annotationVersion,
    termCount: release.ontology.terms.length,
    diseaseCount: release.diseases.length,
    annotationCount: release.diseases.reduce((sum, disease) => sum + disease.annotations.length, 0),
    sources: release.sources,
    supplements: supplementsOf(release),
    notice: release.notice,
  };
}

function supplementsOf({ geneNames = [], translations = [], orphanetVersion = null, diseases }: ReleaseToWrite): Supplement[] {
  const terms = new Map<string, number>();
  for (const { language } of translations) terms.set(language, (terms.get(language) ?? 0) + 1);
  return [
    ...(geneNames.length === 0 ? [] : [{ kind: 'gene-names' as const, name: 'HGNC', count: geneNames.length, notice: geneNotice }]),
    ...[...terms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => ({ kind: 'translation' as const, name, count, notice: translationNotice })),
    ...(orphanetVersion === null ? [] : [{ kind: 'orphanet' as const, name: `Orphanet ${orphanetVersion}`.trim(), count: diseases.filter((disease) => disease.orphanet !== undefined && disease.orphanet.id !== disease.id).length, notice: orphanetNotice }]),
  ];
}

/** Per term, the diseases annotated with it or a narrower one, not counting what a disease is said not to have. */
function countDiseases(graph: TermGraph, diseases: readonly Disease[]): Uint32Array {
  const counts = new Uint32Array(graph.ids.length);
  const lastDisease = new Int32Array(graph.ids.length).fill(-1);
  diseases.forEach((disease, number) => {
    for (const annotation of disease.annotations) {
      const term = annotation.isNegated ? undefined : graph.indexOf.get(annotation.termId);
      if (term === undefined) continue;
      for (const ancestor of ancestorsOf(graph, term)) {
        if (lastDisease[ancestor] === number) continue;
        lastDisease[ancestor] = number;
        counts[ancestor] = (counts[ancestor] ?? 0) + 1;
      }
    }
  });
  return counts;
}

function searchIndexOf(ontology: Ontology, isPhenotype: Uint8Array, diseaseCounts: Uint32Array) {
  return buildTermSearchIndex({
    terms: ontology.terms.map((term, at) => ({ id: term.id, label: term.label, synonyms: term.synonyms, isPhenotype: isPhenotype[at] === 1, diseaseCount: diseaseCounts[at] ?? 0 })),
    retired: listRetiredTerms(ontology),
    phrases: layPhrases,
  });
}

function writeTerms(database: Database.Database, ontology: Ontology, isPhenotype: Uint8Array, diseaseCounts: Uint32Array): void {
  const addTerm = database.prepare('INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)');
  const addSynonym = database.prepare('INSERT INTO synonym VALUES (?, ?, ?, ?, ?)');
  const addParent = database.prepare('INSERT INTO term_parent VALUES (?, ?, ?)');
  const addRetired = database.prepare('INSERT INTO retired_term VALUES (?, ?, ?, ?, ?)');
  const addText = database.prepare('INSERT INTO term_text (rowid, label, synonyms, definition) VALUES (?, ?, ?, ?)');
  ontology.terms.forEach((term, at) => {
    const number = termNumber(term.id);
    addTerm.run(number, term.label, term.definition, term.comment, isPhenotype[at] ?? 0, diseaseCounts[at] ?? 0);
    term.synonyms.forEach((synonym, position) => addSynonym.run(number, position, synonym.text, synonym.scope, synonym.isLayperson ? 1 : 0));
    term.parents.forEach((parent, position) => addParent.run(number, position, termNumber(parent)));
    addText.run(number, term.label, term.synonyms.map((synonym) => synonym.text).join('\n'), term.definition ?? '');
  });
  for (const term of listRetiredTerms(ontology)) {
    addRetired.run(termNumber(term.id), term.label, term.kind, term.liveId === null ? null : termNumber(term.liveId), term.consider.join(';'));
  }
}

function writeDiseases(database: Database.Database, diseases: readonly Disease[]): void {
  const addDisease = database.prepare('INSERT INTO disease VALUES (?, ?, ?, ?, ?, ?, ?)');
  const addAnnotation = database.prepare('INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addGene = database.prepare('INSERT INTO disease_gene VALUES (?, ?, ?, ?, ?)');
  diseases.forEach((disease, number) => {
    addDisease.run(number, disease.id, disease.name, disease.inheritanceIds.join(';'), disease.courseIds.join(';'), disease.orphanet?.id ?? null, disease.orphanet?.prevalence ?? null);
    disease.annotations.forEach((annotation, position) => {
      const onset = annotation.onsetTermId !== null && isTermId(annotation.onsetTermId) ? termNumber(annotation.onsetTermId) : null;
      addAnnotation.run(number, position, termNumber(annotation.termId), annotation.isNegated ? 1 : 0, writeFrequency(annotation.frequency), annotation.references.join(';'), annotation.evidence, onset, annotation.sex, annotation.modifierIds.join(';'));
    });
    disease.genes.forEach((gene, position) => addGene.run(number, position, gene.symbol, gene.id, gene.association));
  });
}

function writeGenes(database: Database.Database, { geneNames = [], diseases }: ReleaseToWrite): void {
  const addGene = database.prepare('INSERT INTO gene VALUES (?, ?, ?, ?, ?, ?)');
  const addSymbol = database.prepare('INSERT INTO gene_symbol VALUES (?, ?, ?, ?)');
  const numberOf = (curie: string | null): number | null => (curie === null ? null : Number(curie.slice(curie.indexOf(':') + 1)));
  joinGenes(geneNames, diseases).forEach((gene, number) => {
    addGene.run(number, gene.symbol, numberOf(gene.hgncId), numberOf(gene.ncbiId), gene.name, gene.diseaseCount);
    for (const { text, kind } of gene.symbols) addSymbol.run(foldGeneName(text), number, text, kind);
  });
}

function writeTranslations(database: Database.Database, translations: readonly TermTranslation[]): void {
  const add = database.prepare('INSERT INTO translation VALUES (?, ?, ?, ?, ?, ?)');
  for (const { language, termId, label, synonyms, isCandidate } of translations) {
    [label, ...synonyms].forEach((text, position) => add.run(language, termNumber(termId), position, text, position === 0 ? 1 : 0, isCandidate ? 1 : 0));
  }
}

function writePacked(database: Database.Database, name: string, bytes: Uint8Array): void {
  database.prepare('INSERT INTO packed VALUES (?, ?)').run(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

function writeMeta(database: Database.Database, values: Readonly<Record<string, string>>): void {
  const add = database.prepare('INSERT INTO meta VALUES (?, ?)');
  for (const [key, value] of Object.entries(values)) add.run(key, value);
}
