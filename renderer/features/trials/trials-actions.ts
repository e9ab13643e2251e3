import { ArrowDown, ArrowUp, FileUp, FlaskConical, ListTodo, MapPin } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** What can be done on the trials screen. */
export const trialsActions = {
  import: { id: 'trials.import', label: () => words.t('trials:action.import'), icon: FileUp, shortcut: 'i' },
  place: { id: 'trials.place', label: () => words.t('trials:action.place'), icon: MapPin, shortcut: '/' },
  follow: { id: 'trials.follow', label: () => words.t('trials:action.follow'), icon: FlaskConical, shortcut: 'f' },
  questions: { id: 'trials.questions', label: () => words.t('trials:action.questions'), icon: ListTodo, shortcut: 'q' },
  next: { id: 'trials.next', label: () => words.t('trials:action.next'), icon: ArrowDown, shortcut: 'j' },
  previous: { id: 'trials.previous', label: () => words.t('trials:action.previous'), icon: ArrowUp, shortcut: 'k' },
} as const satisfies Readonly<Record<string, Action>>;
