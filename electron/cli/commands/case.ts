import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { caseworkLines, readCasework } from '#electron/cli/casework-lines.ts';
import { absentFile } from '#electron/cli/packet-input.ts';
import { findStoredCase } from '#electron/cli/one-stored-case.ts';
import { vaultOptions, vaultUsage } from '#electron/cli/passphrase.ts';
import { tellFailure, withOpenVault, type DirectCaller } from '#electron/cli/vault-backend.ts';
import { counted } from '#shared/base/counted.ts';
import { localDay } from '#shared/base/local-day.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { caseStatuses } from '#shared/casefile/case-record.ts';
import { dueChoices } from '#shared/casefile/caseload-filter.ts';
import { isDueAs, isLate } from '#shared/casefile/due.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { WireFile } from '#shared/contract/wire.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';
import { assertNever } from '#shared/base/assert-never.ts';

/** Beyond it the file does not fit into one text, as which it goes to the backend. */
const largestFileBytes = 300 * 1024 * 1024;

export const caseListCommand: CliCommand = {
  path: ['case', 'list'],
  usage: `${vaultUsage} [--status STATUS,…] [--due overdue|week|none]`,
  summary: 'lists the cases of a vault, all or those of a status and with something due',
  options: [...vaultOptions, 'status', 'due'],
  flags: [],
  run: (args, io) => withOpenVault(args, io, (caller) => list(args, io, caller)),
};

export const caseImportCommand: CliCommand = {
  path: ['case', 'import'],
  usage: `${vaultUsage} FILES…`,
  summary: 'brings phenopackets, and families with the packets of the relatives, into a vault as cases; good ones come in though others beside them are refused; the exit code is 1 where anything has errors',
  options: vaultOptions,
  flags: [],
  run: importFiles,
};

export const caseShowCommand: CliCommand = {
  path: ['case', 'show'],
  usage: `${vaultUsage} ID`,
  summary: 'shows a case, by its id or its reference',
  options: vaultOptions,
  flags: [],
  run: show,
};

async function list(args: ParsedArguments, io: CliIo, caller: DirectCaller): Promise<ExitCode> {
  const statuses = (args.options['status'] ?? '').split(',').filter((status) => status !== '');
  const unknown = statuses.find((status) => !caseStatuses.some((known) => known === status));
  if (unknown !== undefined) return refuse(io, `nostos case list: ${unknown} is no status, expected one of ${caseStatuses.join(', ')}.`);
  const due = dueChoices.find((choice) => choice === (args.options['due'] ?? 'any'));
  if (due === undefined) return refuse(io, `nostos case list: ${args.options['due'] ?? ''} is no choice of what is due, expected one of ${dueChoices.join(', ')}.`);
  const cases = await caller.call('case.list', {});
  if (!cases.ok) return tellFailure(io, cases.error);
  const today = localDay(new Date());
  const chosen = cases.value.filter(({ status, due: earliest }) => (statuses.length === 0 || statuses.includes(status)) && isDueAs(due, earliest, today));
  if (args.flags.has('json')) io.print(JSON.stringify(chosen));
  else for (const line of caseTable(chosen, today)) io.print(line);
  return 0;
}

async function importFiles(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  if (args.positional.length === 0) return refuse(io, 'nostos case import: no file is given, expected phenopackets or - for standard input.');
  const absent = absentFile(args.positional);
  if (absent !== null) return refuse(io, absent);
  const files: WireFile[] = [];
  for (const path of args.positional) {
    if (path !== '-' && statSync(path).size > largestFileBytes) return refuse(io, `${path}: is too large to be imported at once, expected at most 300 MB. Split it into smaller files.`);
    const bytes = path === '-' ? await io.readStandardInput() : readFileSync(path);
    if (bytes.length > largestFileBytes) return refuse(io, 'standard input: is too large to be imported at once, expected at most 300 MB.');
    files.push({ name: path === '-' ? 'standard input' : basename(path), base64: Buffer.from(bytes).toString('base64') });
  }
  return await withOpenVault(args, io, async (caller) => {
    const report = await caller.runJob('case.import', { files });
    return report.ok ? tellImport(report.value, args, io) : tellFailure(io, report.error);
  });
}

