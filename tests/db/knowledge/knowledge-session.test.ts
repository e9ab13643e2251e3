import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smallReleaseFiles } from '#tests/builders/release-files.ts';
import { createKnowledgeSession, openKnowledgeFrom, type KnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import { starterName } from '#electron/backend/knowledge/starter-release.ts';

let home = '';
let session: KnowledgeSession;
const folder = (): string => join(home, 'knowledge');
const renew = (): KnowledgeSession => {
  session.close();
  session = createKnowledgeSession({ folder: folder() });
  return session;
};
const install = (name: string | null) => session.install({ sources: smallReleaseFiles(), name });
const namesInUse = (): string[] => session.list().map((release) => `${release.isActive ? '*' : ''}${release.name}`);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'nostos-session-'));
  session = createKnowledgeSession({ folder: folder() });
});
afterEach(() => {
  session.close();
  rmSync(home, { recursive: true, force: true });
});

describe('with nothing installed', () => {
  test('the starter catalogue is in use, kept compiled for the next start', async () => {
    expect(session.active()?.release.kind).toBe('starter');
    expect(session.active()?.searchTerms('small head', 1)[0]?.label).toBe('Microcephaly');
    expect(namesInUse()).toEqual(['*starter']);
    expect(await session.verify(starterName)).toEqual({ ok: true, value: { isIntact: true, findings: [] } });
    const kept = readdirSync(join(folder(), 'cache'));
    renew();
    expect(session.active()?.release).toMatchObject({ name: starterName, kind: 'starter' });
    expect([kept.length, readdirSync(join(folder(), 'cache'))]).toEqual([1, kept]);
    expect(session.list()[0]).toMatchObject({ termCount: session.active()?.release.termCount, diseaseCount: session.active()?.release.diseaseCount, annotationCount: session.active()?.release.annotationCount, installedAt: null });
  });

  test('the starter catalogue lives in memory where nothing can be written', () => {
    writeFileSync(folder(), 'a file in the place of the folder');
    expect([session.active()?.release.kind, session.active()?.path]).toEqual(['starter', null]);
  });

  test('a damaged copy of the starter does no harm', () => {
    session.active();
    session.close();
    const copy = join(folder(), 'cache', readdirSync(join(folder(), 'cache'))[0] ?? '');
    writeFileSync(copy, 'damaged');
    expect(renew().active()?.searchTerms('seizure', 1)[0]?.label).toBe('Seizure');
  });
});

describe('an installed release', () => {
  test('is named by its ontology unless told, comes into use, and stays so after a restart', () => {
    const installed = install(null);
    expect(installed.ok && installed.value.release).toMatchObject({ name: '2030-01-02+2030-01-03', kind: 'release', termCount: 18, diseaseCount: 2, annotationCount: 5, isActive: true });
    install('clinic-2030');
    expect(namesInUse()).toEqual(['starter', '2030-01-02+2030-01-03', '*clinic-2030']);
    renew();
    expect([namesInUse(), session.active()?.release.name]).toEqual([['starter', '2030-01-02+2030-01-03', '*clinic-2030'], 'clinic-2030']);
    expect(readdirSync(join(folder(), 'incoming'))).toEqual([]);
  });

  test('compiled by a Nostos that ranked otherwise is indexed anew once, and is intact afterwards', async () => {
    install('one');
    const index = session.active()?.rankingIndex();
    const path = session.active()?.path ?? '';
    session.close();
    const older = new Database(path);
    older.exec("UPDATE packed SET bytes = x'00' WHERE name = 'ranking'; UPDATE meta SET value = 'an older one' WHERE key = 'algorithm'");
    older.close();
    const first = renew().active();
    expect([first?.isRankingPacked, first?.rankingIndex()]).toEqual([false, index]);
    const second = renew().active();
    expect([second?.isRankingPacked, second?.rankingIndex()]).toEqual([true, index]);
    expect(await session.verify('one')).toEqual({ ok: true, value: { isIntact: true, findings: [] } });
  });

  test('can be left for another one and for the starter', () => {
    install('one');
    install('two');
    expect(session.activate('one').ok && session.active()?.release.name).toBe('one');
    expect(session.activate(starterName).ok && namesInUse()).toEqual(['*starter', 'one', 'two']);
    expect(renew().active()?.release.kind).toBe('starter');
  });

  test('can be installed again while it is in use', () => {
    install('one');
    const before = session.active();
    expect(install('one').ok).toBe(true);
    expect(session.active()).not.toBe(before);
    expect(session.active()?.searchTerms('seizure', 1)[0]?.id).toBe('HP:0001250');
  });

  test('that was damaged is listed as unreadable, refused, and the starter takes its place', async () => {
    install('one');
    session.close();
    writeFileSync(join(folder(), 'one.sqlite'), 'damaged');
    session = createKnowledgeSession({ folder: folder() });
    expect(session.active()?.release.kind).toBe('starter');
    expect(session.list().map((release) => [release.name, release.ontologyVersion, release.isActive])).toEqual([['starter', 'starter', true], ['one', 'unreadable', false]]);
    const refused = session.activate('one');
    expect(!refused.ok && refused.error.kind).toBe('storage');
    const check = await session.verify('one');
    expect(check.ok && check.value.isIntact).toBe(false);
  });

  test('cannot take a name that leads out of the folder or is taken by Nostos', async () => {
    for (const name of ['../outside', '/tmp/x', 'starter', 'a/b', '.hidden', '', 'active', 'x'.repeat(200)]) {
      const result = install(name);
      expect([name, !result.ok && result.error.kind]).toEqual([name, 'invalid-input']);
    }
    const unknown = await Promise.all(['../outside', 'nothing'].map(async (name) => [session.activate(name), await session.verify(name)].map((result) => !result.ok && result.error.kind)));
    expect(unknown).toEqual([['not-found', 'not-found'], ['not-found', 'not-found']]);
    expect(existsSync(folder()) ? readdirSync(folder()) : []).toEqual([]);
  });

  test('fails as a whole: what was there stays in use', () => {
    install('one');
    const failed = session.install({ sources: smallReleaseFiles().slice(1), name: 'two' });
    expect(!failed.ok && failed.error.kind).toBe('invalid-input');
    expect(namesInUse()).toEqual(['starter', '*one']);
  });
});

