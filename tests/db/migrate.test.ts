import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { appendEntry } from '#db/change-log.ts';
import { openConnection, type Connection } from '#db/connection.ts';
import { createIdSource } from '#db/id.ts';
import { migrate, schemaVersion } from '#db/migrate.ts';
import { migrations } from '#db/migrations/list.ts';
import type { Migration } from '#db/migrations/migration.ts';
import type { HistoryStep } from '#db/repositories/history.ts';
import { createRepositories, runCommand } from '#db/run-command.ts';
import { rowFromImage, type Row } from '#db/tables.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { verifyVault } from '#db/verify-vault.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, type Result } from '#shared/base/result.ts';
import { emptyFamily, type Family } from '#shared/pedigree/family.ts';
import { unknownDetail, type Individual } from '#shared/pedigree/individual.ts';
import { aFolder, must } from '#tests/db/vault-builder.ts';

const folder = fileURLToPath(new URL('../../db/migrations/', import.meta.url));
const migrationFiles = readdirSync(folder).filter((name) => /^\d{4}-.*\.ts$/.test(name)).sort();
const key = randomBytes(32);
const connections: Connection[] = [];
/** Tables to which a step adds columns. */
const widenedBy: Readonly<Record<number, readonly string[]>> = { 40: ['person'] };

afterEach(() => {
  for (const connection of connections.splice(0)) connection.close();
});

function aDatabase(path = join(aFolder(), 'nostos.db')): Connection {
  const connection = must(openConnection({ path, key, mayCreate: true }));
  connections.push(connection);
  return connection;
}

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);
const run = (database: Connection, list: readonly Migration[], backupPath = join(aFolder(), 'backup.db')) => migrate(database, { migrations: list, backupPathFor: () => backupPath });

/** Every row of every table, and how each table is made. */
function everything(database: Connection) {
  const tables = database.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY name").all();
  return tables.map(({ name, sql }) => ({ name, sql, rows: sql.startsWith('CREATE TABLE') ? database.prepare(`SELECT * FROM ${name} ORDER BY 1`).all() : [] }));
}

