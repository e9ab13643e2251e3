import type { Connection } from '#db/connection.ts';
import type { Cells, RowWriter } from '#db/row-writer.ts';
import type { Row } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import { findingName, plainDescription, type Finding, type FindingDetail, type Genotype, type PersonGenotype } from '#shared/casefile/finding.ts';
import type { DueFinding, FindingElsewhere } from '#shared/contract/finding-procedures.ts';
import type { ClassificationEntry } from '#shared/variant/variant.ts';

export interface FindingReader {
  readonly find: (findingId: string) => Finding | null;
  /** In the order in which they were recorded. */
  readonly ofCase: (caseId: string) => readonly Finding[];
  /** Of every case, in the order in which they were recorded. */
  readonly all: () => readonly Finding[];
  /** Of every case, those whose day for a review is not after `today` or that an imported assertion waits for; the longest overdue first. */
  readonly due: (today: string) => readonly DueFinding[];
  /** Those with an imported assertion that nobody has looked at, with the reference of their case. */
  readonly watched: () => readonly { readonly reference: string; readonly finding: Finding }[];
  /** The same variant and others of its gene in other cases; the same variant first. */
  readonly elsewhere: (finding: Finding) => readonly FindingElsewhere[];
}

export interface FindingWriter {
  readonly add: (caseId: string, detail: FindingDetail) => Finding;
  readonly change: (finding: Finding, version: number, change: Partial<FindingDetail>) => Result<Finding, Failure>;
  /** The last word wins: a genotype is one word of one test. */
  readonly putGenotype: (finding: Finding, personId: string, genotype: Genotype | null) => Finding;
  readonly classify: (finding: Finding, entry: ClassificationEntry) => Finding;
  readonly remove: (finding: Finding, version: number) => Result<void, Failure>;
  /** Two people turn out to be one: what was found in the second is of the first, unless the first was tested too. */
  readonly moveGenotypes: (fromPersonId: string, toPersonId: string) => void;
}

export function createFindingReader(database: Connection): FindingReader {
  const find = database.prepare<[string], Row>('SELECT * FROM finding WHERE id = ?');
  const ofCase = database.prepare<[string], Row>('SELECT * FROM finding WHERE case_id = ? ORDER BY id');
  const genotypes = database.prepare<[string], Row>('SELECT * FROM finding_genotype WHERE finding_id = ? ORDER BY id');
  const classifications = database.prepare<[string], Row>('SELECT * FROM finding_classification WHERE finding_id = ? ORDER BY decided_at, id');
  const others = database.prepare<[string, string, string], Row>(`
    SELECT finding.*, case_record.reference FROM finding JOIN case_record ON case_record.id = finding.case_id
    WHERE finding.case_id <> ? AND ((gene_symbol <> '' AND gene_symbol = ?) OR (description <> '' AND gene_symbol = '' AND description = ?))
    ORDER BY finding.id DESC LIMIT 200`);
  const everyCase = database.prepare<[], Row>('SELECT * FROM finding ORDER BY id');
  const overdue = database.prepare<[string], Row>(`
    SELECT finding.*, case_record.reference, json_extract(detail, '$.nextReviewOn') AS due_on FROM finding JOIN case_record ON case_record.id = finding.case_id
    WHERE json_extract(detail, '$.nextReviewOn') <= ? ORDER BY due_on, finding.id`);
  const waiting = database.prepare<[], Row>(`
    SELECT finding.*, case_record.reference FROM finding JOIN case_record ON case_record.id = finding.case_id
    WHERE EXISTS (SELECT 1 FROM json_each(detail, '$.assertions') WHERE json_extract(value, '$.importedAt') IS NOT NULL AND json_extract(value, '$.reviewedAt') IS NULL)
    ORDER BY finding.id`);
  const dueOf = (row: Row, why: DueFinding['why'], dueOn: string): DueFinding => ({ caseId: String(row['case_id']), reference: String(row['reference']), findingId: row.id, name: findingName(JSON.parse(String(row['detail'])) as FindingDetail), dueOn, why });
  const fromRow = (row: Row): Finding => findingFromRows(row, genotypes.all(row.id), classifications.all(row.id));
  return {
    find: (findingId) => {
      const row = find.get(findingId);
      return row === undefined ? null : fromRow(row);
    },
    ofCase: (caseId) => ofCase.all(caseId).map(fromRow),
    all: () => everyCase.all().map(fromRow),
    due: (today) => [
      ...overdue.all(today).map((row) => dueOf(row, 'review-date', String(row['due_on']))),
      ...waiting.all().map((row) => dueOf(row, 'assertion', firstImportOf(row))),
    ].toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
    watched: () => waiting.all().map((row) => ({ reference: String(row['reference']), finding: fromRow(row) })),
    elsewhere: (finding) => {
      const key = keyCells(finding);
      const found = others.all(finding.caseId, key.gene_symbol, key.description).map((row): FindingElsewhere => {
        const last = classifications.all(row.id).map(entryFromRow).at(-1);
        return {
          findingId: row.id,
          caseId: String(row['case_id']),
          reference: String(row['reference']),
          isSameVariant: key.description !== '' && row['description'] === key.description && row['gene_symbol'] === key.gene_symbol,
          name: findingName(JSON.parse(String(row['detail'])) as FindingDetail),
          decided: last === undefined ? null : { classification: last.classification, at: last.at, by: last.by, why: last.why },
        };
      });
      return found.sort((one, other) => Number(other.isSameVariant) - Number(one.isSameVariant));
    },
  };
}