function tellImport(report: OutputOf<'case.import'>, args: ParsedArguments, io: CliIo): ExitCode {
  const errors = report.problems.filter((problem) => problem.severity === 'error');
  if (args.flags.has('json')) io.print(JSON.stringify(report));
  else {
    for (const imported of report.imported) io.print(`${imported.caseId}  ${imported.reference}  ${counted(imported.featureCount, 'feature')}`);
    for (const problem of report.problems) if (problem.severity === 'warning') io.print(`warning: ${formatProblem(problem)}`);
    io.print(`${counted(report.imported.length, 'case')} imported, ${report.refusedCount} refused.`);
  }
  for (const error of errors) io.complain(formatProblem(error));
  return errors.length > 0 || report.refusedCount > 0 ? 1 : 0;
}

async function show(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [wanted, ...more] = args.positional;
  if (wanted === undefined || more.length > 0) return refuse(io, 'nostos case show: expected one id or reference of a case.');
  return await withOpenVault(args, io, async (caller) => {
    const only = await findStoredCase('case show', wanted, caller, io);
    if (typeof only === 'number') return only;
    const record = await caller.call('case.show', { caseId: only.id });
    if (!record.ok) return tellFailure(io, record.error);
    const casework = await readCasework(caller, only.id);
    if (!casework.ok) return tellFailure(io, casework.error);
    if (args.flags.has('json')) io.print(JSON.stringify({ ...record.value, ...casework.value }));
    else for (const line of [...caseLines(record.value), ...caseworkLines(record.value, casework.value)]) io.print(line);
    return 0;
  });
}

function caseTable(cases: readonly CaseSummary[], today: string): readonly string[] {
  if (cases.length === 0) return ['No case is listed.'];
  const width = Math.max(...cases.map(({ reference }) => reference.length));
  return cases.map((one) => {
    const diagnosis = one.decided === null ? one.topCandidate?.name : `${one.decided.name} (${one.decided.state})`;
    return [one.id, one.reference.padEnd(width), one.status.padEnd(22), `${one.observedCount} observed, ${one.excludedCount} excluded`, one.due === null ? '' : `${one.due.kind} ${isLate(one.due.on, today) ? 'overdue since' : 'due'} ${one.due.on}`, diagnosis ?? ''].filter((part) => part !== '').join('  ').trimEnd();
  });
}

function caseLines(record: OutputOf<'case.show'>): readonly string[] {
  const lines = [`${record.case.reference}  ${record.case.status} since ${record.case.statusSince.slice(0, 10)}`, `id ${record.case.id}`];
  for (const person of record.people) {
    const age = person.birthDate === null ? (person.ageAtDeath ?? person.ageAtLastEncounter ?? '') : `born ${person.birthDate}`;
    lines.push('', [person.isProband ? 'Proband' : 'Relative', `${person.givenName} ${person.familyName}`.trim(), person.sexAssignedAtBirth, person.karyotype, age, person.life.kind === 'person' ? person.vitalStatus : person.life.kind].filter((part) => part !== '').join(', '));
    for (const feature of record.features.filter(({ personId }) => personId === person.id)) {
      const onset = feature.onset === null ? '' : `  onset ${timeText(feature.onset)}`;
      lines.push(`  ${feature.state.padEnd(12)} ${feature.termId}  ${feature.label}${onset}${feature.isIgnored ? '  (ignored)' : ''}`);
    }
  }
  if (record.candidates.length > 0) lines.push('', 'Candidates');
  for (const candidate of record.candidates) lines.push(`  ${candidate.state.padEnd(12)} ${candidate.diseaseId}  ${candidate.diseaseName}`);
  return lines;
}

function timeText(time: TimeElement): string {
  switch (time.kind) {
    case 'age':
      return time.duration;
    case 'age-range':
      return `${time.start} to ${time.end}`;
    case 'gestation':
      return `${time.weeks}+${time.days} weeks of gestation`;
    case 'term':
      return time.label;
    case 'date':
      return time.date;
    case 'date-range':
      return `${time.start} to ${time.end}`;
    default:
      return assertNever(time);
  }
}
