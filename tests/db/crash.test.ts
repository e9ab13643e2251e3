import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { unlockVault } from '#db/vault.ts';
import { verifyVault } from '#db/verify-vault.ts';
import { anUnlockedVault, aVault, cheapCost, must, passphrase } from '#tests/db/vault-builder.ts';

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));

/** Lets the child work and kills it: while it opens, after some acknowledgements, or some moments later. Answers what it said. */
async function killAtWork(folder: string, job: string, moment: { readonly afterLines: number; readonly thenMilliseconds: number }): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, folder, passphrase, job], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let isArmed = false;
  const kill = () => {
    if (isArmed) return;
    isArmed = true;
    if (moment.thenMilliseconds === 0) process_.kill('SIGKILL');
    else setTimeout(() => process_.kill('SIGKILL'), moment.thenMilliseconds);
  };
  process_.stdout.setEncoding('utf8');
  process_.stdout.on('data', (piece: string) => {
    text += piece;
    if (text.split('\n').length > moment.afterLines) kill();
  });
  if (moment.afterLines === 0) kill();
  const signal = await new Promise((resolve) => process_.once('close', (_code, ended) => resolve(ended)));
  expect(signal).toBe('SIGKILL');
  // A line without its end was cut off by the kill.
  return text.split('\n').slice(0, -1);
}

describe('a vault whose process is killed', () => {
  test('opens again with every change that was acknowledged, none by half and its history whole, 36 times', async () => {
    const first = await aVault();
    const { folder } = first.vault;
    first.close();
    const acknowledged = new Set<string>();
    let leftLogs = 0;
    for (let round = 0; round < 36; round += 1) {
      // Every sixth round the child is killed as it opens, while the log of the kill before may still be read back.
      const isOpening = round % 6 === 5;
      const lines = await killAtWork(folder, 'cases', { afterLines: isOpening ? 0 : 1 + Math.floor(Math.random() * 25), thenMilliseconds: isOpening ? 100 + Math.floor(Math.random() * 250) : Math.floor(Math.random() * 12) });
      for (const line of lines) if (line !== 'open') acknowledged.add(line);
      if (existsSync(join(folder, 'nostos.db-wal'))) leftLogs += 1;
      const vault = await anUnlockedVault(folder);
      const cases = vault.read.cases.list();
      const saved = new Set(cases.map(({ reference }) => reference));
      expect([...acknowledged].filter((reference) => !saved.has(reference))).toEqual([]);
      // Saved and killed before it could say so.
      const unsaid = [...saved].filter((reference) => !acknowledged.has(reference));
      expect(unsaid.length).toBeLessThanOrEqual(1);
      for (const reference of unsaid) acknowledged.add(reference);
      expect(cases.filter(({ observedCount }) => observedCount !== 20)).toEqual([]);
      expect(must(verifyVault(vault.vault.database))).toEqual({ isIntact: true, changes: saved.size, findings: [] });
      vault.close();
    }
    expect(acknowledged.size).toBeGreaterThan(100);
    expect(leftLogs).toBeGreaterThan(20);
  }, 600_000);

  test('while it changes its passphrase opens with the last one acknowledged or the next, and with the recovery key', async () => {
    for (let round = 0; round < 8; round += 1) {
      const first = await aVault();
      const { folder } = first.vault;
      first.close();
      const lines = await killAtWork(folder, 'passphrase', { afterLines: 1 + Math.floor(Math.random() * 20), thenMilliseconds: Math.floor(Math.random() * 10) });
      const changes = lines.length - 1;
      const possible = [changes === 0 ? passphrase : `${passphrase} ${String(changes)}`, `${passphrase} ${String(changes + 1)}`];
      const outcomes = [];
      for (const one of possible) {
        const opened = await unlockVault({ folder, secret: { kind: 'passphrase', passphrase: one }, cost: cheapCost });
        if (opened.ok) opened.value.database.close();
        outcomes.push(opened.ok);
      }
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      must(await unlockVault({ folder, secret: { kind: 'recovery-key', recoveryKey: first.recoveryKey }, cost: cheapCost })).database.close();
    }
  }, 300_000);
});

describe('the files of a vault', () => {
  test('hold no readable word of a patient in any encoding, neither the database nor the log of a killed process nor vault.json', async () => {
    const first = await aVault();
    const { folder } = first.vault;
    first.close();
    await killAtWork(folder, 'cases', { afterLines: 30, thenMilliseconds: 0 });
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['nostos.db', 'nostos.db-wal', 'vault.json']);
    const planted = ['Telemachus', 'Ithakesios', 'Østergård', 'Laertes', 'Wanderlust', 'HP:0000011', 'case_record', 'CREATE TABLE', 'SQLite format 3', passphrase, first.recoveryKey];
    const needles = planted.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16(), Buffer.from(word, 'latin1'), Buffer.from(Buffer.from(word).toString('hex')), Buffer.from(Buffer.from(word).toString('base64').slice(0, -4))]);
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      expect(bytes.length).toBeGreaterThan(500);
      expect(needles.filter((needle) => bytes.includes(needle)).map(String)).toEqual([]);
    }
    const vault = await anUnlockedVault(folder);
    expect(vault.read.cases.list()[0]?.proband.givenName).toBe('Telemachus');
  });
});
