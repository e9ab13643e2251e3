import { checkReadFamily, longestFileId } from '#shared/pedigree/formats/check-family.ts';
import { createFamilyDraft, type FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import { notReadRule, type FamiliesReading, type FamilyText, type NamedFamily, type ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import { codingOf, isNobody, phenotypeOf, sexOf, vitalStatusOf, type PhenotypeCoding } from '#shared/pedigree/formats/ped/ped-codes.ts';
import { nameOfFile } from '#shared/pedigree/formats/name-of-file.ts';
import { columnsOfTitles, standardColumns, type PedColumn } from '#shared/pedigree/formats/ped/ped-columns.ts';
import { cutLines, type PedLine } from '#shared/pedigree/formats/ped/ped-lines.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** Of how many lines with errors a file tells; more would say the same again. */
const mostErrors = 50;

/**
 * Reads PED and LINKAGE files, with or without a line of titles, parted by tabs, commas or blanks, and the tables of R and of animal breeders that
 * have the same columns. A family with a line that cannot be read is refused as a whole.
 */
export function readPed({ fileName, text }: FamilyText): FamiliesReading {
  const { columns, rows, isTitled } = tableOf(cutLines(text));
  const problems: ReaderProblem[] = [];
  const report = (problem: ReaderProblem): void => void problems.push({ ...problem, file: fileName });
  if (rows.length === 0) report({ severity: 'error', rule: 'no-individuals', message: 'there are no individuals in the file, expected a line for each', line: 1 });
  const phenotypes = phenotypeColumns(columns, rows, isTitled, report);
  reportUnread(columns, phenotypes, rows, report);
  const read = rows.map((row) => personOf(row, columns, report));
  const unplaced = read.filter((person) => person === null).length;
  const families: NamedFamily[] = [];
  // A line that cannot be read may belong to any family that its fields do not name: then no family is sure to be whole.
  const linesWithErrors = new Set(problems.flatMap(({ severity, line }) => (severity === 'error' && line !== undefined ? [line] : [])));
  const damaged = new Set(read.flatMap((person) => (person !== null && linesWithErrors.has(person.line.number) ? [person.family] : [])));
  const groups = groupedBy(read.filter((person) => person !== null), ({ family }) => family);
  for (const [family, people] of unplaced > 0 ? [] : groups) {
    if (damaged.has(family)) continue;
    const found = buildFamily(people, phenotypes, fileName);
    problems.push(...found.problems);
    if (!found.problems.some(({ severity }) => severity === 'error')) families.push({ name: family === '' ? nameOfFile(fileName) : family, family: found.family });
  }
  return { format: 'ped', families, problems: shortened(problems, fileName) };
}

interface Table {
  readonly columns: readonly PedColumn[];
  readonly rows: readonly PedLine[];
  readonly isTitled: boolean;
}

interface PhenotypeColumn {
  readonly index: number;
  readonly coding: PhenotypeCoding;
  /** Name of the condition. */
  readonly name: string;
  /** The condition is listed though nobody's state in it is known. */
  readonly isNamed: boolean;
}

interface Person {
  readonly line: PedLine;
  readonly family: string;
  readonly id: string;
  readonly father: string | null;
  readonly mother: string | null;
  readonly sex: 'male' | 'female' | 'unassigned' | 'unknown';
  readonly vitalStatus: Individual['vitalStatus'];
  readonly ancestry: string;
}

function tableOf(lines: readonly PedLine[]): Table {
  const first = lines[0];
  const titled = first === undefined ? null : columnsOfTitles(first.fields);
  const rows = (titled === null ? lines : lines.slice(1)).filter(({ fields }) => !(fields[0] ?? '').startsWith('#'));
  const widest = rows.reduce((most, { fields }) => Math.max(most, fields.length), 0);
  if (titled === null) return { columns: standardColumns(Math.max(widest, 6)), rows, isTitled: false };
  // R leaves out the title of the column of row names.
  const isWithRowNames = rows.length > 0 && rows.every(({ fields }) => fields.length === titled.length + 1);
  return { columns: isWithRowNames ? [{ kind: 'row-name', title: '' }, ...titled] : titled, rows, isTitled: true };
}

function phenotypeColumns(columns: readonly PedColumn[], rows: readonly PedLine[], isTitled: boolean, report: (problem: ReaderProblem) => void): readonly PhenotypeColumn[] {
  return columns.flatMap(({ kind, title }, index): readonly PhenotypeColumn[] => {
    if (kind !== 'phenotype' && kind !== 'condition') return [];
    const values = rows.map(({ fields }) => fields[index] ?? '');
    const coding = codingOf(values, isTitled);
    if (coding === 'not-codes' && kind === 'phenotype') reportUnknownCodes(rows, index, report);
    if (coding === 'quantities' || coding === 'not-codes') return [];
    if (coding === 'zero-one') report({ severity: 'warning', rule: 'zero-one', message: `column ${String(index + 1)} is read as 1 affected, 0 unaffected, as it writes NA for unknown and never 2`, line: rows[0]?.number, wasRead: true });
    return [{ index, coding, name: kind === 'condition' && title !== '' ? title : 'Affected', isNamed: kind === 'condition' }];
  });
}

function reportUnknownCodes(rows: readonly PedLine[], index: number, report: (problem: ReaderProblem) => void): void {
  for (const { fields, number } of rows) {
    if (codingOf([fields[index] ?? ''], false) === 'not-codes') report({ severity: 'error', rule: 'unknown-phenotype-code', message: 'the phenotype is no code that is known, expected 2 for affected, 1 for unaffected, 0 for unknown', line: number });
  }
}

function reportUnread(columns: readonly PedColumn[], phenotypes: readonly PhenotypeColumn[], rows: readonly PedLine[], report: (problem: ReaderProblem) => void): void {
  const line = rows[0]?.number;
  const codes = new Set(phenotypes.map(({ index }) => index));
  const untitled = columns.filter(({ kind, title }) => kind === 'not-read' && title === '').length;
  if (untitled > 0) report({ severity: 'warning', rule: notReadRule, message: `${String(untitled)} columns after the sixth are not read: genotypes, or values without a title`, line, wasRead: true });
  const titled = columns.flatMap(({ kind, title }, index) => ((kind === 'not-read' && title !== '') || ((kind === 'condition' || kind === 'phenotype') && !codes.has(index)) ? [index + 1] : []));
  if (titled.length === 0) return;
  const some = titled.slice(0, 8).join(', ');
  report({ severity: 'warning', rule: notReadRule, message: `${titled.length === 1 ? 'column' : 'columns'} ${some}${titled.length > 8 ? ` and ${String(titled.length - 8)} more` : ''} not read: no codes of affection (2, 1, 0), and no other title that is known`, line, wasRead: true });
}

/** Null where the line has too few fields to say whom it is about. */
function personOf(line: PedLine, columns: readonly PedColumn[], report: (problem: ReaderProblem) => void): Person | null {
  const needed = columns.findLastIndex(({ kind }) => ['family', 'id', 'father', 'mother', 'sex'].includes(kind)) + 1;
  if (line.fields.length < needed) {
    report({ severity: 'error', rule: 'too-few-columns', message: `the line has ${String(line.fields.length)} columns, expected ${String(needed)} or more: family, individual, father, mother, sex, phenotype`, line: line.number });
    return null;
  }
  const of = (kind: PedColumn['kind']): string | null => {
    const index = columns.findIndex((column) => column.kind === kind);
    return index < 0 ? null : (line.fields[index] ?? '');
  };
  const id = of('id') ?? '';
  const sex = sexOf(of('sex') ?? '');
  const parent = (text: string | null): string | null => (text === null || isNobody(text) ? null : text);
  const [father, mother] = [parent(of('father')), parent(of('mother'))];
  const faults = [
    ...(isNobody(id) ? [['no-id', 'the individual has no id, expected one that is not 0']] : []),
    ...([id, father ?? '', mother ?? ''].some((text) => text.length > longestFileId) ? [['too-long', `an id is too long, expected at most ${String(longestFileId)} characters`]] : []),
    ...(sex === null ? [['unknown-sex-code', 'the sex is no code that is known, expected 1 for male, 2 for female, 0 for unknown']] : []),
    ...(id !== '' && (id === father || id === mother) ? [['own-parent', 'the individual is their own parent, expected somebody else or 0']] : []),
    ...(father !== null && father === mother ? [['one-parent-twice', 'father and mother are the same individual, expected two or 0 for one of them']] : []),
  ] as const;
  for (const [rule = '', message = ''] of faults) report({ severity: 'error', rule, message, line: line.number });
  return { line, family: of('family') ?? '', id, father, mother, sex: sex ?? 'unknown', vitalStatus: vitalStatusOf(of('dead') ?? ''), ancestry: of('ancestry') ?? '' };
}

function buildFamily(people: readonly Person[], phenotypes: readonly PhenotypeColumn[], fileName: string): { readonly family: ReturnType<FamilyDraft['build']>; readonly problems: readonly ReaderProblem[] } {
  const draft = createFamilyDraft();
  const problems: ReaderProblem[] = [];
  const lineOf = new Map<string, number>();
  const sexByColumn = sexesByColumn(people);
  for (const { id, line, sex, vitalStatus, ancestry } of people) {
    const first = lineOf.get(id);
    if (first !== undefined) problems.push({ severity: 'error', rule: 'individual-twice', message: `the individual stands on line ${String(first)} already, expected one line for each`, file: fileName, line: line.number, people: [id] });
    lineOf.set(id, line.number);
    const known = sex === 'unknown' ? (sexByColumn.get(id) ?? 'unknown') : sex;
    draft.addIndividual(id, { reference: id, sexAssignedAtBirth: known, gender: genderOfSex(known), ancestry, vitalStatus });
    if (sex !== 'unknown' && sexByColumn.has(id) && sexByColumn.get(id) !== sex) problems.push({ severity: 'warning', rule: 'parent-of-other-sex', message: 'the individual is written as a father and not as male, or as a mother and not as female', file: fileName, line: line.number, people: [id], wasRead: true });
  }
  addUnlistedParents(people, draft, sexByColumn, (problem) => problems.push({ ...problem, file: fileName }));
  for (const { id, father, mother } of people) {
    if (father !== null) draft.addParent(id, father, ['sperm']);
    if (mother !== null) draft.addParent(id, mother, ['egg', 'gestational']);
  }
  for (const column of phenotypes) {
    const known = people.map((person) => ({ id: person.id, code: phenotypeOf(person.line.fields[column.index] ?? '', column.coding) })).filter(({ code }) => code !== 'unknown');
    if (known.length === 0 && !column.isNamed) continue;
    const condition = draft.conditionOf(column.name);
    for (const { id, code } of known) if (code !== 'unknown') draft.setState(id, condition, code);
  }
  const family = draft.build();
  return { family, problems: [...problems, ...checkReadFamily(family, { fileName, lineOf: (id) => lineOf.get(id) })] };
}

/** What the columns of parents say of the sex of those in them; nobody who stands in both. */
function sexesByColumn(people: readonly Person[]): ReadonlyMap<string, 'male' | 'female'> {
  const fathers = new Set(people.flatMap(({ father }) => father ?? []));
  const mothers = new Set(people.flatMap(({ mother }) => mother ?? []));
  return new Map([...[...fathers].filter((id) => !mothers.has(id)).map((id) => [id, 'male'] as const), ...[...mothers].filter((id) => !fathers.has(id)).map((id) => [id, 'female'] as const)]);
}

function addUnlistedParents(people: readonly Person[], draft: FamilyDraft, sexByColumn: ReadonlyMap<string, 'male' | 'female'>, report: (problem: ReaderProblem) => void): void {
  const unlisted: string[] = [];
  let line: number | undefined;
  for (const person of people) {
    for (const parent of [person.father, person.mother]) {
      if (parent === null || draft.hasIndividual(parent)) continue;
      const sex = sexByColumn.get(parent) ?? 'unknown';
      draft.addIndividual(parent, { reference: parent, sexAssignedAtBirth: sex, gender: genderOfSex(sex) });
      unlisted.push(parent);
      line ??= person.line.number;
    }
  }
  if (unlisted.length > 0) report({ severity: 'warning', rule: 'parent-without-line', message: `${unlisted.length === 1 ? 'a parent has' : `${String(unlisted.length)} parents have`} no line in the file; added, with nothing else known`, line, people: unlisted, wasRead: true });
}

function shortened(problems: readonly ReaderProblem[], fileName: string): readonly ReaderProblem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length <= mostErrors) return problems;
  const kept = new Set(errors.slice(0, mostErrors));
  const rest: ReaderProblem = { severity: 'error', rule: 'more-errors', message: `${String(errors.length - mostErrors)} more errors like these`, file: fileName };
  return [...problems.filter((problem) => problem.severity === 'warning' || kept.has(problem)), rest];
}
