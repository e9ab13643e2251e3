import { cutText } from '#shared/base/cut-text.ts';
import { ashkenazi, cancerColumns, earliestYear, genes, geneTestText, latestYear, markers, markerText, oldest } from '#shared/pedigree/formats/canrisk/canrisk-columns.ts';
import { checkReadFamily, longestFileId } from '#shared/pedigree/formats/check-family.ts';
import { createFamilyDraft, type FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import { notReadRule, type FamiliesReading, type FamilyText, type NamedFamily, type ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';

export const canriskBeginning = /^(##\s*CanRisk\s+\d|BOADICEA import pedigree file format)/i;

type Row = { readonly line: number; readonly of: (...titles: readonly string[]) => string };
type Report = (rule: string, message: string, line: number, severity?: 'error' | 'warning', people?: readonly string[]) => void;

/** Reads CanRisk 1 to 4 and BOADICEA files. Of the column of a cancer, 0 says nothing of that person: not that it was excluded. */
export function readCanrisk({ fileName, text }: FamilyText): FamiliesReading {
  const problems: ReaderProblem[] = [];
  const report: Report = (rule, message, line, severity = 'error', people) => void problems.push({ severity, rule, message, file: fileName, line, ...(people === undefined ? {} : { people }), ...(severity === 'warning' ? { wasRead: true } : {}) });
  const lines = text.split('\n').map((content, index) => ({ content, number: index + 1 })).filter(({ content }) => content.trim() !== '');
  const titles = lines.find(({ content }) => /^(##)?\s*FamID\s/i.test(content));
  if (titles === undefined) report('no-titles', 'there is no line of titles, expected one that begins with ##FamID', 1);
  const factors = lines.slice(1).filter(({ content }) => content.startsWith('##') && content !== titles?.content);
  if (factors[0] !== undefined) report(notReadRule, `${String(factors.length)} risk factors in the head are not read`, factors[0].number, 'warning');
  const names = cut(titles?.content.replace(/^##\s*/, '') ?? '').map((title) => title.toLowerCase());
  const data = titles === undefined ? [] : lines.filter(({ number, content }) => number > titles.number && !content.startsWith('##'));
  const rows = data.flatMap(({ content, number }) => rowOf(content, number, names, report));
  if (titles !== undefined && data.length === 0) report('no-individuals', 'there are no individuals below the titles, expected a line for each', titles.number);
  const families: NamedFamily[] = [];
  for (const [name, members] of groupedBy(rows, (row) => row.of('famid'))) {
    const family = problems.some(({ severity }) => severity === 'error') ? null : readFamily(members, report);
    if (family === null || problems.some(({ severity }) => severity === 'error')) continue;
    const lineOf = new Map(members.map((row) => [row.of('individ'), row.line]));
    const found = checkReadFamily(family, { fileName, lineOf: (id) => lineOf.get(id) });
    problems.push(...found);
    if (found.length === 0) families.push({ name, family });
  }
  return { format: 'canrisk', families, problems };
}

const cut = (line: string): readonly string[] => (line.includes('\t') ? line.split('\t').map((field) => field.trim()) : line.trim().split(/\s+/));

function rowOf(content: string, line: number, names: readonly string[], report: Report): readonly Row[] {
  const fields = cut(content);
  if (fields.length < names.length) {
    report('too-few-columns', `the line has ${String(fields.length)} columns, expected ${String(names.length)} as in the titles`, line);
    return [];
  }
  const of = (...titles: readonly string[]): string => fields[names.findIndex((name) => titles.includes(name))] ?? '';
  return [{ line, of }];
}

function readFamily(rows: readonly Row[], report: Report): ReturnType<FamilyDraft['build']> {
  const draft = createFamilyDraft();
  const targets = rows.filter((row) => row.of('target') === '1');
  for (const row of targets.slice(1)) report('second-target', 'there is a second target in the family, expected one', row.line);
  for (const row of rows) readPerson(row, draft, report);
  for (const row of rows) readParents(row, draft, report);
  readTwins(rows, draft, report);
  return draft.build();
}

function readPerson(row: Row, draft: FamilyDraft, report: Report): void {
  const id = row.of('individ');
  if (id === '' || id === '0' || id.length > longestFileId) return report('no-id', 'the individual has no id that can be used, expected 1 to 7 letters and digits', row.line);
  if (draft.hasIndividual(id)) return report('individual-twice', 'the individual has a line already, expected one line for each', row.line, 'error', [id]);
  const code = row.of('sex').toUpperCase();
  const sex = code === 'M' ? 'male' : code === 'F' ? 'female' : null;
  if (sex === null) return report('unknown-sex-code', 'the sex is no code that is known, expected M or F', row.line);
  const [age, year] = [wholeOf(row, 'age', 0, oldest, report), wholeOf(row, 'yob', earliestYear, latestYear, report)];
  const isDead = row.of('dead') === '1';
  const name = row.of('name');
  const evaluations = [...genes.flatMap((gene) => geneTest(row, gene)), ...markerTests(row)];
  draft.addIndividual(id, {
    reference: id,
    givenName: ['NA', '0', ''].includes(name) ? '' : cutText(name, 200),
    sexAssignedAtBirth: sex,
    gender: genderOfSex(sex),
    isProband: row.of('target') === '1',
    vitalStatus: isDead ? 'deceased' : 'alive',
    birthDate: year === null ? null : String(year),
    ageAtDeath: isDead && age !== null ? `P${String(age)}Y` : null,
    ageAtLastEncounter: !isDead && age !== null ? `P${String(age)}Y` : null,
    ancestry: row.of('ashkn') === '1' ? ashkenazi : '',
    evaluations,
    isEvaluated: evaluations.length > 0,
  });
  readCancers(row, id, draft, report);
}

/** A whole number, or null for 0, which stands for what is not known. */
function wholeOf(row: Row, title: string, least: number, most: number, report: Report): number | null {
  const text = row.of(title);
  if (['', '0', 'NA'].includes(text)) return null;
  const number = Number(text);
  if (/^\d{1,4}$/.test(text) && number >= least && number <= most) return number;
  report('not-a-number', `${title} is not a whole number from ${String(least)} to ${String(most)}, and not 0 for unknown`, row.line);
  return null;
}

const geneTest = (row: Row, gene: string): readonly string[] => {
  const [type = '0', result = '0'] = row.of(gene.toLowerCase()).toUpperCase().split(':');
  const text = geneTestText(gene, type, result) ?? geneTestText(gene, row.of(`${gene.toLowerCase()}t`).toUpperCase(), row.of(`${gene.toLowerCase()}r`).toUpperCase());
  return text === null ? [] : [text];
};

function markerTests(row: Row): readonly string[] {
  const together = row.of(markers.join(':').toLowerCase()).split(':');
  return markers.flatMap((marker, index) => markerText(marker, together[index] ?? '') ?? markerText(marker, row.of(marker.toLowerCase())) ?? []);
}

function readCancers(row: Row, id: string, draft: FamilyDraft, report: Report): void {
  for (const { titles, condition } of cancerColumns) {
    const text = row.of(...titles).toUpperCase();
    if (['', '0', 'NA'].includes(text)) continue;
    const isAge = /^\d{1,3}$/.test(text) && Number(text) <= oldest;
    if (!isAge && text !== 'AU') {
      report('unknown-cancer-code', `the column ${titles[0].toUpperCase()} holds no age at diagnosis, expected one, AU for affected at an unknown age, or 0`, row.line);
      continue;
    }
    draft.setState(id, draft.conditionOf(condition), 'affected', isAge ? { onset: { kind: 'age', duration: `P${String(Number(text))}Y` } } : {});
  }
}

function readParents(row: Row, draft: FamilyDraft, report: Report): void {
  const id = row.of('individ');
  for (const [title, roles] of [['fathid', ['sperm']], ['mothid', ['egg', 'gestational']]] as const) {
    const parent = row.of(title);
    if (parent === '' || parent === '0') continue;
    if (!draft.hasIndividual(parent)) report('parent-without-line', 'a parent has no line of its own, expected one', row.line, 'error', [parent]);
    else if (parent === id) report('own-parent', 'the individual is their own parent, expected somebody else or 0', row.line, 'error', [id]);
    else draft.addParent(id, parent, roles);
  }
}

function readTwins(rows: readonly Row[], draft: FamilyDraft, report: Report): void {
  const twins = groupedBy(rows.filter((row) => !['', '0', 'NA'].includes(row.of('mztwin'))), (row) => row.of('mztwin'));
  for (const members of twins.values()) {
    const [first] = members;
    if (first !== undefined && (members.length < 2 || members.length > 9)) report('lone-twin', 'a code of monozygotic twins stands with one individual, expected two', first.line);
    else draft.addTwins(members.map((row) => ({ individualId: row.of('individ'), zygote: 1 })), 'reported');
  }
}
