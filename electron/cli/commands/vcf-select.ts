import { existsSync, readFileSync } from 'node:fs';
import { selectionFamily, type SelectionFilters } from '#electron/backend/vcf/selection-family.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { complainOf, readFamilyFile } from '#electron/cli/read-family-file.ts';
import { readWord } from '#electron/cli/parse-arguments.ts';
import { readVcfLines } from '#electron/cli/vcf-input.ts';
import { counted } from '#shared/base/counted.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { selectionModes } from '#shared/variant/selection/fit-mode.ts';
import { parseBed, parseRegions } from '#shared/variant/selection/parse-regions.ts';
import { createVariantSelection, type GenomeRegion, type SelectedVariant, type Selection, type SelectionFamily, type VariantSelection } from '#shared/variant/selection/select-variants.ts';
import { leastEffects } from '#shared/variant/vcf/consequence-terms.ts';
import { createHeaderReader } from '#shared/variant/vcf/header.ts';

export const vcfSelectCommand: CliCommand = {
  path: ['vcf', 'select'],
  usage: `--pedigree FILE --mode ${selectionModes.join('|')} [--family NAME] [--genes LIST_OR_FILE] [--regions LIST_OR_BED] [--max-frequency Q] [--min-quality QUAL] [--min-genotype-quality GQ] [--effect any|moderate|high] [--pass] [--reduced-penetrance] [--uncalled] FILE`,
  summary: 'the variants of a VCF file that go through the family as the mode says, with the genotype of every person, gene and what was not called; compound heterozygous ones as pairs with their phase. --uncalled lists new variants of which a parent was not called, too',
  options: ['pedigree', 'mode', 'family', 'genes', 'regions', 'max-frequency', 'min-quality', 'min-genotype-quality', 'effect'],
  flags: ['pass', 'reduced-penetrance', 'uncalled'],
  isJsonUnlessOnTerminal: true,
  run: select,
};

async function select(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [path, ...more] = args.positional;
  if (path === undefined || more.length > 0) return refuse(io, 'nostos vcf select: expected one VCF file.');
  const filters = readFilters(args);
  if (!filters.ok) return refuse(io, `nostos vcf select: ${filters.error}`);
  const pedigree = args.options['pedigree'];
  if (pedigree === undefined) return refuse(io, 'nostos vcf select: --pedigree is missing, expected a file with the family.');
  const families = await readFamilyFile(pedigree, io);
  if (!families.ok) {
    complainOf(families.error, io);
    return 2;
  }
  const wanted = families.value.families.filter(({ name }) => args.options['family'] === undefined || name === args.options['family']);
  if (wanted.length === 0) return refuse(io, `${pedigree}: there is no such family, expected one of ${families.value.families.map(({ name }) => name).join(', ')}.`);
  const run = createRun(wanted, filters.value, io);
  const read = await readVcfLines(path, io, run.line);
  if (!read.ok) return refuse(io, read.error);
  const found = run.end();
  if (!found.ok) return refuse(io, `${path}: ${found.error}`);
  const { selection, families: used } = found.value;
  if (filters.value.genes !== null && !selection.hasGenes) return refuse(io, `${path}: names no genes (no CSQ, ANN, BCSQ or EFF in the header), expected an annotated file, or --regions.`);
  if (args.flags.has('json')) io.print(JSON.stringify({ mode: filters.value.mode, ...selection, families: used }));
  else tell(selection, io);
  const { count, first } = selection.unreadable;
  if (first !== null) io.complain(`${path}:${String(first.line)}: ${first.problem}${count > 1 ? `; ${counted(count - 1, 'more line was', 'more lines were')} left out` : ''}`);
  return first === null ? 0 : 1;
}

interface Run {
  readonly line: (line: string, number: number) => void;
  readonly end: () => Result<{ readonly selection: Selection; readonly families: readonly SelectionFamily[] }, string>;
}

/** The header is read first, and with its samples the families are mapped. */
function createRun(named: readonly NamedFamily[], filters: SelectionFilters, io: CliIo): Run {
  const reader = createHeaderReader();
  let families: readonly SelectionFamily[] = [];
  let selection: VariantSelection | null = null;
  let problem: string | null = null;
  const begin = (): void => {
    const header = reader.header();
    const mapped = named.map(({ name, family }) => selectionFamily({ name, family, conditionId: null }, header.samples));
    families = mapped.flatMap((one) => (one.ok ? [one.value] : []));
    for (const one of mapped) if (!one.ok && named.length > 1 && families.length > 0) io.complain(`nostos vcf select: ${one.error.message}`);
    const [refused] = mapped;
    if (families.length === 0) problem = refused?.ok === false ? refused.error.message : 'the pedigree holds no family.';
    selection = createVariantSelection({ ...filters, families }, header);
  };
  return {
    line(line, number) {
      if (selection !== null) return problem === null ? selection.line(line, number) : undefined;
      if (!reader.line(line)) return;
      if (line.startsWith('#')) return begin();
      problem = `line ${String(number)} stands before the line #CHROM, expected a VCF file`;
      selection = createVariantSelection({ ...filters, families: [] }, reader.header());
    },
    end: () => (problem !== null ? refusal(problem) : selection === null ? refusal('has no line #CHROM, expected a VCF file') : success({ selection: selection.end(), families })),
  };
}