test('what an interrupted compile left is removed, by the job at once and by the next start after an hour', () => {
  const path = session.incomingPath();
  const incoming = join(folder(), 'incoming');
  mkdirSync(incoming, { recursive: true });
  const left = join(incoming, `.${path.slice(incoming.length + 1)}.abc.partial`);
  const older = join(incoming, 'older.sqlite');
  const other = join(incoming, 'other.sqlite');
  for (const file of [path, left, older, other]) writeFileSync(file, '');
  const anHourAgo = new Date(Date.now() - 61 * 60 * 1000);
  utimesSync(older, anHourAgo, anHourAgo);
  session.discard(path);
  expect(readdirSync(incoming).sort()).toEqual(['older.sqlite', 'other.sqlite']);
  renew();
  expect(readdirSync(incoming)).toEqual(['other.sqlite']);
});

describe('knowledge named on the command line', () => {
  const write = (): string => {
    const source = join(home, 'hpo');
    mkdirSync(source, { recursive: true });
    for (const file of smallReleaseFiles()) writeFileSync(join(source, file.name), file.bytes);
    return source;
  };
  const open = (name: string) => {
    const opened = openKnowledgeFrom(name, { dataFolder: home });
    if (!opened.ok) return `${opened.error.kind}: ${opened.error.message}`;
    const { name: releaseName, termCount } = opened.value.release;
    opened.value.close();
    return [releaseName, termCount];
  };

  test('may be a folder of HPO files, compiled once and kept by the hash of its files', () => {
    const source = write();
    expect(open(source)).toEqual(['2030-01-02+2030-01-03', 18]);
    const kept = readdirSync(join(folder(), 'cache'));
    expect(kept.length).toBe(1);
    const bytes = readFileSync(join(folder(), 'cache', kept[0] ?? ''));
    expect(open(source)).toEqual(['2030-01-02+2030-01-03', 18]);
    expect(readFileSync(join(folder(), 'cache', kept[0] ?? '')).equals(bytes)).toBe(true);
    writeFileSync(join(source, 'phenotype.hpoa'), `${readFileSync(join(source, 'phenotype.hpoa'), 'utf8')}\n`);
    open(source);
    expect(readdirSync(join(folder(), 'cache')).length).toBe(2);
  });

  test('is compiled again where the kept file is damaged', () => {
    const source = write();
    open(source);
    const kept = join(folder(), 'cache', readdirSync(join(folder(), 'cache'))[0] ?? '');
    writeFileSync(kept, 'damaged');
    expect(open(source)).toEqual(['2030-01-02+2030-01-03', 18]);
  });

  test('may be an installed release, a compiled file or the starter, and nothing else', () => {
    install('one');
    expect([open('one'), open(join(folder(), 'one.sqlite'))]).toEqual([['one', 18], ['one', 18]]);
    expect(open(starterName)[0]).toBe('starter');
    expect([open('nowhere'), open(mkdtempSync(join(home, 'empty-')))].map((answer) => String(answer).split(':')[0])).toEqual(['not-found', 'invalid-input']);
  });
});
