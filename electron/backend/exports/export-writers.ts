import { writeFamilyPhenopacketExport, writeFhirExport, writeMatchmakerExport, writePhenopacketExport, writeRegistryExport } from '#electron/backend/exports/case-data-writers.ts';
import { writeDocxExport } from '#electron/backend/exports/docx-writer.ts';
import type { ExportWriter } from '#electron/backend/exports/export-writer.ts';
import { writeHtmlExport } from '#electron/backend/exports/html-writer.ts';
import { writePdfExport } from '#electron/backend/exports/pdf-writer.ts';
import { writeQuestionnaireExport } from '#electron/backend/exports/questionnaire-writer.ts';
import type { ExportFormat } from '#shared/casefile/export-record.ts';

/** Who writes which format. The test of what a level takes out goes through all of them. */
export const exportWriters: Readonly<Partial<Record<ExportFormat, ExportWriter>>> = {
  phenopacket: writePhenopacketExport,
  'family-phenopacket': writeFamilyPhenopacketExport,
  fhir: writeFhirExport,
  matchmaker: writeMatchmakerExport,
  registry: writeRegistryExport,
  html: writeHtmlExport,
  pdf: writePdfExport,
  docx: writeDocxExport,
  questionnaire: writeQuestionnaireExport,
};
