/** 0 done; 1 done, and the thing checked has errors; 2 unreadable input or wrong usage; 3 internal fault. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Arguments after the command's own words. Options are `--name VALUE` or flags `--name`. */
export interface ParsedArguments {
  readonly positional: readonly string[];
  /** Under their names without the dashes, such as `vault` for `--vault DIR`. */
  readonly options: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

/** The world as a command sees it, so that a test can hand in its own. */
export interface CliIo {
  /** Writes a line to standard output, or to the file of `--out`, which comes to be only when the exit code is 0 or 1. */
  readonly print: (line: string) => void;
  /** The same for a result that is no text, such as a PDF. */
  readonly write: (bytes: Uint8Array) => void;
  /** Writes a line to standard error. */
  readonly complain: (line: string) => void;
  /** Shows how far long work is, on a terminal only. */
  readonly progress: (done: number, total: number | null, label: string) => void;
  /** Asks for a secret on the terminal without showing it; null where there is no terminal. */
  readonly askSecret: (prompt: string) => Promise<string | null>;
  readonly readStandardInput: () => Promise<Uint8Array>;
  /** The same, piece by piece, for input that may be large. */
  readonly streamStandardInput: () => AsyncIterable<Uint8Array>;
  /** True where results are read on the same terminal as errors, so that nothing need be said twice. */
  readonly isResultOnTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface CliCommand {
  /** The words that name it, such as `['knowledge', 'install']`. */
  readonly path: readonly string[];
  /** What follows the words, such as `--from DIR [--name RELEASE]`. */
  readonly usage: string;
  readonly summary: string;
  /**
   * Options that take a value, and flags that take none, by their names without the dashes; others are refused. `--json`, `--out FILE`,
   * `--help` and `--version` are known to all.
   */
  readonly options: readonly string[];
  readonly flags: readonly string[];
  /** Its result is one object for another program, which gets JSON without asking: text is for a terminal only. */
  readonly isJsonUnlessOnTerminal?: boolean;
  readonly run: (args: ParsedArguments, io: CliIo) => Promise<ExitCode>;
}

/** Says why a command cannot do what it was asked; nothing was done. */
export function refuse(io: CliIo, why: string): ExitCode {
  io.complain(why);
  return 2;
}
