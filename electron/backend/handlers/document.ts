import { documentChangeLabel } from '#electron/backend/cases/casework-labels.ts';
import { recogniseMediaType } from '#electron/backend/documents/recognise-media-type.ts';
import { brokenLink, noCase, recordsOfCase } from '#electron/backend/handlers/casework-record.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { largestAttachment } from '#shared/casefile/attached-document.ts';

const missing = failure('not-found', 'This document is no longer there. It may have been removed or undone.');
const tooLarge = failure('invalid-input', 'This file is larger than 50 MB. Nothing was attached. Attach a smaller copy.');

/**
 * Files attached to a case. The bytes stand once in the vault under their hash, however often they are attached. Taking a document out leaves them: an
 * undo, today or in ten years, may bring it back. They go when nothing names them any more, neither a document nor an entry of the history, which
 * happens when a case is erased together with its history (`documentContents.sweep`).
 */
export const documentHandlers = {
  'document.list': ({ caseId }, context) => recordsOfCase(context, 'documents', caseId),
  'document.add': ({ caseId, file, detail }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    const broken = brokenLink(unit, caseId, detail);
    if (broken !== null) return refusal(broken);
    const bytes = Buffer.from(file.base64, 'base64');
    if (bytes.length > largestAttachment) return refusal(tooLarge);
    unit.describe(`Attach ${file.name}`, caseId);
    return success(
      unit.records.documents.add(caseId, {
        ...{ note: '', eventId: null, testId: null, referralId: null, isPrivate: false, ...withoutUndefined(detail) },
        fileName: file.name,
        mediaType: recogniseMediaType(bytes),
        byteCount: bytes.length,
        sha256: unit.documentContents.keep(bytes),
      }),
    );
  },
  'document.read': ({ documentId }, context) => {
    const { records, documentContents } = context.vault.repositories();
    const document = records.documents.find(documentId);
    const bytes = document === null ? null : documentContents.read(document.sha256);
    if (document === null || bytes === null) return refusal(missing);
    return success({ fileName: document.fileName, mediaType: document.mediaType, base64: Buffer.from(bytes).toString('base64') });
  },
  'document.change': ({ documentId, version, change }, unit) => {
    const document = unit.records.documents.find(documentId);
    if (document === null) return refusal(missing);
    const given = withoutUndefined(change);
    const broken = brokenLink(unit, document.caseId, given);
    if (broken !== null) return refusal(broken);
    unit.describe(documentChangeLabel(document, given), document.caseId);
    return unit.records.documents.change(documentId, version, given);
  },
  'document.remove': ({ documentId, version }, unit) => {
    const document = unit.records.documents.find(documentId);
    if (document === null) return refusal(missing);
    unit.describe(`Remove ${document.fileName}`, document.caseId);
    const removed = unit.records.documents.remove(documentId, version);
    return removed.ok ? success({}) : removed;
  },
} satisfies Handlers<'document'>;
