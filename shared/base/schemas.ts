import * as z from 'zod';

/** UUID version 7 (RFC 9562), as every row of the vault is named. */
export const idSchema = z.uuid();
/** Instant in UTC, ISO 8601 with milliseconds. */
export const instantSchema = z.iso.datetime({ offset: false });
/** Calendar date that may be known only to the year or month: 2019, 2019-04, 2019-04-30. */
export const partialDateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD');
/** ISO 8601 duration with its parts in groups: years, months, weeks, days, hours, minutes, seconds. Fractions are written with a point. */
export const durationPattern =
  /^P(?=\d|T\d)(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** Age or duration, ISO 8601: P4Y2M, P3W, P5D. */
export const durationSchema = z.string().regex(durationPattern, 'expected an ISO 8601 duration such as P4Y2M');
/** CURIE of the Human Phenotype Ontology. */
export const termIdPattern = /^HP:\d{7}$/;
export const termIdSchema = z.string().regex(termIdPattern, 'expected an HPO id such as HP:0001250');
/** CURIE of a disease: OMIM:154700, ORPHA:558, MONDO:0007947, DECIPHER:1. */
export const diseaseIdPattern = /^[A-Za-z][A-Za-z0-9_.-]*:[A-Za-z0-9_.-]+$/;
export const diseaseIdSchema = z.string().regex(diseaseIdPattern, 'expected a disease id such as OMIM:154700');
/** Counts the changes of a row; a change states the version it was made from. */
export const versionSchema = z.int().min(1);
