import { runCommandLine } from '#electron/cli/run-command-line.ts';
import { askSecret, createProgressLine, printable } from '#electron/cli/terminal.ts';

/** Runs a command line on the streams of this process and ends the process with its exit code. */
export async function runInProcess(words: readonly string[]): Promise<void> {
  const { stdin, stdout, stderr } = process;
  const progress = createProgressLine(stderr);
  // The reader has gone (`nostos rank … | head`): nothing more is wanted, and that is no fault.
  let isReaderGone = false;
  let isLost = false;
  const onGone = (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE' && !isLost) stderr.write(`nostos: the results cannot be written (${String(fault.code)}).\n`);
    isLost ||= fault.code !== 'EPIPE';
    isReaderGone = true;
  };
  stdout.on('error', onGone);
  stderr.on('error', onGone);
  const exitCode = await runCommandLine(words, {
    writeOutput: (bytes) => (isReaderGone ? Promise.resolve() : new Promise((written) => stdout.write(bytes, () => written()))),
    isOutputTerminal: stdout.isTTY,
    complain: (line) => {
      progress.clear();
      stderr.write(`${printable(line)}\n`);
    },
    progress: progress.show,
    askSecret: (prompt) => askSecret(prompt, stdin, stderr),
    readStandardInput: async () => {
      const pieces: Buffer[] = [];
      for await (const piece of stdin) pieces.push(piece as Buffer);
      return Buffer.concat(pieces);
    },
    streamStandardInput: () => stdin,
    environment: process.env,
    readVersion: async () => (await import('#electron/backend/app-version.ts')).appVersion,
  });
  progress.clear();
  process.exit(isLost && exitCode < 2 ? 2 : exitCode);
}
