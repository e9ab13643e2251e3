import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * Documents carry their own letters, so that they look alike on every machine and nothing is asked for. Only the parts of the font whose characters occur
 * come with a document; scripts that Inter does not have (Chinese, Arabic, ...) are left to the fonts of the machine. Two weights as files of their own,
 * since a PDF cannot hold a variable font and would draw each letter as a picture.
 */

const parts = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const;
type FontPart = (typeof parts)[number];
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

/** Unicode ranges by part, as the package states them. */
const unicode: Readonly<Record<string, string>> = JSON.parse(readFileSync(require.resolve('@fontsource/inter/unicode.json'), 'utf8')) as Readonly<Record<string, string>>;

const rangesOf = (part: FontPart): readonly (readonly [number, number])[] =>
  (unicode[part] ?? '').split(',').flatMap((range) => {
    const match = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i.exec(range.trim());
    return match?.[1] === undefined ? [] : [[parseInt(match[1], 16), parseInt(match[2] ?? match[1], 16)] as const];
  });

const isIn = (part: FontPart, code: number): boolean => rangesOf(part).some(([from, to]) => code >= from && code <= to);

const fontFace = (part: FontPart, weight: Weight): string =>
  `@font-face { font-family: Inter; font-weight: ${String(weight)}; src: url(data:font/woff2;base64,${fontBytes(part, weight).toString('base64')}) format('woff2'); unicode-range: ${unicode[part] ?? ''}; }`;
