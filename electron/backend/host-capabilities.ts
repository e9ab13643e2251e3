import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';

/** What only a host can do. Features ask what can be done and never which host it is. */
export interface HostCapabilities {
  readonly name: 'electron' | 'loopback' | 'direct';
  /** Null where nothing on this machine can print. */
  readonly printToPdf: PrintToPdf | null;
  /** The keychain of the operating system, for a data key that the user chose to keep there; null where there is none. */
  readonly keychain: Keychain | null;
}

/** Prints self-contained HTML, whose style says size and margins of the page, as a tagged PDF. */
export type PrintToPdf = (html: string) => Promise<Result<Uint8Array, Failure>>;

export interface Keychain {
  readonly seal: (secret: Uint8Array) => Promise<Uint8Array>;
  readonly unseal: (sealed: Uint8Array) => Promise<Uint8Array>;
}
