import { readAssertions } from '#shared/phenotype/text/assertions.ts';
import { createBearerReader } from '#shared/phenotype/text/bearers.ts';
import { createPlainBearerReader } from '#shared/phenotype/text/plain-bearers.ts';
import { findGrowthMeasures, saidOtherwise } from '#shared/phenotype/text/growth-measures.ts';
import { withMeantRoots } from '#shared/phenotype/text/spelling.ts';
import { findNames, type NameHit } from '#shared/phenotype/text/find-names.ts';
import { readSentences, type Sentence } from '#shared/phenotype/text/sentences.ts';
import type { TermLexicon } from '#shared/phenotype/text/term-lexicon.ts';
import type { TermMention } from '#shared/phenotype/text/term-mention.ts';
import { english } from '#shared/phenotype/text/text-language.ts';
import { readTokens, type Token } from '#shared/phenotype/text/text-words.ts';

/**
 * The findings that a text in the language of the lexicon states, in the order of the text: observed or excluded, and whose. What is only possible, feared,
 * planned or looked for is left out, and so is everything below headings such as `Plan:`. Outside English relatives are read more simply.
 */
export function extractTerms(lexicon: TermLexicon, source: string): readonly TermMention[] {
  const { language } = lexicon;
  const tokens = readMeantTokens(lexicon, source);
  const bearers = language.relatives === null ? createBearerReader(tokens) : createPlainBearerReader(tokens, language.relatives);
  const mentions: TermMention[] = [];
  for (const sentence of readSentences(tokens, language.headings)) {
    const names = findNames(lexicon, tokens, sentence);
    const hits = language.code === english.code ? withMeasures(lexicon, source, tokens, sentence, names) : names;
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

function readMeantTokens({ language, spelling, rootNumber }: TermLexicon, source: string): readonly Token[] {
  const tokens = readTokens(source, new Map(), language);
  return spelling === null ? tokens : withMeantRoots(tokens, ({ root }) => rootNumber.has(root), spelling());
}

/** Adds the sizes of the body that are far from the mean, where the sentence does not name the finding as well. */
function withMeasures(lexicon: TermLexicon, source: string, tokens: readonly Token[], { from, to }: Sentence, names: readonly NameHit[]): readonly NameHit[] {
  const own = tokens.slice(from, to);
  const offset = own[0]?.start ?? 0;
  const measures = findGrowthMeasures(source.slice(offset, own.at(-1)?.end ?? offset)).flatMap(({ termId, start, end }): NameHit[] => {
    const finding = lexicon.byId.get(termId);
    if (finding === undefined || names.some((name) => saidOtherwise[termId]?.test(name.finding.label) === true)) return [];
    const first = from + own.findIndex((token) => token.end > offset + start);
    const last = from + own.findLastIndex((token) => token.start < offset + end);
    return names.some((name) => name.first <= last && first <= name.last) ? [] : [{ first, last, finding, wordCount: 1 }];
  });
  return measures.length === 0 ? names : [...names, ...measures].sort((a, b) => a.first - b.first || b.last - a.last);
}
