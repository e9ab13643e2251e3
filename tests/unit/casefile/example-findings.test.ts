import { expect, test } from 'vitest';
import { exampleFamilies } from '#shared/casefile/example-families.ts';
import { exampleFindings } from '#shared/casefile/example-findings.ts';
import { findingFromLine } from '#shared/casefile/finding-from-line.ts';
import { parseReportLine } from '#shared/variant/hgvs/parse-report-line.ts';

test('every example finding is read whole from its line, and names a case and people that there are', () => {
  const unread = exampleFindings.filter(({ line }) => {
    const read = parseReportLine(line);
    const finding = findingFromLine(read);
    return read.problems.length > 0 || !finding.isEnough || finding.reported === null || finding.genotype.state === 'unknown';
  });
  expect(unread).toEqual([]);
  const strangers = exampleFindings.flatMap(({ reference, relatives }) => {
    const people = exampleFamilies.find((family) => family.case.reference === reference)?.family.individuals ?? [];
    return Object.keys(relatives).filter((name) => !people.some(({ givenName }) => givenName === name)).concat(people.length === 0 ? [reference] : []);
  });
  expect(strangers).toEqual([]);
});
