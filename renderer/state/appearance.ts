import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
interface Appearance {
  readonly theme: Theme;
  readonly density: Density;
}

/** Kept by the browser, outside the vault: the lock screen needs it too and it says nothing of anybody. */
const storageKey = 'nostos.appearance';

export const useAppearance = create<Appearance>(() => readStored());

export function chooseTheme(theme: Theme): void {
  useAppearance.setState({ theme });
  applyAppearance();
}

export function chooseDensity(density: Density): void {
  useAppearance.setState({ density });
  applyAppearance();
}

/** What is seen now, where the theme follows the system. */
export function shownTheme(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function applyAppearance(): void {
  const appearance = useAppearance.getState();
  const { dataset } = document.documentElement;
  if (appearance.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = appearance.theme;
  dataset['density'] = appearance.density;
  try {
    localStorage.setItem(storageKey, JSON.stringify(appearance));
  } catch {
    // Without storage the choice lasts until the window is closed.
  }
}

function readStored(): Appearance {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Appearance>;
    return { theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system', density: stored.density === 'compact' ? 'compact' : 'comfortable' };
  } catch {
    return { theme: 'system', density: 'comfortable' };
  }
}
