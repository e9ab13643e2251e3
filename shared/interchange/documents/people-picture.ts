import type { Figure } from '#shared/interchange/documents/document.ts';

/** Shown of so many people that the share can be counted: ten where it comes out, else a hundred. */
export function peopleOf(probability: number): { readonly affected: number; readonly total: 10 | 100 } {
  const often = probability * 10;
  if (probability >= 0.1 && Math.abs(often - Math.round(often)) < 0.15) return { affected: Math.round(often), total: 10 };
  return { affected: Math.round(probability * 100), total: 100 };
}

const cell = { width: 26, height: 40 } as const;
const perRow = { 10: 10, 100: 25 } as const;

/**
 * A chance as a row of people, those with the change filled and those without in outline, so that it reads in black and white.
 *
 * Source: icon arrays are understood best, also by readers who are not good at numbers: Galesic, Garcia-Retamero & Gigerenzer 2009, doi 10.1037/a0014474.
 */
export function peoplePicture(probability: number): Figure {
  const { affected, total } = peopleOf(probability);
  const columns = perRow[total];
  const people = Array.from({ length: total }, (_, index) => person((index % columns) * cell.width, Math.floor(index / columns) * cell.height, index < affected));
  const [width, height] = [columns * cell.width, Math.ceil(total / columns) * cell.height];
  const alt = `${String(affected)} of ${String(total)} people have the change, ${String(total - affected)} do not.`;
  return {
    kind: 'figure',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${alt}">${people.join('')}</svg>`,
    width,
    height,
    alt,
    caption: `Of ${String(total)} people in your place, ${String(affected)} have the change and ${String(total - affected)} do not.`,
    place: 'inline',
  };
}

const person = (x: number, y: number, isFilled: boolean): string =>
  `<g transform="translate(${String(x + 3)} ${String(y + 3)})" fill="${isFilled ? '#0072B2' : '#FFFFFF'}" stroke="#1C2225" stroke-width="1.4"><circle cx="10" cy="6" r="5"/><path d="M3 33V20a7 7 0 0 1 14 0v13z"/></g>`;
