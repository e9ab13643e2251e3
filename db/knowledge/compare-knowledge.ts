import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { Disease, DiseaseAnnotation } from '#shared/disease/disease.ts';
import { writeFrequency } from '#shared/disease/frequency.ts';
import type { Term } from '#shared/ontology/term.ts';

export interface ChangedTerm {
  readonly id: string;
  readonly label: string;
  readonly changes: readonly ('label' | 'definition' | 'parents' | 'synonyms')[];
}

export interface ChangedDisease {
  readonly id: string;
  readonly name: string;
  readonly annotationsAdded: number;
  readonly annotationsRemoved: number;
  /** Same term, source and negation, but another frequency, onset, sex, evidence or modifier. */
  readonly annotationsChanged: number;
  readonly changes: readonly ('name' | 'annotations' | 'inheritance' | 'course' | 'genes')[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is different in `newer` against `older`; lists by id. Annotations of added and removed diseases count as added and removed. */
export interface KnowledgeComparison {
  readonly older: string;
  readonly newer: string;
  readonly terms: { readonly added: readonly Named[]; readonly removed: readonly Named[]; readonly changed: readonly ChangedTerm[] };
  readonly diseases: { readonly added: readonly Named[]; readonly removed: readonly Named[]; readonly changed: readonly ChangedDisease[] };
  readonly annotations: { readonly added: number; readonly removed: number; readonly changed: number };
}

export function compareKnowledge(older: KnowledgeFile, newer: KnowledgeFile): KnowledgeComparison {
  const terms = compareLists(older.ontology().terms, newer.ontology().terms);
  const diseases = compareLists(older.diseases(), newer.diseases());
  const changedDiseases = diseases.both.map(([before, after]) => compareDiseases(before, after)).filter((change) => change.changes.length > 0);
  const total = (count: (change: ChangedDisease) => number): number => changedDiseases.reduce((sum, change) => sum + count(change), 0);
  const annotationsOf = (list: readonly Disease[]): number => list.reduce((sum, disease) => sum + disease.annotations.length, 0);
  return {
    older: older.release.name,
    newer: newer.release.name,
    terms: {
      added: terms.added.map((term) => ({ id: term.id, name: term.label })),
      removed: terms.removed.map((term) => ({ id: term.id, name: term.label })),
      changed: terms.both.map(([before, after]) => compareTerms(before, after)).filter((change) => change.changes.length > 0),
    },
    diseases: { added: diseases.added.map(toNamed), removed: diseases.removed.map(toNamed), changed: changedDiseases },
    annotations: {
      added: annotationsOf(diseases.added) + total((change) => change.annotationsAdded),
      removed: annotationsOf(diseases.removed) + total((change) => change.annotationsRemoved),
      changed: total((change) => change.annotationsChanged),
    },
  };
}

function compareTerms(before: Term, after: Term): ChangedTerm {
  const synonymsOf = (term: Term): string => term.synonyms.map((synonym) => `${synonym.scope}${synonym.isLayperson ? '+' : ''}:${synonym.text}`).sort().join('\n');
  const changes: ChangedTerm['changes'][number][] = [];
  if (before.label !== after.label) changes.push('label');
  if (before.definition !== after.definition) changes.push('definition');
  if ([...before.parents].sort().join() !== [...after.parents].sort().join()) changes.push('parents');
  if (synonymsOf(before) !== synonymsOf(after)) changes.push('synonyms');
  return { id: after.id, label: after.label, changes };
}

function compareDiseases(before: Disease, after: Disease): ChangedDisease {
  const old = keyed(before.annotations);
  const current = keyed(after.annotations);
  let annotationsAdded = 0;
  let annotationsChanged = 0;
  for (const [key, content] of current) {
    const was = old.get(key);
    if (was === undefined) annotationsAdded++;
    else if (was !== content) annotationsChanged++;
  }
  const annotationsRemoved = [...old.keys()].filter((key) => !current.has(key)).length;
  const changes: ChangedDisease['changes'][number][] = [];
  if (before.name !== after.name) changes.push('name');
  if (annotationsAdded + annotationsChanged + annotationsRemoved > 0) changes.push('annotations');
  if (sorted(before.inheritanceIds) !== sorted(after.inheritanceIds)) changes.push('inheritance');
  if (sorted(before.courseIds) !== sorted(after.courseIds)) changes.push('course');
  if (sorted(before.genes.map((gene) => gene.symbol)) !== sorted(after.genes.map((gene) => gene.symbol))) changes.push('genes');
  return { id: after.id, name: after.name, annotationsAdded, annotationsRemoved, annotationsChanged, changes };
}

/** Annotations by what they are about; the same statement made twice gets a number. */
function keyed(annotations: readonly DiseaseAnnotation[]): Map<string, string> {
  const byKey = new Map<string, string>();
  for (const annotation of annotations) {
    const base = `${annotation.termId}|${annotation.isNegated ? 'not' : ''}|${annotation.references.join()}`;
    let key = base;
    for (let copy = 2; byKey.has(key); copy++) key = `${base}|${String(copy)}`;
    byKey.set(key, [writeFrequency(annotation.frequency), annotation.onsetTermId, annotation.sex, annotation.evidence, annotation.modifierIds.join()].join('|'));
  }
  return byKey;
}

function compareLists<Entry extends { readonly id: string }>(older: readonly Entry[], newer: readonly Entry[]): { added: Entry[]; removed: Entry[]; both: (readonly [Entry, Entry])[] } {
  const before = new Map(older.map((entry) => [entry.id, entry]));
  const after = new Set(newer.map((entry) => entry.id));
  const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const both = newer.flatMap((entry) => {
    const was = before.get(entry.id);
    return was === undefined ? [] : [[was, entry] as const];
  });
  return { added: newer.filter((entry) => !before.has(entry.id)).sort(byId), removed: older.filter((entry) => !after.has(entry.id)).sort(byId), both: both.sort((a, b) => byId(a[1], b[1])) };
}

const toNamed = (disease: Disease): Named => ({ id: disease.id, name: disease.name });
const sorted = (list: readonly string[]): string => [...list].sort().join();
