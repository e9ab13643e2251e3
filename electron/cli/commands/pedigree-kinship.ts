import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { readGeneticFamilies, type GeneticInput } from '#electron/cli/genetic-input.ts';
import { kinshipTable } from '#shared/inheritance/kinship.ts';
import { relationshipWords } from '#shared/inheritance/relationship.ts';
import { sharedGenome } from '#shared/inheritance/shared-genome.ts';

export const pedigreeKinshipCommand: CliCommand = {
  path: ['pedigree', 'kinship'],
  usage: '[--x] FILE',
  summary: `kinship coefficient of each pair of a family with the relationship in words (what b is to a), the expected share of the genome in common, and each person's inbreeding coefficient, which is the expected homozygous share; --x for the X chromosome. Of families beyond 500 people only the related pairs`,
  options: [],
  flags: ['x'],
  isJsonUnlessOnTerminal: true,
  run: kinship,
};

/** Beyond it the unrelated pairs would be millions. */
const mostPeopleInFull = 500;

interface KinshipPair {
  readonly a: string;
  readonly b: string;
  readonly kinship: number;
  /** Expected share of the autosomes that is the same by descent; not told of the X. */
  readonly shared?: number;
  readonly relationship: string;
}

async function kinship(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const inputs = await readGeneticFamilies(args, io, 'pedigree kinship');
  if (inputs === null) return 2;
  const pairs: KinshipPair[] = [];
  const inbreeding: Record<string, number> = {};
  for (const input of inputs) addFamily(input, args.flags.has('x') ? 'X' : 'autosome', pairs, inbreeding);
  if (args.flags.has('json')) io.print(JSON.stringify({ pairs, inbreeding }));
  else {
    for (const pair of pairs) if (pair.kinship > 0) io.print(`${pair.a}\t${pair.b}\t${String(pair.kinship)}\t${pair.relationship}`);
    for (const [id, coefficient] of Object.entries(inbreeding)) if (coefficient > 0) io.print(`F\t${id}\t${String(coefficient)}`);
  }
  return 0;
}

function addFamily({ family, genetic, publicId }: GeneticInput, chromosome: 'autosome' | 'X', pairs: KinshipPair[], inbreeding: Record<string, number>): void {
  const table = kinshipTable(genetic, chromosome);
  const ids = family.individuals.map(({ id }) => id);
  for (const [index, a] of ids.entries()) {
    inbreeding[publicId(a)] = table.inbreeding(a);
    for (const b of ids.slice(index + 1)) {
      const value = table.between(a, b);
      if (value > 0 || ids.length <= mostPeopleInFull) pairs.push({ a: publicId(a), b: publicId(b), kinship: value, ...(chromosome === 'X' ? {} : { shared: sharedGenome(table, a, b).sharedFraction }), relationship: relationshipWords(genetic, a, b) || 'unrelated' });
    }
  }
}
