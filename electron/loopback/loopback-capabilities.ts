import type { HostCapabilities } from '#electron/backend/host-capabilities.ts';
import { installedPrinter } from '#electron/backend/pdf/installed-printer.ts';

/** Printing is left to an installed browser; a served page has no keychain. */
export const loopbackCapabilities: HostCapabilities = { name: 'loopback', printToPdf: installedPrinter(), keychain: null };
