import { makeExport } from '#electron/backend/exports/make-export.ts';
import { prepareExport } from '#electron/backend/exports/prepare-export.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { success } from '#shared/base/result.ts';

export const exportHandlers = {
  'export.preview': async (request, context) => {
    const prepared = await prepareExport(request, context, 'preview');
    if (!prepared.ok) return prepared;
    const { written, fileName, levelled, consents, warnings } = prepared.value;
    const { kind, text } = written.preview;
    return success({ html: kind === 'html' ? text : null, text: kind === 'text' ? text : null, fileName, removals: levelled.removals, blocks: consents.blocks, warnings, losses: written.losses });
  },
  'export.make': (request, context) => makeExport(request, context),
  'export.list': ({ caseId }, context) => success(context.vault.repositories().records.exports.ofCase(caseId)),
} satisfies Handlers<'export'>;
