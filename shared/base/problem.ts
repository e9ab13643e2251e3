/** Something wrong in a file or message: what is wrong, what was expected, and where. Never a patient's own words. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Stable code of the rule, in kebab-case. */
  readonly rule: string;
  /** One line: what is wrong, what was expected. */
  readonly message: string;
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based. */
  readonly column?: number | undefined;
  /** True where what it is about was read all the same: something to look at, not a refusal. */
  readonly wasRead?: boolean | undefined;
  /** JSON pointer (RFC 6901) into the document, where the input is JSON. */
  readonly pointer?: string | undefined;
}

/** `file:line:column: message (at pointer)`, leaving out what is not known. */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const at = problem.pointer === undefined || problem.pointer === '' ? '' : ` (at ${problem.pointer})`;
  return `${place === '' ? '' : `${place}: `}${problem.message}${at}`;
}
