import type { GeoPoint } from '#shared/trial/study.ts';

/** Mean radius of the Earth (IUGG mean radius R1; Moritz 2000, doi 10.1007/s001900050278). */
const earthRadiusKm = 6_371.0088;

/**
 * The distance between two places along the surface.
 *
 * Formula: haversine, 2R asin √(sin²(Δφ/2) + cos φ1 cos φ2 sin²(Δλ/2)).
 * Units: degrees in, kilometres out.
 * Source: Sinnott RW 1984, Virtues of the haversine, Sky and Telescope 68:159.
 * Assumes: a sphere; as the crow flies.
 * Limits: up to 0.6 % off the ellipsoid; no roads.
 */
export function distanceKm(one: GeoPoint, other: GeoPoint): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const halfChord = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(halfChord)));
}
