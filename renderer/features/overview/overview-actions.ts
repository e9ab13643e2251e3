import { ArrowDown, ArrowUp, ListTodo, Maximize, Plus, Printer, Trash2, ZoomIn, ZoomOut } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** What can be done on the overview. */
export const overviewActions = {
  entry: { id: 'overview.entry', label: () => words.t('overview:action.entry'), icon: Plus, shortcut: '/' },
  next: { id: 'overview.next', label: () => words.t('overview:action.next'), icon: ArrowDown, shortcut: 'j' },
  previous: { id: 'overview.previous', label: () => words.t('overview:action.previous'), icon: ArrowUp, shortcut: 'k' },
  zoomIn: { id: 'overview.zoom-in', label: () => words.t('overview:action.zoomIn'), icon: ZoomIn, shortcut: '=' },
  zoomOut: { id: 'overview.zoom-out', label: () => words.t('overview:action.zoomOut'), icon: ZoomOut, shortcut: '-' },
  fit: { id: 'overview.fit', label: () => words.t('overview:action.fit'), icon: Maximize, shortcut: '0' },
  task: { id: 'overview.task', label: () => words.t('overview:action.task'), icon: ListTodo, shortcut: 't' },
  print: { id: 'overview.print', label: () => words.t('overview:action.print'), icon: Printer, shortcut: 'mod+p' },
  remove: { id: 'overview.remove', label: () => words.t('overview:action.remove'), icon: Trash2, shortcut: 'delete' },
} as const satisfies Readonly<Record<string, Action>>;
