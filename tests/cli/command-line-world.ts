import { runCommandLine } from '#electron/cli/run-command-line.ts';
import type { ExitCode } from '#electron/cli/cli-command.ts';

export interface Answered {
  readonly exitCode: ExitCode;
  readonly output: string;
  readonly complaints: readonly string[];
}

/** Runs a command line within this process, with `input` as its standard input: for what does not depend on being a process. */
export async function answer(words: readonly string[], input = '', isOutputTerminal = false, environment: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const output: string[] = [];
  const complaints: string[] = [];
  const exitCode = await runCommandLine(words, {
    writeOutput: async (bytes) => void output.push(Buffer.from(bytes).toString('utf8')),
    isOutputTerminal,
    complain: (line) => complaints.push(line),
    progress: () => undefined,
    askSecret: () => Promise.resolve(null),
    readStandardInput: () => Promise.resolve(Buffer.from(input)),
    streamStandardInput: async function* () {
      yield Buffer.from(input);
    },
    environment,
    readVersion: () => Promise.resolve('1.2.3'),
  });
  return { exitCode, output: output.join(''), complaints };
}
