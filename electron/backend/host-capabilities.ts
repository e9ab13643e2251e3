/** What only a host can do. Features ask what can be done and never which host it is. */
export interface HostCapabilities {
  readonly name: 'electron' | 'loopback' | 'direct';
  /** Prints the page that is shown to a PDF; null where the host leaves printing to the browser. */
  readonly printToPdf: (() => Promise<Uint8Array>) | null;
  /** The keychain of the operating system, for a data key that the user chose to keep there; null where there is none. */
  readonly keychain: Keychain | null;
}

export interface Keychain {
  readonly seal: (secret: Uint8Array) => Promise<Uint8Array>;
  readonly unseal: (sealed: Uint8Array) => Promise<Uint8Array>;
}