export function createFindingWriter(database: Connection, rows: RowWriter, reader: FindingReader): FindingWriter {
  const genotypeOf = database.prepare<[string, string], Row>('SELECT * FROM finding_genotype WHERE finding_id = ? AND person_id = ?');
  const genotypesOfPerson = database.prepare<[string], Row>('SELECT * FROM finding_genotype WHERE person_id = ? ORDER BY id');
  const rowsOfFinding = (table: 'finding_genotype' | 'finding_classification', findingId: string): readonly Row[] =>
    database.prepare<[string], Row>(`SELECT id, version FROM ${table} WHERE finding_id = ? ORDER BY id DESC`).all(findingId);
  return {
    add: (caseId, detail) => existing(reader, rows.add('finding', { ...detailCells(detail), case_id: caseId, created_at: rows.at })),
    change: (finding, version, change) => {
      const changed = rows.change('finding', finding.id, version, detailCells({ ...detailOf(finding), ...change }));
      return changed.ok ? success(existing(reader, finding.id)) : changed;
    },
    putGenotype: (finding, personId, genotype) => {
      const present = genotypeOf.get(finding.id, personId);
      if (genotype !== null) {
        const cells = { state: genotype.state, allele_share: genotype.alleleShare, tissue: genotype.tissue };
        if (present === undefined) rows.add('finding_genotype', { ...cells, case_id: finding.caseId, finding_id: finding.id, person_id: personId });
        else rows.put('finding_genotype', present.id, cells);
      } else if (present !== undefined) rows.remove('finding_genotype', present.id, present.version);
      return existing(reader, finding.id);
    },
    classify: (finding, { classification, criteria, by, at, why }) => {
      rows.add('finding_classification', { case_id: finding.caseId, finding_id: finding.id, classification, criteria: JSON.stringify(criteria), decided_by: by, decided_at: at, why });
      return existing(reader, finding.id);
    },
    remove: (finding, version) => {
      const checked = rows.check('finding', finding.id, version);
      if (!checked.ok) return checked;
      for (const table of ['finding_classification', 'finding_genotype'] as const) for (const row of rowsOfFinding(table, finding.id)) rows.remove(table, row.id, row.version);
      return rows.remove('finding', finding.id, version);
    },
    moveGenotypes: (fromPersonId, toPersonId) => {
      for (const row of genotypesOfPerson.all(fromPersonId)) {
        if (genotypeOf.get(String(row['finding_id']), toPersonId) === undefined) rows.change('finding_genotype', row.id, row.version, { person_id: toPersonId });
      }
    },
  };
}

/** The day on which the oldest assertion that waits came. */
function firstImportOf(row: Row): string {
  const { assertions } = JSON.parse(String(row['detail'])) as FindingDetail;
  const days = assertions.flatMap(({ importedAt, reviewedAt }) => (importedAt === undefined || reviewedAt !== undefined ? [] : [importedAt.slice(0, 10)]));
  return days.toSorted()[0] ?? '';
}

/** By which the same variant is known in another case. */
const keyCells = (detail: FindingDetail) => ({ gene_symbol: detail.gene?.symbol.toUpperCase() ?? '', description: plainDescription(detail) });

const detailCells = (detail: FindingDetail): Cells => ({ ...keyCells(detail), detail: JSON.stringify(detail) });

function detailOf(finding: Finding): FindingDetail {
  const { id: _id, version: _version, caseId: _caseId, createdAt: _createdAt, genotypes: _genotypes, classifications: _classifications, ...detail } = finding;
  return detail;
}

function findingFromRows(row: Row, genotypes: readonly Row[], classifications: readonly Row[]): Finding {
  return {
    ...(JSON.parse(String(row['detail'])) as FindingDetail),
    id: row.id,
    version: row.version,
    caseId: String(row['case_id']),
    createdAt: String(row['created_at']),
    genotypes: genotypes.map((genotype): PersonGenotype => ({
      personId: String(genotype['person_id']),
      state: genotype['state'] as PersonGenotype['state'],
      alleleShare: genotype['allele_share'] as number | null,
      tissue: String(genotype['tissue']),
    })),
    classifications: classifications.map(entryFromRow),
  };
}

function entryFromRow(row: Row): ClassificationEntry {
  return {
    classification: row['classification'] as ClassificationEntry['classification'],
    criteria: JSON.parse(String(row['criteria'])) as ClassificationEntry['criteria'],
    by: String(row['decided_by']),
    at: String(row['decided_at']),
    why: String(row['why']),
  };
}

function existing(reader: FindingReader, id: string): Finding {
  const finding = reader.find(id);
  if (finding === null) throw new Error('a sequencing finding written in this transaction is missing');
  return finding;
}
