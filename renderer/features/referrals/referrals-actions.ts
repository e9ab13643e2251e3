import { ArrowDown, ArrowUp, Check, Plus, Trash2 } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** What can be done on the referrals screen. */
export const referralsActions = {
  new: { id: 'referrals.new', label: () => words.t('referrals:action.new'), icon: Plus, shortcut: 'n' },
  next: { id: 'referrals.next', label: () => words.t('referrals:action.next'), icon: ArrowDown, shortcut: 'j' },
  previous: { id: 'referrals.previous', label: () => words.t('referrals:action.previous'), icon: ArrowUp, shortcut: 'k' },
  record: { id: 'referrals.record', label: () => words.t('referrals:action.record'), icon: Check, shortcut: 'mod+s' },
  remove: { id: 'referrals.remove', label: () => words.t('referrals:action.remove'), icon: Trash2, shortcut: 'delete' },
} as const satisfies Readonly<Record<string, Action>>;
