import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bench } from '#electron/cli/bench.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { suggest } from '#electron/cli/suggestion.ts';

/** The benchmarks, each in `tests/bench/NAME/NAME-bench.ts`. */
const benchNames: readonly string[] = ['canvas', 'documents', 'extract', 'inheritance', 'knowledge', 'layout', 'question', 'ranking', 'reanalysis', 'similar', 'trials', 'vault', 'vcf'];

export const benchCommand: CliCommand = {
  path: ['bench'],
  usage: '[--quick] [NAME]',
  summary: `runs the project's benchmarks (${benchNames.join(', ')}), all or one, in a checkout; --quick only sees that they work`,
  options: [],
  flags: ['quick'],
  run: bench,
};

async function bench(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [name, ...more] = args.positional;
  if (more.length > 0) return refuse(io, 'nostos bench: expected one name, or none for all.');
  if (name !== undefined && !benchNames.includes(name)) return refuse(io, `nostos bench: there is no such benchmark, expected one of ${benchNames.join(', ')}.${suggest(name, benchNames)}`);
  const results: Record<string, unknown> = {};
  for (const one of name === undefined ? benchNames : [name]) {
    const found = await loadBench(one);
    if (found === null) return refuse(io, `nostos bench: the benchmark ${one} is not here, expected a checkout of the project.`);
    io.progress(Object.keys(results).length, null, `benchmark ${one}`);
    const report = await found.run({ quick: args.flags.has('quick') });
    results[one] = report.json;
    if (!args.flags.has('json')) io.print(report.table);
  }
  if (args.flags.has('json')) io.print(JSON.stringify(results));
  return 0;
}

/** Loaded by a name put together at run time: the application must not depend on its tests, and a package has none. */
async function loadBench(name: string): Promise<Bench | null> {
  const file = `tests/bench/${name}/${name}-bench.ts`;
  if (!existsSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)))) return null;
  const specifier = `#${file}`;
  const module: unknown = await import(specifier);
  if (typeof module !== 'object' || module === null) return null;
  const found: unknown = Object.values(module).find((value: unknown) => typeof value === 'object' && value !== null && 'name' in value && value.name === name && 'run' in value);
  return (found as Bench | undefined) ?? null;
}
