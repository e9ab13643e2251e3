import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * Documents carry their own letters, so that they look alike on every machine and nothing is asked for. Only the parts of the font whose characters occur
 * come with a document; scripts that Inter does not have (Chinese, Arabic, ...) are left to the fonts of the machine. Two weights as files of their own,
 * since a PDF cannot hold a variable font and would draw each letter as a picture.
 */

/** The parts of the font with the characters that each holds, as the package states them (`unicode.json` of @fontsource/inter 5.3.0). */
const unicodeRanges = {
  latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext': 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  vietnamese: 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  'greek-ext': 'U+1F00-1FFF',
} as const;
type FontPart = keyof typeof unicodeRanges;
const parts = Object.keys(unicodeRanges) as readonly FontPart[];
const weights = [400, 600] as const;
type Weight = (typeof weights)[number];

/** `@font-face` rules for the characters of the text, with the font within them. */
export function fontFacesFor(text: string): string {
  const used = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const neededFor = (part: FontPart): boolean => part === 'latin' || rangesOf(part).some(([from, to]) => [...used].some((code) => code >= from && code <= to && !isIn('latin', code)));
  return parts.filter(neededFor).flatMap((part) => weights.map((weight) => fontFace(part, weight))).join('\n');
}

/** The same letters for a drawing program, all of them. */
export const fontFiles = (): readonly Uint8Array[] => parts.flatMap((part) => weights.map((weight) => fontBytes(part, weight)));

const require = createRequire(import.meta.url);
const kept = new Map<string, Buffer>();

function fontBytes(part: FontPart, weight: Weight): Buffer {
  const name = `inter-${part}-${String(weight)}-normal.woff2`;
  const bytes = kept.get(name) ?? readFileSync(require.resolve(`@fontsource/inter/files/${name}`));
  kept.set(name, bytes);
  return bytes;
}

const rangesOf = (part: FontPart): readonly (readonly [number, number])[] =>
  unicodeRanges[part].split(',').flatMap((range) => {
    const match = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i.exec(range.trim());
    return match?.[1] === undefined ? [] : [[parseInt(match[1], 16), parseInt(match[2] ?? match[1], 16)] as const];
  });

const isIn = (part: FontPart, code: number): boolean => rangesOf(part).some(([from, to]) => code >= from && code <= to);

const fontFace = (part: FontPart, weight: Weight): string =>
  `@font-face { font-family: Inter; font-weight: ${String(weight)}; src: url(data:font/woff2;base64,${fontBytes(part, weight).toString('base64')}) format('woff2'); unicode-range: ${unicodeRanges[part]}; }`;
