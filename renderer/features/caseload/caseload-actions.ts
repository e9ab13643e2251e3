import { Check, CheckCheck, Import, ListFilter, PencilLine, Plus, Search, Trash2, Users, X } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

export const caseloadActions = {
  newCase: { id: 'caseload.new', label: () => words.t('caseload:action.new'), icon: Plus, shortcut: 'n' },
  importCases: { id: 'caseload.import', label: () => words.t('caseload:action.import'), icon: Import, shortcut: 'i' },
  search: { id: 'caseload.search', label: () => words.t('caseload:action.search'), icon: Search, shortcut: '/' },
  filter: { id: 'caseload.filter', label: () => words.t('caseload:action.filter'), icon: ListFilter, shortcut: 'f' },
  markAll: { id: 'caseload.mark-all', label: () => words.t('caseload:action.markAll'), icon: CheckCheck, shortcut: 'mod+a', isNativeInText: true },
  unmark: { id: 'caseload.unmark', label: () => words.t('caseload:action.unmark'), icon: X, shortcut: 'escape' },
  change: { id: 'caseload.change', label: () => words.t('caseload:action.change'), icon: PencilLine, shortcut: 's' },
  similar: { id: 'caseload.similar', label: () => words.t('caseload:action.similar'), icon: Users, shortcut: 'p' },
  done: { id: 'caseload.done', label: () => words.t('caseload:action.done'), icon: Check, shortcut: 'd' },
  deleteCase: { id: 'caseload.delete', label: () => words.t('caseload:action.delete'), icon: Trash2, shortcut: 'delete' },
} as const satisfies Readonly<Record<string, Action>>;
