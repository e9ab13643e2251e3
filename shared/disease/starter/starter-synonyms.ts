import type { Synonym } from '#shared/ontology/term.ts';
import { clinicianWords } from '#shared/disease/starter/clinician-words.ts';
import { layWords } from '#shared/disease/starter/lay-words.ts';
import { termIdOf } from '#shared/disease/starter/starter-terms.ts';

/** Other words for the terms, by term id: what families say, and what clinicians abbreviate. Written for the starter. */
export const starterSynonyms: ReadonlyMap<string, readonly Synonym[]> = synonymsById();

function synonymsById(): ReadonlyMap<string, readonly Synonym[]> {
  const synonyms = new Map<string, readonly Synonym[]>();
  for (const [words, isLayperson] of [[clinicianWords, false], [layWords, true]] as const) {
    for (const [label, texts] of Object.entries(words)) {
      const id = termIdOf(label);
      const added = texts.split(';').map((text): Synonym => ({ text: text.trim(), scope: 'exact', isLayperson }));
      synonyms.set(id, [...(synonyms.get(id) ?? []), ...added]);
    }
  }
  return synonyms;
}