/** A row, or two, in every table that a schema has, in the order in which they refer to each other; of a widened table the columns that it had at first. */
const rows: readonly (readonly [string, readonly unknown[]])[] = [
  ['case_record', ['c1', 1, 'NRG-1', 'intake', '2026-01-01T00:00:00.000Z', '2019-04', 'call', null, 'a note', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z']],
  ['person', ['p1', 1, 'c1', 1, 'Ada', 'Odyssey', 'female', 'woman-girl', '', '2019-04-30', null, 'alive']],
  ['person', ['p2', 1, 'c1', 0, 'Bea', 'Odyssey', 'female', 'woman-girl', '', null, null, 'alive']],
  ['parent_edge', ['e1', 1, 'c1', 'p1', 'p2', '["egg"]', 0, 0, '{}']],
  ['partnership', ['u1', 1, 'c1', 'p1', 'p2', 'current', 0, '', null, '{}']],
  ['twin_group', ['t1', 1, 'c1', 'unknown']],
  ['twin_member', ['m1', 1, 'c1', 't1', 'p1', null]],
  ['condition', ['k1', 1, 'c1', 0, 'Haemophilia A', null, null]],
  ['individual_condition', ['i1', 1, 'c1', 'p1', 'k1', 'affected', null, '', '{}']],
  ['pedigree_header', ['h1', 1, 'c1', '', '', '', '', null, null, '', '', '', 'not-asked']],
  ['feature', ['f1', 1, 'c1', 'p1', 'HP:0001250', 'Seizure', 'observed', '{"kind":"age","duration":"P4Y"}', null, null, null, '[]', null, null, '', 0]],
  ['candidate', ['d1', 1, 'c1', 'OMIM:154700', 'Marfan syndrome', 'working', '', '2026-01-01', 'Dr A']],
  ['source_document', ['s1', 1, 'c1', 'a.json', 'phenopacket v2', '2026-01-01T00:00:00.000Z', 'abc', '{}']],
  ['risk_model', ['r1', 1, 'c1', 'k1', '{}']],
  ['finding', ['v1', 1, 'c1', 'FBN1', 'c.755C>G', '2026-01-01T00:00:00.000Z', '{}']],
  ['finding_genotype', ['g1', 1, 'c1', 'v1', 'p1', 'heterozygous', null, '']],
  ['finding_classification', ['a1', 1, 'c1', 'v1', 'pathogenic', '[]', 'Dr A', '2026-01-01T00:00:00.000Z', '']],
  ['odyssey_event', ['o1', 1, 'c1', '2026-01-01T00:00:00.000Z', null, '{}']],
  ['ordered_test', ['o2', 1, 'c1', '2026-01-01T00:00:00.000Z', '2026-03-01', '{}']],
  ['task', ['o3', 1, 'c1', '2026-01-01T00:00:00.000Z', '2026-03-01', '{}']],
  ['referral', ['o4', 1, 'c1', '2026-01-01T00:00:00.000Z', null, '{}']],
  ['attached_document', ['o5', 1, 'c1', '2026-01-01T00:00:00.000Z', 'abc', '{}']],
  ['document_content', ['abc', Buffer.from('a letter')]],
  ['export_record', ['o6', 1, 'c1', '2026-01-01T00:00:00.000Z', '{}']],
  ['case_identity', ['o7', 1, 'c1', '2026-01-01T00:00:00.000Z', '{}']],
  ['erasure', ['o8', 1, 'c1', '2026-01-01T00:00:00.000Z', '{}']],
  ['consent', ['o9', 1, 'c1', '2026-01-01T00:00:00.000Z', 'p1', '{}']],
  ['suggestion', ['o10', 1, 'c1', '2026-01-01T00:00:00.000Z', null, '{}']],
  ['trial_tracking', ['t1', 1, 'c1', 'NCT00000001', 'asked', '2026-01-01', '2026-01-01T00:00:00.000Z', '{}']],
  ['trial_search', ['t2', 1, 'c1', '{}']],
  ['ranking_snapshot', ['c1', '2026-01-01', '1', 'absence', 'x', '2026-01-01T00:00:00.000Z', '[]', 'OMIM:154700', 'Marfan syndrome', 0.5]],
  ['reanalysis_seen', ['c1', '2026-01-01', '2026-01-01T00:00:00.000Z']],
  ['search_case', [1, 'c1']],
  ['search_text', ['seizure']],
  ['case_profile', ['c1', 1, 0, Buffer.from([0xe2, 4, 0, 0]), Buffer.alloc(0)]],
  ['case_seen', ['c1', 'Dr A', '2026-01-01T00:00:00.000Z']],
  ['saved_filter', ['q1', 1, 'Late', '{}']],
  ['case_line', ['c1', '[]']],
  ['setting', ['clinicName', 1, '"Ithaca"']],
  ['change_entry', [1, '2026-01-01T00:00:00.000Z', 'Dr A', 'Create', 'c1', 'change', null, 'case.create', 1, '0', '1']],
  ['change_image', [1, 0, 'case_record', 'c1', 'c1', null, '{}']],
  ['change_head', [1, 1, '1']],
];

function insertRows(database: Connection): void {
  const present = new Set(everything(database).map(({ name }) => name));
  const hasFamilies = present.has('parent_edge');
  for (const [table, cells] of rows) {
    // Before there were families a case had one person.
    if (!present.has(table) || (cells[0] === 'p2' && !hasFamilies)) continue;
    const columns = database.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid').all(table).slice(0, cells.length);
    database.prepare(`INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${cells.map(() => '?').join(', ')})`).run(...cells);
  }
}

describe('the migrations', () => {
  test('are listed one by one in rising tens, each in a file named by its version and purpose', () => {
    expect(migrations.map(({ version, purpose }) => `${String(version).padStart(4, '0')}-${purpose}.ts`)).toEqual(migrationFiles);
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => (index + 1) * 10));
  });

  test('are frozen: the hash of each file is the one in lock.json', () => {
    const present = Object.fromEntries(migrationFiles.map((name) => [name, createHash('sha256').update(readFileSync(folder + name)).digest('hex')]));
    expect(JSON.parse(readFileSync(`${folder}lock.json`, 'utf8'))).toEqual(present);
  });

  test.each(migrations.slice(1).map((migration) => [migration.version]))('to %i keep every row of the step before', (version) => {
    const database = aDatabase();
    const before = migrations.findLast((migration) => migration.version < version)?.version ?? 0;
    must(run(database, upTo(before)));
    insertRows(database);
    const old = everything(database);
    expect(old.every(({ sql, rows: present }) => !sql.startsWith('CREATE TABLE') || present.length > 0)).toBe(true);
    must(run(database, upTo(version)));
    const names = new Set(old.map(({ name }) => name));
    const present = everything(database);
    // A table may get columns at its end; what stood in it stays as it was.
    const widened: readonly string[] = widenedBy[version] ?? [];
    const isKept = ({ name }: { readonly name: string }) => names.has(name) && !widened.includes(name);
    expect(present.filter(isKept)).toEqual(old.filter(isKept));
    for (const name of widened) expect(present.find((table) => table.name === name)?.rows).toMatchObject(old.find((table) => table.name === name)?.rows ?? []);
    expect(present.length).toBeGreaterThan(old.length);
    expect(schemaVersion(database)).toBe(version);
  });

  test('to 40 make each person of before the proband of a family of one, of whom nothing more is known', () => {
    const database = aDatabase();
    must(run(database, upTo(30)));
    insertRows(database);
    must(run(database, migrations));
    const read = createRepositories(database);
    const ada: Individual = { ...unknownDetail, id: 'p1', isProband: true, isConsultand: false, givenName: 'Ada', familyName: 'Odyssey', sexAssignedAtBirth: 'female', gender: 'woman-girl', birthDate: '2019-04-30' };
    expect(read.people.ofCase('c1')).toEqual([{ ...ada, version: 1, caseId: 'c1' }]);
    expect(read.families.ofCase('c1')).toEqual({ ...emptyFamily, individuals: [ada] });
  });

  test('to 40 leave the history whole: it is verified, told and undone as if every column had always been there', () => {
    const database = aDatabase();
    must(run(database, upTo(30)));
    const at = '2026-01-01T00:00:00.000Z';
    const record = { id: 'c1', version: 1, reference: 'NRG-1', status: 'intake', status_since: at, first_symptom_on: null, next_action: '', next_action_due_on: null, note: '', created_at: at };
    const born = { id: 'p1', version: 1, case_id: 'c1', is_proband: 1, given_name: 'Ada', family_name: '', sex_assigned_at_birth: 'female', gender: 'unknown', karyotype: '', birth_date: null, age_at_last_encounter: null, vital_status: 'alive' };
    const grown = { ...born, version: 2, given_name: 'Adele' };
    const entry = { at, actor: 'Dr A', caseId: 'c1', nature: 'change', refersTo: null, procedure: 'test', isUndoable: true } as const;
    const image = (before: Row | null, after: Row | null) => ({ table: 'person', rowId: 'p1', caseId: 'c1', before, after }) as const;
    appendEntry(database, { ...entry, label: 'Create', images: [{ table: 'case_record', rowId: 'c1', caseId: 'c1', before: null, after: record }, image(null, born)] });
    appendEntry(database, { ...entry, label: 'Change name', images: [image(born, grown)] });
    const insert = (table: string, row: object) => database.prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((column) => `@${column}`).join(', ')})`).run(row);
    insert('case_record', { ...record, changed_at: at });
    insert('person', grown);
    must(run(database, migrations));
    const read = createRepositories(database);
    const step = (of: (history: UnitOfWork['history']) => Result<HistoryStep, Failure>) => must(runCommand({ database, procedure: 'test', at, newId: createIdSource() }, (unit) => of(unit.history))).value.label;
    const names = (family: Family | null) => family?.individuals.map(({ givenName, life }) => [givenName, life.kind]);
    expect([1, 2].map((id) => names(read.families.asOf('c1', id)))).toEqual([[['Ada', 'person']], [['Adele', 'person']]]);
    expect(must(verifyVault(database)).findings).toEqual([]);
    expect([step((history) => history.undo(null)), names(read.families.ofCase('c1'))]).toEqual(['Change name', [['Ada', 'person']]]);
    expect([step((history) => history.undo(null)), names(read.families.ofCase('c1'))]).toEqual(['Create', []]);
    expect([step((history) => history.redo(null)), step((history) => history.redo(null)), names(read.families.ofCase('c1'))]).toEqual(['Create', 'Change name', [['Adele', 'person']]]);
    expect(must(verifyVault(database)).findings).toEqual([]);
  });

  test('give an added column the value that an older image of the history is read with', () => {
    const database = aDatabase();
    must(run(database, upTo(30)));
    insertRows(database);
    const before = database.prepare<[], Row>('SELECT * FROM person').get();
    must(run(database, migrations));
    expect(database.prepare<[], Row>('SELECT * FROM person').get()).toEqual(rowFromImage('person', JSON.stringify(before)));
  });

  test('one by one and all at once make the same schema, with every table STRICT', () => {
    const [stepwise, atOnce] = [aDatabase(), aDatabase()];
    for (const { version } of migrations) must(run(stepwise, upTo(version)));
    must(run(atOnce, migrations));
    expect(everything(stepwise)).toEqual(everything(atOnce));
    // SQLite makes the tables of the full-text index by itself.
    expect(everything(atOnce).filter(({ name, sql }) => sql.startsWith('CREATE TABLE') && !sql.endsWith('STRICT') && !name.startsWith('search_text_'))).toEqual([]);
  });

  test('make an encrypted copy first, which holds what was there, and none for a new or current database', () => {
    const database = aDatabase();
    const backupPath = join(aFolder(), 'backup.db');
    expect(must(run(database, upTo(10), backupPath))).toEqual({ from: 0, to: 10, backupPath: null });
    insertRows(database);
    const old = everything(database);
    expect(must(run(database, upTo(20), backupPath))).toEqual({ from: 10, to: 20, backupPath });
    const copy = aDatabase(backupPath);
    expect([schemaVersion(copy), everything(copy)]).toEqual([10, old]);
    expect(readFileSync(backupPath).includes('Odyssey')).toBe(false);
    expect(openConnection({ path: backupPath, key: randomBytes(32), mayCreate: false }).ok).toBe(false);
    const unused = join(aFolder(), 'unused.db');
    expect(must(run(database, upTo(20), unused))).toEqual({ from: 20, to: 20, backupPath: null });
    expect(existsSync(unused)).toBe(false);
  });

  test('that fail half-way leave the database at the last whole step', () => {
    const database = aDatabase();
    must(run(database, upTo(10)));
    insertRows(database);
    const failing: Migration = {
      version: 30,
      purpose: 'failing',
      apply: (target) => {
        target.exec('CREATE TABLE half (id TEXT) STRICT; DROP TABLE setting');
        throw new Error('a bug in the step');
      },
    };
    expect(() => run(database, [...upTo(20), failing])).toThrow('a bug in the step');
    expect(schemaVersion(database)).toBe(20);
    const names = everything(database).map(({ name }) => name);
    expect([names.includes('half'), names.includes('setting'), names.includes('change_entry')]).toEqual([false, true, true]);
  });

  test('refuse a database that a newer version has migrated, and leave it as it is', () => {
    const database = aDatabase();
    must(run(database, migrations));
    database.pragma('user_version = 9990');
    const before = everything(database);
    expect(run(database, migrations)).toEqual(refusal(failure('storage', 'This vault was last used with a newer Nostos. Nothing was changed. Install the newer version to open it.')));
    expect([schemaVersion(database), everything(database)]).toEqual([9990, before]);
  });
});
