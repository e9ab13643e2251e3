import { mkdtempSync, readdirSync, rmSync, writeFileSync, mkdirSync, readFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smallObo, smallReleaseFiles } from '#tests/builders/release-files.ts';
import { compileKnowledge } from '#db/knowledge/compile-knowledge.ts';
import { openKnowledge, type KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { readSourceFolder, type KnowledgeSource } from '#db/knowledge/source-files.ts';
import { verifyKnowledge } from '#db/knowledge/verify-knowledge.ts';
import { createRanker } from '#shared/ranking/ranker.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nostos-knowledge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const compile = (sources: readonly KnowledgeSource[], name = 'release.sqlite') => compileKnowledge({ sources, to: join(folder, name) });
const replace = (name: string, change: (bytes: Uint8Array) => Uint8Array): KnowledgeSource[] => smallReleaseFiles().map((file) => (file.name === name ? { name, bytes: change(file.bytes) } : file));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function withRelease<Value>(work: (knowledge: KnowledgeFile) => Value, path = join(folder, 'release.sqlite')): Value {
  const opened = openKnowledge(path);
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}

describe('a compiled release', () => {
  test('reports what it holds, what it was made from and what was left out', () => {
    const report = compile(smallReleaseFiles());
    expect(report.ok && { ...report.value, milliseconds: 0, release: { ...report.value.release, sources: [], notice: '' } }).toEqual({
      release: { kind: 'release', ontologyVersion: '2030-01-02', annotationVersion: '2030-01-03', termCount: 18, diseaseCount: 2, annotationCount: 5, sources: [], supplements: [], notice: '' },
      milliseconds: 0,
      files: [
        { name: 'hp.json', role: 'ontology-json', rows: 20 },
        { name: 'phenotype.hpoa', role: 'annotations', rows: 9 },
        { name: 'genes_to_disease.txt', role: 'genes-to-disease', rows: 5 },
      ],
      skipped: [
        { reason: 'merged or obsolete term, replaced by its live one (kept)', count: 2, example: 'phenotype.hpoa:9' },
        { reason: 'frequency not understood, taken as not stated (kept)', count: 1, example: 'phenotype.hpoa:10' },
        { reason: 'term unknown to the ontology', count: 1, example: 'phenotype.hpoa:11' },
        { reason: 'modifier of the whole disease (aspect M)', count: 1, example: 'phenotype.hpoa:12' },
        { reason: 'row without gene symbol', count: 1, example: 'genes_to_disease.txt:5' },
        { reason: 'disease with genes but without annotations', count: 1, example: null },
      ],
    });
    expect(report.ok && report.value.release.notice).toContain('Human Phenotype Ontology');
  });

  test('gives back its terms, with merged and replaced ids led to the live ones', () => {
    compile(smallReleaseFiles());
    withRelease((knowledge) => {
      expect(knowledge.term('HP:0001250')).toEqual({ id: 'HP:0001250', label: 'Seizure', definition: 'A sudden, uncontrolled burst of activity of nerve cells.', comment: null, synonyms: [{ text: 'Seizures', scope: 'exact', isLayperson: false }, { text: 'Epileptic seizure', scope: 'exact', isLayperson: false }], parents: ['HP:0012638'], alternativeIds: ['HP:0002279', 'HP:0002391'] });
      const seizure = { id: 'HP:0001250', label: 'Seizure', isPhenotype: true, isObsolete: false };
      expect(['HP:0001250', 'HP:0002279', 'HP:0009901', 'HP:0009902', 'HP:0012828', 'HP:7654321', 'nonsense'].map(knowledge.resolve)).toEqual([
        { ...seizure, replacedFrom: null },
        { ...seizure, replacedFrom: 'HP:0002279' },
        { ...seizure, replacedFrom: 'HP:0009901' },
        { id: 'HP:0009902', label: 'obsolete Odd gait', isPhenotype: false, isObsolete: true, replacedFrom: null },
        { id: 'HP:0012828', label: 'Severe', isPhenotype: false, isObsolete: false, replacedFrom: null },
        null,
        null,
      ]);
      expect(knowledge.parents('HP:0001252')).toEqual([{ id: 'HP:0033127', label: 'Abnormality of the musculoskeletal system', childCount: 1 }, { id: 'HP:0012638', label: 'Abnormal nervous system physiology', childCount: 2 }]);
      expect(knowledge.children('HP:0001250')).toEqual([{ id: 'HP:0002373', label: 'Febrile seizure', childCount: 0 }]);
      expect(knowledge.ancestors('HP:0001250')).toEqual(['HP:0000001', 'HP:0000118', 'HP:0000707', 'HP:0012638']);
      expect(['HP:0001250', 'HP:0000118', 'HP:0001252', 'HP:0000969'].map(knowledge.diseaseCountBelow)).toEqual([2, 2, 0, 0]);
    });
  });

  test('gives back its diseases with genes, and ranks with the index it holds', () => {
    compile(smallReleaseFiles());
    withRelease((knowledge) => {
      expect(knowledge.disease('OMIM:900001')?.genes).toEqual([{ symbol: 'ODYS1', id: 'NCBIGene:11', association: 'mendelian' }, { symbol: 'PENL2', id: 'NCBIGene:12', association: 'polygenic' }]);
      expect(knowledge.diseases().map((disease) => knowledge.disease(disease.id))).toEqual(knowledge.diseases());
      expect(knowledge.disease('OMIM:1')).toBeNull();
      const ranking = createRanker(knowledge.rankingIndex()).rank({ observed: ['HP:0000252'], excluded: [] }, { excludedMode: 'absence', limit: 5 });
      expect(ranking.candidates[0]?.diseaseId).toBe('OMIM:900001');
      expect(knowledge.rankingIndex()).toBe(knowledge.rankingIndex());
    });
  });

  test('finds terms by name and, where no name says it, by their definition', () => {
    compile(smallReleaseFiles());
    withRelease((knowledge) => {
      expect(knowledge.searchTerms('floppy baby', 3).map((match) => match.id)).toEqual(['HP:0001252']);
      expect(knowledge.searchDefinitions('uncontrolled burst', 3).map((match) => match.id)).toEqual(['HP:0001250']);
      expect(['"', 'a AND (', 'NEAR(*', '^x', ''].map((text) => knowledge.searchDefinitions(text, 3))).toEqual([[], [], [], [], []]);
    });
  });

  test('has the same content from gzip in several pieces, from OBO, and in any order of files', () => {
    compile(smallReleaseFiles());
    const [ontology, ...others] = smallReleaseFiles();
    const packed = others.map((file) => ({ name: `${file.name}.gz`, bytes: Buffer.concat([gzipSync(file.bytes.subarray(0, 90)), gzipSync(file.bytes.subarray(90))]) }));
    compile([...packed, { name: 'hp.obo', bytes: bytes(smallObo()) }], 'other.sqlite');
    const content = (path: string) => withRelease((knowledge) => [knowledge.ontology(), knowledge.diseases()], join(folder, path));
    expect(ontology?.name).toBe('hp.json');
    expect(content('other.sqlite')).toEqual(content('release.sqlite'));
  });

  test('is the same in every row each time it is compiled', () => {
    compile(smallReleaseFiles());
    compile(smallReleaseFiles(), 'again.sqlite');
    const hashOf = (name: string): unknown => {
      const database = new Database(join(folder, name), { readonly: true });
      const value = database.prepare("SELECT value FROM meta WHERE key = 'contentSha256'").pluck().get();
      database.close();
      return value;
    };
    expect(hashOf('again.sqlite')).toBe(hashOf('release.sqlite'));
  });

  test('cannot be changed by who opened it', () => {
    compile(smallReleaseFiles());
    const before = readFileSync(join(folder, 'release.sqlite'));
    withRelease((knowledge) => knowledge.searchTerms('seizure', 5));
    expect(readFileSync(join(folder, 'release.sqlite')).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['release.sqlite']);
  });
});

describe('a compile that fails', () => {
  const failing: [string, () => KnowledgeSource[], string][] = [
    ['without the annotations', () => smallReleaseFiles().filter((file) => file.name !== 'phenotype.hpoa'), 'no file holds the disease annotations, expected phenotype.hpoa (also .gz)'],
    ['with two ontologies', () => [...smallReleaseFiles(), { name: 'hp.obo', bytes: bytes(smallObo()) }], '2 files hold the ontology (hp.json, hp.obo); leave only one'],
    ['with an ontology cut short', () => replace('hp.json', (whole) => whole.slice(0, 500)), 'not valid JSON here; the file may be cut short or damaged'],
    ['with a damaged gzip file', () => replace('hp.json', (whole) => gzipSync(whole).subarray(0, 700)), 'the gzip file is cut short or damaged'],
    ['with a file that is not text', () => replace('phenotype.hpoa', (whole) => Uint8Array.from([...whole, 0xff, 0xfe])), 'it is not text in UTF-8'],
  ];
  test.each(failing)('%s says why, leaves nothing and keeps the release that was there', (_name, sources, message) => {
    compile(smallReleaseFiles());
    const before = readFileSync(join(folder, 'release.sqlite'));
    const result = compile(sources());
    expect(!result.ok && [result.error.kind, result.error.problems?.map((problem) => problem.message)]).toEqual(['invalid-input', [message]]);
    expect(readdirSync(folder)).toEqual(['release.sqlite']);
    expect(readFileSync(join(folder, 'release.sqlite')).equals(before)).toBe(true);
  });

  test('without an ontology names the file that was not recognised, which may be it, damaged', () => {
    const result = compile(replace('hp.json', () => bytes('nonsense{')));
    expect(!result.ok && result.error.problems?.map(({ file, message }) => [file, message])).toEqual([
      [undefined, 'no file holds the ontology, expected hp.json or hp.obo (also .gz)'],
      ['hp.json', 'not a file of a release, or damaged'],
    ]);
  });

  test('because it was interrupted while writing leaves nothing', () => {
    const interrupted = (): unknown => compileKnowledge({ sources: smallReleaseFiles(), to: join(folder, 'release.sqlite'), onProgress: (_done, _total, label) => {
      if (label === 'Preparing the ranking') throw new Error('stop');
    } });
    expect(interrupted).toThrow('stop');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('because the folder is a file says so', () => {
    writeFileSync(join(folder, 'file'), '');
    const result = compileKnowledge({ sources: smallReleaseFiles(), to: join(folder, 'file', 'release.sqlite') });
    expect(!result.ok && result.error.kind).toBe('storage');
  });
});

describe('a folder of files', () => {
  test('gives those of a release, whatever else is in it', () => {
    mkdirSync(join(folder, 'sub.json'));
    for (const file of smallReleaseFiles()) writeFileSync(join(folder, `${file.name}.gz`), gzipSync(file.bytes));
    writeFileSync(join(folder, 'letter.txt'), 'Dear colleague');
    writeFileSync(join(folder, 'other.json'), '{}');
    const read = readSourceFolder(folder);
    expect(read.ok && read.value.map((source) => source.name)).toEqual(['genes_to_disease.txt.gz', 'hp.json.gz', 'phenotype.hpoa.gz']);
  });

  test('that is not there is refused', () => {
    const read = readSourceFolder(join(folder, 'nowhere'));
    expect(!read.ok && read.error.kind).toBe('invalid-input');
  });
});

describe('opening and verifying', () => {
  test('an intact release finds nothing wrong', async () => {
    compile(smallReleaseFiles());
    expect(await verifyKnowledge(join(folder, 'release.sqlite'))).toEqual({ ok: true, value: { isIntact: true, findings: [] } });
  });

  test('a changed row shows', async () => {
    compile(smallReleaseFiles());
    const database = new Database(join(folder, 'release.sqlite'));
    database.exec("UPDATE term SET label = 'Fits' WHERE number = 1250; DELETE FROM annotation WHERE disease = 1 AND position = 1");
    database.close();
    expect(await verifyKnowledge(join(folder, 'release.sqlite'))).toEqual({ ok: true, value: { isIntact: false, findings: ['The content is not what was compiled: its checksum differs.', 'It states 5 annotations and holds 4.'] } });
  });

  test('damaged bytes show as damage and never as an exception', async () => {
    compile(smallReleaseFiles());
    const whole = readFileSync(join(folder, 'release.sqlite'));
    for (const at of [0, 100, whole.indexOf('Epileptic seizure'), whole.indexOf('Ithaca syndrome'), whole.indexOf('"ontologyVersion"'), whole.indexOf('CREATE TABLE term')]) {
      const damaged = Buffer.from(whole);
      damaged.fill(0xa5, at, at + 12);
      writeFileSync(join(folder, 'damaged.sqlite'), damaged);
      const check = await verifyKnowledge(join(folder, 'damaged.sqlite'));
      expect([at, check.ok && check.value.isIntact]).toEqual([at, false]);
    }
  });

  test('what is missing, cut short, another database or another version is refused with a reason', () => {
    compile(smallReleaseFiles());
    writeFileSync(join(folder, 'short.sqlite'), readFileSync(join(folder, 'release.sqlite')).subarray(0, 5_000));
    writeFileSync(join(folder, 'text.sqlite'), 'hello');
    new Database(join(folder, 'other.sqlite')).exec('CREATE TABLE a (b)').close();
    copyFileSync(join(folder, 'release.sqlite'), join(folder, 'newer.sqlite'));
    const newer = new Database(join(folder, 'newer.sqlite'));
    newer.exec("UPDATE meta SET value = '999' WHERE key = 'format'");
    newer.close();
    const kinds = ['nowhere', 'short', 'text', 'other', 'newer'].map((name) => {
      const opened = openKnowledge(join(folder, `${name}.sqlite`));
      return opened.ok ? 'opened' : `${opened.error.kind}: ${opened.error.message}`;
    });
    expect(kinds).toEqual([
      'not-found: The file of this release is not there or cannot be read.',
      'storage: The file of this release is damaged. Install the release again from its files.',
      'storage: The file of this release is damaged. Install the release again from its files.',
      'storage: This file is no knowledge release of Nostos. Install the release again from its files.',
      'storage: This release was compiled by another version of Nostos. Install it again from its files.',
    ]);
  });
});
