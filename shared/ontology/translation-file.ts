import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** What one term is called in another language. */
export interface TermTranslation {
  readonly termId: string;
  /** Language tag in lower case, such as de. */
  readonly language: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  /** Nobody has confirmed the label yet; often a machine made it. */
  readonly isCandidate: boolean;
}

export interface TranslationReading {
  readonly translations: readonly TermTranslation[];
  readonly rowCount: number;
  /** Rows that took no part, by reason, with the line of the first. */
  readonly skipped: readonly { readonly reason: string; readonly count: number; readonly line: number }[];
}

interface Names {
  label: string | null;
  isCandidate: boolean;
  readonly synonyms: string[];
}

interface Columns {
  readonly subject: number;
  readonly predicate: number;
  readonly language: number;
  readonly value: number;
  readonly status: number;
}

const labelPredicate = 'rdfs:label';
const synonymPredicate = /^(?:oboInOwl:|oio:)?has(?:Exact|Broad|Narrow|Related)Synonym$/i;
const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;

/**
 * Reads a table of translations in the Babelon format of the HPO (https://github.com/monarch-initiative/babelon): one row a term and
 * name. Columns are found by their names. `resolveTerm` gives the live id of a term, or null.
 */
export function parseTranslationFile(file: { readonly name: string; readonly text: string }, { resolveTerm }: { readonly resolveTerm: (id: string) => string | null }): Result<TranslationReading, readonly Problem[]> {
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = columnsOf(lines[0] ?? '');
  if (columns === null) return refusal([{ severity: 'error', rule: 'not-translations', message: 'not the header of a table of translations, expected subject_id, predicate_id, translation_language and translation_value', file: file.name, line: 1 }]);
  const names = new Map<string, Map<string, Names>>();
  const skipped = new Map<string, { count: number; line: number }>();
  let rowCount = 0;
  lines.forEach((line, at) => {
    if (at === 0 || line.trim() === '') return;
    rowCount++;
    const reason = readRow(line.split('\t'), columns, resolveTerm, names);
    if (reason === null) return;
    const entry = skipped.get(reason);
    if (entry === undefined) skipped.set(reason, { count: 1, line: at + 1 });
    else entry.count++;
  });
  const translations = [...names].flatMap(([language, terms]) =>
    [...terms].flatMap(([termId, { label, synonyms, isCandidate }]) => (label === null ? [] : [{ termId, language, label, synonyms: synonyms.filter((synonym) => synonym !== label), isCandidate }])),
  );
  return success({ translations, rowCount, skipped: [...skipped].map(([reason, entry]) => ({ reason, ...entry })) });
}

/** Keeps what the row says, or gives the reason why it is left out. */
function readRow(cells: readonly string[], columns: Columns, resolveTerm: (id: string) => string | null, names: Map<string, Map<string, Names>>): string | null {
  const cell = (at: number): string => (at === -1 ? '' : unquote(cells[at] ?? ''));
  const language = cell(columns.language).toLowerCase();
  const text = cell(columns.value);
  const predicate = cell(columns.predicate);
  const status = cell(columns.status).toUpperCase();
  const isLabel = predicate === labelPredicate;
  if (!languageTag.test(language) || language === 'en') return 'translation into no other language';
  if (!isLabel && !synonymPredicate.test(predicate)) return 'translation of a definition, which is not used';
  if (text === '' || status === 'NOT_TRANSLATED') return 'not translated yet';
  const termId = resolveTerm(cell(columns.subject));
  if (termId === null) return 'translation of a term unknown to the ontology';
  const terms = names.get(language) ?? new Map<string, Names>();
  names.set(language, terms);
  const entry = terms.get(termId) ?? { label: null, isCandidate: true, synonyms: [] };
  terms.set(termId, entry);
  keepName(entry, text, isLabel, status === 'CANDIDATE');
  return null;
}

/** A confirmed label goes before one that is only proposed; what is no label is a synonym. */
function keepName(entry: Names, text: string, isLabel: boolean, isCandidate: boolean): void {
  const isBetter = isLabel && (entry.label === null || (entry.isCandidate && !isCandidate));
  const other = isBetter ? entry.label : text;
  if (isBetter) {
    entry.label = text;
    entry.isCandidate = isCandidate;
  }
  if (other !== null && other !== entry.label && !entry.synonyms.includes(other)) entry.synonyms.push(other);
}

function columnsOf(header: string): Columns | null {
  const names = header.split('\t').map((name) => unquote(name).toLowerCase());
  const columns = { subject: names.indexOf('subject_id'), predicate: names.indexOf('predicate_id'), language: names.indexOf('translation_language'), value: names.indexOf('translation_value'), status: names.indexOf('translation_status') };
  return [columns.subject, columns.predicate, columns.language, columns.value].includes(-1) ? null : columns;
}

const unquote = (cell: string): string => {
  const text = cell.trim();
  const inner = /^"(.*)"$/s.exec(text)?.[1];
  return (inner === undefined ? text : inner.replaceAll('""', '"')).replace(/\s+/g, ' ').trim();
};
