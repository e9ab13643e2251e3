import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { conditionOf, readGeneticFamilies, readShare, type GeneticInput } from '#electron/cli/genetic-input.ts';
import { tooLargeWords } from '#electron/cli/commands/pedigree-risk.ts';
import type { Result } from '#shared/base/result.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import { familyStatuses } from '#shared/inheritance/family-evidence.ts';
import { modeLikelihoods, usualAssumptions, type ModeLikelihood } from '#shared/inheritance/mode-of-inheritance.ts';
import { modeReasonWords } from '#shared/inheritance/mode-reasons.ts';

export const pedigreeInheritanceCommand: CliCommand = {
  path: ['pedigree', 'inheritance'],
  usage: '[--allele-frequency Q] [--condition NAME] FILE',
  summary: `likelihood and probability of autosomal dominant and recessive, X-linked dominant and recessive, Y-linked, mitochondrial and de novo dominant inheritance given who is affected, with the reasons in words. Without --allele-frequency the condition counts as equally common in every mode. One object a family`,
  options: ['allele-frequency', 'condition'],
  flags: [],
  isJsonUnlessOnTerminal: true,
  run: inheritance,
};

async function inheritance(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const frequency = readShare(args, 'allele-frequency', null);
  if (!frequency.ok) return refuse(io, `nostos pedigree inheritance: ${frequency.error}`);
  const inputs = await readGeneticFamilies(args, io, 'pedigree inheritance');
  if (inputs === null) return 2;
  for (const input of inputs) {
    const modes = modesOf(input, args.options['condition'], frequency.value);
    if (!modes.ok) return refuse(io, tooLargeWords(modes.error));
    if (args.flags.has('json')) io.print(JSON.stringify({ ...(inputs.length > 1 ? { family: familyName(input) } : {}), modes: modes.value.map((entry) => described(entry, input)) }));
    else printLines(modes.value, input, inputs.length > 1, io);
  }
  return 0;
}

function modesOf({ family, genetic }: GeneticInput, condition: string | undefined, alleleFrequency: number | null): Result<readonly ModeLikelihood[], NetworkTooLarge> {
  const found = conditionOf(family, condition);
  const proband = family.individuals.find(({ isProband }) => isProband)?.id ?? null;
  const statuses = found === null ? new Map<string, 'affected' | 'unaffected'>() : familyStatuses(family, found.id);
  return modeLikelihoods(genetic, statuses, proband !== null && statuses.get(proband) === 'affected' ? proband : null, { ...usualAssumptions, alleleFrequency });
}

const described = (entry: ModeLikelihood, { publicId }: GeneticInput): object => ({
  mode: modeNames[entry.mode] ?? entry.mode,
  logLikelihood: finiteOrNull(entry.logLikelihood),
  logLikelihoodGivenIndex: finiteOrNull(entry.logLikelihoodGivenIndex),
  probability: entry.probability,
  possible: entry.possible,
  reasons: entry.reasons.map(({ kind, weight, seenIn }) => ({ kind, weight, people: [...new Set(seenIn.flat())].map(publicId), seenIn: seenIn.map((people) => people.map(publicId)), message: modeReasonWords[kind] })),
});

const modeNames: Readonly<Record<string, string>> = { 'AD-de-novo': 'de novo AD' };
const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
const familyName = ({ family, publicId }: GeneticInput): string => publicId(family.individuals[0]?.id ?? '').split('/')[0] ?? '';

function printLines(modes: readonly ModeLikelihood[], input: GeneticInput, isOneOfMany: boolean, io: CliIo): void {
  if (isOneOfMany) io.print(`Family ${familyName(input)}`);
  if (modes.every(({ reasons, logLikelihood }) => reasons.length === 0 && logLikelihood === 0)) io.print('Nobody is said to be affected, so that nothing speaks for a mode.');
  for (const entry of modes.toSorted((first, second) => second.probability - first.probability)) {
    io.print(`${(modeNames[entry.mode] ?? entry.mode).padEnd(10)}  ${entry.possible ? entry.probability.toFixed(4) : 'excluded'}`);
    for (const { kind, weight, seenIn } of entry.reasons) io.print(`  ${weight}: ${modeReasonWords[kind]} (${seenIn.map((people) => people.map(input.publicId).join(', ')).join('; ')})`);
  }
}
