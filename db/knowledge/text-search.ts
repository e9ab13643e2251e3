import type { Connection } from '#db/connection.ts';
import { splitIntoWords } from '#shared/ontology/search-words.ts';
import { termIdOfNumber } from '#shared/ontology/term-id.ts';
import type { TermMatch } from '#shared/ontology/term-search.ts';

/**
 * Full-text search over labels, synonyms and definitions: finds what no name says, such as a sign described in a sentence. Every
 * word is quoted, so that nothing typed is read as a search operator.
 */
export function createTextSearch(database: Connection): (text: string, limit: number) => readonly TermMatch[] {
  const select = database.prepare<[string, number], { number: number; label: string; is_phenotype: number }>(
    `SELECT t.number, t.label, t.is_phenotype FROM term_text JOIN term t ON t.number = term_text.rowid
     WHERE term_text MATCH ? ORDER BY t.is_phenotype DESC, bm25(term_text, 10, 5, 1), t.number LIMIT ?`,
  );
  return (text, limit) => {
    const words = splitIntoWords(text).slice(0, 8);
    if (words.length === 0 || limit < 1) return [];
    const expression = words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ');
    return select.all(expression, limit).map((row) => ({ id: termIdOfNumber(row.number), label: row.label, matchedText: row.label, matchedBy: 'label', readAs: null, isPhenotype: row.is_phenotype === 1 }));
  };
}
