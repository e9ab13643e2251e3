/**
 * Advance widths of printable ASCII, space to tilde, in thousandths of the font size: Inter at weight 400, measured in Chromium from the font that the
 * application ships. Fallbacks differ: Arial is 5 to 10 % narrower, DejaVu Sans up to 5 % wider.
 */
const asciiWidths: readonly number[] = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, // space to /
  631, 631, 631, 631, 646, 631, 631, 631, 631, 631, 288, 302, 662, 662, 662, 511, // 0 to ?; digits tabular
  966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903, 753, 765, // @ to O
  639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, // P to _
  323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, // ` to o
  612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662, // p to ~
];
/** Semibold against regular, the mean over letters and digits of the same font. */
const semiboldRatio = 1.03;
/** Room for a reader whose machine has only a wider font. */
const fallbackRatio = 1.04;
const otherWidth = 640;
const wideWidth = 1_000;

/** How wide a text will be, in the unit of `size`; estimated from the table, since there is no page to measure on. */
export function textWidth(text: string, size: number, boldLength = 0): number {
  let thousandths = 0;
  [...text].forEach((character, index) => {
    thousandths += characterWidth(character) * (index < boldLength ? semiboldRatio : 1);
  });
  return (thousandths / 1_000) * size * fallbackRatio;
}

/** Breaks words so that no line is wider than asked, as far as single words allow. What does not go into `maxLines` ends in an ellipsis. */
export function wrapText(text: string, size: number, width: number, maxLines: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '').flatMap((part) => brokenWord(part, size, width))) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1] ?? ''} …`];
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return asciiWidths[code - 32] ?? (code >= 0x1100 ? wideWidth : otherWidth);
}

/** A word wider than the line, such as a long variant name, is cut where it must be. */
function brokenWord(word: string, size: number, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
