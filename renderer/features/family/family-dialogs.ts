import { create } from 'zustand';

/** What is asked in a dialog of the family screen. */
export type FamilyDialog =
  | { readonly kind: 'condition' }
  | { readonly kind: 'import' }
  | { readonly kind: 'export' }
  | { readonly kind: 'print' }
  | { readonly kind: 'versions' };

export const useFamilyDialog = create<{ readonly open: FamilyDialog | null }>(() => ({ open: null }));

export const openFamilyDialog = (open: FamilyDialog): void => useFamilyDialog.setState({ open });
export const closeFamilyDialog = (): void => useFamilyDialog.setState({ open: null });
