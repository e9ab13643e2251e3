import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { counted } from '#shared/base/counted.ts';
import { classifyVariant, type AcmgClassification, type MetCriterion } from '#shared/variant/acmg/classify.ts';
import { parseCriterion } from '#shared/variant/acmg/parse-criterion.ts';

export const acmgCommand: CliCommand = {
  path: ['acmg'],
  usage: 'CODE[:strength] …',
  summary: 'classifies a variant from ACMG/AMP criteria by points: class, points, posterior probability of pathogenicity and warnings. Strengths are supporting, moderate, strong, very-strong. Exit code 1 where evidence is counted twice',
  options: [],
  flags: [],
  isJsonUnlessOnTerminal: true,
  run: acmg,
};

async function acmg(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  if (args.positional.length === 0) return refuse(io, 'expected one criterion or more, such as PVS1 PM2.');
  const met: MetCriterion[] = [];
  for (const text of args.positional) {
    const criterion = parseCriterion(text);
    if (!criterion.ok) return refuse(io, `${criterion.error}.`);
    if (met.some(({ code }) => code === criterion.value.code)) return refuse(io, `${criterion.value.code} is given twice, expected once.`);
    met.push(criterion.value);
  }
  const result = classifyVariant(met);
  if (args.flags.has('json')) io.print(JSON.stringify({ classification: result.classification, points: result.points, probability: result.probability, counted: result.counted, warnings: result.warnings.map(({ message }) => message) }));
  else tell(result, io);
  for (const { kind, message } of result.warnings) if (kind === 'counted-twice') io.complain(`nostos acmg: ${message}.`);
  return result.warnings.some(({ kind }) => kind === 'counted-twice') ? 1 : 0;
}

function tell(result: AcmgClassification, io: CliIo): void {
  io.print(`${result.classification}  ${counted(result.points, 'point')}  probability ${result.probability.toPrecision(3)}`);
  for (const { code, strength, points } of result.counted) io.print(`${points > 0 ? '+' : ''}${String(points)}  ${code}  ${strength}`);
  for (const { kind, message } of result.warnings) if (kind !== 'counted-twice' || !io.isResultOnTerminal) io.print(`warning: ${message}`);
}

function refuse(io: CliIo, message: string): ExitCode {
  io.complain(`nostos acmg: ${message}`);
  return 2;
}
