import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlockVault } from '#db/vault.ts';
import type { TestBackend } from '#tests/db/backend-builder.ts';
import { cheapCost, must, passphrase } from '#tests/db/vault-builder.ts';

/** Everything that the file holds to whoever has the key: each page as it was written, out of a copy without encryption. */
export async function plainPages({ vault }: TestBackend): Promise<string> {
  vault.lock();
  const unlocked = must(await unlockVault({ folder: vault.folder, cost: cheapCost, secret: { kind: 'passphrase', passphrase } }));
  const pages = unlocked.database.serialize().toString('latin1');
  unlocked.database.close();
  return pages + readFileSync(join(vault.folder, 'vault.json'), 'latin1');
}

/** Words to plant: `zpat_1`, `zpat_2`, … */
export const planted = (kind: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${kind}_${String(index + 1)}`);

/** Those that a text lacks. */
export const missingFrom = (pages: string, words: readonly string[]): readonly string[] => words.filter((word) => !pages.includes(word));
