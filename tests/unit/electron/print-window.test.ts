import { describe, expect, test } from 'vitest';
import { windowPrinter, type PrintWindows } from '#electron/main/print-window.ts';

type Session = ReturnType<PrintWindows['openSession']>;

/** Electron as far as printing uses it: a window that "prints" what its session answers at its address. */
function anElectron({ printing = true }: { readonly printing?: boolean } = {}) {
  const told = { partitions: [] as string[], options: [] as unknown[], destroyed: 0, handled: 0, isCancelled: null as ((url: string) => boolean) | null };
  let answer: (() => Response) | null = null;
  const session = {
    protocol: { handle: (_scheme: string, handler: () => Response) => void (answer = handler), unhandle: () => void (told.handled += 1) },
    webRequest: { onBeforeRequest: (decide: (details: { url: string }, callback: (decision: { cancel: boolean }) => void) => void) => void (told.isCancelled = (url) => {
      let isCancelled = false;
      decide({ url }, ({ cancel }) => (isCancelled = cancel));
      return isCancelled;
    }) },
    setSpellCheckerEnabled: () => undefined,
    on: () => undefined,
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
  } as unknown as Session;
  const printer = windowPrinter({
    openSession: (partition) => {
      told.partitions.push(partition);
      return session;
    },
    openWindow: (options) => {
      told.options.push(options);
      return {
        loadURL: async () => undefined,
        destroy: () => void (told.destroyed += 1),
        webContents: { printToPDF: async () => (printing ? Buffer.from(`%PDF ${await (answer?.() ?? new Response()).text()}`) : Promise.reject(new Error('no printer'))) },
      };
    },
  });
  return { told, printer };
}

describe('printing in a window', () => {
  test('gives the PDF of exactly the document that was handed over', async () => {
    const { printer } = anElectron();
    expect(await printer('<p>Mira')).toEqual({ ok: true, value: new Uint8Array(Buffer.from('%PDF <p>Mira')) });
  });

  test('happens out of sight, without scripts, and in a session that is not kept', async () => {
    const { printer, told } = anElectron();
    await printer('<p>Mira');
    expect(told.options).toMatchObject([{ show: false, webPreferences: { javascript: false, sandbox: true, partition: told.partitions[0] } }]);
    expect(told.partitions[0]).not.toMatch(/^persist:/);
    expect(told).toMatchObject({ destroyed: 1, handled: 1 });
  });

  test('asks nobody for anything', async () => {
    const { printer, told } = anElectron();
    await printer('<p>Mira');
    expect(told.isCancelled?.('https://example.org/pixel.png')).toBe(true);
    expect(told.isCancelled?.('data:font/woff2;base64,AA==')).toBe(false);
  });

  test('that fails says what to do instead, and leaves no window', async () => {
    const { printer, told } = anElectron({ printing: false });
    expect(await printer('<p>Mira')).toMatchObject({ ok: false, error: { kind: 'rule-broken', message: expect.stringContaining('Export it as HTML instead') as string } });
    expect(told.destroyed).toBe(1);
  });
});
