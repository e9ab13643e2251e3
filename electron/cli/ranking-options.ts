import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { ParsedArguments } from '#electron/cli/cli-command.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { ExcludedMode, RankingCase, StatedGene, StatedInheritance } from '#shared/ranking/ranking-case.ts';

/** The words of `--excluded`, the default first. */
export const excludedModes: readonly ExcludedMode[] = ['absence', 'mention', 'ignore'];

/** How the options for what is stated of a patient stand in the usage of a command. */
export const statedUsage = '[--genes SYMBOL=RATIO,…] [--inheritance MODE=RATIO,…] [--no-genes] [--no-inheritance]';
export const statedOptions = ['genes', 'inheritance'] as const;
export const statedFlags = ['no-genes', 'no-inheritance'] as const;

/** What is stated of a patient besides the findings. */
export type StatedOptions = Required<Pick<RankingCase, 'genes' | 'inheritance'>>;

const largestRatio = 1e6;

/** The terms by which the ontology names the modes of inheritance. */
const termOfMode: Readonly<Record<string, string>> = { AD: 'HP:0000006', AR: 'HP:0000007', XL: 'HP:0001417', XLD: 'HP:0001423', XLR: 'HP:0001419', YL: 'HP:0001450', MT: 'HP:0001427' };

/** Reads `--genes SYMBOL=RATIO,…` and `--inheritance MODE=RATIO,…`; each is left out with its `--no-…`. */
export function readStated(args: ParsedArguments): Result<StatedOptions, string> {
  const genes = readGenes(args);
  if (!genes.ok) return genes;
  const inheritance = readInheritance(args);
  return inheritance.ok ? success({ genes: genes.value, inheritance: inheritance.value }) : inheritance;
}

/** A sentence for each gene that no ranked disease has: its ratio raises nothing. */
export function unknownGenes({ genes }: StatedOptions, knowledge: KnowledgeFile): readonly string[] {
  const known = new Set(genes.length === 0 ? [] : knowledge.rankingIndex().diseases.flatMap((disease) => disease.genes));
  return genes.filter(({ symbol }) => !known.has(symbol)).map(({ symbol }) => `release ${knowledge.release.name} ranks no disease of the gene ${symbol}, so that it raises none, expected a symbol as the release has it.`);
}

function readGenes(args: ParsedArguments): Result<readonly StatedGene[], string> {
  if (args.options['genes'] === undefined || args.flags.has('no-genes')) return success([]);
  const genes: StatedGene[] = [];
  for (const piece of args.options['genes'].split(',')) {
    const stated = readRatio(piece, /^[A-Za-z0-9-]+$/);
    if (stated === null) return refusal(`--genes is "${piece}", expected a gene and the likelihood ratio stated for it, such as FBN1=50.`);
    genes.push({ symbol: stated.name, likelihoodRatio: stated.ratio });
  }
  return success(genes);
}

function readInheritance(args: ParsedArguments): Result<readonly StatedInheritance[], string> {
  if (args.options['inheritance'] === undefined || args.flags.has('no-inheritance')) return success([]);
  const modes: StatedInheritance[] = [];
  for (const piece of args.options['inheritance'].split(',')) {
    const stated = readRatio(piece, /^[A-Z]+$/);
    const termId = stated === null || !Object.hasOwn(termOfMode, stated.name) ? undefined : termOfMode[stated.name];
    if (stated === null || termId === undefined) return refusal(`--inheritance is "${piece}", expected one of ${Object.keys(termOfMode).join(', ')} and the ratio by which it changes the odds, such as AR=3.`);
    modes.push({ termId, priorRatio: stated.ratio });
  }
  return success(modes);
}

/** `NAME=RATIO`, the ratio above 0. */
function readRatio(piece: string, namePattern: RegExp): { readonly name: string; readonly ratio: number } | null {
  const [name = '', ratioText = '', ...more] = piece.split('=').map((part) => part.trim());
  const ratio = /^\d+(?:\.\d+)?$/.test(ratioText) ? Number(ratioText) : NaN;
  return more.length === 0 && namePattern.test(name) && ratio > 0 && ratio <= largestRatio ? { name, ratio } : null;
}
