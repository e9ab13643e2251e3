import type { Finding, Report } from '#shared/interchange/phenopacket/check-message.ts';

/** The findings of one document, in the order found. */
export interface Findings {
  readonly report: Report;
  readonly list: () => readonly Finding[];
  readonly unlistedCount: () => number;
}

/** Of each severity; the rest is only counted, so that a hostile file cannot fill the memory and warnings cannot crowd out errors. */
const mostOfEach = 1_000;

export function createFindings(): Findings {
  const listed: Finding[] = [];
  const counts = { error: 0, warning: 0 };
  return {
    report: (finding) => {
      counts[finding.severity] += 1;
      if (counts[finding.severity] <= mostOfEach) listed.push(finding);
    },
    list: () => listed,
    unlistedCount: () => counts.error + counts.warning - listed.length,
  };
}
