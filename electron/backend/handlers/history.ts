import type { Handlers } from '#electron/backend/handlers.ts';
import { success } from '#shared/base/result.ts';

export const historyHandlers = {
  'history.list': ({ caseId, limit, before }, context) => success(context.vault.repositories().history.page(caseId, limit, before)),
  'history.undo': ({ caseId, entryId }, unit) => (entryId === undefined ? unit.history.undo(caseId) : unit.history.undoEntry(entryId)),
  'history.redo': ({ caseId }, unit) => unit.history.redo(caseId),
} satisfies Handlers<'history'>;
