import type { ParsedArguments } from '#electron/cli/cli-command.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { ExcludedMode, StatedGene } from '#shared/ranking/ranking-case.ts';

/** The words of `--excluded`, the default first. */
export const excludedModes: readonly ExcludedMode[] = ['absence', 'mention', 'ignore'];

const largestRatio = 1e6;

/** Reads `--genes SYMBOL=RATIO,…`; none with `--no-genes`. */
export function readGenes(args: ParsedArguments): Result<readonly StatedGene[], string> {
  const text = args.options['genes'];
  if (text === undefined || args.flags.has('no-genes')) return success([]);
  const genes: StatedGene[] = [];
  for (const piece of text.split(',')) {
    const [, symbol, ratioText] = /^\s*([A-Za-z0-9-]+)=(\d+(?:\.\d+)?)\s*$/.exec(piece) ?? [];
    const likelihoodRatio = Number(ratioText);
    if (symbol === undefined || !(likelihoodRatio > 0 && likelihoodRatio <= largestRatio)) return refusal(`--genes is "${piece}", expected a gene and the likelihood ratio stated for it, such as FBN1=50.`);
    genes.push({ symbol, likelihoodRatio });
  }
  return success(genes);
}
