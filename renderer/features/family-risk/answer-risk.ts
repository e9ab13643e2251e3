import { personReport, riskReport, type PersonReport, type RiskQuestion, type RiskReport } from '#shared/inheritance/risk-report.ts';

export interface RiskAsked {
  readonly question: RiskQuestion;
  readonly personId: string;
}

export interface RiskAnswer {
  readonly report: RiskReport;
  /** Of the person asked about; null where there are no numbers. */
  readonly person: PersonReport | null;
}

export function answerRisk({ question, personId }: RiskAsked, known: RiskReport | null = null): RiskAnswer {
  const report = known ?? riskReport(question);
  return { report, person: report.kind === 'known' ? personReport(question, report.mode, personId) : null };
}
