import * as z from 'zod';
import { checkReadFamily } from '#shared/pedigree/formats/check-family.ts';
import type { FamiliesReading, FamilyText, NamedFamily, ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { readJson } from '#shared/pedigree/formats/read-json.ts';
import type { WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import { familySchema } from '#shared/pedigree/family.ts';

export const nostosFormatName = 'nostos-family';
/** Rises when what a family holds changes so that an older Nostos would misread it. */
const version = 1;

const fileSchema = z.object({ format: z.literal(nostosFormatName), version: z.literal(version), families: z.array(z.object({ name: z.string().max(300), family: familySchema })).min(1).max(10_000) });

/** Families with everything that is said of them, ids included. */
export function writeNostosFile(families: readonly NamedFamily[]): WrittenFile {
  const text = `${JSON.stringify({ format: nostosFormatName, version, families }, null, 2)}\n`;
  return { text, written: families.map(({ name, family }) => ({ name, family, fileIds: new Map(family.individuals.map(({ id }) => [id, id])), addedIds: new Set<string>() })) };
}

export function readNostosFile(input: FamilyText): FamiliesReading {
  const read = readJson(input);
  if (!read.ok) return { format: 'nostos', families: [], problems: [read.error] };
  const checked = fileSchema.safeParse(read.value.value);
  if (!checked.success) {
    const problems = checked.error.issues.slice(0, 20).map(({ path, message }): ReaderProblem => ({ severity: 'error', rule: path[0] === 'version' ? 'other-version' : 'not-a-family', message: path[0] === 'version' ? `the file is of another version, expected version ${String(version)}; open it with a newer Nostos` : message.toLowerCase(), pointer: path.map((part) => `/${String(part)}`).join('') }));
    return { format: 'nostos', families: [], problems: read.value.placed(problems) };
  }
  const families: NamedFamily[] = [];
  const problems: ReaderProblem[] = [];
  checked.data.families.forEach((named, index) => {
    const found = checkReadFamily(named.family, { fileName: input.fileName });
    if (found.length === 0) families.push(named);
    else problems.push(...found.map((problem) => ({ ...problem, pointer: `/families/${String(index)}` })));
  });
  return { format: 'nostos', families, problems: read.value.placed(problems) };
}
