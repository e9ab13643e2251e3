import { readAssertions } from '#shared/phenotype/text/assertions.ts';
import { createBearerReader } from '#shared/phenotype/text/bearers.ts';
import { createPlainBearerReader } from '#shared/phenotype/text/plain-bearers.ts';
import { findNames } from '#shared/phenotype/text/find-names.ts';
import { readSentences } from '#shared/phenotype/text/sentences.ts';
import type { TermLexicon } from '#shared/phenotype/text/term-lexicon.ts';
import type { TermMention } from '#shared/phenotype/text/term-mention.ts';
import { readTokens } from '#shared/phenotype/text/text-words.ts';

/**
 * The findings that a text in the language of the lexicon states, in the order of the text: observed or excluded, and whose. What is only possible, feared,
 * planned or looked for is left out, and so is everything below headings such as `Plan:`. Outside English relatives are read more simply.
 */
export function extractTerms(lexicon: TermLexicon, source: string): readonly TermMention[] {
  const { language } = lexicon;
  const tokens = readTokens(source, new Map(), language);
  const bearers = language.relatives === null ? createBearerReader(tokens) : createPlainBearerReader(tokens, language.relatives);
  const mentions: TermMention[] = [];
  for (const sentence of readSentences(tokens, language.headings)) {
    const hits = findNames(lexicon, tokens, sentence);
    const people = bearers.read(sentence, hits);
    if (sentence.section === 'not-stated' || sentence.isQuestion) continue;
    const assertions = readAssertions(tokens, sentence, hits, language.assertions);
    hits.forEach(({ first, last, finding }, index) => {
      const assertion = assertions[index];
      if (assertion === 'open' || assertion === undefined) return;
      const start = tokens[first]?.start ?? 0;
      const end = tokens[last]?.end ?? start;
      mentions.push({ id: finding.id, label: finding.label, start, end, text: source.slice(start, end), excluded: assertion === 'excluded', person: people[index] ?? 'patient' });
    });
  }
  return mentions;
}
