/** The pedigree symbols, as help. What each item shows comes with the item. */
export const familyGallery = {
  'title': 'Pedigree symbols',
  'intro': 'Every symbol and line that Nostos draws, after the nomenclature of 2022: Bennett RL, French KS, Resta RG, Austin J. Standardized pedigree nomenclature update centered on sex and gender inclusivity. J Genet Couns 2022;31:1238-1248.',
  'figure.F1': 'Gender by sex assigned at birth',
  'figure.F2': 'People',
  'figure.F3': 'Lines',
  'figure.F4': 'Pregnancy and loss',
  'figure.F5': 'Assisted reproduction',
  'key': 'Key',
} as const;
