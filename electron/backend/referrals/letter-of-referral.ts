import type { BackendContext } from '#electron/backend/context.ts';
import { systemsOfTerms } from '#electron/backend/knowledge/systems-of-terms.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { LetterContext } from '#shared/casefile/referral-letter-parts.ts';
import { referralLetterText } from '#shared/casefile/referral-letter.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { referralReadiness, type Readiness } from '#shared/casefile/referral-readiness.ts';
import { countWords, writeLetterText } from '#shared/referral/letter-text.ts';

/** What a letter about this case needs: today, and the organ systems of its terms by the release in use. */
export function letterContext(context: BackendContext, file: CaseFile): LetterContext {
  const knowledge = context.knowledge.active();
  const termIds = file.features.map(({ termId }) => termId);
  return { today: context.clock().slice(0, 10), systems: knowledge === null ? { systems: [], ofTerm: {} } : systemsOfTerms(knowledge, termIds) };
}

/** The case held against what the destination of the referral asks for. */
export function readinessOf(context: BackendContext, file: CaseFile, referral: Referral): Readiness {
  const knowledge = context.knowledge.active();
  const isWithin = (termId: string, rootId: string): boolean => {
    const live = knowledge?.resolve(termId)?.id ?? termId;
    return live === rootId || (knowledge?.ancestors(live).includes(rootId) ?? false);
  };
  const letter = letterContext(context, file);
  return referralReadiness(file, referral, {
    today: letter.today,
    clinic: context.vault.repositories().settings.read(),
    isWithin,
    letterWordCount: countWords(writeLetterText(referralLetterText(file, referral, letter))),
  });
}
