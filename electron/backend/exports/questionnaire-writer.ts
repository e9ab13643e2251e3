import { createHash } from 'node:crypto';
import type { ExportWriter } from '#electron/backend/exports/export-writer.ts';
import { termReader } from '#electron/backend/knowledge/term-reader.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { familyView } from '#shared/casefile/family-view/family-view.ts';
import { pageScript } from '#shared/interchange/questionnaire/page-script.ts';
import { questionnaireHtml } from '#shared/interchange/questionnaire/questionnaire-html.ts';

const scriptHash = createHash('sha256').update(pageScript, 'utf8').digest('base64');

/** The questionnaire that the family takes home. It asks the family about itself by name, so it exists at the full level alone. */
export const writeQuestionnaireExport: ExportWriter = async ({ file, request, clinic, context }) => {
  if (request.level !== 'full') return refusal(failure('invalid-input', 'A questionnaire is for the family itself and names its people. Choose the full level.'));
  const view = familyView(file, { scope: 'parents', termOf: termReader(context) });
  const html = questionnaireHtml(view, { caseId: request.caseId, clinicName: clinic.clinicName, scriptHash });
  return success({ bytes: Buffer.from(html, 'utf8'), mediaType: 'text/html', extension: 'html', preview: { kind: 'html', text: html }, losses: [] });
};
