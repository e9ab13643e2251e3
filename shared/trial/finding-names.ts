import { splitIntoWords } from '#shared/ontology/search-words.ts';
import type { Term } from '#shared/ontology/term.ts';
import type { NamedFinding } from '#shared/trial/trial-patient.ts';

/** A finding by its id; `isExact` as in `NamedFinding`. */
export type FoundName = Omit<NamedFinding, 'label'>;
type NamedTerm = Pick<Term, 'id' | 'label' | 'synonyms'>;

/** Looks findings up by their names. For a few terms: a release keeps its names packed, since 40,000 take longer to read than a list of trials may. */
export function createFindingNames(terms: readonly NamedTerm[]): (phrase: string) => NamedFinding | null {
  const byName = namesOf(terms);
  const labels = new Map(terms.map(({ id, label }) => [id, label]));
  return (phrase) => {
    const found = byName.get(phraseKey(phrase));
    return found === undefined ? null : { ...found, label: labels.get(found.id) ?? found.id };
  };
}

/** The names of findings sorted, a line each: key, id, and `=` for an exact one. */
export function packFindingNames(terms: readonly NamedTerm[]): string {
  return [...namesOf(terms)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, { id, isExact }]) => `${key}\t${id}${isExact ? '=' : ''}`).join('\n');
}

/** Looks names up where they are packed, without taking them apart. */
export function readFindingNames(text: string): (phrase: string) => FoundName | null {
  return (phrase) => {
    const wanted = phraseKey(phrase);
    if (wanted === '') return null;
    let low = 0;
    let high = text.length;
    while (low < high) {
      const start = text.lastIndexOf('\n', Math.floor((low + high) / 2) - 1) + 1;
      const tab = text.indexOf('\t', start);
      const next = text.indexOf('\n', tab);
      const end = next < 0 ? text.length : next;
      const key = text.slice(start, tab);
      if (key === wanted) return foundName(text.slice(tab + 1, end));
      if (key < wanted) low = end + 1;
      else high = start;
    }
    return null;
  };
}

const foundName = (packed: string): FoundName => ({ id: packed.replace('=', ''), isExact: packed.endsWith('=') });

function namesOf(terms: readonly NamedTerm[]): ReadonlyMap<string, FoundName> {
  const byName = new Map<string, FoundName>();
  // An exact name goes before any other, and a label before a synonym.
  const add = (name: string, finding: FoundName): void => {
    const key = phraseKey(name);
    const known = byName.get(key);
    if (key !== '' && (known === undefined || (finding.isExact && !known.isExact))) byName.set(key, finding);
  };
  for (const { id, label } of terms) add(label, { id, isExact: true });
  for (const { id, synonyms } of terms) for (const { text, scope, isLayperson } of synonyms) add(text, { id, isExact: scope === 'exact' && !isLayperson && !/^[A-Z0-9-]{2,6}$/.test(text) });
  return byName;
}

/** Upper and lower case, hyphens, accents, British spelling and the plural of the last word make no difference. */
function phraseKey(phrase: string): string {
  const words = splitIntoWords(phrase);
  const last = words.pop();
  return last === undefined ? '' : [...words, last.length > 4 && !/(?:ss|us|is)$/.test(last) ? last.replace(/ies$/, 'y').replace(/s$/, '') : last].join(' ');
}
