import { join, resolve } from 'node:path';
import { restoreVault } from '#db/backup.ts';
import { dataFolder } from '#electron/backend/data-folder.ts';
import { createVaultSession, type VaultSession } from '#electron/backend/vault/vault-session.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { passphraseOption, readPassphrase, vaultOptions, vaultUsage } from '#electron/cli/passphrase.ts';
import { counted } from '#shared/base/counted.ts';
import type { Failure } from '#shared/base/failure.ts';
import { contract } from '#shared/contract/contract.ts';

export const vaultCreateCommand: CliCommand = {
  path: ['vault', 'create'],
  usage: `${vaultUsage} [--clinician NAME]`,
  summary: 'makes a new vault and prints its recovery key, once',
  options: [...vaultOptions, 'clinician'],
  flags: [],
  run: create,
};

export const vaultVerifyCommand: CliCommand = {
  path: ['vault', 'verify'],
  usage: vaultUsage,
  summary: 'reads the whole vault and follows its history from the first entry; exit code 1 where something is not as it was written',
  options: vaultOptions,
  flags: [],
  run: (args, io) => withOpenSession(args, io, (session) => verify(args, io, session)),
};

export const vaultBackupCommand: CliCommand = {
  path: ['vault', 'backup'],
  usage: `${vaultUsage} --to DIR`,
  summary: 'writes a complete encrypted copy to a new folder',
  options: [...vaultOptions, 'to'],
  flags: [],
  run: (args, io) => withFolder(args, io, 'to', (to) => withOpenSession(args, io, async (session) => tellCopy(args, io, await session.backup(to), 'Backup written to'))),
};

export const vaultRestoreCommand: CliCommand = {
  path: ['vault', 'restore'],
  usage: '[--vault DIR] --from DIR',
  summary: 'puts a backup where there is no vault yet; never writes over one',
  options: ['vault', 'from'],
  flags: [],
  run: (args, io) => withFolder(args, io, 'from', async (from) => tellCopy(args, io, await restoreVault(from, vaultFolder(args, io)), 'Vault restored to')),
};

export const vaultExportHistoryCommand: CliCommand = {
  path: ['vault', 'export-history'],
  usage: vaultUsage,
  summary: 'writes every change with the rows before and after it, as JSON Lines; the result holds patient data',
  options: vaultOptions,
  flags: [],
  run: (args, io) => withOpenSession(args, io, (session) => exportHistory(io, session)),
};

async function create(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const session = openSession(args, io);
  if (session.state() !== 'absent') return refuse(io, 'There is a vault in this folder already. It was not touched. Choose another with --vault DIR.');
  const passphrase = await readPassphrase(args, io, 'New passphrase (at least 12 characters): ');
  if (!passphrase.ok) return refuse(io, passphrase.error);
  const input = contract['vault.create'].input.safeParse({ passphrase: passphrase.value, clinicianName: args.options['clinician'] ?? '' });
  if (!input.success) return refuse(io, 'The passphrase or the name cannot be used: a passphrase has 12 to 1,000 characters, a name at most 200.');
  if (isTyped(args, io) && (await io.askSecret('The same again: ')) !== passphrase.value) return refuse(io, 'The two passphrases are not the same. Nothing was made.');
  const created = await session.create(input.data);
  session.dispose();
  if (!created.ok) return refuseFor(io, created.error);
  const { recoveryKey } = created.value;
  if (args.flags.has('json')) io.print(JSON.stringify({ folder: session.folder, recoveryKey }));
  else {
    io.print(`Vault made in ${session.folder}`);
    io.print(`Recovery key: ${recoveryKey}`);
    io.print('Write it down and keep it away from this machine. It is shown only now and opens the vault when the passphrase is forgotten.');
  }
  return 0;
}

async function verify(args: ParsedArguments, io: CliIo, session: VaultSession): Promise<ExitCode> {
  const check = await session.verify();
  if (!check.ok) return refuseFor(io, check.error);
  const { isIntact, changes, findings } = check.value;
  if (args.flags.has('json')) io.print(JSON.stringify(check.value));
  else if (isIntact) io.print(`The vault is intact: ${counted(changes, 'change')} in its history.`);
  for (const finding of findings) io.complain(finding);
  return isIntact ? 0 : 1;
}

function exportHistory(io: CliIo, session: VaultSession): ExitCode {
  for (const entry of session.exportHistory()) {
    const images = entry.images.map((image) => ({ ...image, before: parse(image.before), after: parse(image.after) }));
    io.print(JSON.stringify({ ...entry, images }));
  }
  return 0;
}

async function withOpenSession(args: ParsedArguments, io: CliIo, work: (session: VaultSession) => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  const session = openSession(args, io);
  if (session.state() === 'absent') return refuse(io, `${session.folder}: there is no vault, expected one made by nostos vault create`);
  const passphrase = await readPassphrase(args, io);
  if (!passphrase.ok) return refuse(io, passphrase.error);
  const unlocked = await session.unlock({ passphrase: passphrase.value });
  if (!unlocked.ok) return refuseFor(io, unlocked.error);
  try {
    return await work(session);
  } finally {
    session.dispose();
  }
}

function openSession(args: ParsedArguments, io: CliIo): VaultSession {
  return createVaultSession({ folder: vaultFolder(args, io), isDemo: false, clock: () => new Date().toISOString(), emit: () => undefined });
}

function vaultFolder(args: ParsedArguments, io: CliIo): string {
  return resolve(args.options['vault'] ?? join(dataFolder(io.environment), 'vault'));
}

async function withFolder(args: ParsedArguments, io: CliIo, option: string, work: (folder: string) => Promise<ExitCode>): Promise<ExitCode> {
  const folder = args.options[option];
  return folder === undefined || folder === '' ? refuse(io, `--${option} is missing, expected a folder after it.`) : await work(folder);
}

function tellCopy(args: ParsedArguments, io: CliIo, copy: Awaited<ReturnType<VaultSession['backup']>>, words: string): ExitCode {
  if (!copy.ok) return refuseFor(io, copy.error);
  io.print(args.flags.has('json') ? JSON.stringify(copy.value) : `${words} ${copy.value.folder} (${counted(copy.value.bytes, 'byte')}). It opens with the same passphrase.`);
  return 0;
}

function isTyped(args: ParsedArguments, io: CliIo): boolean {
  return args.options[passphraseOption] === undefined && (io.environment['NOSTOS_PASSPHRASE'] ?? '') === '';
}

function parse(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}

function refuseFor(io: CliIo, failure: Failure): ExitCode {
  return refuse(io, failure.message);
}
