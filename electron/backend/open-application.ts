import { createBackend, type Backend } from '#electron/backend/backend.ts';
import { createDemoFolder } from '#electron/backend/demo/demo-folder.ts';
import type { HostCapabilities } from '#electron/backend/host-capabilities.ts';

export interface ApplicationOptions {
  readonly host: HostCapabilities;
  readonly dataFolder: string;
  readonly vaultFolder: string | null;
  readonly isDemo: boolean;
}

export interface OpenApplication {
  readonly backend: Backend;
  readonly close: () => Promise<void>;
}

/** The backend as an application opens it, whatever the host: on the user's data, or on a throw-away vault with example families. */
export async function openApplication(options: ApplicationOptions): Promise<OpenApplication> {
  if (options.isDemo) return await openDemo(options);
  const backend = createBackend({ host: options.host, dataFolder: options.dataFolder, ...(options.vaultFolder === null ? {} : { vaultFolder: options.vaultFolder }) });
  return { backend, close: backend.close };
}

async function openDemo(options: ApplicationOptions): Promise<OpenApplication> {
  const folder = createDemoFolder();
  const backend = createBackend({ host: options.host, dataFolder: folder.path, isDemo: true });
  const close = async () => {
    await backend.close();
    folder.remove();
  };
  try {
    // Only a demonstration needs the example families.
    const { fillDemoVault } = await import('#electron/backend/demo/demo-vault.ts');
    await fillDemoVault(backend.dispatch, new Date());
  } catch (fault) {
    await close();
    throw fault;
  }
  return { backend, close };
}
