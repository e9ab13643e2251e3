import { readFileSync } from 'node:fs';
import { bayesTable } from '#shared/inheritance/bayes-table.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import { familyRisk } from '#shared/inheritance/family-risk.ts';
import { geneticFamily, type GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { kinshipTable } from '#shared/inheritance/kinship.ts';
import { locusOf } from '#shared/inheritance/mode.ts';
import { modeLikelihoods } from '#shared/inheritance/mode-of-inheritance.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { cousinMarriages } from '#tests/bench/inheritance/cousin-marriages.ts';
import { grownFamily } from '#tests/bench/layout/grown-family.ts';
import { referenceData } from '#tests/reference-data.ts';

interface Measured {
  readonly name: string;
  readonly people: number;
  /** Median processor time of carrier and affected probabilities of everybody, from the family as it is stored. */
  readonly riskMs: number;
  readonly tableMs: number;
  readonly modesMs: number;
  readonly kinshipMs: number;
  /** Numbers in the largest table that a refusal names; null where the family was worked out. */
  readonly refusedTable: number | null;
}

interface Named {
  readonly name: string;
  readonly families: readonly Family[];
}

/** Every seventeenth person is affected, a dominant allele of high penetrance, with phenocopies and new mutations so that no genotype is impossible: the hardest case. */
const parameters = { alleleFrequency: 0.01, penetrance: constantPenetrance(0.9), phenocopyRate: 1e-4, mutationRate: 1e-6 };

export const inheritanceBench: Bench = {
  name: 'inheritance',
  run: ({ quick }): Promise<BenchReport> => {
    const grown = (size: number): Named => ({ name: `grown, ${String(size)}`, families: [grownFamily(size, 7)] });
    const royal = (houses: number): Named => ({ name: `${String(houses)} houses, 8 generations of cousin marriages`, families: [cousinMarriages(houses, 8)] });
    const named = [grown(30), ...fromFile('ped/ceph-603.ped'), ...fromFile('ped/haemophilia.ped'), ...fromFile('gedcom/tudor.ged'), ...fromFile('gedcom/hawaiian-kings.ged'), royal(2), royal(3), royal(4), ...(quick ? [] : [royal(5)]), royal(6), royal(8), grown(2_000)];
    const measured = named.map((one) => measure(one, quick ? 1 : 5));
    return Promise.resolve({ table: table(measured), json: { families: measured } });
  },
};

function fromFile(path: string): readonly Named[] {
  const file = referenceData(`pedigrees/${path}`);
  if (file === null) return [];
  const reading = readFamilies({ fileName: path, content: readFileSync(file) });
  return reading.ok ? [{ name: path, families: reading.value.families.map(({ family }) => family) }] : [];
}

function measure({ name, families }: Named, repeats: number): Measured {
  const prepared = families.map((family) => ({ family, evidence: evidenceOf(family) }));
  let refusedTable: number | null = null;
  const risk = (): void => {
    for (const { family, evidence } of prepared) {
      const found = familyRisk(geneticOf(family), 'AD', parameters, evidence);
      if (!found.ok) refusedTable = found.error.largestTable;
    }
  };
  const [first] = prepared;
  const youngest = first?.family.individuals.at(-1)?.id ?? '';
  const genetic = first === undefined ? null : geneticOf(first.family);
  const of = (work: (family: GeneticFamily, evidence: ReadonlyMap<string, MemberEvidence>) => unknown): number => (genetic === null || first === undefined ? 0 : median(repeats, () => void work(genetic, first.evidence)));
  return {
    name,
    people: families.reduce((sum, { individuals }) => sum + individuals.length, 0),
    riskMs: median(repeats, risk),
    tableMs: of((family, evidence) => bayesTable(family, locusOf('AD', parameters), evidence, youngest)),
    modesMs: of((family, evidence) => modeLikelihoods(family, new Map([...evidence].map(([id, { status = 'unaffected' }]) => [id, status])), null)),
    kinshipMs: of((family) => kinshipTable(family, 'autosome')),
    refusedTable,
  };
}

const evidenceOf = (family: Family): ReadonlyMap<string, MemberEvidence> => new Map(family.individuals.map(({ id }, index) => [id, { status: index % 17 === 16 ? 'affected' : 'unaffected' }]));

function geneticOf(family: Family): GeneticFamily {
  const genetic = geneticFamily(family);
  if (!genetic.ok) throw new Error(genetic.error.message);
  return genetic.value;
}

function median(repeats: number, work: () => void): number {
  const times = Array.from({ length: repeats }, () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  });
  return Math.round((times.toSorted((one, other) => one - other)[Math.floor(repeats / 2)] ?? 0) * 10) / 10;
}

function table(rows: readonly Measured[]): string {
  const columns = ['name', 'people', 'riskMs', 'tableMs', 'modesMs', 'kinshipMs', 'refusedTable'] as const;
  const cells = [columns.map(String), ...rows.map((row) => columns.map((column) => (row[column] === null ? '' : String(row[column]))))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')).join('\n');
}
