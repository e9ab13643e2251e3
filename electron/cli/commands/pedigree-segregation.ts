import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { conditionOf, readGeneticFamilies, readGenotypesFile, readShare, type GeneticInput } from '#electron/cli/genetic-input.ts';
import { tooLargeWords } from '#electron/cli/commands/pedigree-risk.ts';
import { readWord } from '#electron/cli/parse-arguments.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { familyEvidence } from '#shared/inheritance/family-evidence.ts';
import { inheritanceModes, locusOf, type InheritanceMode } from '#shared/inheritance/mode.ts';
import { usualAssumptions } from '#shared/inheritance/mode-of-inheritance.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';
import { segregationEvidence, type SegregationEvidence, type SegregationQuestion } from '#shared/inheritance/segregation.ts';

export const pedigreeSegregationCommand: CliCommand = {
  path: ['pedigree', 'segregation'],
  usage: '--genotypes FILE --mode AD|AR|XLD|XLR|YL|MT [--index ID] [--penetrance P] [--phenocopy P] [--allele-frequency Q] [--condition NAME] FILE',
  summary: 'how well a variant goes with the condition through a family: log10 of the full-likelihood Bayes factor, meioses, and the strength of PP1 or BS4. Exit code 1, with the people concerned, where the genotypes cannot be. The genotypes file is JSON {"id": copies} or lines of an id and 0, 1 or 2',
  options: ['genotypes', 'mode', 'index', 'penetrance', 'phenocopy', 'allele-frequency', 'condition'],
  flags: [],
  isJsonUnlessOnTerminal: true,
  run: segregation,
};

/** A rare variant, and a rare condition without it; both can be given. */
const usualAlleleFrequency = 1e-5;
const usualPhenocopyRate = 1e-4;

async function segregation(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const settings = readSettings(args);
  if (!settings.ok) return refuse(io, `nostos pedigree segregation: ${settings.error}`);
  const inputs = await readGeneticFamilies(args, io, 'pedigree segregation');
  if (inputs === null) return 2;
  const [input, ...more] = inputs.filter(({ family, publicId }) => family.individuals.some(({ id }) => settings.value.genotypes.has(publicId(id))));
  if (input === undefined) return refuse(io, 'nostos pedigree segregation: no genotype is of a person of the file, expected ids as the file has them.');
  if (more.length > 0) return refuse(io, 'nostos pedigree segregation: the genotypes are of several families, expected those of one.');
  const question = questionOf(input, settings.value);
  if (!question.ok) return refuse(io, `nostos pedigree segregation: ${question.error}`);
  const found = segregationEvidence(input.genetic, question.value);
  if (!found.ok) return refuse(io, tooLargeWords(found.error));
  tell(found.value, input, question.value.indexId, args.flags.has('json'), io);
  if (found.value.impossible.length === 0) return 0;
  io.complain(`nostos pedigree segregation: the genotypes of these people cannot be together with their descent, or what they show with the mode: ${found.value.impossible.map(input.publicId).join(', ')}.`);
  return 1;
}

interface SegregationSettings {
  readonly genotypes: ReadonlyMap<string, 0 | 1 | 2>;
  readonly mode: InheritanceMode;
  readonly penetrance: number;
  readonly phenocopyRate: number;
  readonly alleleFrequency: number;
  readonly indexId: string | undefined;
  readonly condition: string | undefined;
}

function readSettings(args: ParsedArguments): Result<SegregationSettings, string> {
  const path = args.options['genotypes'];
  if (path === undefined) return refusal('--genotypes is missing, expected a file.');
  if (args.options['mode'] === undefined) return refusal(`--mode is missing, expected one of ${inheritanceModes.join(', ')}.`);
  const mode = readWord(args, 'mode', 'AD', inheritanceModes);
  if (!mode.ok) return mode;
  const penetrance = readShare(args, 'penetrance', usualAssumptions.penetrance[mode.value]);
  if (!penetrance.ok) return penetrance;
  const phenocopyRate = readShare(args, 'phenocopy', usualPhenocopyRate);
  if (!phenocopyRate.ok) return phenocopyRate;
  const alleleFrequency = readShare(args, 'allele-frequency', usualAlleleFrequency);
  if (!alleleFrequency.ok) return alleleFrequency;
  const genotypes = readGenotypesFile(path);
  if (!genotypes.ok) return genotypes;
  return success({ genotypes: genotypes.value, mode: mode.value, penetrance: penetrance.value, phenocopyRate: phenocopyRate.value, alleleFrequency: alleleFrequency.value, indexId: args.options['index'], condition: args.options['condition'] });
}

function questionOf({ family, publicId }: GeneticInput, settings: SegregationSettings): Result<SegregationQuestion, string> {
  const ownIds = new Map(family.individuals.map(({ id }) => [publicId(id), id]));
  const stranger = [...settings.genotypes.keys()].find((id) => !ownIds.has(id));
  if (stranger !== undefined) return refusal(`no person ${stranger} is in the file, expected ids as the file has them.`);
  const condition = conditionOf(family, settings.condition);
  if (condition === null) return refusal('nobody is said to be affected or unaffected, expected the condition in the file.');
  const genotypes = new Map([...settings.genotypes].map(([id, copies]) => [ownIds.get(id) ?? id, copies]));
  const evidence = familyEvidence(family, condition.id, settings.mode, null);
  // What carriers were told to be is a genotype, which the genotypes file gives; here only who is affected counts.
  const phenotypes = new Map([...evidence].map(([id, known]) => [id, { ...known, copies: undefined }]));
  const isCandidate = (id: string): boolean => evidence.get(id)?.status === 'affected' && (genotypes.get(id) ?? 0) > 0;
  const proband = family.individuals.find(({ isProband }) => isProband)?.id;
  const indexId = settings.indexId === undefined ? (proband !== undefined && isCandidate(proband) ? proband : family.individuals.findLast(({ id }) => isCandidate(id))?.id) : ownIds.get(settings.indexId);
  if (indexId === undefined) return refusal('nobody who is affected has the variant, so that there is nobody to start from; expected --index.');
  const parameters = { alleleFrequency: settings.alleleFrequency, penetrance: constantPenetrance(settings.penetrance), phenocopyRate: settings.phenocopyRate, mutationRate: 0 };
  return success({ locus: locusOf(settings.mode, parameters), phenotypes, genotypes, indexId });
}

function tell(found: SegregationEvidence, { publicId }: GeneticInput, indexId: string, asJson: boolean, io: CliIo): void {
  const lod = Number.isFinite(found.lod) ? found.lod : null;
  const { bayesFactor, meioses, evidence, strength, impossible } = found;
  const index = publicId(indexId);
  if (asJson) io.print(JSON.stringify({ lod, bayesFactor, meioses, evidence, strength, index, ...(impossible.length === 0 ? {} : { impossible: impossible.map(publicId) }) }));
  else if (impossible.length === 0) io.print(`lod ${lod?.toFixed(3) ?? 'impossible under this mode'}\tmeioses ${found.meioses.toFixed(2)}\t${found.evidence === null ? 'no evidence either way' : `${found.evidence} ${found.strength ?? ''}`}\tindex ${index}`);
}
