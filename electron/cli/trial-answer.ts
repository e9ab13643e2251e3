import type { TrialMatches, TrialMatching } from '#electron/backend/trials/match-trials.ts';
import { soughtDiseases, type StudyFit } from '#shared/trial/fit-study.ts';
import type { JudgedCriterion, VerdictCounts } from '#shared/trial/judge-study.ts';
import type { NearestSite } from '#shared/trial/match-studies.ts';
import type { StudyPhase, StudyStatus } from '#shared/trial/study.ts';
import type { TrackingState } from '#shared/trial/tracking.ts';
import type { DiseaseStanding } from '#shared/trial/trial-patient.ts';

/** What `trials match` answers, whether for a file or for a case of the vault. */
export interface MatchAnswer {
  readonly id: string;
  readonly release: string;
  readonly dataDate: string | null;
  readonly diseases: readonly { readonly id: string; readonly name: string; readonly standing: DiseaseStanding }[];
  readonly genes: readonly string[];
  readonly isDeceased: boolean;
  /** There are more than were looked at. */
  readonly isCut: boolean;
  readonly ms: number;
  readonly trials: readonly (VerdictCounts & {
    readonly id: string;
    readonly title: string;
    readonly status: StudyStatus | null;
    readonly phases: readonly StudyPhase[];
    readonly fit: StudyFit;
    readonly nearest: NearestSite | null;
    readonly state: TrackingState | null;
    readonly criteria: readonly JudgedCriterion[];
  })[];
}

export function answerOf(id: string, { question, matches, isCut }: TrialMatches, { patient, knowledge, store }: TrialMatching, limit: number): Omit<MatchAnswer, 'ms'> {
  return {
    id,
    release: knowledge.release.name,
    dataDate: store.summary().dataDate,
    diseases: soughtDiseases(patient).map(({ id: diseaseId, name, standing }) => ({ id: diseaseId, name, standing })),
    genes: question.genes,
    isDeceased: patient.isDeceased,
    isCut: isCut || matches.length > limit,
    trials: matches.slice(0, limit).map(({ study, fit, nearest, counts, criteria }) => ({ id: study.id, title: study.title, status: study.status, phases: study.phases, fit, nearest, ...counts, state: null, criteria })),
  };
}

export function answerLines(answer: MatchAnswer): readonly string[] {
  const lines = [`Looked for: ${[...answer.diseases.map(({ id, name, standing }) => `${name} (${id}, ${standing})`), ...answer.genes].join('; ') || 'nothing: no disease, gene or words'}`];
  lines.push(`Data of ${answer.dataDate ?? 'an unknown day'}. What follows is no decision: the study decides who may take part.`);
  if (answer.isDeceased) lines.push('The person is recorded as deceased.');
  if (answer.trials.length === 0) lines.push('', 'No trial was found. --status any shows those that take nobody.');
  for (const trial of answer.trials) {
    lines.push('', `${trial.id}  ${trial.title}`);
    lines.push(`  ${[trial.status?.toLowerCase().replaceAll('_', ' ') ?? 'status not stated', ...trial.phases.map((phase) => phase.toLowerCase()), placeText(trial.nearest), `by ${trial.fit.kind}: ${trial.fit.by}`].filter((part) => part !== '').join(', ')}`);
    lines.push(`  ${String(trial.met)} met, ${String(trial.notMet)} not met, ${String(trial.ask)} to ask`);
    for (const criterion of trial.criteria) lines.push(criterionLine(criterion));
  }
  if (answer.isCut) lines.push('', 'There are more. --top shows more of them.');
  return lines;
}

function criterionLine({ verdict, section, under, text, fact, question }: JudgedCriterion): string {
  const beside = [fact, question === null ? '' : `${question}?`].filter((part) => part !== '').join(' ');
  return `    ${verdict.replace('-', ' ').padEnd(8)} ${section.padEnd(9)} ${[...under, text].join(' > ')}${beside === '' ? '' : `  [${beside}]`}`;
}

function placeText(nearest: NearestSite | null): string {
  if (nearest === null) return '';
  const { site, km } = nearest;
  return `${[site.city, site.country].filter((part) => part !== '').join(', ')}${km === null ? '' : ` (${String(Math.round(km))} km)`}`;
}
