import { ArrowDown, ArrowUp, Columns2, EyeOff, MessageCircleQuestion } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** What can be done on the diagnosis screen by key, wherever the focus is outside text. */
export const diagnosisActions = {
  next: { id: 'diagnosis.next', label: () => words.t('diagnosis:action.next'), icon: ArrowDown, shortcut: 'j', isKeyOnly: true },
  previous: { id: 'diagnosis.previous', label: () => words.t('diagnosis:action.previous'), icon: ArrowUp, shortcut: 'k', isKeyOnly: true },
  compare: { id: 'diagnosis.compare', label: () => words.t('diagnosis:action.compare'), icon: Columns2, shortcut: 'c' },
  askNext: { id: 'diagnosis.askNext', label: () => words.t('diagnosis:action.askNext'), icon: MessageCircleQuestion, shortcut: 'a' },
  ignore: { id: 'diagnosis.ignore', label: () => words.t('diagnosis:action.ignore'), icon: EyeOff, shortcut: 'i', isKeyOnly: true },
} as const satisfies Readonly<Record<string, Action>>;
