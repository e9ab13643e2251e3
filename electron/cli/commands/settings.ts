import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { vaultOptions, vaultUsage } from '#electron/cli/passphrase.ts';
import { suggest } from '#electron/cli/suggestion.ts';
import { tellFailure, withOpenVault } from '#electron/cli/vault-backend.ts';
import { settingsSchema, type Settings } from '#shared/contract/app-procedures.ts';

const settingNames = Object.keys(settingsSchema.shape) as readonly (keyof Settings)[];

export const settingsGetCommand: CliCommand = {
  path: ['settings', 'get'],
  usage: `${vaultUsage} [NAME]`,
  summary: `shows the settings of a vault, or one of them: ${settingNames.join(', ')}`,
  options: vaultOptions,
  flags: [],
  run: get,
};

export const settingsSetCommand: CliCommand = {
  path: ['settings', 'set'],
  usage: `${vaultUsage} NAME VALUE`,
  summary: 'changes one setting of a vault, such as replyAddress mailto:clinic@example.org; an empty VALUE empties it',
  options: vaultOptions,
  flags: [],
  run: set,
};

async function get(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [wanted, ...more] = args.positional;
  if (more.length > 0) return refuse(io, 'nostos settings get: expected one name of a setting or none.');
  const name = wanted === undefined ? null : nameOf(wanted);
  if (name === undefined) return refuse(io, `nostos settings get: ${unknownName(wanted ?? '')}`);
  return await withOpenVault(args, io, async (caller) => {
    const settings = await caller.call('settings.read', {});
    if (!settings.ok) return tellFailure(io, settings.error);
    if (args.flags.has('json')) io.print(JSON.stringify(name === null ? settings.value : settings.value[name]));
    else if (name !== null) io.print(String(settings.value[name]));
    else for (const one of settingNames) io.print(`${one.padEnd(18)} ${String(settings.value[one])}`.trimEnd());
    return 0;
  });
}

async function set(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [wanted, text, ...more] = args.positional;
  if (wanted === undefined || text === undefined || more.length > 0) return refuse(io, 'nostos settings set: expected the name of a setting and its value.');
  const name = nameOf(wanted);
  if (name === undefined) return refuse(io, `nostos settings set: ${unknownName(wanted)}`);
  const change = settingsSchema.partial().safeParse({ [name]: valueOf(name, text) });
  if (!change.success) return refuse(io, `nostos settings set: ${name} cannot have this value, expected ${expectations[name] ?? 'a shorter text'}.`);
  return await withOpenVault(args, io, async (caller) => {
    const settings = await caller.call('settings.change', change.data);
    if (!settings.ok) return tellFailure(io, settings.error);
    io.print(args.flags.has('json') ? JSON.stringify(settings.value) : `${name.padEnd(18)} ${String(settings.value[name])}`.trimEnd());
    return 0;
  });
}

/** What is not just any text of some length. */
const expectations: Partial<Readonly<Record<keyof Settings, string>>> = { autoLockMinutes: 'a number of minutes from 0 to 480', excludedMode: settingsSchema.shape.excludedMode.options.join(', '), seasons: settingsSchema.shape.seasons.options.join(', '), isDownloadAllowed: 'true or false' };

function valueOf(name: keyof Settings, text: string): unknown {
  if (name === 'autoLockMinutes') return /^\d{1,4}$/.test(text) ? Number(text) : text;
  if (name === 'isDownloadAllowed') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

const nameOf = (wanted: string): keyof Settings | undefined => settingNames.find((name) => name === wanted);

const unknownName = (wanted: string): string => `there is no such setting, expected one of ${settingNames.join(', ')}.${suggest(wanted, settingNames)}`;
