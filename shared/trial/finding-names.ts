import { splitIntoWords } from '#shared/ontology/search-words.ts';
import type { Term } from '#shared/ontology/term.ts';
import type { NamedFinding } from '#shared/trial/trial-patient.ts';

/** Looks findings up by their names. Made once a release: a study has dozens of criteria and a list of matches dozens of studies. */
export function createFindingNames(terms: Iterable<Pick<Term, 'id' | 'label' | 'synonyms'>>): (phrase: string) => NamedFinding | null {
  const byName = new Map<string, NamedFinding>();
  // An exact name goes before any other, and a label before a synonym.
  const add = (name: string, finding: NamedFinding): void => {
    const key = phraseKey(name);
    const known = byName.get(key);
    if (key !== '' && (known === undefined || (finding.isExact && !known.isExact))) byName.set(key, finding);
  };
  const all = [...terms];
  for (const { id, label } of all) add(label, { id, label, isExact: true });
  for (const { id, label, synonyms } of all) for (const { text, scope, isLayperson } of synonyms) add(text, { id, label, isExact: scope === 'exact' && !isLayperson && !/^[A-Z0-9-]{2,6}$/.test(text) });
  return (phrase) => byName.get(phraseKey(phrase)) ?? null;
}

/** Upper and lower case, hyphens, accents, British spelling and the plural of the last word make no difference. */
function phraseKey(phrase: string): string {
  const words = splitIntoWords(phrase);
  const last = words.pop();
  return last === undefined ? '' : [...words, last.length > 4 && !/(?:ss|us|is)$/.test(last) ? last.replace(/ies$/, 'y').replace(/s$/, '') : last].join(' ');
}
