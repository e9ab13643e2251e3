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

/** The planted words of a kind, such as `zpat_3`, that a text holds; the search index may have taken the line out. */
export const wordsIn = (pages: string, kind: string): readonly string[] => [...new Set([...pages.matchAll(new RegExp(`${kind}_?\\d+`, 'g'))].map(([word]) => word))].toSorted();
