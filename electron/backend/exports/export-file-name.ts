import type { ExportRequest } from '#shared/interchange/export-request.ts';

const wordsOfFormat: Readonly<Record<ExportRequest['format'], string>> = {
  phenopacket: 'phenopacket',
  'family-phenopacket': 'family-phenopacket',
  fhir: 'fhir',
  matchmaker: 'matchmaker',
  registry: 'registry',
  html: '',
  pdf: '',
  docx: '',
  questionnaire: '',
};

/**
 * Of the title of the case, what it is, and its ending, such as `NRG-0412_case-summary.pdf`. A name of a file is read by everybody on the way, so it never
 * holds the name of a person, at no level.
 */
export function exportFileName({ content, format }: Pick<ExportRequest, 'content' | 'format'>, title: string, extension: string): string {
  const what = wordsOfFormat[format] === '' ? content.kind : wordsOfFormat[format];
  const safeTitle = title.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 80);
  return `${safeTitle === '' ? 'case' : safeTitle}_${what}.${extension}`;
}
