import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { vocabularyOf } from '#electron/backend/knowledge/term-vocabulary.ts';
import { openKnowledge } from '#electron/cli/open-knowledge.ts';
import { absentFile, readPackets } from '#electron/cli/packet-input.ts';
import { counted } from '#shared/base/counted.ts';
import { formatProblem, type Problem } from '#shared/base/problem.ts';
import type { TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';

export const phenopacketCheckCommand: CliCommand = {
  path: ['phenopacket', 'check'],
  usage: '[--knowledge DIR_OR_RELEASE] FILES…',
  summary: 'checks phenopackets (JSON or JSON Lines, version 1 or 2), and with --knowledge their terms too; exit code 1 where one has errors. With --json an array of findings',
  options: ['knowledge'],
  flags: [],
  run: check,
};

interface Checked {
  readonly findings: Problem[];
  packetCount: number;
  refusedCount: number;
}

async function check(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  if (args.positional.length === 0) return refuse(io, 'nostos phenopacket check: no file is given, expected one or more.');
  const absent = absentFile(args.positional);
  if (absent !== null) return refuse(io, absent);
  const name = args.options['knowledge'];
  const knowledge = name === undefined ? null : await openKnowledge(name, io);
  if (name !== undefined && knowledge === null) return 2;
  try {
    const checked: Checked = { findings: [], packetCount: 0, refusedCount: 0 };
    for (const path of args.positional) {
      const unreadable = await checkFile(path, io, knowledge === null ? null : vocabularyOf(knowledge), checked);
      if (unreadable !== null) return refuse(io, unreadable);
    }
    return tell(checked, args.flags.has('json'), io);
  } finally {
    knowledge?.close();
  }
}

async function checkFile(path: string, io: CliIo, vocabulary: TermVocabulary | null, checked: Checked): Promise<string | null> {
  for await (const input of readPackets(path, io, vocabulary)) {
    if (input.kind === 'unreadable') return input.message;
    checked.packetCount += input.reading.packets.length;
    checked.refusedCount += input.reading.refusedCount;
    for (const problem of input.reading.problems) checked.findings.push(problem);
    io.progress(checked.packetCount, null, 'packets checked');
  }
  return null;
}

/** The findings are the result; errors also go to standard error, unless both would be read on the same terminal. */
function tell(checked: Checked, asJson: boolean, io: CliIo): ExitCode {
  const errors = checked.findings.filter((finding) => finding.severity === 'error');
  if (asJson) io.print(JSON.stringify(checked.findings));
  else {
    for (const finding of checked.findings) io.print(`${finding.severity}: ${formatProblem(finding)} [${finding.rule}]`);
    const warningCount = checked.findings.length - errors.length;
    io.print(`${counted(checked.packetCount, 'packet')} read, ${checked.refusedCount} refused, ${counted(errors.length, 'error')}, ${counted(warningCount, 'warning')}.`);
  }
  if (asJson || !io.isResultOnTerminal) for (const error of errors) io.complain(formatProblem(error));
  return errors.length > 0 ? 1 : 0;
}
