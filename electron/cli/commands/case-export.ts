import { consentProblems } from '#electron/backend/exports/consent-problems.ts';
import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { findStoredCase } from '#electron/cli/one-stored-case.ts';
import { passphraseOption } from '#electron/cli/passphrase.ts';
import { tellFailure, withOpenVault, type DirectCaller } from '#electron/cli/vault-backend.ts';
import type { Failure } from '#shared/base/failure.ts';
import { formatProblem, type Problem } from '#shared/base/problem.ts';
import { consentPurposes, type ConsentPurpose } from '#shared/casefile/consent.ts';
import { exportFormats, type ExportFormat } from '#shared/casefile/export-record.ts';
import { formatsOfContent, usualPurpose } from '#shared/interchange/export-contents.ts';
import type { ExportRequest } from '#shared/interchange/export-request.ts';
import { identificationLevels } from '#shared/pedigree/drawing/drawing-context.ts';

const dateChoices = ['drop', 'shift'] as const;
const papers = ['a4', 'letter'] as const;

export const caseExportCommand: CliCommand = {
  path: ['case', 'export'],
  usage: `--to ${exportFormats.join('|')} --level ${identificationLevels.join('|')} [--purpose PURPOSE] [--recipient NAME] [--dates drop|shift] [--paper a4|letter] [--out FILE] [--vault DIR] [--passphrase-file FILE] ID`,
  summary: 'writes a case for somebody else at a level of identification, and records that it left; the exit code is 1, and nothing is written, while a consent is missing',
  options: ['to', 'level', 'purpose', 'recipient', 'dates', 'paper', 'vault', passphraseOption],
  flags: [],
  run,
};

async function run(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [wanted, ...more] = args.positional;
  if (wanted === undefined || more.length > 0) return refuse(io, 'expected one id or reference of a case.');
  const read = readChoices(args);
  if (typeof read === 'string') return refuse(io, read);
  return await withOpenVault(args, io, async (caller) => {
    const only = await findStoredCase('case export', wanted, caller, io);
    return typeof only === 'number' ? only : await exportCase({ ...read, caseId: only.id }, args, io, caller);
  });
}

function readChoices({ options }: ParsedArguments): Omit<ExportRequest, 'caseId'> | string {
  const format = exportFormats.find((one) => one === options['to']);
  if (format === undefined) return `--to is missing or unknown, expected one of ${exportFormats.join(', ')}.`;
  const level = identificationLevels.find((one) => one === options['level']);
  // Never supposed: who gives a family away says how much of it.
  if (level === undefined) return `--level is missing or unknown, expected one of ${identificationLevels.join(', ')}.`;
  const purpose = consentPurposes.find((one) => one === (options['purpose'] ?? supposedPurpose(format)));
  if (purpose === undefined) return `--purpose is unknown, expected one of ${consentPurposes.join(', ')}.`;
  const dates = dateChoices.find((one) => one === (options['dates'] ?? 'drop'));
  if (dates === undefined) return `--dates is unknown, expected one of ${dateChoices.join(', ')}.`;
  const paper = papers.find((one) => one === (options['paper'] ?? 'a4'));
  if (paper === undefined) return `--paper is unknown, expected one of ${papers.join(', ')}.`;
  return { content: contentOf(format), format, level, purpose, recipient: options['recipient'] ?? '', paper, shiftsDates: dates === 'shift' };
}

/** A matchmaker or a registry is somebody else in any case; of the other files it is supposed that they stay with the clinic until another purpose is named. */
function supposedPurpose(format: ExportFormat): ConsentPurpose {
  const usual = usualPurpose(format);
  return usual === 'referral' ? 'chart' : usual;
}

/** A document for people is the summary of the case; letters are written from their own screens. */
function contentOf(format: ExportFormat): ExportRequest['content'] {
  if (formatsOfContent.questionnaire.includes(format)) return { kind: 'questionnaire' };
  return formatsOfContent['case-data'].includes(format) ? { kind: 'case-data' } : { kind: 'case-summary' };
}

async function exportCase(request: ExportRequest, args: ParsedArguments, io: CliIo, caller: DirectCaller): Promise<ExitCode> {
  const preview = await caller.call('export.preview', request);
  if (!preview.ok) return isBlocked(preview.error) ? tellBlocks(preview.error.problems, io) : tellFailure(io, preview.error);
  const { blocks, warnings, losses } = preview.value;
  if (blocks.length > 0) return tellBlocks(consentProblems(blocks), io);
  const made = await caller.call('export.make', request);
  if (!made.ok) return tellFailure(io, made.error);
  for (const { message } of [...warnings, ...losses]) io.complain(message);
  if (args.flags.has('json')) io.print(JSON.stringify({ fileName: made.value.fileName, mediaType: made.value.mediaType, exportId: made.value.exportId, base64: made.value.base64 }));
  else io.write(Buffer.from(made.value.base64, 'base64'));
  return 0;
}

const isBlocked = ({ problems }: Failure): boolean => problems?.some(({ rule }) => rule.startsWith('consent-')) ?? false;

/** Nothing left and nothing was recorded; what is missing besides the consents stands behind them. */
function tellBlocks(problems: readonly Problem[] | undefined, io: CliIo): ExitCode {
  for (const problem of problems ?? []) io.complain(formatProblem(problem));
  return 1;
}

function refuse(io: CliIo, message: string): ExitCode {
  io.complain(`nostos case export: ${message}`);
  return 2;
}
