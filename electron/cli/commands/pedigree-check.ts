import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { complainOf, readFamilyFile } from '#electron/cli/read-family-file.ts';
import { counted } from '#shared/base/counted.ts';
import { formatProblem } from '#shared/base/problem.ts';
import type { NamedFamily, ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { sameValue } from '#shared/pedigree/formats/same-value.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import { emptyHeader } from '#shared/pedigree/family.ts';
import { lintFamily } from '#shared/pedigree/linter/lint-family.ts';
import { headerRules } from '#shared/pedigree/linter/nomenclature-rules.ts';
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
  const holdsHeader = reading.ok && reading.value.format === 'nostos';
  const problems: readonly ReaderProblem[] = reading.ok ? reading.value.problems : (reading.error.problems ?? []);
  const found = families.flatMap((family) => findingsOf(family, today, { areNamed: families.length > 1, holdsHeader }));
  const findings = [...problems.map(findingOf), ...withAdviceGathered(found)];
  return tell(findings, families, args.flags.has('json'), io);
}

const findingOf = ({ rule, severity, message, people = [], file, line }: ReaderProblem): Finding => ({ rule, severity, people, message, file, line });

/** What an empty header lacks is no advice about a file of a format that has none. */
function findingsOf({ name, family }: NamedFamily, today: string, { areNamed, holdsHeader }: { readonly areNamed: boolean; readonly holdsHeader: boolean }): readonly Finding[] {
  const isAboutNoHeader = !holdsHeader && sameValue(family.header, emptyHeader);
  const findings = lintFamily(family, { today }).filter(({ rule }) => !(isAboutNoHeader && headerRules.some(({ id }) => id === rule)));
  return findings.map(({ rule, severity, people, message }) => ({ rule, severity, people: areNamed ? people.map((id) => `${name}/${id}`) : people, message: areNamed && people.length === 0 ? `${name}: ${message}` : message }));
}

/** Advice of one rule is one finding about everybody whom it is about: forty lines that each ask for an age would hide the one that matters. */
function withAdviceGathered(findings: readonly Finding[]): readonly Finding[] {
  const advice = groupedBy(findings.filter(({ severity, people }) => severity === 'advice' && people.length > 0), ({ rule }) => rule);
  const gathered = [...advice.values()].flatMap((alike) => alike.slice(0, 1).map((first): Finding => ({ ...first, people: [...new Set(alike.flatMap(({ people }) => people))] })));
  return [...findings.filter(({ severity, people }) => severity !== 'advice' || people.length === 0), ...gathered];
}

/** The findings are the result; errors also go to standard error, unless both would be read on the same terminal. */
function tell(findings: readonly Finding[], families: readonly NamedFamily[], asJson: boolean, io: CliIo): ExitCode {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const lineOf = (finding: Finding): string => `${formatProblem({ ...finding, severity: 'error' })}${finding.people.length === 0 ? '' : ` (${finding.people.join(', ')})`}`;
  if (asJson) io.print(JSON.stringify(findings));
  else {
    for (const finding of findings) io.print(`${finding.severity}: ${lineOf(finding)} [${finding.rule}]`);
    const people = families.reduce((total, { family }) => total + family.individuals.length, 0);
    io.print(`${counted(families.length, 'family', 'families')} with ${counted(people, 'person', 'people')} read, ${counted(errors.length, 'error')}, ${counted(findings.filter(({ severity }) => severity === 'warning').length, 'warning')}.`);
  }
  if (asJson || !io.isResultOnTerminal) for (const error of errors) io.complain(lineOf(error));
  return errors.length > 0 ? 1 : 0;
}

function refuse(io: CliIo, why: string): ExitCode {
  io.complain(`nostos pedigree check: ${why}`);
  return 2;
}
