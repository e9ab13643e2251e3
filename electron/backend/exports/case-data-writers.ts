import type { ExportSource, ExportWriter } from '#electron/backend/exports/export-writer.ts';
import { success } from '#shared/base/result.ts';
import type { CaseSource, CaseWriting } from '#shared/interchange/case-source.ts';
import { writeCaseBundle } from '#shared/interchange/fhir/write-case-bundle.ts';
import { writeMatchmaker } from '#shared/interchange/matchmaker/write-matchmaker.ts';
import { writeFamilyPhenopacket, writePhenopacket } from '#shared/interchange/phenopacket/write-phenopacket.ts';
import { writeRegistryRow } from '#shared/interchange/registry/write-registry-row.ts';

export const writePhenopacketExport: ExportWriter = jsonExport(writePhenopacket);
export const writeFhirExport: ExportWriter = jsonExport(writeCaseBundle);
export const writeFamilyPhenopacketExport: ExportWriter = jsonExport(writeFamilyPhenopacket);

export const writeMatchmakerExport: ExportWriter = async (source) => {
  const written = writeMatchmaker(caseSourceOf(source), source.contact);
  return written.ok ? success(asExport(written.value, 'application/json', 'json')) : written;
};
export const writeRegistryExport: ExportWriter = async (source) => success(asExport(writeRegistryRow(caseSourceOf(source)), 'text/csv', 'csv'));

/** Files for other programs are small and made at once, so that the preview is the file. */
function jsonExport(write: (source: CaseSource) => CaseWriting): ExportWriter {
  return async (source) => success(asExport(write(caseSourceOf(source)), 'application/json', 'json'));
}

function asExport({ text, losses }: CaseWriting, mediaType: string, extension: string) {
  return { bytes: Buffer.from(text, 'utf8'), mediaType, extension, preview: { kind: 'text', text }, losses } as const;
}

export function caseSourceOf({ file, title, today, clinic, context }: Pick<ExportSource, 'file' | 'title' | 'today' | 'clinic' | 'context'>): CaseSource {
  const knowledge = context.knowledge.active();
  return {
    file,
    title,
    today,
    clinic,
    ontologyVersion: knowledge?.release.ontologyVersion ?? '',
    nameOfTerm: (termId) => knowledge?.term(termId)?.label ?? termId,
    genesOfDisease: (diseaseId) => knowledge?.disease(diseaseId)?.genes.map(({ symbol }) => symbol) ?? [],
    hgncIdOf: (symbol) => {
      const resolved = knowledge?.resolveGene(symbol);
      return resolved?.kind === 'found' ? resolved.gene.hgncId : null;
    },
  };
}
