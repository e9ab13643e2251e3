import { Ban, CalendarClock, CircleCheck, CircleDashed, ClipboardPaste, EyeOff, FolderTree, Search, Trash2 } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** What can be done on the phenotype screen. The letters act on the selected finding. */
export const phenotypeActions = {
  search: { id: 'phenotype.search', label: () => words.t('phenotype:action.search'), icon: Search, shortcut: '/' },
  browse: { id: 'phenotype.browse', label: () => words.t('phenotype:action.browse'), icon: FolderTree, shortcut: 'mod+b' },
  letter: { id: 'phenotype.letter', label: () => words.t('phenotype:action.letter'), icon: ClipboardPaste, shortcut: 'mod+e' },
  observed: { id: 'phenotype.observed', label: () => words.t('phenotype:action.observed'), icon: CircleCheck, shortcut: 'o' },
  excluded: { id: 'phenotype.excluded', label: () => words.t('phenotype:action.excluded'), icon: Ban, shortcut: 'x' },
  notAssessed: { id: 'phenotype.not-assessed', label: () => words.t('phenotype:action.notAssessed'), icon: CircleDashed, shortcut: 'n' },
  onset: { id: 'phenotype.onset', label: () => words.t('phenotype:action.onset'), icon: CalendarClock, shortcut: 'a' },
  ignore: { id: 'phenotype.ignore', label: () => words.t('phenotype:action.ignore'), icon: EyeOff, shortcut: 'i' },
  remove: { id: 'phenotype.remove', label: () => words.t('phenotype:action.remove'), icon: Trash2, shortcut: 'delete' },
} as const satisfies Readonly<Record<string, Action>>;
