import type { Connection } from '#db/connection.ts';
import type { Synonym } from '#shared/ontology/term.ts';
import { termIdOfNumber } from '#shared/ontology/term-id.ts';
import type { LexiconSource, LexiconTerm } from '#shared/phenotype/text/term-lexicon.ts';

/** The names of all findings, without definitions and parents, which take most of the time to read. */
export function readTermNames(database: Connection): LexiconSource {
  const synonyms = new Map<number, LexiconTerm['synonyms'][number][]>();
  for (const { term, text, scope } of database.prepare<[], { term: number; text: string; scope: Synonym['scope'] }>('SELECT term, text, scope FROM synonym ORDER BY term, position').iterate()) {
    const list = synonyms.get(term);
    if (list === undefined) synonyms.set(term, [{ text, scope }]);
    else list.push({ text, scope });
  }
  const terms = database.prepare<[], { number: number; label: string }>('SELECT number, label FROM term WHERE is_phenotype = 1 ORDER BY number').all();
  const obsolete = database.prepare<[], { label: string; live: number }>("SELECT label, live FROM retired_term WHERE kind = 'obsolete' AND live IS NOT NULL ORDER BY number").all();
  return {
    findings: terms.map(({ number, label }) => ({ id: termIdOfNumber(number), label, synonyms: synonyms.get(number) ?? [] })),
    obsolete: obsolete.map(({ label, live }) => ({ label, liveId: termIdOfNumber(live) })),
  };
}
