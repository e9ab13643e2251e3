import { ArrowDown, ArrowUp, Check, Dna, FileUp, Trash2 } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** What can be done on the findings screen. */
export const findingsActions = {
  entry: { id: 'findings.entry', label: () => words.t('findings:action.entry'), icon: Dna, shortcut: '/' },
  vcf: { id: 'findings.vcf', label: () => words.t('findings:action.vcf'), icon: FileUp, shortcut: 'v' },
  next: { id: 'findings.next', label: () => words.t('findings:action.next'), icon: ArrowDown, shortcut: 'j' },
  previous: { id: 'findings.previous', label: () => words.t('findings:action.previous'), icon: ArrowUp, shortcut: 'k' },
  record: { id: 'findings.record', label: () => words.t('findings:action.record'), icon: Check, shortcut: 'mod+s' },
  remove: { id: 'findings.remove', label: () => words.t('findings:action.remove'), icon: Trash2, shortcut: 'delete' },
} as const satisfies Readonly<Record<string, Action>>;
