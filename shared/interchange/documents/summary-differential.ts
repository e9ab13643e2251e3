import { heading, paragraph, plain, soft, strong, type Block, type Cell, type Words } from '#shared/interchange/documents/document.ts';
import { firstLetterLarge, saidDate } from '#shared/interchange/documents/said.ts';
import { shortened } from '#shared/interchange/documents/summary-findings.ts';
import type { Reason, SummaryCandidate, SummaryDifferential, SummarySource } from '#shared/interchange/documents/summary-source.ts';
import type { Candidate, CandidateState } from '#shared/casefile/case-record.ts';

export const stateWords: Readonly<Record<CandidateState, string>> = { confirmed: 'confirmed', working: 'working diagnosis', suspected: 'suspected', 'ruled-out': 'ruled out' };
const stateOrder: readonly CandidateState[] = ['confirmed', 'working', 'suspected', 'ruled-out'];

/** What the clinic thinks, and beside it what the findings alone speak for, with their reasons. */
export function differentialSection({ file, differential }: SummarySource): readonly Block[] {
  const decided = file.candidates.toSorted((first, second) => stateOrder.indexOf(first.state) - stateOrder.indexOf(second.state));
  if (decided.length === 0 && differential === null) return [];
  return [
    heading('Diagnoses considered'),
    ...(decided.length === 0 ? [] : [{ kind: 'list', items: decided.map(decidedWords) } as const]),
    ...(differential === null ? [] : rankedBlocks(differential)),
  ];
}

function decidedWords({ diseaseName, diseaseId, state, reason, decidedOn }: Candidate): Words {
  return [strong(diseaseName), soft(` (${diseaseId})`), plain(`: ${stateWords[state]}, ${saidDate(decidedOn)}`), ...(reason === '' ? [] : [plain(`. ${shortened(reason, 500)}`)])];
}

function rankedBlocks({ candidates, noneOfThese, others, release, algorithm }: SummaryDifferential): readonly Block[] {
  const rest = `None of these: ${percent(noneOfThese)}. The other ${String(others.count)} diseases of the release together: ${percent(others.probability)}. Release ${release}, method ${algorithm}.`;
  return [
    {
      kind: 'table',
      caption: 'Reckoned from findings and classified variants. In brackets log10 of each likelihood ratio: +1 makes the disease ten times likelier',
      columns: [{ label: 'Disease', share: 30 }, { label: 'Probability', share: 12, isNumeric: true }, { label: 'Speaks for it', share: 30 }, { label: 'Speaks against it, or is not known', share: 28 }],
      rows: candidates.map(candidateRow),
    },
    paragraph(rest, 'small'),
  ];
}

/** Of more reasons than these the rest change little. */
const mostReasons = 5;
/** Evidence below this is none: a likelihood ratio within 10 % of 1. */
const leastEvidence = 0.05;

function candidateRow(candidate: SummaryCandidate): readonly Cell[] {
  const { rank, name, diseaseId, genes, probability, state, reasons, notRecorded } = candidate;
  const about = [diseaseId, ...(genes.length === 0 ? [] : [genes.join(', ')]), ...(state === null ? [] : [stateWords[state]])].join(', ');
  return [
    [[strong(`${String(rank)}. ${name}`)], [soft(about)]],
    [percent(probability)],
    reasonsCell(reasons.filter(({ log10 }) => log10 >= leastEvidence)),
    [...reasonsCell(reasons.filter(({ log10 }) => log10 <= -leastEvidence)), ...(notRecorded.length === 0 ? [] : [[soft(`Not looked for: ${notRecorded.slice(0, 3).join(', ')}`)]])],
  ];
}

/** One after the other, strongest first. */
function reasonsCell(reasons: readonly Reason[]): Cell {
  const told = reasons.toSorted((first, second) => Math.abs(second.log10) - Math.abs(first.log10)).slice(0, mostReasons);
  if (told.length === 0) return [];
  return [told.flatMap(({ label, log10 }, index) => [plain(`${index === 0 ? '' : '; '}${index === 0 ? firstLetterLarge(label) : label}`), soft(` (${log10 > 0 ? '+' : '−'}${Math.abs(log10).toFixed(1)})`)])];
}

/** `71 %`, `6.4 %`, `< 0.1 %`: never a zero that is not zero. */
export function percent(probability: number): string {
  const value = probability * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  if (value >= 99.5 && probability < 1) return '> 99 %';
  return `${value.toFixed(value < 9.95 && value > 0 ? 1 : 0)} %`;
}
