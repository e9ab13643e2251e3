import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CliIo } from '#electron/cli/cli-command.ts';
import { absentFile } from '#electron/cli/packet-input.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { refusal, type Result } from '#shared/base/result.ts';
import type { FamiliesReading } from '#shared/pedigree/formats/family-format.ts';
import { largestFamilyFile, readFamilies } from '#shared/pedigree/formats/read-families.ts';

/** Reads the families of a file in any of the formats, plain or gzip (bgzip too); `-` is standard input. */
export async function readFamilyFile(path: string, io: Pick<CliIo, 'readStandardInput'>): Promise<Result<FamiliesReading, Failure>> {
  const fileName = path === '-' ? 'standard input' : path;
  const absent = absentFile([path]);
  if (absent !== null) return refusal(failure('not-found', absent));
  try {
    if (path !== '-' && statSync(path).size > largestFamilyFile) return refusal(failure('invalid-input', `${fileName}: is larger than a file of a family can be`));
    const bytes = path === '-' ? await io.readStandardInput() : readFileSync(path);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    // The limit stops a small file that unpacks to fill the memory.
    const content = isGzip ? gunzipSync(bytes, { maxOutputLength: largestFamilyFile }) : bytes;
    return readFamilies({ fileName: fileName.replace(/\.gz$/i, ''), content });
  } catch {
    return refusal(failure('invalid-input', `${fileName}: could not be read, expected a file of a family, plain or gzip, of at most ${String(largestFamilyFile / 1024 / 1024)} MB`));
  }
}

/** Says on standard error why a file gave no family, a line for each reason. */
export function complainOf(problem: Failure, io: Pick<CliIo, 'complain'>): void {
  const errors = (problem.problems ?? []).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) io.complain(problem.message);
  for (const error of errors) io.complain(formatProblem(error));
}
