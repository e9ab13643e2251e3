import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { translatedPassages } from '#tests/bench/extract/gold/translated.ts';
import { heldTranslatedPassages } from '#tests/bench/extract/gold/translated-held.ts';
import { readGoldPassage, type MarkedPassage } from '#tests/bench/extract/gold-passage.ts';
import { scoreStrict, toQuality } from '#tests/bench/extract/score-mentions.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';
import { parseObographs } from '#shared/ontology/obographs.ts';
import { createTermResolver } from '#shared/ontology/resolve-terms.ts';
import { buildTermGraph, markBranch } from '#shared/ontology/term-graph.ts';
import { termRoots } from '#shared/ontology/term-id.ts';
import type { Ontology } from '#shared/ontology/term.ts';
import { parseTranslationFile } from '#shared/ontology/translation-file.ts';
import { extractTerms } from '#shared/phenotype/text/extract-terms.ts';
import { textLanguages } from '#shared/phenotype/text/languages/text-languages.ts';
import { buildTermLexicon, type TermLexicon } from '#shared/phenotype/text/term-lexicon.ts';

const ontologyPath = referenceData('knowledge/2025-05-06/hp.json.gz');
const languages = ['de', 'es', 'fr', 'ja', 'zh'] as const;
const pathOf = (language: string): string | null => referenceData(`knowledge/extra/translations/hp-${language}.babelon.tsv.gz`);
const textOf = (path: string | null): string => gunzipSync(readFileSync(path ?? '')).toString('utf8');

describe.skipIf(ontologyPath === null || languages.some((language) => pathOf(language) === null))(`letters in other languages (${absentNote})`, { timeout: 60_000 }, () => {
  let ontology: Ontology;
  beforeAll(() => {
    const reading = parseObographs({ name: 'hp.json', text: textOf(ontologyPath) });
    if (!reading.ok) throw new Error(reading.error[0]?.message);
    ontology = reading.value.ontology;
  }, 60_000);

  function lexiconIn(language: (typeof languages)[number]): TermLexicon {
    const reading = parseTranslationFile({ name: language, text: textOf(pathOf(language)) }, { resolveTerm: createTermResolver(ontology) });
    if (!reading.ok) throw new Error(reading.error[0]?.message);
    const graph = buildTermGraph(ontology.terms);
    if (!graph.ok) throw new Error(graph.error.message);
    const isFinding = markBranch(graph.value, termRoots.phenotypicAbnormality);
    const names = new Map(reading.value.translations.map((translation) => [translation.termId, translation]));
    const findings = ontology.terms.filter((_, at) => isFinding[at] === 1).map((term) => {
      const own = names.get(term.id);
      return own === undefined ? term : { id: term.id, label: own.label, englishLabel: term.label, synonyms: own.synonyms.map((text) => ({ text, scope: 'exact' as const })) };
    });
    return buildTermLexicon({ findings, obsolete: [] }, textLanguages.get(language));
  }

  // As first measured, before anything was changed for the passages: 0.85, 0.85 and 0.95; 0.89 and 0.94 with the first rules of Japanese
  // and Chinese. The held passages were never looked into: 0.88, 0.94, 0.89, 0.64 and 0.91, Japanese for want of names.
  test.each([['de', 0.97, 0.85], ['es', 0.97, 0.92], ['fr', 0.97, 0.86], ['ja', 0.97, 0.62], ['zh', 0.97, 0.88]] as const)('are read in %s with an F1 of at least %f over term, place, exclusion and person, and %f where nobody looked', (language, floor, heldFloor) => {
    const lexicon = lexiconIn(language);
    const qualityOf = (passages: readonly MarkedPassage[]) => toQuality(passages.map(readGoldPassage).map(({ text, mentions }) => scoreStrict(mentions, extractTerms(lexicon, text))));
    const [quality, held] = [qualityOf(translatedPassages[language]), qualityOf(heldTranslatedPassages[language])];
    expect(quality.f1).toBeGreaterThan(floor);
    expect(quality.precision).toBeGreaterThan(0.9);
    expect(held.f1).toBeGreaterThan(heldFloor);
  });
});
