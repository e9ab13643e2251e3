import { decisiveFor, pairFor, questionsFor } from '#electron/backend/ranking/case-advice.ts';
import { questionOfPacket } from '#electron/cli/case-question.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { readOneCase } from '#electron/cli/one-case.ts';
import { openKnowledge } from '#electron/cli/open-knowledge.ts';
import { absentFile } from '#electron/cli/packet-input.ts';
import { percent } from '#electron/cli/percent.ts';
import { readCount, readWord } from '#electron/cli/parse-arguments.ts';
import { excludedModes, readStated, statedFlags, statedOptions, statedUsage, unknownGenes } from '#electron/cli/ranking-options.ts';
import type { AskedTerm, DecisiveFinding, ExplainingPair } from '#shared/contract/advice-procedures.ts';
import { answerers, type Answerer } from '#shared/ranking/next-question/who-answers.ts';

export const questionCommand: CliCommand = {
  path: ['question'],
  usage: `--knowledge DIR_OR_RELEASE [--top N] [--excluded absence|mention|ignore] ${statedUsage} [--case ID] CASE`,
  summary:
    'says what to ask or examine next (--top, 20 unless told): the terms whose answer is expected to tell most about the diagnosis, in bits, and who can answer; also the findings on which the first place hangs, and two diseases where they explain more together. --case chooses one of several in the file',
  options: ['knowledge', 'top', 'excluded', 'case', ...statedOptions],
  flags: statedFlags,
  run: ask,
};

const defaultTop = 20;

interface Advice {
  readonly questions: readonly AskedTerm[];
  readonly sensitivity: readonly DecisiveFinding[];
  readonly pair: ExplainingPair | null;
}

async function ask(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const { knowledge: name, case: caseId } = args.options;
  const [path, ...more] = args.positional;
  if (name === undefined) return refuse(io, 'nostos question: --knowledge is missing, expected the name of a release or a folder.');
  if (path === undefined || more.length > 0) return refuse(io, 'nostos question: expected one file with a case.');
  const top = readCount(args, 'top', defaultTop, { least: 1, most: 1_000 });
  if (!top.ok) return refuse(io, `nostos question: ${top.error}`);
  const excludedMode = readWord(args, 'excluded', 'absence', excludedModes);
  if (!excludedMode.ok) return refuse(io, `nostos question: ${excludedMode.error}`);
  const stated = readStated(args);
  if (!stated.ok) return refuse(io, `nostos question: ${stated.error}`);
  const absent = absentFile([path]);
  if (absent !== null) return refuse(io, absent);
  const packet = await readOneCase(path, caseId ?? null, io);
  if (!packet.ok) return refuse(io, packet.error);
  const knowledge = await openKnowledge(name, io);
  if (knowledge === null) return 2;
  try {
    for (const sentence of unknownGenes(stated.value, knowledge)) io.complain(`nostos question: ${sentence}`);
    const { patient: findings, unusedIds } = questionOfPacket(packet.value, knowledge.resolve);
    const patient = { ...findings, ...stated.value };
    const begin = performance.now();
    const questions = questionsFor(knowledge, patient, [], { excludedMode: excludedMode.value, limit: top.value });
    const milliseconds = performance.now() - begin;
    const advice = { questions, sensitivity: decisiveFor(knowledge, patient, excludedMode.value), pair: pairFor(knowledge, patient, excludedMode.value) };
    if (args.flags.has('json')) io.print(JSON.stringify({ id: packet.value.id, release: knowledge.release.name, ms: milliseconds, ...advice, unused: unusedIds }));
    else for (const line of adviceLines(advice)) io.print(line);
    return 0;
  } finally {
    knowledge.close();
  }
}

const answererWords: Readonly<Record<Answerer, string>> = { family: 'Ask the family', examination: 'Examine', imaging: 'Look for on images', laboratory: 'Test in the laboratory' };

function adviceLines({ questions, sensitivity, pair }: Advice): readonly string[] {
  const nothing = questions.length === 0 ? ['No single answer is expected to tell the candidates apart by 0.01 bits or more.', ''] : [];
  const lines = answerers.flatMap((answerer) => {
    const own = questions.filter(({ answeredBy }) => answeredBy === answerer);
    return own.length === 0 ? [] : [`${answererWords[answerer]}:`, ...own.map(questionLine), ''];
  });
  if (sensitivity.length === 0) lines.push('No single finding decides who leads.', '');
  else lines.push('The first place hangs on:', ...sensitivity.map(({ termId, label, state, instead }) => `  ${termId}  ${label} (${state}); without it ${leader(instead)}`), '');
  if (pair !== null) lines.push(`Two diseases together explain more, odds against the best single one ${oddsText(pair.log10Odds)} to 1:`, ...[pair.first, pair.second].map(({ diseaseId, name, explained }) => `  ${diseaseId}  ${name}: ${explained.map(({ label }) => label).join(', ')}`), '');
  return [...nothing, ...lines].slice(0, -1);
}

function questionLine({ termId, label, bits, yesProbability, ifYes, ifNo }: AskedTerm): string {
  return `  ${bits.toFixed(2)} bits  ${termId}  ${label}: yes expected in ${percent(yesProbability)}, then ${leader(ifYes)}; if no ${leader(ifNo)}`;
}

/** Beyond a thousand the findings of one patient, which hang together, no longer carry the figure. */
const oddsText = (log10Odds: number): string => (log10Odds > 3 ? '> 1,000' : (10 ** log10Odds).toFixed(log10Odds < 1 ? 1 : 0));
const leader = ({ name, probability, noneOfThese }: AskedTerm['ifYes']): string => `${name} ${percent(probability)}, none of these ${percent(noneOfThese)}`;
