/** What the ranking may see of a patient. No diagnosis, no file name, no identity. Term ids are live ids of the release. */
export interface RankingCase {
  readonly observed: readonly string[];
  readonly excluded: readonly string[];
}

/**
 * What an excluded finding says about a disease. `absence`: the finding is truly absent, so diseases that usually have it lose.
 * `mention`: also, that somebody looked for it speaks for the diseases known for it. `ignore`: nothing.
 */
export type ExcludedMode = 'absence' | 'mention' | 'ignore';
