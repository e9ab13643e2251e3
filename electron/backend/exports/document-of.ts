import type { BackendContext } from '#electron/backend/context.ts';
import type { ExportSource } from '#electron/backend/exports/export-writer.ts';
import { summaryDifferential } from '#electron/backend/exports/summary-differential.ts';
import { systemsOfTerms } from '#electron/backend/knowledge/systems-of-terms.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { caseSummary } from '#shared/interchange/documents/case-summary.ts';
import type { DocumentModel } from '#shared/interchange/documents/document.ts';
import { relativesLetter } from '#shared/interchange/documents/relatives-letter.ts';
import { referralLetterDocument, type LetterSource } from '#shared/interchange/documents/referral-letter-document.ts';

/** The document that is asked for, made of nothing but the case as the level leaves it and the knowledge in use. */
export function documentOf(source: ExportSource): Result<DocumentModel, Failure> {
  const { content } = source.request;
  switch (content.kind) {
    case 'case-summary':
      return success(caseSummary({ ...letterSourceOf(source), recipient: source.request.recipient, nameOfTerm: termNames(source.context), differential: summaryDifferential(source) }));
    case 'referral-letter': {
      const referral = source.file.referrals.find(({ id }) => id === content.referralId);
      return referral === undefined ? refusal(failure('not-found', 'This referral is private or no longer there.')) : success(referralLetterDocument(letterSourceOf(source), referral));
    }
    case 'relatives-letter': {
      const letter = relativesLetter(letterSourceOf(source), content.personId);
      return letter.ok ? success(letter.value.document) : letter;
    }
    case 'case-data':
    case 'questionnaire':
      return refusal(failure('invalid-input', 'This is no document for people. Choose another content or format.'));
  }
}

export function letterSourceOf({ file, request, title, today, clinic, contact, context }: ExportSource): LetterSource {
  const knowledge = context.knowledge.active();
  const systems = knowledge === null ? { systems: [], ofTerm: {} } : systemsOfTerms(knowledge, file.features.map(({ termId }) => termId));
  return { file, level: request.level, paper: request.paper, title, today, clinic: { ...clinic, replyAddress: request.level === 'deidentified' ? '' : contact.href }, systems, appVersion: context.appVersion };
}

function termNames(context: BackendContext): (termId: string) => string {
  const knowledge = context.knowledge.active();
  return (termId) => knowledge?.resolve(termId)?.label ?? termId;
}
