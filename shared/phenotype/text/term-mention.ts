/** A finding read from free text. */
export interface TermMention {
  readonly id: string;
  readonly label: string;
  /** Offsets in UTF-16 code units: `text === source.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Said to be absent. */
  readonly excluded: boolean;
  /** Whose it is: `patient`, or a relative in plain words, such as `mother` or `maternal uncle`; `relative` where the text does not say which. */
  readonly person: string;
}
