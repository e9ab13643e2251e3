import { describeExplanation } from '#electron/backend/ranking/describe-explanation.ts';
import { questionOfPacket } from '#electron/cli/case-question.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { openKnowledge } from '#electron/cli/open-knowledge.ts';
import { readOneCase } from '#electron/cli/one-case.ts';
import { percent } from '#electron/cli/percent.ts';
import { absentFile } from '#electron/cli/packet-input.ts';
import { readWord } from '#electron/cli/parse-arguments.ts';
import { excludedModes, readStated, statedFlags, statedOptions, statedUsage, unknownGenes } from '#electron/cli/ranking-options.ts';
import type { EvidencePart, Explanation } from '#shared/contract/knowledge-procedures.ts';
import { createRanker } from '#shared/ranking/ranker.ts';
import { priorSubjects, type PriorSubject } from '#shared/ranking/ranking.ts';
import { shownEvidence, type ShownEvidence } from '#shared/ranking/shown-evidence.ts';

export const explainCommand: CliCommand = {
  path: ['explain'],
  usage: `--knowledge DIR_OR_RELEASE --disease ID [--excluded absence|mention|ignore] ${statedUsage} [--case ID] CASE`,
  summary: 'says what each term of a case speaks for or against a disease: how it matched, which annotation, log10 likelihood ratio, frequency and source; with how well the disease is described, and a gene or mode of inheritance stated, each apart, they sum to the score. Figures are rounded so that those printed add up; --json gives them exactly. --case chooses one of several in the file',
  options: ['knowledge', 'disease', 'excluded', 'case', ...statedOptions],
  flags: statedFlags,
  run: explain,
};

async function explain(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const { knowledge: name, disease, case: caseId } = args.options;
  const [path, ...more] = args.positional;
  if (name === undefined) return refuse(io, 'nostos explain: --knowledge is missing, expected the name of a release or a folder.');
  if (disease === undefined) return refuse(io, 'nostos explain: --disease is missing, expected an id such as OMIM:154700.');
  if (path === undefined || more.length > 0) return refuse(io, 'nostos explain: expected one file with a case.');
  const excludedMode = readWord(args, 'excluded', 'absence', excludedModes);
  if (!excludedMode.ok) return refuse(io, `nostos explain: ${excludedMode.error}`);
  const stated = readStated(args);
  if (!stated.ok) return refuse(io, `nostos explain: ${stated.error}`);
  const absent = absentFile([path]);
  if (absent !== null) return refuse(io, absent);
  const packet = await readOneCase(path, caseId ?? null, io);
  if (!packet.ok) return refuse(io, packet.error);
  const knowledge = await openKnowledge(name, io);
  if (knowledge === null) return 2;
  try {
    const question = questionOfPacket(packet.value, knowledge.resolve);
    for (const sentence of unknownGenes(stated.value, knowledge)) io.complain(`nostos explain: ${sentence}`);
    const ranker = createRanker(knowledge.rankingIndex());
    const patient = { ...question.patient, ...stated.value };
    const explained = ranker.explain(patient, { excludedMode: excludedMode.value }, disease);
    if (explained === null) return refuse(io, `nostos explain: release ${knowledge.release.name} has no such disease to rank, expected an id as nostos rank lists them.`);
    const explanation = describeExplanation(explained, knowledge);
    const noneOfThese = ranker.rank(patient, { excludedMode: excludedMode.value, limit: 1 }).noneOfTheseProbability;
    if (args.flags.has('json')) io.print(JSON.stringify({ id: packet.value.id, release: knowledge.release.name, ...explanation, noneOfThese, unused: question.unusedIds }));
    else for (const line of explanationLines(explanation, noneOfThese)) io.print(line);
    return 0;
  } finally {
    knowledge.close();
  }
}

function explanationLines(explanation: Explanation, noneOfThese: number): readonly string[] {
  const genes = explanation.genes.length === 0 ? '' : `  ${explanation.genes.join(', ')}`;
  const shown = shownEvidence(explanation);
  const lines = [`${explanation.diseaseId}  ${explanation.name}${genes}`, standing(explanation, noneOfThese), ...(explanation.orphanet === undefined ? [] : [`Orphanet: the same as ${explanation.orphanet.id}${explanation.orphanet.prevalence === null ? '' : `, ${explanation.orphanet.prevalence}`}`]), ''];
  explanation.parts.forEach((part, place) => lines.push(partLine(part, shown.parts[place] ?? 0)));
  for (const subject of priorSubjects) lines.push(...priorLines(explanation, shown, subject));
  lines.push(`${signed(shown.sum)}  sum (log10 of the likelihood ratio)`);
  if (explanation.notRecorded.length > 0) lines.push('', 'Frequent in the disease and not recorded either way:');
  for (const term of explanation.notRecorded) lines.push(`  ${term.termId}  ${term.label}${term.frequencyText === null ? '' : `  ${term.frequencyText}`}`);
  return lines;
}

function standing({ rank, probability }: Explanation, noneOfThese: number): string {
  const own = rank === null || probability === null ? 'not ranked' : `rank ${rank}, probability ${percent(probability)}`;
  return `${own}; none of these ${percent(noneOfThese)}`;
}

function partLine(part: EvidencePart, value: number): string {
  const matched = part.matchedId === null || part.matchedId === part.termId ? '' : ` ← ${part.matchedId} ${part.matchedLabel ?? ''}`;
  const source = [part.frequencyText ?? '', part.references.join(' ')].filter((piece) => piece !== '').join(', ');
  return `${signed(value)}  ${part.state.padEnd(11)}  ${part.termId}  ${part.label}: ${part.match}${matched}${source === '' ? '' : ` (${source})`}`;
}

const subjectWords: Readonly<Record<PriorSubject, string>> = { disease: 'described    how well described, against the average', gene: 'gene         found in the patient', inheritance: 'inheritance  stated for the patient' };

/** The line of one subject, which counts in the sum, and below it the parts that it is made of. */
function priorLines({ priors }: Explanation, shown: ShownEvidence, subject: PriorSubject): readonly string[] {
  const own = priors.flatMap(({ about, label }, place) => (about === subject ? [`${' '.repeat(22)}of it ${signed(shown.priors[place] ?? 0)}  ${label}`] : []));
  return own.length === 0 ? [] : [`${signed(shown.ofSubject[subject])}  ${subjectWords[subject]}`, ...own];
}

/** `0.00` without a sign. */
const signed = (value: number): string => `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toFixed(2)}`.padStart(7);
