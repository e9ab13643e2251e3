import { readFileSync } from 'node:fs';
import type { CliIo, ParsedArguments } from '#electron/cli/cli-command.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** The option of every command that opens a vault. A passphrase is never an argument: other programs can read those. */
export const passphraseOption = 'passphrase-file';

/** What every command that works on a vault takes, and how its usage says so. */
export const vaultOptions: readonly string[] = ['vault', passphraseOption];
export const vaultUsage = '[--vault DIR] [--passphrase-file FILE]';

/** The passphrase from `--passphrase-file`, `NOSTOS_PASSPHRASE` or a prompt, in this order. A refusal is a line for the user. */
export async function readPassphrase(args: ParsedArguments, io: CliIo, prompt = 'Passphrase: '): Promise<Result<string, string>> {
  const path = args.options[passphraseOption];
  if (path !== undefined) return fromFile(path);
  const fromEnvironment = io.environment['NOSTOS_PASSPHRASE'];
  if (fromEnvironment !== undefined && fromEnvironment !== '') return success(fromEnvironment);
  const typed = await io.askSecret(prompt);
  if (typed === null) return refusal('no passphrase is given, expected it on the terminal, in NOSTOS_PASSPHRASE or in the file of --passphrase-file');
  return typed === '' ? refusal('the passphrase is empty, expected one') : success(typed);
}

function fromFile(path: string): Result<string, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return refusal(`${path}: cannot be read, expected a file that holds the passphrase`);
  }
  const passphrase = text.replace(/\r?\n$/, '');
  return passphrase === '' ? refusal(`${path}: is empty, expected the passphrase`) : success(passphrase);
}
