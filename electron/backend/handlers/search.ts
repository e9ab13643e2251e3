import type { Handlers } from '#electron/backend/handlers.ts';
import { success } from '#shared/base/result.ts';

export const searchHandlers = {
  'search.find': ({ text, clinician = '', within = null, limit }, context) => success(context.vault.repositories().search.find({ text, clinician, within, limit })),
} satisfies Handlers<'search'>;
