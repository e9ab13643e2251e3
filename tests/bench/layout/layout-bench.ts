import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { families } from '#tests/builders/arbitrary-family.ts';
import { referenceData } from '#tests/reference-data.ts';
import { grownFamily } from '#tests/bench/layout/grown-family.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';

interface Measured {
  readonly name: string;
  readonly people: number;
  readonly crossings: number;
  readonly overlaps: number;
  readonly orderViolations: number;
  readonly repeats: number;
  readonly width: number;
  readonly lineLength: number;
  /** Median processor time of a layout. */
  readonly ms: number;
}

/** Grown as families grow, with few loops, as clinics meet them; and tangled at random, far beyond what people tell. */
const sizes = [30, 200, 2_000];

export const layoutBench: Bench = {
  name: 'layout',
  run: ({ quick }): Promise<BenchReport> => {
    const measured = [...referenceFamilies(), ...sizes.flatMap((size) => [{ name: `grown, ${String(size)}`, family: grownFamily(size, 7) }, ...(size > 200 ? [] : [{ name: `tangled, ${String(size)}`, family: tangledFamily(size) }])])].map((named) => measure(named, quick ? 1 : 5));
    const sum = (count: (one: Measured) => number): number => measured.reduce((total, one) => total + count(one), 0);
    const total: Measured = { name: 'all', people: sum(({ people }) => people), crossings: sum(({ crossings }) => crossings), overlaps: sum(({ overlaps }) => overlaps), orderViolations: sum(({ orderViolations }) => orderViolations), repeats: sum(({ repeats }) => repeats), width: sum(({ width }) => width), lineLength: sum(({ lineLength }) => lineLength), ms: rounded(sum(({ ms }) => ms)) };
    return Promise.resolve({ table: table([...measured, total]), json: { families: measured, total } });
  },
};

function measure({ name, family }: { readonly name: string; readonly family: Family }, repeats: number): Measured {
  const times: number[] = [];
  let statistics = layoutPedigree(family).statistics;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const began = process.cpuUsage();
    statistics = layoutPedigree(family).statistics;
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1_000);
  }
  const { people, crossings, overlaps, orderViolations, repeats: drawnTwice, width, lineLength } = statistics;
  return { name, people, crossings, overlaps, orderViolations, repeats: drawnTwice, width, lineLength, ms: rounded(times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0) };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function referenceFamilies(): readonly { readonly name: string; readonly family: Family }[] {
  const folder = referenceData('pedigrees');
  if (folder === null) return [];
  return ['ped', 'gedcom', 'canrisk'].flatMap((format) =>
    readdirSync(`${folder}/${format}`).flatMap((file) => {
      const reading = readFamilies({ fileName: file, content: readFileSync(`${folder}/${format}/${file}`) });
      if (!reading.ok) return [];
      const { families: read } = reading.value;
      return read.map(({ name, family }) => ({ name: read.length > 1 ? `${file} ${name}` : file, family }));
    }),
  );
}

/** Of a fixed handful of random families, the largest that is no larger. */
function tangledFamily(size: number): Family {
  const drawn = fc.sample(families({ maxPeople: size }), { numRuns: 40, seed: 7 });
  return drawn.reduce((best, family) => (family.individuals.length > best.individuals.length ? family : best));
}

function table(rows: readonly Measured[]): string {
  const columns = ['name', 'people', 'crossings', 'overlaps', 'orderViolations', 'repeats', 'width', 'lineLength', 'ms'] as const;
  const cells = [columns.map(String), ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')).join('\n');
}