function readFilters(args: ParsedArguments): Result<SelectionFilters, string> {
  if (args.options['mode'] === undefined) return refusal(`--mode is missing, expected one of ${selectionModes.join(', ')}.`);
  const mode = readWord(args, 'mode', 'dominant', selectionModes);
  if (!mode.ok) return mode;
  const maxFrequency = readNumber(args, 'max-frequency', 1);
  if (!maxFrequency.ok) return maxFrequency;
  const minQuality = readNumber(args, 'min-quality', Infinity);
  if (!minQuality.ok) return minQuality;
  const minGenotypeQuality = readNumber(args, 'min-genotype-quality', Infinity);
  if (!minGenotypeQuality.ok) return minGenotypeQuality;
  const leastEffect = readWord(args, 'effect', 'any', leastEffects);
  if (!leastEffect.ok) return leastEffect;
  const regions = readRegions(args.options['regions']);
  if (!regions.ok) return regions;
  const genes = args.options['genes'];
  return success({
    mode: mode.value,
    genes: genes === undefined ? null : new Set(readList(genes).map((gene) => gene.toUpperCase())),
    regions: regions.value,
    maxFrequency: maxFrequency.value,
    minQuality: minQuality.value,
    minGenotypeQuality: minGenotypeQuality.value,
    passOnly: args.flags.has('pass'),
    leastEffect: leastEffect.value,
    reducedPenetrance: args.flags.has('reduced-penetrance'),
    includeUncalled: args.flags.has('uncalled'),
  });
}

function readNumber(args: ParsedArguments, name: string, most: number): Result<number | null, string> {
  const text = args.options[name];
  if (text === undefined) return success(null);
  const value = Number(text);
  return text.trim() !== '' && value >= 0 && value <= most ? success(value) : refusal(`--${name}: expected a number from 0${most === Infinity ? '' : ` to ${String(most)}`}.`);
}

/** Names separated by commas, or a file with a name at the beginning of each line. */
function readList(text: string): readonly string[] {
  const entries = existsSync(text) ? readFileSync(text, 'utf8').split(/\r?\n/).map((line) => line.split(/[\t,]/)[0] ?? '') : text.split(',');
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '' && !entry.startsWith('#'));
}

/** `10:123200000-123400000,…`, or a BED file. */
function readRegions(text: string | undefined): Result<readonly GenomeRegion[] | null, string> {
  if (text === undefined) return success(null);
  const regions = existsSync(text) ? parseBed(readFileSync(text, 'utf8')) : parseRegions(text);
  return regions.ok ? regions : refusal(`--regions: ${regions.error} is not a region, expected chromosome:from-to or a BED file.`);
}

function tell(selection: Selection, io: CliIo): void {
  for (const variant of selection.variants) io.print(`${lineOf(variant)}\t${variant.pattern}${notesOf(variant.notes)}`);
  for (const { genes, variants, phase, knownBy, notes } of selection.pairs) {
    io.print(`pair in ${genes.join(', ')}\t${phase}${knownBy === null ? '' : ` by ${knownBy}`}${notesOf(notes)}`);
    for (const variant of variants) io.print(`  ${lineOf(variant)}`);
  }
  const aside = Object.entries(selection.setAside).map(([why, count]) => `${String(count)} ${setAsideWords[why as keyof typeof setAsideWords]}`);
  const fitting = selection.pairs.length > 0 ? counted(selection.pairs.length, 'pair fits', 'pairs fit') : counted(selection.variants.length, 'variant fits', 'variants fit');
  io.print(`${counted(selection.records, 'record')}; ${fitting}${selection.isCut ? ' (there are more; filters help)' : ''}${aside.length === 0 ? '' : `; set aside: ${aside.join(', ')}`}`);
}

const setAsideWords = {
  'new-in-child': 'new in the affected (mode denovo)',
  'parent-uncalled': 'with a parent who was not called (--uncalled)',
  'parent-lacks-it': 'in two copies although a parent has none',
  'not-in-parent-of-origin': 'not in the parent of whom it would come',
  'homozygous-new': 'in two copies although neither parent has one',
} as const;

function lineOf({ family, chromosome, position, reference, alternate, genes, frequency, people }: SelectedVariant): string {
  const calls = Object.entries(people).map(([id, { genotype, alternateReads, reads }]) => `${id} ${genotype}${alternateReads === null || reads === null ? '' : ` (${String(alternateReads)} of ${String(reads)} reads)`}`);
  return [family, `${chromosome}:${String(position)}`, `${reference}>${alternate}`, genes.join(',') || '.', frequency === null ? '.' : String(frequency), calls.join(', ')].join('\t');
}

const notesOf = (notes: readonly string[]): string => (notes.length === 0 ? '' : `\t${notes.join('; ')}`);
