import { create } from 'zustand';

/** Said on the lock screen: in how many places typed text was lost because it could not be saved before an automatic lock. */
export const useLockReport = create<{ readonly lostCount: number }>(() => ({ lostCount: 0 }));
