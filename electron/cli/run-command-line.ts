import { storageFailureOf, storageFailures } from '#db/storage-failure.ts';
import type { CliIo, ExitCode } from '#electron/cli/cli-command.ts';
import { helpForAll, helpForOne } from '#electron/cli/help.ts';
import { parseArguments } from '#electron/cli/parse-arguments.ts';
import { commandEntries, commandsToCome, findCommand, type CommandEntry } from '#electron/cli/registry.ts';
import { fileOutput, heldOutput, promptOutput, type ResultOutput } from '#electron/cli/result-output.ts';
import { suggest } from '#electron/cli/suggestion.ts';
import { success, type Result } from '#shared/base/result.ts';

/** What the process gives to the command line; the rest of a command's world is made here. */
export interface CommandLineWorld extends Omit<CliIo, 'print' | 'write' | 'isResultOnTerminal'> {
  readonly writeOutput: (bytes: Uint8Array) => Promise<void>;
  readonly isOutputTerminal: boolean;
  readonly readVersion: () => Promise<string>;
}

/** Runs one command line. A fault is told without its message, which could hold a patient's data. */
export async function runCommandLine(words: readonly string[], world: CommandLineWorld): Promise<ExitCode> {
  const [first] = words;
  if (first === undefined) return await print(world, await helpForAll(), 2);
  if (first === '--version') return await print(world, [await world.readVersion()], 0);
  if (first === '--help' || first === '-h' || first === 'help') return await helpFor(words.slice(1), world);
  const found = findCommand(words);
  switch (found.kind) {
    case 'entry':
      return await runEntry(found.entry, found.rest, world);
    case 'to-come':
      return refuse(world, `nostos ${found.words}: not available yet`);
    case 'unknown':
      return await refuseUnknown(words, found.words, world);
  }
}

async function runEntry(entry: CommandEntry, rest: readonly string[], world: CommandLineWorld): Promise<ExitCode> {
  const name = `nostos ${entry.path.join(' ')}`;
  return await settle(name, world, () => runLoaded(name, entry, rest, world));
}

async function runLoaded(name: string, entry: CommandEntry, rest: readonly string[], world: CommandLineWorld): Promise<ExitCode> {
  const command = await entry.load();
  const parsed = parseArguments(command, rest);
  if (!parsed.ok) return refuse(world, `${name}: ${parsed.error} See ${name} --help.`);
  if (parsed.value.flags.has('help')) return await print(world, helpForOne(command), 0);
  const output = outputFor(entry, parsed.value.options['out'], world);
  if (!output.ok) return refuse(world, output.error);
  const toFile = parsed.value.options['out'] !== undefined;
  const io: CliIo = { ...world, print: output.value.print, write: output.value.write, isResultOnTerminal: !toFile && world.isOutputTerminal };
  const args = command.isJsonUnlessOnTerminal === true && !io.isResultOnTerminal ? { ...parsed.value, flags: new Set([...parsed.value.flags, 'json']) } : parsed.value;
  const exitCode = await settle(name, world, () => command.run(args, io));
  await output.value.finish(exitCode);
  return exitCode;
}

function outputFor(entry: CommandEntry, out: string | undefined, world: CommandLineWorld): Result<ResultOutput, string> {
  if (out !== undefined && out !== '-') return fileOutput(out);
  return success(entry.isLasting === true ? promptOutput(world.writeOutput) : heldOutput(world.writeOutput));
}

/** Turns a fault into exit code 3. The frames of the stack name places of the program and no data. */
async function settle(name: string, world: CommandLineWorld, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (fault) {
    // A full disk is no fault of the program. What a command did before it told of it stands in the vault; what it tells is not written.
    const known = storageFailureOf(fault);
    if (known === storageFailures.diskFull) return refuse(world, `${name}: the results cannot be written, because the disk is full.`);
    const frames = fault instanceof Error ? (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')) : [];
    const kind = fault instanceof Error ? fault.name : 'fault';
    world.complain(`${name}: internal fault (${kind}${frames[0] === undefined ? '' : ` ${frames[0].trim()}`}). Nothing was written.`);
    if (world.environment['NOSTOS_DEBUG'] === '1') for (const frame of frames.slice(1)) world.complain(frame);
    return 3;
  }
}

async function helpFor(words: readonly string[], world: CommandLineWorld): Promise<ExitCode> {
  if (words.length === 0) return await print(world, await helpForAll(), 0);
  const found = findCommand(words);
  if (found.kind === 'entry') return await runEntry(found.entry, ['--help'], world);
  if (found.kind === 'to-come') return refuse(world, `nostos ${found.words}: not available yet`);
  return await refuseUnknown([...words, '--help'], found.words, world);
}

/** `nostos knowledge` names a group: its help, which is asked for by `--help` and otherwise shows what is missing. */
async function refuseUnknown(words: readonly string[], unknown: string, world: CommandLineWorld): Promise<ExitCode> {
  const names = [...commandEntries.map(({ path }) => path.join(' ')), ...commandsToCome.map((path) => path.join(' '))];
  const isGroup = names.some((name) => name.startsWith(`${unknown} `));
  if (isGroup && words.includes('--help')) return await print(world, await helpForAll(unknown), 0);
  if (isGroup) {
    const within = names.filter((name) => name.startsWith(`${unknown} `)).map((name) => name.slice(unknown.length + 1));
    return refuse(world, `nostos ${unknown}: a word is missing, expected one of ${within.join(', ')}.`);
  }
  return refuse(world, `nostos: unknown command ${unknown}.${suggest(unknown, names, (name) => `nostos ${name}`)} See nostos --help.`);
}

async function print(world: CommandLineWorld, lines: readonly string[], exitCode: ExitCode): Promise<ExitCode> {
  if (exitCode > 1) for (const line of lines) world.complain(line);
  else await world.writeOutput(Buffer.from(`${lines.join('\n')}\n`));
  return exitCode;
}

function refuse(world: CommandLineWorld, why: string): ExitCode {
  world.complain(why);
  return 2;
}
