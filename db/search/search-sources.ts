import type { RecordDetails, RecordKind } from '#db/repositories/case-records.ts';
import type { Row, TrackedTableName } from '#db/tables.ts';
import type { FindingDetail } from '#shared/casefile/finding.ts';
import { searchParts, type SearchPart } from '#shared/contract/search-procedures.ts';

/** The parts of a case that the index keeps apart; `names` and `clinicians` repeat what it is called and who took part, to look for them alone. */
export type IndexedPart = SearchPart | 'names' | 'clinicians';

/** Each part by the number that it has in the index. To change an order or to take other words, raise `searchRules`. */
export const indexedParts: readonly IndexedPart[] = [...searchParts, 'names', 'clinicians'];

/** Raised whenever other words are taken from the rows: the index of a vault is then made anew when it is opened. */
export const searchRules = 1;

/** How a part takes its words from the rows of a table. */
export interface SearchSource extends SearchTexts {
  readonly table: TrackedTableName;
  /** Which rows of the table, in SQL; all where it is left out. */
  readonly isMeant?: string;
  /** The column that names what a screen chooses to show the row, such as the finding of a classification; its id where it is left out. */
  readonly shownBy?: string;
  /** The column that names the person of the family whom the row is about. */
  readonly person?: string;
}

interface SearchTexts {
  /** All that has to be read of a row besides its id: narrow rows are read in half the time. */
  readonly columns: readonly string[];
  /** What of a row can be found, in the order in which it is read. */
  readonly texts: (row: Row) => readonly unknown[];
}

const cells = (...columns: readonly string[]): SearchTexts => ({ columns, texts: (row) => columns.map((column) => row[column]) });

/** Reads the JSON of a record; older rows may lack a field. */
const ofRecord = <Kind extends RecordKind>(texts: (detail: Partial<RecordDetails[Kind]>) => readonly unknown[]): SearchTexts => ({
  columns: ['detail'],
  texts: (row) => texts(JSON.parse(String(row['detail'])) as Partial<RecordDetails[Kind]>),
});

/** The text of an attached document is found by the hash of its bytes. */
const withContent = ({ columns, texts }: SearchTexts): SearchTexts => ({ columns: [...columns, 'sha256'], texts });

const personTexts = cells('given_name', 'family_name', 'reference', 'note', 'ancestry', 'cause_of_death', 'karyotype');

/** Where the words of each part come from. Attached documents with a text of their own add it, which only the index can read. */
export const searchSources: Readonly<Record<IndexedPart, readonly SearchSource[]>> = {
  case: [{ table: 'case_record', ...cells('reference', 'next_action', 'note') }],
  proband: [{ table: 'person', ...personTexts, isMeant: 'is_proband = 1', person: 'id' }],
  relatives: [{ table: 'person', ...personTexts, isMeant: 'is_proband <> 1', person: 'id' }],
  family: [
    { table: 'pedigree_header', ...cells('title', 'indication', 'historian', 'recorded_by', 'maternal_ancestry', 'paternal_ancestry') },
    { table: 'condition', ...cells('name', 'disease_id', 'term_id') },
    { table: 'individual_condition', ...cells('evidence'), person: 'individual_id' },
    { table: 'suggestion', ...ofRecord<'suggestions'>(({ said, saidBy, note }) => [said, saidBy, note]), person: 'person_id' },
  ],
  terms: [{ table: 'feature', ...cells('label', 'term_id', 'note'), person: 'person_id' }],
  findings: [
    { table: 'finding', columns: ['gene_symbol', 'detail'], texts: findingTexts },
    { table: 'finding_classification', ...cells('classification', 'why', 'decided_by'), shownBy: 'finding_id' },
  ],
  candidates: [{ table: 'candidate', ...cells('disease_name', 'disease_id', 'reason', 'decided_by'), shownBy: 'disease_id' }],
  events: [{ table: 'odyssey_event', ...ofRecord<'events'>(({ title, note, clinician, place, diseaseId }) => [title, note, clinician, place, diseaseId]) }],
  tests: [{ table: 'ordered_test', ...ofRecord<'tests'>(({ name, laboratory, accession, method, limits, orderedBy, summary }) => [name, laboratory, accession, method, limits, orderedBy, summary]) }],
  tasks: [{ table: 'task', ...ofRecord<'tasks'>(({ title, note }) => [title, note]) }],
  referrals: [{ table: 'referral', ...ofRecord<'referrals'>(referralTexts) }],
  consents: [{ table: 'consent', ...ofRecord<'consents'>(({ giverName, takenBy, note, withdrawalNote }) => [giverName, takenBy, note, withdrawalNote]), person: 'person_id' }],
  documents: [
    { table: 'attached_document', ...withContent(ofRecord<'documents'>(({ fileName, note }) => [fileName, note])) },
    { table: 'source_document', ...cells('file_name', 'format') },
  ],
  exports: [{ table: 'export_record', ...ofRecord<'exports'>(({ content, recipient, fileName, by }) => [content, recipient, fileName, by]) }],
  names: [
    { table: 'case_record', ...cells('reference') },
    { table: 'person', ...cells('given_name', 'family_name'), isMeant: 'is_proband = 1' },
  ],
  clinicians: [
    { table: 'odyssey_event', ...ofRecord<'events'>(({ clinician }) => [clinician]) },
    { table: 'ordered_test', ...ofRecord<'tests'>(({ orderedBy }) => [orderedBy]) },
    { table: 'referral', ...ofRecord<'referrals'>(({ destination, steps }) => [destination?.clinician, ...(steps ?? []).map(({ by }) => by)]) },
    { table: 'candidate', ...cells('decided_by') },
    { table: 'finding_classification', ...cells('decided_by') },
    { table: 'pedigree_header', ...cells('recorded_by') },
  ],
};

/** The texts of a row that say something. */
export function textsOfRow(source: SearchSource, row: Row): readonly string[] {
  return source.texts(row).filter((text): text is string => typeof text === 'string' && text !== '');
}

/** The parts that a change of a row of the table may touch. */
export const partsOfTable: ReadonlyMap<TrackedTableName, readonly IndexedPart[]> = groupParts();

function groupParts(): ReadonlyMap<TrackedTableName, readonly IndexedPart[]> {
  const parts = new Map<TrackedTableName, IndexedPart[]>();
  for (const part of indexedParts) {
    for (const table of new Set(searchSources[part].map((source) => source.table))) parts.set(table, [...(parts.get(table) ?? []), part]);
  }
  return parts;
}

function findingTexts(row: Row): readonly unknown[] {
  const { transcript, hgvsGenomic, hgvsCoding, hgvsRna, hgvsProtein, wording, note, report, assertions } = JSON.parse(String(row['detail'])) as Partial<FindingDetail>;
  return [row['gene_symbol'], hgvsCoding, hgvsProtein, hgvsGenomic, hgvsRna, transcript, wording, note, report?.laboratory, report?.accession, report?.test, report?.limits, ...(assertions ?? []).map(({ accession }) => accession)];
}

function referralTexts({ destination, question, impression, actionAsked, declineReason, letter, steps, judged }: Partial<RecordDetails['referrals']>): readonly unknown[] {
  const { name, department, clinician, address, email } = destination ?? {};
  return [name, department, clinician, address, email, question, impression, actionAsked, declineReason, ...(steps ?? []).flatMap(({ by, note }) => [by, note]), ...Object.values(judged ?? {}).map(({ note }) => note), letter];
}
