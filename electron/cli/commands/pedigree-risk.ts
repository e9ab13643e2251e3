import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { complained, conditionOf, readEvidenceFile, readGeneticFamilies, readShare, type GeneticInput } from '#electron/cli/genetic-input.ts';
import { readWord } from '#electron/cli/parse-arguments.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { bayesTable, type BayesTable } from '#shared/inheritance/bayes-table.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import { familyEvidence } from '#shared/inheritance/family-evidence.ts';
import { familyRisk, type PersonRisk } from '#shared/inheritance/family-risk.ts';
import { impossibleEvidence } from '#shared/inheritance/impossible-evidence.ts';
import { inheritanceModes, locusOf, type InheritanceMode, type ModeParameters } from '#shared/inheritance/mode.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';

export const pedigreeRiskCommand: CliCommand = {
  path: ['pedigree', 'risk'],
  usage: '--mode AD|AR|XLD|XLR|YL|MT --allele-frequency Q [--penetrance P] [--phenocopy P] [--mutation RATE] [--evidence FILE] [--condition NAME] [--person ID] FILE',
  summary:
    'posterior probability of everybody to be a carrier, to have a genotype at risk and to be or become affected, exact for any family, with the natural logarithm of the likelihood and the table of prior, conditional, joint and posterior probabilities (of everybody in up to 100 people, beyond that of --person). Exit code 1, with the people concerned, where the evidence cannot be',
  options: ['mode', 'allele-frequency', 'penetrance', 'phenocopy', 'mutation', 'evidence', 'condition', 'person'],
  flags: [],
  isJsonUnlessOnTerminal: true,
  run: risk,
};

/** A table costs several passes over the family, so that those of all grow with the square of its size. */
const mostPeopleWithTables = 100;

interface RiskQuestion {
  readonly mode: InheritanceMode;
  readonly parameters: ModeParameters;
  /** From the evidence file, by the names that results use. */
  readonly given: ReadonlyMap<string, MemberEvidence>;
  readonly condition: string | undefined;
  readonly person: string | undefined;
}

interface PersonResult extends PersonRisk {
  readonly table: BayesTable | null;
}

interface RiskResult {
  readonly people: PersonResult[];
  logLikelihood: number;
  readonly impossible: string[];
}

async function risk(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const question = readQuestion(args);
  if (!question.ok) return refuse(io, `nostos pedigree risk: ${question.error}`);
  const inputs = await readGeneticFamilies(args, io, 'pedigree risk');
  if (inputs === null) return 2;
  const known = new Set(inputs.flatMap(({ family, publicId }) => family.individuals.map(({ id }) => publicId(id))));
  const stranger = [...question.value.given.keys(), ...(question.value.person === undefined ? [] : [question.value.person])].find((id) => !known.has(id));
  if (stranger !== undefined) return refuse(io, `nostos pedigree risk: no person ${stranger} is in the file, expected ids as the file has them${inputs.length > 1 ? ', as family/id' : ''}.`);
  const result: RiskResult = { people: [], logLikelihood: 0, impossible: [] };
  for (const input of inputs) {
    const added = addFamily(input, question.value, result);
    if (!added.ok) return refuse(io, tooLargeWords(added.error));
  }
  return tell(result, args.flags.has('json'), io);
}

function readQuestion(args: ParsedArguments): Result<RiskQuestion, string> {
  if (args.options['mode'] === undefined) return refusal(`--mode is missing, expected one of ${inheritanceModes.join(', ')}.`);
  const mode = readWord(args, 'mode', 'AD', inheritanceModes);
  if (!mode.ok) return mode;
  const frequency = readShare(args, 'allele-frequency', null);
  if (!frequency.ok) return frequency;
  if (frequency.value === null) return refusal('--allele-frequency is missing, expected a number from 0 to 1.');
  const numbers = [readShare(args, 'penetrance', 1), readShare(args, 'phenocopy', 0), readShare(args, 'mutation', 0)];
  const values: number[] = [];
  for (const number of numbers) {
    if (!number.ok) return number;
    values.push(number.value);
  }
  const [penetrance = 1, phenocopyRate = 0, mutationRate = 0] = values;
  const given = args.options['evidence'] === undefined ? success(new Map<string, MemberEvidence>()) : readEvidenceFile(args.options['evidence']);
  if (!given.ok) return given;
  const parameters = { alleleFrequency: frequency.value, penetrance: constantPenetrance(penetrance), phenocopyRate, mutationRate };
  return success({ mode: mode.value, parameters, given: given.value, condition: args.options['condition'], person: args.options['person'] });
}

function addFamily({ family, genetic, publicId }: GeneticInput, question: RiskQuestion, result: RiskResult): Result<void, NetworkTooLarge> {
  const condition = conditionOf(family, question.condition);
  const evidence = new Map<string, MemberEvidence>(condition === null ? [] : familyEvidence(family, condition.id, question.mode, null));
  for (const { id } of family.individuals) {
    const given = question.given.get(publicId(id));
    if (given !== undefined) evidence.set(id, { ...evidence.get(id), ...withoutNothing(given) });
  }
  const found = familyRisk(genetic, question.mode, question.parameters, evidence);
  if (!found.ok) return found;
  const locus = locusOf(question.mode, question.parameters);
  result.logLikelihood += found.value.logLikelihood;
  if (found.value.logLikelihood === -Infinity) {
    const conflict = impossibleEvidence(genetic, locus, evidence);
    if (!conflict.ok) return conflict;
    result.impossible.push(...conflict.value.map(publicId));
    return success(undefined);
  }
  const order = new Map(family.individuals.map(({ id }, index) => [id, index]));
  for (const person of found.value.people.toSorted((first, second) => (order.get(first.id) ?? 0) - (order.get(second.id) ?? 0))) {
    const wantsTable = question.person === undefined ? family.individuals.length <= mostPeopleWithTables : question.person === publicId(person.id);
    const table = wantsTable ? bayesTable(genetic, locus, evidence, person.id) : success(null);
    if (!table.ok) return table;
    result.people.push({ ...person, id: publicId(person.id), table: table.value });
  }
  return success(undefined);
}

function tell(result: RiskResult, asJson: boolean, io: CliIo): ExitCode {
  const isPossible = result.logLikelihood > -Infinity;
  if (!isPossible) io.complain(`nostos pedigree risk: what is known of these people cannot be true together under this model: ${result.impossible.join(', ')}.`);
  if (asJson) {
    io.print(JSON.stringify({ people: result.people, logLikelihood: isPossible ? result.logLikelihood : null, ...(isPossible ? {} : { impossible: result.impossible }) }));
    return isPossible ? 0 : 1;
  }
  for (const person of result.people) io.print(`${person.id}\tcarrier ${shown(person.carrier)}\tat risk ${shown(person.atRiskGenotype)}\taffected ${shown(person.affected)}`);
  if (isPossible) io.print(`log likelihood ${result.logLikelihood.toFixed(6)}`);
  return isPossible ? 0 : 1;
}

/** What the file leaves open must not wipe out what the family says. */
const withoutNothing = (evidence: MemberEvidence): MemberEvidence => Object.fromEntries(Object.entries(evidence).filter(([, value]) => value !== undefined));

export const tooLargeWords = ({ largestTable, allTables }: NetworkTooLarge): string =>
  `this family has so many loops that an exact answer needs a table of ${largestTable.toExponential(1)} numbers and ${allTables.toExponential(1)} in all; expected fewer loops, or known genotypes in them.`;

const shown = (probability: number): string => probability.toPrecision(4);

function refuse(io: CliIo, message: string): ExitCode {
  complained(io, message);
  return 2;
}
