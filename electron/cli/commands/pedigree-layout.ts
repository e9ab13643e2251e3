import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { complainOf, readFamilyFile } from '#electron/cli/read-family-file.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { drawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { symbolSide, type PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

export const pedigreeLayoutCommand: CliCommand = {
  path: ['pedigree', 'layout'],
  usage: '[--stats] FILE',
  summary: 'the place of every person in the drawing, CSS pixels of symbols 40 wide, generation 1 the eldest; --stats counts crossings, overlaps, siblings out of order, size, length of all lines and the time that the layout took',
  options: [],
  flags: ['stats'],
  isJsonUnlessOnTerminal: true,
  run: layout,
};

interface Person {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly generation: number;
}

/** Between families of one file, side by side. */
const familyGap = 2 * symbolSide;

async function layout(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [path, ...more] = args.positional;
  if (path === undefined || more.length > 0) {
    io.complain('nostos pedigree layout: expected one file with a family.');
    return 2;
  }
  const reading = await readFamilyFile(path, io);
  if (!reading.ok) {
    complainOf(reading.error, io);
    return 2;
  }
  const { families, problems } = reading.value;
  for (const problem of problems) io.complain(formatProblem(problem));
  const laidOut = families.map((family, index) => {
    io.progress(index, families.length, 'families laid out');
    return laidOutFamily(family, args.flags.has('stats'));
  });
  const people = sideBySide(laidOut, families.length > 1);
  const stats = args.flags.has('stats') ? { stats: summed(laidOut) } : {};
  if (args.flags.has('json')) io.print(JSON.stringify({ people, ...stats }));
  else {
    for (const { id, x, y, generation } of people) io.print(`${id}\t${String(x)}\t${String(y)}\t${String(generation)}`);
    for (const [name, value] of Object.entries(stats.stats ?? {})) io.print(`${name}\t${String(value)}`);
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

interface LaidOut {
  readonly name: string;
  readonly layout: PedigreeLayout;
  readonly ms: number;
}

/** Timing goes on for so long, so that the figure is that of a program that has been running for a while, as the window does. */
const timingMs = 200;
const mostTimings = 25;

/** The time is the median of the layout alone, without reading the file or measuring text. */
function laidOutFamily({ name, family }: NamedFamily, isTimed: boolean): LaidOut {
  const context = drawingContext(family);
  const extents = new Map(family.individuals.map((individual) => [individual.id, symbolExtent(individual, context)]));
  const times: number[] = [];
  const begin = performance.now();
  for (;;) {
    const began = performance.now();
    const layout = layoutPedigree(family, { extentOf: (individual) => extents.get(individual.id) ?? symbolExtent(individual, context) });
    times.push(performance.now() - began);
    if (!isTimed || times.length >= mostTimings || performance.now() - begin > timingMs) return { name, layout, ms: median(times) };
  }
}

const median = (values: readonly number[]): number => values.toSorted((first, second) => first - second)[Math.floor(values.length / 2)] ?? 0;

/** Each family right of the one before; a second symbol of a person is called as in the drawing, `id#2`. */
function sideBySide(families: readonly LaidOut[], areNamed: boolean): readonly Person[] {
  let left = 0;
  return families.flatMap(({ name, layout: { symbols, width } }) => {
    const from = left;
    left += width + familyGap;
    return symbols.map(({ key, x, y, generation }) => ({ id: areNamed ? `${name}/${key}` : key, x: rounded(x + from), y: rounded(y), generation }));
  });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function summed(families: readonly LaidOut[]) {
  const sum = (count: (family: LaidOut) => number): number => families.reduce((total, family) => total + count(family), 0);
  return {
    people: sum(({ layout: { statistics } }) => statistics.people),
    families: sum(({ layout: { statistics } }) => statistics.families),
    crossings: sum(({ layout: { statistics } }) => statistics.crossings),
    overlaps: sum(({ layout: { statistics } }) => statistics.overlaps),
    orderViolations: sum(({ layout: { statistics } }) => statistics.orderViolations),
    repeats: sum(({ layout: { statistics } }) => statistics.repeats),
    width: sum(({ layout: { statistics } }) => statistics.width) + Math.max(0, families.length - 1) * familyGap,
    height: families.reduce((most, { layout: { statistics } }) => Math.max(most, statistics.height), 0),
    lineLength: sum(({ layout: { statistics } }) => statistics.lineLength),
    ms: rounded(sum(({ ms }) => ms)),
  };
}
