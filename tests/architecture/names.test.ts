import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const files = ['shared', 'db', 'electron', 'renderer', 'tests'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
);

describe('names', () => {
  test('of folders say what is inside: no utils, helpers, common or misc', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|lib)\//.test(file))).toEqual([]);
  });

  test('of files are in kebab-case, but for documents', () => {
    expect(files.filter((file) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(file)) && !file.endsWith('.md'))).toEqual([]);
  });

  test('lead to the file itself: there are no barrel files', () => {
    expect(files.filter((file) => /^index\.[jt]sx?$/.test(basename(file)))).toEqual([]);
  });

  test('of tests end in .test.ts, and tests stand in tests/', () => {
    expect(files.filter((file) => /\.(test|spec)\.[jt]sx?$/.test(file) && !/^tests\/.*\.test\.tsx?$/.test(file))).toEqual([]);
  });

  test('of the folders of shared/ are those that the import rules know', () => {
    const known = ['base', 'ontology', 'phenotype', 'disease', 'variant', 'pedigree', 'inheritance', 'ranking', 'trial', 'referral', 'casefile', 'interchange', 'contract'];
    const found = new Set(files.filter((file) => file.startsWith('shared/') && file.split('/').length > 2).map((file) => file.split('/')[1] ?? ''));
    expect([...found].filter((folder) => !known.includes(folder))).toEqual([]);
  });
});
