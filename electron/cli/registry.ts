import type { CliCommand } from '#electron/cli/cli-command.ts';

/** A command by its words. Its module is loaded only when it is asked for, so that one command does not wait for all. */
export interface CommandEntry {
  readonly path: readonly string[];
  readonly load: () => Promise<Readonly<Record<string, unknown>>>;
  /** Runs until it is stopped, so its output is not held back. */
  readonly isLasting?: boolean;
}

const knowledge = () => import('#electron/cli/commands/knowledge.ts');
const hpo = () => import('#electron/cli/commands/hpo.ts');
const cases = () => import('#electron/cli/commands/case.ts');
const vault = () => import('#electron/cli/commands/vault.ts');

/** In the order of the help. */
export const commandEntries: readonly CommandEntry[] = [
  { path: ['start'], load: () => import('#electron/cli/commands/start.ts'), isLasting: true },
  { path: ['knowledge', 'install'], load: knowledge },
  { path: ['knowledge', 'list'], load: knowledge },
  { path: ['knowledge', 'verify'], load: knowledge },
  { path: ['rank'], load: () => import('#electron/cli/commands/rank.ts') },
  { path: ['explain'], load: () => import('#electron/cli/commands/explain.ts') },
  { path: ['hpo', 'search'], load: hpo },
  { path: ['hpo', 'show'], load: hpo },
  { path: ['phenopacket', 'check'], load: () => import('#electron/cli/commands/phenopacket.ts') },
  { path: ['case', 'list'], load: cases },
  { path: ['case', 'import'], load: cases },
  { path: ['case', 'show'], load: cases },
  { path: ['vault', 'create'], load: vault },
  { path: ['vault', 'verify'], load: vault },
  { path: ['vault', 'backup'], load: vault },
  { path: ['vault', 'restore'], load: vault },
  { path: ['vault', 'export-history'], load: vault },
  { path: ['bench'], load: () => import('#electron/cli/commands/bench.ts') },
];

/** Commands of the design that this version has not got. */
export const commandsToCome: readonly (readonly string[])[] = [
  ['knowledge', 'compare'],
  ['question'],
  ['hpo', 'extract'],
  ...['check', 'convert', 'layout', 'draw', 'kinship', 'risk', 'inheritance', 'segregation'].map((word) => ['pedigree', word]),
  ['vcf', 'check'],
  ['vcf', 'select'],
  ['acmg'],
  ['case', 'export'],
  ['trials', 'import'],
  ['trials', 'match'],
];

/** The command of an entry; null where its module does not hold it (yet). */
export async function loadCommand(entry: CommandEntry): Promise<CliCommand | null> {
  const found = Object.values(await entry.load()).find((value) => isCommand(value) && value.path.join(' ') === entry.path.join(' '));
  return isCommand(found) ? found : null;
}

export type FoundCommand =
  | { readonly kind: 'entry'; readonly entry: CommandEntry; readonly rest: readonly string[] }
  | { readonly kind: 'to-come'; readonly words: string }
  | { readonly kind: 'unknown'; readonly words: string };

/** Finds the command that the first words name. */
export function findCommand(words: readonly string[]): FoundCommand {
  const begins = (path: readonly string[]): boolean => path.every((word, index) => words[index] === word);
  const entry = commandEntries.find(({ path }) => begins(path));
  if (entry !== undefined) return { kind: 'entry', entry, rest: words.slice(entry.path.length) };
  const toCome = commandsToCome.find(begins);
  if (toCome !== undefined) return { kind: 'to-come', words: toCome.join(' ') };
  const group = words[0] ?? '';
  const isGroup = [...commandEntries.map(({ path }) => path), ...commandsToCome].some((path) => path.length > 1 && path[0] === group);
  return { kind: 'unknown', words: isGroup && words[1] !== undefined && !words[1].startsWith('-') ? `${group} ${words[1]}` : group };
}

function isCommand(value: unknown): value is CliCommand {
  return typeof value === 'object' && value !== null && 'path' in value && Array.isArray(value.path) && 'run' in value && typeof value.run === 'function';
}
