import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { complainOf, readFamilyFile } from '#electron/cli/read-family-file.ts';
import { fileOutput } from '#electron/cli/result-output.ts';
import { suggest } from '#electron/cli/suggestion.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { familyFormats, formatNames, type FamilyFormat, type NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import type { Loss } from '#shared/pedigree/formats/losses.ts';
import { formatsOfSeveral, writeFamilies } from '#shared/pedigree/formats/write-family.ts';

export const pedigreeConvertCommand: CliCommand = {
  path: ['pedigree', 'convert'],
  usage: `--to ${familyFormats.join('|')} [--family NAME] [--out FILE] [--report FILE] FILE`,
  summary: 'writes the families of a file in another format; the format of the file is told by its content. What the new one does not hold goes to standard error, or to the report as [{kind, people, message}]',
  options: ['to', 'family', 'report'],
  flags: [],
  run: convert,
};

async function convert(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [path, ...more] = args.positional;
  if (path === undefined || more.length > 0) return refuse(io, 'expected one file with a family.');
  const format = formatOf(args, io);
  if (format === null) return 2;
  const reading = await readFamilyFile(path, io);
  if (!reading.ok) {
    complainOf(reading.error, io);
    return 2;
  }
  const families = chosenFamilies(args.options['family'], format, reading.value.families, io);
  if (families === null) return 2;
  const writing = writeFamilies(families, format, { writtenOn: new Date().toISOString().slice(0, 10) });
  if (!writing.ok) return refuse(io, writing.error.message);
  const isReported = await report(writing.value.losses, args.options['report'], io);
  if (!isReported) return 2;
  for (const problem of reading.value.problems) io.complain(formatProblem(problem));
  io.print(writing.value.text.replace(/\n$/, ''));
  return reading.value.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function formatOf(args: ParsedArguments, io: CliIo): FamilyFormat | null {
  const given = args.options['to'];
  const format = familyFormats.find((name) => name === given);
  if (format === undefined) refuse(io, given === undefined ? `--to is not given, expected one of ${familyFormats.join(', ')}.` : `--to expected one of ${familyFormats.join(', ')}.${suggest(given, familyFormats)}`);
  return format ?? null;
}

/** The families to be written; null where there are more than the format holds, or none of the name. */
function chosenFamilies(name: string | undefined, format: FamilyFormat, families: readonly NamedFamily[], io: CliIo): readonly NamedFamily[] | null {
  const names = families.map((family) => family.name);
  if (name === undefined) {
    if (families.length === 1 || formatsOfSeveral.has(format)) return families;
    refuse(io, `${formatNames[format]} holds one family and the file has ${String(families.length)}; choose one with --family, such as --family ${names[0] ?? ''}.`);
    return null;
  }
  const chosen = families.filter((family) => family.name === name);
  if (chosen.length > 0) return chosen;
  refuse(io, `the file holds no family of that name.${suggest(name, names)}`);
  return null;
}

/** Writes what was lost; false, and said why, where the report cannot be written. */
async function report(losses: readonly Loss[], path: string | undefined, io: CliIo): Promise<boolean> {
  if (path === undefined) {
    for (const { message, people } of losses) io.complain(`${message}${people.length === 0 ? '' : ` (${shortened(people)})`}`);
    return true;
  }
  const output = fileOutput(path);
  if (!output.ok) {
    io.complain(output.error);
    return false;
  }
  output.value.print(JSON.stringify(losses, null, 2));
  await output.value.finish(0);
  return true;
}

const mostNames = 12;
const shortened = (people: readonly string[]): string => (people.length <= mostNames ? people.join(', ') : `${people.slice(0, mostNames).join(', ')} and ${String(people.length - mostNames)} more`);

function refuse(io: CliIo, why: string): ExitCode {
  io.complain(`nostos pedigree convert: ${why}`);
  return 2;
}
