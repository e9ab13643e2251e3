import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { complainOf, readFamilyFile } from '#electron/cli/read-family-file.ts';
import { formatProblem } from '#shared/base/problem.ts';
import type { NamedFamily, ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { lintFamily } from '#shared/pedigree/linter/lint-family.ts';
import { isCalendarDate } from '#shared/phenotype/duration.ts';

export const pedigreeCheckCommand: CliCommand = {
  path: ['pedigree', 'check'],
  usage: '[--today YYYY-MM-DD] FILE',
  summary: 'checks the families of a file (PED, GEDCOM, CanRisk, GA4GH, FHIR, phenopacket, Nostos) for consistency and against the nomenclature of 2022; exit code 1 where one has errors. With --json an array of findings',
  options: ['today'],
  flags: [],
  isJsonUnlessOnTerminal: true,
  run: check,
};

interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'advice';
  readonly people: readonly string[];
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

async function check(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [path, ...more] = args.positional;
  if (path === undefined || more.length > 0) return refuse(io, 'expected one file with a family.');
  const today = args.options['today'] ?? new Date().toISOString().slice(0, 10);
  if (!isCalendarDate(today)) return refuse(io, '--today is no date, expected YYYY-MM-DD.');
  const reading = await readFamilyFile(path, io);
  // What was understood and cannot be is what the check is for.
  if (!reading.ok && reading.error.kind !== 'rule-broken') {
    complainOf(reading.error, io);
    return 2;
  }
  const families = reading.ok ? reading.value.families : [];
  const problems: readonly ReaderProblem[] = reading.ok ? reading.value.problems : (reading.error.problems ?? []);
  const findings = [...problems.map(findingOf), ...families.flatMap((family) => findingsOf(family, today, families.length > 1))];
  return tell(findings, families, args.flags.has('json'), io);
}

const findingOf = ({ rule, severity, message, people = [], file, line }: ReaderProblem): Finding => ({ rule, severity, people, message, file, line });

function findingsOf({ name, family }: NamedFamily, today: string, areNamed: boolean): readonly Finding[] {
  return lintFamily(family, { today }).map(({ rule, severity, people, message }) => ({ rule, severity, people: areNamed ? people.map((id) => `${name}/${id}`) : people, message: areNamed && people.length === 0 ? `${name}: ${message}` : message }));
}

/** The findings are the result; errors also go to standard error, unless both would be read on the same terminal. */
function tell(findings: readonly Finding[], families: readonly NamedFamily[], asJson: boolean, io: CliIo): ExitCode {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const lineOf = (finding: Finding): string => `${formatProblem({ ...finding, severity: 'error' })}${finding.people.length === 0 ? '' : ` (${finding.people.join(', ')})`}`;
  if (asJson) io.print(JSON.stringify(findings));
  else {
    for (const finding of findings) io.print(`${finding.severity}: ${lineOf(finding)} [${finding.rule}]`);
    const people = families.reduce((total, { family }) => total + family.individuals.length, 0);
    io.print(`${String(families.length)} families with ${String(people)} people read, ${String(errors.length)} errors, ${String(findings.filter(({ severity }) => severity === 'warning').length)} warnings.`);
  }
  if (asJson || !io.isResultOnTerminal) for (const error of errors) io.complain(lineOf(error));
  return errors.length > 0 ? 1 : 0;
}

function refuse(io: CliIo, why: string): ExitCode {
  io.complain(`nostos pedigree check: ${why}`);
  return 2;
}
