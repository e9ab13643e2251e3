import type { Connection } from '#db/connection.ts';
import { listRetiredTerms } from '#shared/ontology/resolve-terms.ts';
import { createTermSearch, type TermMatch, type TermSearch } from '#shared/ontology/term-search.ts';
import { buildTermSearchIndex } from '#shared/ontology/term-search-index.ts';
import { termIdOfNumber, termNumber } from '#shared/ontology/term-id.ts';
import type { Ontology } from '#shared/ontology/term.ts';
import type { LexiconSource } from '#shared/phenotype/text/term-lexicon.ts';

/** What a term is called in one language. */
export interface TermNames {
  readonly language: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  /** Nobody has confirmed it yet. */
  readonly isCandidate: boolean;
}

/** A term found in another language: `label` is English, `localLabel` null where nobody has translated it. */
export interface TranslatedMatch extends TermMatch {
  readonly localLabel: string | null;
}

export interface TranslationReader {
  readonly ofTerm: (id: string) => readonly TermNames[];
  /** Names of the findings in one language, and the English ones of those that it lacks. */
  readonly lexiconSource: (language: string, english: LexiconSource) => LexiconSource;
  /** Searches the names of a language and the English ones beside them. The names are prepared when first asked for, then kept. */
  readonly search: (language: string, text: string, limit: number) => readonly TranslatedMatch[];
}

interface TranslationRow {
  readonly term: number;
  readonly language: string;
  readonly text: string;
  readonly is_label: number;
  readonly is_candidate: number;
}

/** `ontology` is asked for only when a language is first searched. */
export function createTranslationReader(database: Connection, ontology: () => Ontology, isPhenotype: (id: string) => boolean, diseaseCount: (id: string) => number): TranslationReader {
  const ofTerm = database.prepare<[number], TranslationRow>('SELECT * FROM translation WHERE term = ? ORDER BY language, position');
  const ofLanguage = database.prepare<[string], TranslationRow>('SELECT * FROM translation WHERE language = ? ORDER BY term, position');
  const searches = new Map<string, { readonly search: TermSearch; readonly english: ReadonlyMap<string, string>; readonly local: ReadonlyMap<string, TermNames> }>();

  const namesIn = (language: string): ReadonlyMap<string, TermNames> => new Map(groupNames(ofLanguage.all(language), (row) => row.term).map(([term, names]) => [termIdOfNumber(term), names]));
  const open = (language: string) => {
    const known = searches.get(language);
    if (known !== undefined) return known;
    const local = namesIn(language);
    const { terms, ...rest } = ontology();
    const search = createTermSearch(
      buildTermSearchIndex({
        terms: terms.map((term) => {
          const names = local.get(term.id);
          const own = names === undefined ? [] : [...names.synonyms, term.label].map((text) => ({ text, scope: 'exact' as const, isLayperson: false }));
          return { id: term.id, label: names?.label ?? term.label, synonyms: [...own, ...term.synonyms], isPhenotype: isPhenotype(term.id), diseaseCount: diseaseCount(term.id) };
        }),
        retired: listRetiredTerms({ terms, ...rest }),
        phrases: [],
      }),
    );
    const opened = { search, english: new Map(terms.map((term) => [term.id, term.label])), local };
    searches.set(language, opened);
    return opened;
  };
  return {
    ofTerm: (id) => groupNames(ofTerm.all(termNumber(id)), (row) => row.language).map(([, names]) => names),
    lexiconSource: (language, english) => {
      const local = namesIn(language);
      return { ...english, findings: english.findings.map((term) => translated(term, local.get(term.id))) };
    },
    search: (language, text, limit) => {
      const { search, english, local } = open(language);
      return search(text, limit).map((match) => ({ ...match, label: english.get(match.id) ?? match.label, localLabel: local.get(match.id)?.label ?? null }));
    },
  };
}

function translated(term: LexiconSource['findings'][number], names: TermNames | undefined): LexiconSource['findings'][number] {
  return names === undefined ? term : { id: term.id, label: names.label, englishLabel: term.label, synonyms: names.synonyms.map((text) => ({ text, scope: 'exact' })) };
}

/** Rows of one group stand together, the label first. */
function groupNames<Key>(rows: readonly TranslationRow[], keyOf: (row: TranslationRow) => Key): [Key, TermNames][] {
  const groups = new Map<Key, { language: string; label: string; synonyms: string[]; isCandidate: boolean }>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), { language: row.language, label: row.text, synonyms: [], isCandidate: row.is_candidate === 1 });
    else group.synonyms.push(row.text);
  }
  return [...groups];
}
