import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface DemoFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** A folder for one demonstration, which goes when the process ends, however it ends, short of being killed. What it then leaves is encrypted under a passphrase that nobody knows. */
export function createDemoFolder(): DemoFolder {
  const path = mkdtempSync(join(tmpdir(), 'nostos-demo-'));
  const remove = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return {
    path,
    remove() {
      process.off('exit', remove);
      remove();
    },
  };
}
