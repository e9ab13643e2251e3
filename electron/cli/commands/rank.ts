import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { questionOfPacket } from '#electron/cli/case-question.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { remembering } from '#electron/backend/knowledge/term-vocabulary.ts';
import { openKnowledge } from '#electron/cli/open-knowledge.ts';
import { absentFile, readPackets } from '#electron/cli/packet-input.ts';
import { readCount, readWord } from '#electron/cli/parse-arguments.ts';
import { excludedModes, readStated, statedFlags, statedOptions, statedUsage, unknownGenes, type StatedOptions } from '#electron/cli/ranking-options.ts';
import { counted } from '#shared/base/counted.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { ReadPhenopacket } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { createRanker } from '#shared/ranking/ranker.ts';
import type { Ranker, RankingChoice } from '#shared/ranking/ranking.ts';

export const rankCommand: CliCommand = {
  path: ['rank'],
  usage: `--knowledge DIR_OR_RELEASE [--top N] [--excluded absence|mention|ignore] ${statedUsage} [--out FILE] CASES…`,
  summary:
    'ranks the diseases of a release for each phenopacket: one JSON object a case with its id, ms (time of the ranking alone) and candidates, best first (--top, 200 unless told). Sees the findings only; --genes names genes found in the patient and --inheritance modes of inheritance (AD, AR, XL, XLD, XLR, YL, MT), each with the ratio you state for it; --no-genes and --no-inheritance leave them out again. What took part stands beside the candidates',
  options: ['knowledge', 'top', 'excluded', ...statedOptions],
  flags: statedFlags,
  run: rank,
};

interface RankOptions extends RankingChoice {
  readonly knowledge: string;
  readonly files: readonly string[];
  readonly stated: StatedOptions;
}

interface RankingSetup {
  readonly ranker: Ranker;
  readonly resolve: KnowledgeFile['resolve'];
  readonly release: string;
  readonly choice: RankingChoice;
  readonly stated: StatedOptions;
}

interface Tally {
  caseCount: number;
  errorCount: number;
  refusedCount: number;
  unusedCount: number;
  casesWithUnused: number;
}

async function rank(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const options = readOptions(args);
  if (!options.ok) return refuse(io, `nostos rank: ${options.error}`);
  const absent = absentFile(options.value.files);
  if (absent !== null) return refuse(io, absent);
  const knowledge = await openKnowledge(options.value.knowledge, io);
  if (knowledge === null) return 2;
  try {
    const setup: RankingSetup = { ranker: createRanker(knowledge.rankingIndex()), resolve: remembering(knowledge.resolve), release: knowledge.release.name, choice: options.value, stated: options.value.stated };
    for (const sentence of unknownGenes(setup.stated, knowledge)) io.complain(`nostos rank: ${sentence}`);
    const tally: Tally = { caseCount: 0, errorCount: 0, refusedCount: 0, unusedCount: 0, casesWithUnused: 0 };
    for (const path of options.value.files) {
      const unreadable = await rankFile(path, setup, io, tally);
      if (unreadable !== null) return refuse(io, unreadable);
    }
    return conclude(tally, setup, io);
  } finally {
    knowledge.close();
  }
}

async function rankFile(path: string, setup: RankingSetup, io: CliIo, tally: Tally): Promise<string | null> {
  for await (const input of readPackets(path, io, null)) {
    if (input.kind === 'unreadable') return input.message;
    for (const problem of input.reading.problems) {
      if (problem.severity !== 'error') continue;
      tally.errorCount += 1;
      io.complain(formatProblem(problem));
    }
    tally.refusedCount += input.reading.refusedCount;
    for (const packet of input.reading.packets) {
      io.print(JSON.stringify(rankPacket(packet, setup, tally)));
      tally.caseCount += 1;
      io.progress(tally.caseCount, null, 'cases ranked');
    }
  }
  return null;
}

function rankPacket(packet: ReadPhenopacket, setup: RankingSetup, tally: Tally) {
  const question = questionOfPacket(packet, setup.resolve);
  if (question.unusedIds.length > 0) {
    tally.unusedCount += question.unusedIds.length;
    tally.casesWithUnused += 1;
  }
  const begin = performance.now();
  const ranking = setup.ranker.rank({ ...question.patient, ...setup.stated }, setup.choice);
  const ms = performance.now() - begin;
  return {
    id: packet.id,
    ms: Math.round(ms * 1_000) / 1_000,
    candidates: ranking.candidates.map((candidate) => ({ id: candidate.diseaseId, name: candidate.name, score: candidate.score, probability: candidate.probability, genes: candidate.genes })),
    noneOfThese: ranking.noneOfTheseProbability,
    others: ranking.others,
    stated: setup.stated,
    unused: question.unusedIds,
    release: setup.release,
    algorithm: ranking.algorithm,
  };
}

function conclude(tally: Tally, setup: RankingSetup, io: CliIo): ExitCode {
  if (tally.caseCount === 0) return refuse(io, 'nostos rank: no case could be read, expected phenopackets');
  if (tally.unusedCount > 0) io.complain(`nostos rank: ${counted(tally.unusedCount, 'term')} of ${counted(tally.casesWithUnused, 'case')} took no part: no phenotypic abnormality of release ${setup.release}.`);
  return tally.errorCount > 0 || tally.refusedCount > 0 ? 1 : 0;
}

function readOptions(args: ParsedArguments): Result<RankOptions, string> {
  const knowledge = args.options['knowledge'];
  if (knowledge === undefined) return refusal('--knowledge is missing, expected the name of a release or a folder.');
  if (args.positional.length === 0) return refusal('no case is given, expected files of phenopackets or - for standard input.');
  const limit = readCount(args, 'top', 200, { least: 1, most: 100_000 });
  if (!limit.ok) return limit;
  const excludedMode = readWord(args, 'excluded', 'absence', excludedModes);
  if (!excludedMode.ok) return excludedMode;
  const stated = readStated(args);
  if (!stated.ok) return stated;
  return success({ knowledge, stated: stated.value, files: args.positional, limit: limit.value, excludedMode: excludedMode.value });
}
