import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { CliIo, ParsedArguments } from '#electron/cli/cli-command.ts';
import { absentFile } from '#electron/cli/packet-input.ts';
import { complainOf, readFamilyFile } from '#electron/cli/read-family-file.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { geneticFamily, type GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import type { Condition, Family } from '#shared/pedigree/family.ts';

/** A family of the file, ready for counting genes. Its people are called `family/id` in results where the file holds more than one. */
export interface GeneticInput {
  readonly family: Family;
  readonly genetic: GeneticFamily;
  readonly publicId: (id: string) => string;
}

/** Reads the one file of a command; null after saying why not. */
export async function readGeneticFamilies(args: ParsedArguments, io: CliIo, command: string): Promise<readonly GeneticInput[] | null> {
  const [path, ...more] = args.positional;
  if (path === undefined || more.length > 0) return complained(io, `nostos ${command}: expected one file with a family.`);
  const read = await readFamilyFile(path, io);
  if (!read.ok) {
    complainOf(read.error, io);
    return null;
  }
  const isOne = read.value.families.length === 1;
  const inputs: GeneticInput[] = [];
  for (const { name, family } of read.value.families) {
    const genetic = geneticFamily(family);
    if (!genetic.ok) return complained(io, `${path}: ${isOne ? '' : `family ${name}: `}${genetic.error.message}`);
    inputs.push({ family, genetic: genetic.value, publicId: (id) => (isOne ? id : `${name}/${id}`) });
  }
  return inputs;
}

/** The condition that is asked about: by name, else the first of the family; null where the family has none. */
export function conditionOf(family: Family, name: string | undefined): Condition | null {
  return family.conditions.find((condition) => name === undefined || condition.name.toLowerCase() === name.toLowerCase()) ?? null;
}

/** A number of an option from 0 to 1, or `fallback` where it is not given. */
export function readShare<Fallback>(args: ParsedArguments, name: string, fallback: Fallback): Result<number | Fallback, string> {
  const text = args.options[name];
  if (text === undefined) return success(fallback);
  const value = Number(text);
  return text.trim() !== '' && value >= 0 && value <= 1 ? success(value) : refusal(`--${name}: not a probability, expected a number from 0 to 1.`);
}

const share = z.number().min(0).max(1);
const copies = z.union([z.literal(0), z.literal(1), z.literal(2)]);
const testSchema = z.strictObject({ result: z.enum(['positive', 'negative']), sensitivity: share, specificity: share });
const evidenceSchema = z.record(
  z.string(),
  z.strictObject({ genotype: copies.optional(), test: z.union([testSchema, z.array(testSchema).max(20)]).optional(), age: z.number().min(0).max(130).optional(), penetrance: share.optional() }),
);
const genotypesSchema = z.record(z.string(), z.union([copies, z.looseObject({ genotype: copies })]));

/** What `--evidence FILE` says of each person, by the names that results use. */
export function readEvidenceFile(path: string): Result<ReadonlyMap<string, MemberEvidence>, string> {
  const read = readJson(path, evidenceSchema, 'an object of people such as {"II-1": {"test": {"result": "negative", "sensitivity": 0.9, "specificity": 1}}}');
  if (!read.ok) return read;
  return success(new Map(Object.entries(read.value).map(([id, { genotype, test, age, penetrance }]) => [id, { copies: genotype, tests: test === undefined ? undefined : [test].flat(), ageInYears: age, penetrance }])));
}

/** What `--genotypes FILE` says: how many copies of the variant each tested person has. JSON, or lines of an id and a number. */
export function readGenotypesFile(path: string): Result<ReadonlyMap<string, 0 | 1 | 2>, string> {
  const text = readText(path);
  if (!text.ok) return text;
  if (!text.value.trimStart().startsWith('{')) return readGenotypeLines(path, text.value);
  const read = readJson(path, genotypesSchema, 'an object of people such as {"II-1": 1}');
  return read.ok ? success(new Map(Object.entries(read.value).map(([id, value]) => [id, typeof value === 'object' ? value.genotype : value]))) : read;
}

function readGenotypeLines(path: string, text: string): Result<ReadonlyMap<string, 0 | 1 | 2>, string> {
  const genotypes = new Map<string, 0 | 1 | 2>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [id, count, ...more] = line.trim().split(/[\s,;]+/);
    const value = copies.safeParse(Number(count));
    if (id === undefined || !value.success || more.length > 0) return refusal(`${path}:${String(index + 1)}: not a genotype, expected a person and 0, 1 or 2 copies of the variant`);
    if (genotypes.has(id)) return refusal(`${path}:${String(index + 1)}: this person has a genotype already, expected one a person`);
    genotypes.set(id, value.data);
  }
  return genotypes.size === 0 ? refusal(`${path}: holds no genotype, expected lines of a person and 0, 1 or 2`) : success(genotypes);
}

function readJson<Schema extends z.ZodType>(path: string, schema: Schema, expected: string): Result<z.infer<Schema>, string> {
  const text = readText(path);
  if (!text.ok) return text;
  try {
    const parsed = schema.safeParse(JSON.parse(text.value));
    if (parsed.success) return success(parsed.data);
    const [issue] = parsed.error.issues;
    return refusal(`${path}: ${issue === undefined || issue.path.length === 0 ? '' : `at /${issue.path.join('/')}: `}${issue?.message ?? 'not understood'}, expected ${expected}`);
  } catch {
    return refusal(`${path}: is not JSON, expected ${expected}`);
  }
}

function readText(path: string): Result<string, string> {
  const absent = absentFile([path]);
  if (absent !== null) return refusal(absent);
  try {
    return success(readFileSync(path, 'utf8'));
  } catch {
    return refusal(`${path}: could not be read, expected a file`);
  }
}

export function complained(io: Pick<CliIo, 'complain'>, message: string): null {
  io.complain(message);
  return null;
}
