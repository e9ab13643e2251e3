import { Check, Import, Plus, Search, Trash2 } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

export const caseloadActions = {
  newCase: { id: 'caseload.new', label: () => words.t('caseload:action.new'), icon: Plus, shortcut: 'n' },
  importCases: { id: 'caseload.import', label: () => words.t('caseload:action.import'), icon: Import, shortcut: 'i' },
  search: { id: 'caseload.search', label: () => words.t('caseload:action.search'), icon: Search, shortcut: '/' },
  done: { id: 'caseload.done', label: () => words.t('caseload:action.done'), icon: Check, shortcut: 'd' },
  deleteCase: { id: 'caseload.delete', label: () => words.t('caseload:action.delete'), icon: Trash2, shortcut: 'delete' },
} as const satisfies Readonly<Record<string, Action>>;
