import { Eye, MessageSquareText, Undo2 } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

export const familyViewActions = {
  enter: { id: 'family-view.enter', label: () => words.t('familyView:action.enter'), icon: Eye, shortcut: 'f9' },
  words: { id: 'family-view.words', label: () => words.t('familyView:action.words'), icon: MessageSquareText },
  leave: { id: 'family-view.leave', label: () => words.t('familyView:view.leave'), icon: Undo2, shortcut: 'f9', isKeyOnly: true },
} as const satisfies Readonly<Record<string, Action>>;
