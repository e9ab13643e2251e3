import type { ReportProgress } from '#electron/backend/jobs/in-worker.ts';
import { readLines } from '#electron/backend/vcf/read-lines.ts';
import type { ByteSource } from '#electron/backend/vcf/vcf-source.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { createAssertionMatching, type AssertionMatches, type WatchedVariant } from '#shared/variant/assertions/match-assertions.ts';

export type AssertionsInFile = ByteSource & {
  readonly watched: readonly WatchedVariant[];
  /** Of a table that does not say it row by row. */
  readonly usualSource: string;
};

/** Goes through a list of public assertions once and gives those that are about one of the variants. */
export async function matchAssertionsInFile({ watched, usualSource, ...source }: AssertionsInFile, progress: ReportProgress): Promise<Result<AssertionMatches, Failure>> {
  const matching = createAssertionMatching(watched, usualSource);
  const read = await readLines(source, (done, total) => progress(done, total, 'Reading assertions'), (line, number) => {
    matching.line(line, number);
    return true;
  });
  if (!read.ok) return read;
  const found = matching.end();
  return found === null ? refusal(failure('invalid-input', 'This is no list of assertions. Choose ClinVar’s variant_summary.txt or its VCF file, or a table whose first line names the columns gene, hgvs and classification.')) : success(found);
}
