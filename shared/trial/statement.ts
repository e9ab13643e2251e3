import type { TrialPatient, TrialVocabulary } from '#shared/trial/trial-patient.ts';

/** Against what a statement of a study is held. */
export interface JudgingFacts {
  readonly patient: TrialPatient;
  readonly vocabulary: TrialVocabulary;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Whether a statement holds for the patient; null: what is known leaves it open. */
export interface Holding {
  readonly holds: boolean | null;
  /** The fact of the case that speaks for it, against it or near it. */
  readonly fact: string;
}

/** Reads a whole statement and holds it against the patient; null where it does not understand every word of it. */
export type StatementReader = (statement: string, facts: JudgingFacts) => Holding | null;

export const open = (fact: string): Holding => ({ holds: null, fact });
export const settled = (holds: boolean, fact: string): Holding => ({ holds, fact });

/** All must hold: one that does not decides, one that is open leaves the whole open. */
export function allOf(holdings: readonly Holding[]): Holding {
  const against = holdings.filter(({ holds }) => holds === false);
  const deciding = against.length > 0 ? against : holdings;
  const holds = against.length > 0 ? false : holdings.every((holding) => holding.holds === true) ? true : null;
  return { holds, fact: factsOf(deciding) };
}

/** One that holds is enough. */
export function anyOf(holdings: readonly Holding[]): Holding {
  const inFavour = holdings.filter(({ holds }) => holds === true);
  const deciding = inFavour.length > 0 ? inFavour : holdings;
  const holds = inFavour.length > 0 ? true : holdings.length > 0 && holdings.every((holding) => holding.holds === false) ? false : null;
  return { holds, fact: factsOf(deciding) };
}

export const opposite = ({ holds, fact }: Holding): Holding => ({ holds: holds === null ? null : !holds, fact });

/** The statement without bullets' leftovers, abbreviations in brackets and the full stop. A word in brackets, such as `(Severe)`, is none. */
export function tidyStatement(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[–—‒−]/g, '-')
    .replace(/[’‘`]/g, "'")
    .replace(/\((?:(?![A-Za-z0-9-]*[a-z]{3})[A-Z](?=[a-z-]*[A-Z0-9])[A-Za-z0-9-]{1,9}|s|es|inclusive)\)/g, (bracket) => (bracket === '(inclusive)' ? ' inclusive' : /^\((s|es)\)$/.test(bracket) ? bracket.slice(1, -1) : ''))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.;,]+(?:and)?[\s.;,]*$/i, (ending) => (/^[\s.;,]+$/.test(ending) || /\band\b/i.test(ending) ? '' : ending))
    .trim();
}

function factsOf(holdings: readonly Holding[]): string {
  return [...new Set(holdings.map(({ fact }) => fact).filter((fact) => fact !== ''))].join(' ');
}
