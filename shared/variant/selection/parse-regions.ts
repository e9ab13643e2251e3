import { refusal, success, type Result } from '#shared/base/result.ts';
import { chromosomeName } from '#shared/variant/selection/genome-region.ts';
import type { GenomeRegion } from '#shared/variant/selection/select-variants.ts';

/** Reads `10:123200000-123400000, X` separated by commas, semicolons or lines; a chromosome alone is all of it. */
export function parseRegions(text: string): Result<readonly GenomeRegion[], string> {
  return regionsOf(text.split(/[\s;]+|,(?!\d{3}\b)/).map((part) => part.replaceAll(',', '')), (part) => {
    const [, chromosome, from, to] = /^([\w.]+):(\d+)-(\d+)$/.exec(part) ?? [];
    if (chromosome === undefined) return /^(?:chr)?(?:\d{1,2}|[XYM]|MT)$/i.test(part) ? { chromosome: part, from: 1, to: Number.MAX_SAFE_INTEGER } : null;
    return { chromosome, from: Number(from), to: Number(to) };
  });
}

/** Reads a BED file, whose first position counts from 0. */
export function parseBed(text: string): Result<readonly GenomeRegion[], string> {
  return regionsOf(text.split(/\r?\n/).filter((line) => !/^(?:#|track|browser)/.test(line)), (line) => {
    const [, chromosome, from, to] = /^(\S+)\s+(\d+)\s+(\d+)/.exec(line) ?? [];
    return chromosome === undefined ? null : { chromosome, from: Number(from) + 1, to: Number(to) };
  });
}

function regionsOf(parts: readonly string[], read: (part: string) => GenomeRegion | null): Result<readonly GenomeRegion[], string> {
  const regions: GenomeRegion[] = [];
  for (const part of parts.map((one) => one.trim()).filter((one) => one !== '')) {
    const region = read(part);
    if (region === null || region.from > region.to) return refusal(part.slice(0, 60));
    regions.push({ ...region, chromosome: chromosomeName(region.chromosome) });
  }
  return success(regions);
}
