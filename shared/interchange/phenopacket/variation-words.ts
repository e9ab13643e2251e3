import type { Zygosity } from '#shared/variant/variant.ts';

interface Term {
  readonly id: string;
  readonly label: string;
}

/** Stands for the disease of a variant that nobody has linked to one: the schema has no variant without a disease. Mondo's root, "disease". */
export const anyDisease = { id: 'MONDO:0000001', label: 'disease' } as const;

/** Terms of the Genotype Ontology. */
export const allelicStates: Readonly<Partial<Record<Zygosity, Term>>> = {
  heterozygous: { id: 'GENO:0000135', label: 'heterozygous' },
  homozygous: { id: 'GENO:0000136', label: 'homozygous' },
  hemizygous: { id: 'GENO:0000134', label: 'hemizygous' },
  homoplasmic: { id: 'GENO:0000602', label: 'homoplasmic' },
  heteroplasmic: { id: 'GENO:0000603', label: 'heteroplasmic' },
};

/** Names of what the schema has no field for; `mosaicism` is that of its own documentation. */
export const extensionNames = { mosaicism: 'mosaicism', alleleShare: 'allele-share', tissue: 'tissue', inheritance: 'inheritance', consequence: 'consequence' } as const;

/** A finding has no field for the kind of a structural variant, so a line of its note says it. Empty where there is none. */
export const structuralTypeNote = ({ id, label }: Term): string => (id === '' ? '' : `Structural type: ${id} ${label}`.trim());

/** The kind of a structural variant that a line of the note says, and the note without it. */
export function structuralTypeIn(note: string): { readonly term: Term | null; readonly rest: string } {
  const lines = note.split('\n');
  const at = lines.findIndex((line) => structuralTypeLine.test(line));
  const [, id, label] = structuralTypeLine.exec(lines[at] ?? '') ?? [];
  return id === undefined ? { term: null, rest: note } : { term: { id, label: label ?? id }, rest: lines.filter((_, index) => index !== at).join('\n') };
}

const structuralTypeLine = /^Structural type: (\S+:\S+) (.+)$/;
