/** Three-letter and one-letter codes of the IUPAC-IUB (1984), with Ter for a stop and Xaa for any. */
export const aminoAcidLetters = {
  Ala: 'A', Arg: 'R', Asn: 'N', Asp: 'D', Asx: 'B', Cys: 'C', Gln: 'Q', Glu: 'E', Glx: 'Z', Gly: 'G', His: 'H', Ile: 'I', Leu: 'L', Lys: 'K', Met: 'M',
  Phe: 'F', Pro: 'P', Pyl: 'O', Sec: 'U', Ser: 'S', Ter: '*', Thr: 'T', Trp: 'W', Tyr: 'Y', Val: 'V', Xaa: 'X',
} as const;
export type AminoAcid = keyof typeof aminoAcidLetters;
export const aminoAcids = Object.keys(aminoAcidLetters) as readonly AminoAcid[];

const byThreeLetters: ReadonlyMap<string, AminoAcid> = new Map(aminoAcids.map((name) => [name.toLowerCase(), name]));
const byOneLetter: ReadonlyMap<string, AminoAcid> = new Map(aminoAcids.map((name) => [aminoAcidLetters[name], name]));

/** By its three letters, in either case. */
export const aminoAcidNamed = (letters: string): AminoAcid | null => byThreeLetters.get(letters.toLowerCase()) ?? null;
/** By its one letter, in capitals; `*` is a stop. */
export const aminoAcidOfLetter = (letter: string): AminoAcid | null => byOneLetter.get(letter) ?? null;
