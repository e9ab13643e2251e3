import type { SectorMark } from '#shared/pedigree/drawing/figure.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';

/** Marks as SVG path data, for the canvas and for files alike. */

export const polylinePath = (points: readonly Point[]): string => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${shortNumber(x)} ${shortNumber(y)}`).join('');

export const polygonPath = (points: readonly Point[]): string => `${polylinePath(points)}Z`;

export function sectorPath({ centre, radius, start, end }: Pick<SectorMark, 'centre' | 'radius' | 'start' | 'end'>): string {
  const at = (degrees: number): Point => ({ x: centre.x + radius * Math.sin((degrees * Math.PI) / 180), y: centre.y - radius * Math.cos((degrees * Math.PI) / 180) });
  const [from, to] = [at(start), at(end)];
  const arc = `A${shortNumber(radius)} ${shortNumber(radius)} 0 ${end - start > 180 ? '1' : '0'} 1 ${shortNumber(to.x)} ${shortNumber(to.y)}`;
  return `${polylinePath([centre, from])}${arc}Z`;
}

/** Two decimals are finer than any printer; more only make a file larger. */
export const shortNumber = (value: number): string => String(Math.round(value * 100) / 100);
