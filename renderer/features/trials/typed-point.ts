import type { GeoPoint } from '#shared/trial/study.ts';

/** Coordinates as they are typed or copied from a map: `52.48, -1.9`. Null for other text. */
export function typedPoint(text: string): GeoPoint | null {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (match === null) return null;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
