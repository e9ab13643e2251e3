/** Combining marks of ANSEL (ANSI Z39.47-1985), which stand before their letter, and the Unicode marks that stand after it. */
const anselMarks: Readonly<Record<number, string>> = {
  0xe0: '\u0309', 0xe1: '\u0300', 0xe2: '\u0301', 0xe3: '\u0302', 0xe4: '\u0303', 0xe5: '\u0304', 0xe6: '\u0306', 0xe7: '\u0307', 0xe8: '\u0308', 0xe9: '\u030c', 0xea: '\u030a', 0xeb: '\ufe20', 0xec: '\ufe21', 0xed: '\u0315',
  0xee: '\u030b', 0xef: '\u0310', 0xf0: '\u0327', 0xf1: '\u0328', 0xf2: '\u0323', 0xf3: '\u0324', 0xf4: '\u0325', 0xf5: '\u0333', 0xf6: '\u0332', 0xf7: '\u0326', 0xf8: '\u031c', 0xf9: '\u032e', 0xfa: '\ufe22', 0xfb: '\ufe23', 0xfe: '\u0313',
};
const anselLetters: Readonly<Record<number, string>> = {
  0xa1: '\u0141', 0xa2: '\u00d8', 0xa3: '\u0110', 0xa4: '\u00de', 0xa5: '\u00c6', 0xa6: '\u0152', 0xa7: '\u02b9', 0xa8: '\u00b7', 0xa9: '\u266d', 0xaa: '\u00ae', 0xab: '\u00b1', 0xac: '\u01a0', 0xad: '\u01af', 0xae: '\u02bc',
  0xb0: '\u02bb', 0xb1: '\u0142', 0xb2: '\u00f8', 0xb3: '\u0111', 0xb4: '\u00fe', 0xb5: '\u00e6', 0xb6: '\u0153', 0xb7: '\u02ba', 0xb8: '\u0131', 0xb9: '\u00a3', 0xba: '\u00f0', 0xbc: '\u01a1', 0xbd: '\u01b0', 0xbe: '\u25a1',
  0xbf: '\u25a0', 0xc0: '\u00b0', 0xc1: '\u2113', 0xc2: '\u2117', 0xc3: '\u00a9', 0xc4: '\u266f', 0xc5: '\u00bf', 0xc6: '\u00a1', 0xcd: '\u0065', 0xce: '\u006f', 0xcf: '\u00df',
};
/** What Windows-1252 has between 0x80 and 0x9f instead of control characters. */
const windowsLetters = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Stands for a byte that the encoding does not have. */
const unknownCharacter = '\ufffd';

/** The bytes of a GEDCOM file that is not in Unicode, by the encoding that its head names; null where they are no GEDCOM file. */
export function decodeLegacyGedcom(bytes: Uint8Array): string | null {
  const head = decodeWith(bytes.subarray(0, 4_000), windowsLetter);
  if (!/^\s*0\s+HEAD/.test(head)) return null;
  const named = /[\r\n]\s*1\s+CHAR\s+([^\r\n]+)/.exec(head)?.[1]?.trim().toUpperCase() ?? '';
  return named.startsWith('ANSEL') ? decodeAnsel(bytes) : decodeWith(bytes, windowsLetter);
}

const windowsLetter = (byte: number): string => (byte >= 0x80 && byte <= 0x9f ? (windowsLetters[byte - 0x80] ?? unknownCharacter) : String.fromCharCode(byte));

function decodeWith(bytes: Uint8Array, letterOf: (byte: number) => string): string {
  const letters: string[] = [];
  for (const byte of bytes) letters.push(letterOf(byte));
  return letters.join('');
}

function decodeAnsel(bytes: Uint8Array): string {
  const letters: string[] = [];
  let marks = '';
  for (const byte of bytes) {
    const mark = anselMarks[byte];
    if (mark !== undefined) {
      marks += mark;
      continue;
    }
    letters.push(byte < 0x80 ? String.fromCharCode(byte) : (anselLetters[byte] ?? unknownCharacter), marks);
    marks = '';
  }
  return letters.join('').normalize('NFC');
}
