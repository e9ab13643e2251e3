import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { complainOf, readFamilyFile } from '#electron/cli/read-family-file.ts';
import { suggest } from '#electron/cli/suggestion.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { drawingContext, identificationLevels, type DrawingOptions } from '#shared/pedigree/drawing/drawing-context.ts';
import { papers } from '#shared/pedigree/drawing/paper.ts';
import { pedigreeSheet } from '#shared/pedigree/drawing/pedigree-sheet.ts';
import { pedigreeSvg, svgThemes } from '#shared/pedigree/drawing/svg.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';
import { withoutPrivateFacts } from '#shared/pedigree/without-private-facts.ts';
import { isCalendarDate } from '#shared/phenotype/duration.ts';

export const pedigreeDrawCommand: CliCommand = {
  path: ['pedigree', 'draw'],
  usage: `--out FILE.svg [--paper ${papers.join('|')}] [--level ${identificationLevels.join('|')}] [--theme ${svgThemes.join('|')}] [--today YYYY-MM-DD] [--family NAME] FILE`,
  summary: 'draws the families of a file as vector SVG with header and legend, after the nomenclature of 2022',
  options: ['paper', 'level', 'theme', 'today', 'family'],
  flags: [],
  run: draw,
};

async function draw(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [path, ...more] = args.positional;
  if (path === undefined || more.length > 0) return refuse(io, 'expected one file.');
  const paper = chosen(args, 'paper', papers, io);
  const level = chosen(args, 'level', identificationLevels, io);
  const theme = chosen(args, 'theme', svgThemes, io);
  if (paper === null || level === null || theme === null) return 2;
  const today = args.options['today'] ?? new Date().toISOString().slice(0, 10);
  if (!isCalendarDate(today)) return refuse(io, '--today is no date, expected YYYY-MM-DD.');
  const reading = await readFamilyFile(path, io);
  if (!reading.ok) {
    complainOf(reading.error, io);
    return 2;
  }
  for (const problem of reading.value.problems) io.complain(formatProblem(problem));
  const name = args.options['family'];
  const families = reading.value.families.filter((family) => name === undefined || family.name === name);
  if (families.length === 0) return refuse(io, name === undefined ? 'the file holds no family that could be read.' : `the file holds no family of that name.${suggest(name, reading.value.families.map((family) => family.name))}`);
  const sheets = families.map((family, index) => {
    io.progress(index, families.length, 'families drawn');
    return drawnFamily(family, { level, today });
  });
  const svg = pedigreeSvg(sheets, { paper, theme });
  io.print(args.flags.has('json') ? JSON.stringify({ families: families.map((family) => family.name), svg }) : svg);
  return reading.value.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Room for the text decides the places, and the places decide the numbers. Below full identification a drawing is to leave the clinic: nothing private is in it. */
function drawnFamily({ name, family: told }: NamedFamily, options: Pick<DrawingOptions, 'level' | 'today'>) {
  const family = options.level === 'full' ? told : withoutPrivateFacts(told);
  // A number alone would be no title.
  const title = /^\d+$/.test(name) ? `Family ${name}` : name;
  const titled = family.header.title === '' ? { ...family, header: { ...family.header, title } } : family;
  const context = drawingContext(titled, options);
  const layout = layoutPedigree(titled, { extentOf: (individual) => symbolExtent(individual, context) });
  return pedigreeSheet(titled, layout, { ...options, numbers: pedigreeNumbers(layout) });
}

/** The value of an option that has few, the first of them where it is not given; null, and said why, where it is none of them. */
function chosen<Value extends string>(args: ParsedArguments, name: string, values: readonly [Value, ...Value[]], io: CliIo): Value | null {
  const given = args.options[name];
  if (given === undefined) return values[0];
  const found = values.find((value) => value === given);
  if (found === undefined) refuse(io, `--${name} expected one of ${values.join(', ')}.${suggest(given, values)}`);
  return found ?? null;
}

function refuse(io: CliIo, why: string): ExitCode {
  io.complain(`nostos pedigree draw: ${why}`);
  return 2;
}
