import type { ExportFormat } from '#shared/casefile/export-record.ts';
import { formatsOfContent, usualPurpose } from '#shared/interchange/export-contents.ts';
import type { ExportContent, ExportRequest } from '#shared/interchange/export-request.ts';

/** For whom a document is: each reader gets one kind of content, in the formats that they can use. */
export const readers = ['specialist', 'referral', 'relatives', 'registry', 'matchmaker', 'programs', 'family'] as const;
export type Reader = (typeof readers)[number];

/** What was chosen on the screen. A referral or relative that is not chosen yet is the first one. */
export interface DocumentChoice {
  readonly reader: Reader;
  readonly referralId: string | null;
  readonly personId: string | null;
  readonly format: ExportFormat;
  readonly level: ExportRequest['level'];
  readonly purpose: ExportRequest['purpose'];
  readonly recipient: string;
  readonly paper: ExportRequest['paper'];
  readonly shiftsDates: boolean;
}

export const formatsOf: Readonly<Record<Reader, readonly ExportFormat[]>> = {
  specialist: ['pdf', 'docx', 'html'],
  referral: ['pdf', 'docx', 'html'],
  relatives: ['pdf', 'docx', 'html'],
  registry: ['registry'],
  matchmaker: ['matchmaker'],
  programs: formatsOfContent['case-data'].filter((format) => format !== 'registry' && format !== 'matchmaker'),
  family: ['questionnaire'],
};

/** Who else reads it says how much of a person is told: a reader of the same clinic's case all, a public place nothing by which they are known. */
const usualLevel: Readonly<Record<Reader, ExportRequest['level']>> = { specialist: 'full', referral: 'full', relatives: 'full', registry: 'pseudonymised', matchmaker: 'deidentified', programs: 'full', family: 'full' };

export function choiceFor(reader: Reader, before: Pick<DocumentChoice, 'referralId' | 'personId' | 'paper'>): DocumentChoice {
  const format = formatsOf[reader][0] ?? 'pdf';
  return { ...before, reader, format, level: usualLevel[reader], purpose: usualPurpose(format), recipient: '', shiftsDates: false };
}

/** What is asked for; null while there is no referral or relative of whom it could be. */
export function requestOf(choice: DocumentChoice, caseId: string): ExportRequest | null {
  const content = contentOf(choice);
  const { format, level, purpose, recipient, paper, shiftsDates } = choice;
  return content === null ? null : { caseId, content, format, level, purpose, recipient: recipient.trim(), paper, shiftsDates };
}

function contentOf({ reader, referralId, personId }: DocumentChoice): ExportContent | null {
  switch (reader) {
    case 'specialist':
      return { kind: 'case-summary' };
    case 'referral':
      return referralId === null ? null : { kind: 'referral-letter', referralId };
    case 'relatives':
      return personId === null ? null : { kind: 'relatives-letter', personId };
    case 'registry':
    case 'matchmaker':
    case 'programs':
      return { kind: 'case-data' };
    case 'family':
      return { kind: 'questionnaire' };
  }
}

/** Documents that are printed, and so have a size of paper. */
export const isPrinted = ({ format }: Pick<DocumentChoice, 'format'>): boolean => format === 'pdf' || format === 'docx' || format === 'html';
