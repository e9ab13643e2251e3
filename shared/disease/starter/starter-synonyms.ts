import { clinicianWords } from '#shared/disease/starter/clinician-words.ts';
import { layWords } from '#shared/disease/starter/lay-words.ts';
import { termIdOf } from '#shared/disease/starter/starter-terms.ts';
import { layPhrases } from '#shared/ontology/lay-phrases.ts';
import type { Synonym } from '#shared/ontology/term.ts';

/** Other words for the terms, by term id: what clinicians abbreviate, and what families say. Written for this project. */
export const starterSynonyms: ReadonlyMap<string, readonly Synonym[]> = synonymsById();

function synonymsById(): ReadonlyMap<string, readonly Synonym[]> {
  const synonyms = new Map<string, Synonym[]>();
  const add = (id: string, text: string, isLayperson: boolean): void => {
    const known = synonyms.get(id) ?? [];
    synonyms.set(id, [...known, { text, scope: 'exact', isLayperson }]);
  };
  for (const [label, texts] of Object.entries(clinicianWords)) for (const text of texts.split('; ')) add(termIdOf(label), text, false);
  for (const { termId, text } of layPhrases) add(termId, text, true);
  for (const [label, texts] of Object.entries(layWords)) for (const text of texts.split('; ')) add(termIdOf(label), text, true);
  return synonyms;
}
