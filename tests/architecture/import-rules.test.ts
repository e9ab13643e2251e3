import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['shared', 'db', 'electron', 'renderer', 'tests'];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function violationsIn(folder: string, roots: readonly string[]): Promise<readonly string[]> {
  const program = join(projectRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots], { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (_exit, stdout, stderr) => {
      try {
        const parsed = JSON.parse(stdout) as { readonly summary: { readonly violations: readonly Violation[] } };
        resolve(parsed.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${shortName(violation.to)}`).sort());
      } catch {
        reject(new Error(stderr));
      }
    });
  });
}

/** A package by its name, whichever of its files was found. */
function shortName(path: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

describe('the import rules', () => {
  test('hold in the whole project', async () => {
    expect(await violationsIn(projectRoot, folders)).toEqual([]);
  });
});

/** A small house that breaks one rule with each file that is named here as broken. */
const house: Readonly<Record<string, string>> = {
  'shared/base/result.ts': 'export const ok = 1;',
  'shared/contract/contract.ts': 'export const contract = {};\nexport type Contract = typeof contract;',
  'shared/ontology/term.ts': "import { ok } from '#shared/base/result.ts';\nexport const term = ok;",
  'db/vault.ts': "import { ok } from '#shared/base/result.ts';\nexport const vault = ok;",
  'electron/backend/backend.ts': "import { vault } from '#db/vault.ts';\nexport const backend = vault;",
  'electron/main/main.ts': "import { app } from 'electron';\nimport { backend } from '#electron/backend/backend.ts';\nexport const main = [app, backend];",
  'renderer/client/client.ts': "import { contract } from '#shared/contract/contract.ts';\nexport const client = contract;",
  'renderer/features/caseload/caseload.ts': "import { client } from '#renderer/client/client.ts';\nimport type { Contract } from '#shared/contract/contract.ts';\nexport const caseload: Contract = client;",
  'renderer/features/caseload/style.css': '',
};
const broken: Readonly<Record<string, { readonly text: string; readonly violations: readonly string[] }>> = {
  'shared/base/up.ts': { text: "import { term } from '#shared/ontology/term.ts';\nexport const up = term;", violations: ['shared-base: shared/base/up.ts → shared/ontology/term.ts'] },
  'shared/phenotype/stored.ts': { text: "import { vault } from '#db/vault.ts';\nexport const stored = vault;", violations: ['shared-phenotype: shared/phenotype/stored.ts → db/vault.ts'] },
  'shared/disease/reader.ts': { text: "import { readFileSync } from 'node:fs';\nexport const reader = readFileSync;", violations: ['shared-is-pure: shared/disease/reader.ts → fs'] },
  'shared/helpers/anything.ts': { text: "import { ok } from '#shared/base/result.ts';\nexport const anything = ok;", violations: ['unclassified-folder: shared/helpers/anything.ts → shared/base/result.ts'] },
  'db/asks.ts': { text: "import { backend } from '#electron/backend/backend.ts';\nexport const asks = backend;", violations: ['db: db/asks.ts → electron/backend/backend.ts'] },
  'electron/backend/window.ts': { text: "import { app } from 'electron';\nexport const window = app;", violations: ['package-electron: electron/backend/window.ts → electron'] },
  'electron/backend/rows.ts': { text: "import Database from 'better-sqlite3-multiple-ciphers';\nexport const rows = Database;", violations: ['package-better-sqlite3-multiple-ciphers: electron/backend/rows.ts → better-sqlite3-multiple-ciphers'] },
  'electron/loopback/direct.ts': { text: "import { vault } from '#db/vault.ts';\nexport const direct = vault;", violations: ['electron-loopback: electron/loopback/direct.ts → db/vault.ts'] },
  'electron/cli/extra.ts': { text: "import playwright from 'playwright-core';\nexport const extra = playwright;", violations: ['unclassified-package: electron/cli/extra.ts → playwright-core'] },
  'renderer/features/caseload/reaches.ts': { text: "import { backend } from '#electron/backend/backend.ts';\nexport const reaches = backend;", violations: ['renderer: renderer/features/caseload/reaches.ts → electron/backend/backend.ts'] },
  'renderer/features/caseload/calls.ts': { text: "import { contract } from '#shared/contract/contract.ts';\nexport const calls = contract;", violations: ['contract-values-through-the-client: renderer/features/caseload/calls.ts → shared/contract/contract.ts'] },
  'db/parent.ts': { text: "import { ok } from '../shared/base/result.ts';\nexport const parent = ok;", violations: ['no-relative-import: db/parent.ts → shared/base/result.ts'] },
  'db/nowhere.ts': { text: "import { gone } from '#db/gone.ts';\nexport const nowhere = gone;", violations: ['unresolved: db/nowhere.ts → #db/gone.ts'] },
  'db/hen.ts': { text: "import { egg } from '#db/egg.ts';\nexport const hen = () => egg;", violations: [] },
  'db/egg.ts': { text: "import { hen } from '#db/hen.ts';\nexport const egg = () => hen;", violations: ['no-cycle: db/egg.ts → db/hen.ts'] },
};

describe('an import that breaks a rule', () => {
  let folder: string;
  let violations: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nostos-house-'));
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    for (const file of ['.dependency-cruiser.cjs', 'package.json']) cpSync(join(projectRoot, file), join(folder, file));
    for (const [path, text] of [...Object.entries(house), ...Object.entries(broken).map(([path, { text }]) => [path, text] as const)]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    violations = await violationsIn(folder, ['shared', 'db', 'electron', 'renderer']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is caught, each by the rule that explains it, and nothing else is', () => {
    expect(violations).toEqual(Object.values(broken).flatMap((file) => file.violations).sort());
  });
});
