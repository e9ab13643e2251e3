import type { CliCommand } from '#electron/cli/cli-command.ts';
import { commandEntries, commandsToCome } from '#electron/cli/registry.ts';

const columns = 100;

/** What `nostos --help` says; with a group such as `knowledge` only its commands. */
export async function helpForAll(group: string | null = null): Promise<readonly string[]> {
  const lines = ['usage: nostos COMMAND [OPTIONS] [FILES…]', ''];
  for (const entry of commandEntries) {
    if (group !== null && entry.path[0] !== group) continue;
    const command = await entry.load();
    lines.push(`  ${usageOf(command)}`, ...wrap(sentence(command.summary), 6));
  }
  const toCome = commandsToCome.filter((path) => group === null || path[0] === group).map((path) => path.join(' '));
  if (toCome.length > 0) lines.push('', ...wrap(`Not available yet: ${toCome.join(', ')}.`, 0));
  return [...lines, '', ...everyCommand];
}

export function helpForOne(command: CliCommand): readonly string[] {
  const inPipe = command.isJsonUnlessOnTerminal === true ? ['', 'The result is text on a terminal, and JSON in a pipe, in a file or with --json.'] : [];
  return [`usage: nostos ${usageOf(command)}`, '', ...wrap(sentence(command.summary), 0), ...inPipe, '', ...everyCommand];
}

const everyCommand: readonly string[] = [
  'Every command takes --json, --out FILE and --help; "nostos --version" names the version. Input files may be gzip; - is',
  'standard input; -- ends the options. Exit codes: 0 done; 1 done, and the thing checked has errors; 2 unreadable input or',
  'wrong usage; 3 internal fault.',
];

const usageOf = (command: CliCommand): string => [...command.path, command.usage].filter((part) => part !== '').join(' ');

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

function wrap(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > columns) {
      lines.push(' '.repeat(indent) + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, ' '.repeat(indent) + line];
}
