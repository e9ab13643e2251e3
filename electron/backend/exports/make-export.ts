import { createHash } from 'node:crypto';
import type { BackendContext } from '#electron/backend/context.ts';
import { aliasOfCase } from '#electron/backend/exports/case-alias.ts';
import { consentProblems } from '#electron/backend/exports/consent-problems.ts';
import { prepareExport, type PreparedExport } from '#electron/backend/exports/prepare-export.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { ExportRecordDetail } from '#shared/casefile/export-record.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { contentWords } from '#shared/interchange/export-contents.ts';
import type { ExportRequest } from '#shared/interchange/export-request.ts';

/**
 * Makes a file that leaves the clinic and records that it did, in this order: what is recorded was made, and what cannot be recorded is not handed out. The
 * record cannot be undone, because the file has left.
 */
export async function makeExport(request: ExportRequest, context: BackendContext): Promise<Result<OutputOf<'export.make'>, Failure>> {
  const prepared = await prepareExport(request, context, 'file');
  if (!prepared.ok) return prepared;
  const { blocks } = prepared.value.consents;
  if (blocks.length > 0) return refusal(failure('rule-broken', 'A consent is missing, so nothing was made.', consentProblems(blocks)));
  const { written, fileName } = prepared.value;
  const recorded = context.vault.command('export.make', (unit) => {
    if (unit.cases.find(request.caseId) === null) return refusal(failure('not-found', 'This case was deleted while the file was made. Nothing was handed out.'));
    if (unit.records.identities.ofCase(request.caseId).length === 0) unit.records.identities.add(request.caseId, aliasOfCase(unit, request.caseId));
    unit.describe(`Export ${contentWords[request.content.kind]} as ${request.format}, ${request.level}`, request.caseId);
    return success(unit.records.exports.add(request.caseId, recordOf(request, prepared.value, unit.actor)));
  }, { isUndoable: false });
  if (!recorded.ok) return recorded;
  return success({ fileName, mediaType: written.mediaType, base64: Buffer.from(written.bytes).toString('base64'), exportId: recorded.value.id });
}

function recordOf(request: ExportRequest, { written, fileName, personIds, consents }: PreparedExport, by: string): ExportRecordDetail {
  const { format, level, purpose, recipient } = request;
  const sha256 = createHash('sha256').update(written.bytes).digest('hex');
  return { by, content: contentWords[request.content.kind], format, level, purpose, recipient, fileName, byteCount: written.bytes.length, sha256, personIds, consentIds: consents.consentIds };
}
