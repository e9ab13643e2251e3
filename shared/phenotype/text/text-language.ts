import { assertionCues, newAfterAnd, pronouns, statingWords, turningWords, type AssertionCue } from '#shared/phenotype/text/assertion-cues.ts';
import { rootOf } from '#shared/phenotype/text/text-words.ts';

/** What the reader of a text must know of its language. Words are written as tokens compare them: lower case, without accents. */
export interface TextLanguage {
  /** Such as de. */
  readonly code: string;
  /** What inflection leaves unchanged. */
  readonly rootOf: (word: string) => string;
  /** An article or negation that clings to the next word, as in `l'oreille`, is a word of its own. */
  readonly hasElision: boolean;
  /** Written without spaces: each letter is read as a word. */
  readonly isUnspaced?: boolean;
  /** Marks that stand for others, such as 、 for a comma between the items of a list. */
  readonly sameMarks?: ReadonlyMap<string, string>;
  /** Words that names and texts may or may not have: `clinodactyly of the 5th finger`. */
  readonly fillers: ReadonlySet<string>;
  /** Words that may stand between the words of a name and say nothing about which it is. */
  readonly passedOver: ReadonlySet<string>;
  /** Between two names that share a word: `short and broad hands`. */
  readonly joining: ReadonlySet<string>;
  readonly assertions: AssertionWords;
  /** Null for English, whose headings and relatives have rules of their own. */
  readonly headings: { readonly patient: string; readonly family: string; readonly other: string } | null;
  readonly relatives: RelativeWords | null;
}

/** Words by which findings are denied or left open, and at which that ends. */
export interface AssertionWords {
  readonly cues: ReadonlyMap<string, readonly AssertionCue[]>;
  readonly turning: ReadonlySet<string>;
  readonly stating: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly newAfterAnd: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly or: ReadonlySet<string>;
  readonly but: ReadonlySet<string>;
  /** After `development was normal` these say that it is no longer. */
  readonly until: ReadonlySet<string>;
  /** Forms of `be`, after which a cue such as `excluded` speaks of what stands before. */
  readonly being: ReadonlySet<string>;
}

/** Who else a finding may belong to, in a language whose sentences are read plainly. */
export interface RelativeWords {
  /** Word and the person as it is named in English. */
  readonly people: Readonly<Record<string, string>>;
  /** The same where words are not parted: what a text goes on with, and the person; `patient` for the patient. */
  readonly phrases?: readonly (readonly [goesOn: RegExp, person: string])[];
  readonly maternal: ReadonlySet<string>;
  readonly paternal: ReadonlySet<string>;
  /** After these a relative is no subject: `kommt mit der Mutter`. */
  readonly beside: ReadonlySet<string>;
  /** A finding before these and a relative is the relative's: `Epilepsie bei der Mutter`. */
  readonly holding: ReadonlySet<string>;
  /** With these the patient is spoken of again. */
  readonly patient: ReadonlySet<string>;
  /** Words that may stand between a preposition and the relative: articles, possessives. */
  readonly describing: ReadonlySet<string>;
  /** After a relative these report and do not describe: `die Mutter berichtet`. */
  readonly telling: ReadonlySet<string>;
}

export const english: TextLanguage = {
  code: 'en',
  rootOf,
  hasElision: false,
  fillers: new Set(['of', 'the', 'a', 'an', 'in', 'on', 'at', 'to', 'his', 'her', 'their', 'both', '-', '‐', '‑', '–', '/']),
  passedOver: new Set([
    'is', 'are', 'was', 'were', 'be', 'been', 'being', 'has', 'have', 'had', 'remains', 'remained', 'appears', 'appeared', 'seems', 'became', 'becomes', 'very', 'quite', 'rather', 'somewhat', 'slightly', 'markedly', 'mildly', 'moderately', 'severely', 'profoundly', 'significantly', 'clearly', 'extremely', 'mild', 'moderate', 'severe', 'profound', 'marked', 'slight', 'significant', 'bilateral', 'bilaterally', 'unilateral', 'left', 'right', 'sided', 'recurrent', 'progressive', 'also', 'now', 'currently', 'still', 'entirely', 'reported', 'reportedly', 'found', 'healed', 'healing', 'subtle', 'trivial', 'noted', 'known', 'increasingly', 'always', 'often', 'frequently', 'constantly', 'lot', 'bilat',
  ]),
  joining: new Set(['and', 'or', ',', '&', '/']),
  assertions: {
    cues: assertionCues,
    turning: turningWords,
    stating: statingWords,
    pronouns,
    newAfterAnd,
    and: new Set(['and', '&']),
    or: new Set(['or', 'nor']),
    but: new Set(['but', 'however']),
    until: new Set(['until', 'till', 'initially', 'before']),
    being: new Set(['is', 'was', 'were', 'are', 'been', 'being', 'be', 'also']),
  },
  headings: null,
  relatives: null,
};
