import { Activity, ArrowLeft, ArrowRight, BookOpen, ChartNoAxesGantt, Dna, FileText, FlaskConical, History, Keyboard, List, ListChecks, Lock, Monitor, Moon, Network, Redo2, Rows3, Search, Send, Settings, Shapes, ShieldCheck, Sun, Undo2, Users } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** The actions of the frame, available wherever one is. Those of a feature stand in the feature. */
export const frameActions = {
  palette: { id: 'frame.palette', label: () => words.t('shell:action.palette'), icon: Search, shortcut: 'mod+k', isKeyOnly: true },
  shortcuts: { id: 'frame.shortcuts', label: () => words.t('shell:action.shortcuts'), icon: Keyboard, shortcut: '?' },
  caseload: { id: 'go.caseload', label: () => words.t('shell:action.caseload'), icon: List, shortcut: 'mod+1' },
  overview: { id: 'go.overview', label: () => words.t('shell:action.overview'), icon: Activity, shortcut: 'mod+2' },
  family: { id: 'go.family', label: () => words.t('shell:action.family'), icon: Network, shortcut: 'mod+3' },
  phenotype: { id: 'go.phenotype', label: () => words.t('shell:action.phenotype'), icon: ListChecks, shortcut: 'mod+4' },
  findings: { id: 'go.findings', label: () => words.t('shell:action.findings'), icon: Dna, shortcut: 'mod+5' },
  diagnosis: { id: 'go.diagnosis', label: () => words.t('shell:action.diagnosis'), icon: ChartNoAxesGantt, shortcut: 'mod+6' },
  trials: { id: 'go.trials', label: () => words.t('shell:action.trials'), icon: FlaskConical },
  referrals: { id: 'go.referrals', label: () => words.t('shell:action.referrals'), icon: Send, shortcut: 'mod+7' },
  similar: { id: 'go.similar', label: () => words.t('shell:action.similar'), icon: Users },
  documents: { id: 'go.documents', label: () => words.t('shell:action.documents'), icon: FileText, shortcut: 'mod+9' },
  history: { id: 'go.history', label: () => words.t('shell:action.history'), icon: History, shortcut: 'mod+0' },
  vaultHistory: { id: 'go.vault-history', label: () => words.t('shell:action.vaultHistory'), icon: History },
  knowledge: { id: 'go.knowledge', label: () => words.t('shell:action.knowledge'), icon: BookOpen },
  symbols: { id: 'go.symbols', label: () => words.t('shell:action.symbols'), icon: Shapes },
  security: { id: 'go.security', label: () => words.t('shell:action.security'), icon: ShieldCheck },
  settings: { id: 'go.settings', label: () => words.t('shell:action.settings'), icon: Settings },
  lock: { id: 'vault.lock', label: () => words.t('shell:action.lock'), icon: Lock, shortcut: 'mod+l', worksInDialogs: true },
  undo: { id: 'edit.undo', label: () => words.t('shell:action.undo'), icon: Undo2, shortcut: 'mod+z', isNativeInText: true },
  redo: { id: 'edit.redo', label: () => words.t('shell:action.redo'), icon: Redo2, shortcut: 'mod+shift+z', isNativeInText: true },
  /** What Windows programs call redo; listed once, under the other key. */
  redoAlso: { id: 'edit.redo-also', label: () => words.t('shell:action.redo'), icon: Redo2, shortcut: 'mod+y', isNativeInText: true, isKeyOnly: true },
  back: { id: 'go.back', label: () => words.t('shell:action.back'), icon: ArrowLeft, shortcut: 'alt+left' },
  forward: { id: 'go.forward', label: () => words.t('shell:action.forward'), icon: ArrowRight, shortcut: 'alt+right' },
  themeLight: { id: 'view.theme-light', label: () => words.t('shell:action.themeLight'), icon: Sun },
  themeDark: { id: 'view.theme-dark', label: () => words.t('shell:action.themeDark'), icon: Moon },
  themeSystem: { id: 'view.theme-system', label: () => words.t('shell:action.themeSystem'), icon: Monitor },
  density: { id: 'view.density', label: () => words.t('shell:action.density'), icon: Rows3 },
} as const satisfies Readonly<Record<string, Action>>;
