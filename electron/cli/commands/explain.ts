import { describeExplanation } from '#electron/backend/ranking/describe-explanation.ts';
import { questionOfPacket } from '#electron/cli/case-question.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { openKnowledge } from '#electron/cli/open-knowledge.ts';
import { readOneCase } from '#electron/cli/one-case.ts';
import { absentFile } from '#electron/cli/packet-input.ts';
import { readWord } from '#electron/cli/parse-arguments.ts';
import { excludedModes, readGenes } from '#electron/cli/ranking-options.ts';
import type { EvidencePart, Explanation } from '#shared/contract/knowledge-procedures.ts';
import { createRanker } from '#shared/ranking/ranker.ts';

export const explainCommand: CliCommand = {
  path: ['explain'],
  usage: '--knowledge DIR_OR_RELEASE --disease ID [--excluded absence|mention|ignore] [--genes SYMBOL=RATIO,…] [--case ID] CASE',
  summary: 'says what each term of a case speaks for or against a disease: how it matched, which annotation, log10 likelihood ratio, frequency and source; with priors they sum to the score. --case chooses one of several in the file',
  options: ['knowledge', 'disease', 'excluded', 'case', 'genes'],
  flags: [],
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
  const genes = readGenes(args);
  if (!genes.ok) return refuse(io, `nostos explain: ${genes.error}`);
  const absent = absentFile([path]);
  if (absent !== null) return refuse(io, absent);
  const packet = await readOneCase(path, caseId ?? null, io);
  if (!packet.ok) return refuse(io, packet.error);
  const knowledge = await openKnowledge(name, io);
  if (knowledge === null) return 2;
  try {
    const question = questionOfPacket(packet.value, knowledge.resolve);
    const explained = createRanker(knowledge.rankingIndex()).explain({ ...question.patient, genes: genes.value }, { excludedMode: excludedMode.value }, disease);
    if (explained === null) return refuse(io, `nostos explain: release ${knowledge.release.name} has no such disease to rank, expected an id as nostos rank lists them.`);
    const explanation = describeExplanation(explained, knowledge);
    if (args.flags.has('json')) io.print(JSON.stringify({ id: packet.value.id, release: knowledge.release.name, ...explanation, unused: question.unusedIds }));
    else for (const line of explanationLines(explanation)) io.print(line);
    return 0;
  } finally {
    knowledge.close();
  }
}

function explanationLines(explanation: Explanation): readonly string[] {
  const genes = explanation.genes.length === 0 ? '' : `  ${explanation.genes.join(', ')}`;
  const lines = [`${explanation.diseaseId}  ${explanation.name}${genes}`, `${rankText(explanation)}score ${signed(explanation.score)} (log10 of the likelihood ratio)`, ...(explanation.orphanet === undefined ? [] : [`Orphanet: the same as ${explanation.orphanet.id}${explanation.orphanet.prevalence === null ? '' : `, ${explanation.orphanet.prevalence}`}`]), ''];
  for (const part of explanation.parts) lines.push(partLine(part));
  for (const prior of explanation.priors) lines.push(`${signed(prior.log10)}  prior      ${prior.label}`);
  lines.push(`${signed(explanation.score)}  sum`);
  if (explanation.notRecorded.length > 0) lines.push('', 'Frequent in the disease and not recorded either way:');
  for (const term of explanation.notRecorded) lines.push(`  ${term.termId}  ${term.label}${term.frequencyText === null ? '' : `  ${term.frequencyText}`}`);
  return lines;
}

function partLine(part: EvidencePart): string {
  const matched = part.matchedId === null || part.matchedId === part.termId ? '' : ` ← ${part.matchedId} ${part.matchedLabel ?? ''}`;
  const source = [part.frequencyText ?? '', part.references.join(' ')].filter((piece) => piece !== '').join(', ');
  return `${signed(part.log10LikelihoodRatio)}  ${part.state.padEnd(9)}  ${part.termId}  ${part.label}: ${part.match}${matched}${source === '' ? '' : ` (${source})`}`;
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`.padStart(7);
const rankText = ({ rank, probability }: Explanation): string => (rank === null || probability === null ? '' : `rank ${rank}, probability ${percent(probability)}, `);
const percent = (probability: number): string => `${(100 * probability).toFixed(1)} %`;
