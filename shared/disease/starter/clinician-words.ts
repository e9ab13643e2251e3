/** Abbreviations and older words of the clinic, by HPO label; several are separated by semicolons. */
export const clinicianWords: Readonly<Record<string, string>> = {
  'Mitral valve prolapse': 'MVP; floppy mitral valve',
  'Patent ductus arteriosus': 'PDA; persistent ductus arteriosus',
};
