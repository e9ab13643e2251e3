import { assertNever } from '#shared/base/assert-never.ts';
import type { ExportFormat } from '#shared/casefile/export-record.ts';
import type { ExportContent } from '#shared/interchange/export-request.ts';
import type { ConsentPurpose } from '#shared/casefile/consent.ts';

/** What it is called in the record of exports. */
export const contentWords: Readonly<Record<ExportContent['kind'], string>> = {
  'case-summary': 'case summary',
  'referral-letter': 'referral letter',
  'relatives-letter': 'letter to relatives',
  'case-data': 'case data',
  questionnaire: 'questionnaire',
};

/** The formats in which a content can leave. */
export const formatsOfContent: Readonly<Record<ExportContent['kind'], readonly ExportFormat[]>> = {
  'case-summary': ['html', 'pdf', 'docx'],
  'referral-letter': ['html', 'pdf', 'docx'],
  'relatives-letter': ['html', 'pdf', 'docx'],
  'case-data': ['phenopacket', 'family-phenopacket', 'fhir', 'matchmaker', 'registry'],
  questionnaire: ['questionnaire'],
};

/** Formats that say nothing of relatives. */
export const formatsOfPatientAlone: ReadonlySet<ExportFormat> = new Set(['phenopacket', 'matchmaker', 'registry']);

/** For what a file of this format is usually given away. */
export function usualPurpose(format: ExportFormat): ConsentPurpose {
  switch (format) {
    case 'matchmaker':
    case 'registry':
      return format;
    case 'phenopacket':
    case 'family-phenopacket':
    case 'fhir':
    case 'html':
    case 'pdf':
    case 'docx':
      return 'referral';
    case 'questionnaire':
      return 'chart';
    default:
      return assertNever(format);
  }
}
