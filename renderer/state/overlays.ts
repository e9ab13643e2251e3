import { create } from 'zustand';

export type Overlay = 'palette' | 'shortcuts' | 'new-case' | 'import' | 'lock-with-unsaved' | 'family-view' | 'family-words';

/** Which of the dialogs that can be opened from anywhere is open. */
export const useOverlay = create<{ readonly open: Overlay | null }>(() => ({ open: null }));

export const openOverlay = (open: Overlay): void => useOverlay.setState({ open });
export const closeOverlay = (): void => useOverlay.setState({ open: null });
