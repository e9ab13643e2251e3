import { decisiveFor, pairFor, questionsFor } from '#electron/backend/ranking/case-advice.ts';
import { questionOfPacket } from '#electron/cli/case-question.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { readOneCase } from '#electron/cli/one-case.ts';
import { openKnowledge } from '#electron/cli/open-knowledge.ts';
import { absentFile } from '#electron/cli/packet-input.ts';
import { readCount, readWord } from '#electron/cli/parse-arguments.ts';
import { excludedModes } from '#electron/cli/ranking-options.ts';
import type { AskedTerm, DecisiveFinding, ExplainingPair } from '#shared/contract/advice-procedures.ts';
import { answerers, type Answerer } from '#shared/ranking/next-question/who-answers.ts';

export const questionCommand: CliCommand = {
  path: ['question'],
  usage: '--knowledge DIR_OR_RELEASE [--top N] [--excluded absence|mention|ignore] [--case ID] CASE',
  summary:
    'says what to ask or examine next (--top, 20 unless told): the terms whose answer is expected to tell most about the diagnosis, in bits, and who can answer; also the findings on which the first place hangs, and two diseases where they explain more together. --case chooses one of several in the file',
  options: ['knowledge', 'top', 'excluded', 'case'],
  flags: [],
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
  const absent = absentFile([path]);
  if (absent !== null) return refuse(io, absent);
  const packet = await readOneCase(path, caseId ?? null, io);
  if (!packet.ok) return refuse(io, packet.error);
  const knowledge = await openKnowledge(name, io);
  if (knowledge === null) return 2;
  try {
    const { patient, unusedIds } = questionOfPacket(packet.value, knowledge.resolve);
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
  if (questions.length === 0) return ['No question would change the picture.'];
  const lines = answerers.flatMap((answerer) => {
    const own = questions.filter(({ answeredBy }) => answeredBy === answerer);
    return own.length === 0 ? [] : [`${answererWords[answerer]}:`, ...own.map(questionLine), ''];
  });
  if (sensitivity.length > 0) lines.push('The first place hangs on:', ...sensitivity.map(({ termId, label, state, instead }) => `  ${termId}  ${label} (${state}); without it ${instead.name}, ${percent(instead.probability)}`), '');
  if (pair !== null) lines.push('Two diseases together explain more:', ...[pair.first, pair.second].map(({ diseaseId, name, explained }) => `  ${diseaseId}  ${name}: ${explained.map(({ label }) => label).join(', ')}`), '');
  return lines.slice(0, -1);
}

function questionLine({ termId, label, bits, yesProbability, ifYes }: AskedTerm): string {
  return `  ${bits.toFixed(2)} bits  ${termId}  ${label}: yes expected in ${percent(yesProbability)}, then ${ifYes.name} leads with ${percent(ifYes.probability)}`;
}

const percent = (probability: number): string => `${(100 * probability).toFixed(0)} %`;
