import { checkReadFamily, longestFileId } from '#shared/pedigree/formats/check-family.ts';
import { createFamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import type { FamiliesReading, FamilyText } from '#shared/pedigree/formats/family-format.ts';
import { nameOfFile } from '#shared/pedigree/formats/name-of-file.ts';
import { readGedcomFamilies } from '#shared/pedigree/formats/gedcom/read-gedcom-families.ts';
import { readGedcomIndividual } from '#shared/pedigree/formats/gedcom/read-gedcom-individual.ts';
import { createGedcomSession, unreadProblems, type GedcomSession } from '#shared/pedigree/formats/gedcom/gedcom-session.ts';
import { childOf, parseGedcom, type GedcomNode } from '#shared/pedigree/formats/gedcom/gedcom-tree.ts';

/** Reads GEDCOM 5 (5.5.1 and what came before it) and 7. The whole file is one family; with a line that cannot be read there is none. */
export function readGedcom({ fileName, text }: FamilyText): FamiliesReading {
  const { records, problems } = parseGedcom(text, fileName);
  const session = createGedcomSession(fileName, problems);
  const head = records[0];
  const gedc = head === undefined ? undefined : childOf(head, 'GEDC');
  const format = (gedc === undefined ? '' : (childOf(gedc, 'VERS')?.value ?? '')).startsWith('7') ? 'gedcom7' : 'gedcom5';
  const lineOf = new Map(records.filter(({ tag }) => tag === 'INDI').map(({ id, line }) => [id, line] as const));
  checkIds(records, session);
  const draft = createFamilyDraft();
  const notes = new Map(records.filter(({ tag }) => tag === 'NOTE' || tag === 'SNOTE').map((node) => [node.id, node] as const));
  for (const record of records) {
    if (record.tag !== 'INDI') continue;
    session.use(record);
    readGedcomIndividual(record, notes, draft, session);
  }
  readGedcomFamilies(records, draft, session);
  const family = draft.build();
  const found = [...session.problems, ...noPeople(lineOf.size, session), ...unreadProblems(records, session)];
  const all = found.some(({ severity }) => severity === 'error') ? found : [...found, ...checkReadFamily(family, { fileName, lineOf: (id) => lineOf.get(id) })];
  return { format, families: all.some(({ severity }) => severity === 'error') ? [] : [{ name: nameOfFile(fileName), family }], problems: all };
}

function checkIds(records: readonly GedcomNode[], session: GedcomSession): void {
  const first = new Map<string, GedcomNode>();
  for (const record of records) {
    if (record.tag !== 'INDI' && record.tag !== 'FAM') continue;
    const before = first.get(record.id);
    if (record.id === '') session.error('no-id', `the ${record.tag} record has no id, expected one between signs @`, record);
    else if (record.id.length > longestFileId) session.error('too-long', `the id of the record is longer than ${String(longestFileId)} characters`, record);
    else if (before !== undefined) session.error('record-twice', `the record has the id of the one on line ${String(before.line)}, expected ids of their own`, record);
    first.set(record.id, record);
  }
}

const noPeople = (count: number, { fileName }: GedcomSession): FamiliesReading['problems'] => (count > 0 ? [] : [{ severity: 'error', rule: 'no-individuals', message: 'the file holds no INDI record, expected individuals', file: fileName, line: 1 }]);
