import { Diff, FileDown, FileText } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** What can be done on the documents screen. */
export const documentsActions = {
  export: { id: 'documents.export', label: () => words.t('documents:action.export'), icon: FileDown, shortcut: 'mod+e' },
  difference: { id: 'documents.difference', label: () => words.t('documents:action.difference'), icon: Diff, shortcut: 'v' },
  focus: { id: 'documents.focus', label: () => words.t('documents:action.focus'), icon: FileText, shortcut: 'p' },
} as const satisfies Readonly<Record<string, Action>>;
