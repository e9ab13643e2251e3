import type { HostCapabilities } from '#electron/backend/host-capabilities.ts';

/** A browser prints by itself, and a served page has no keychain. */
export const loopbackCapabilities: HostCapabilities = { name: 'loopback', printToPdf: null, keychain: null };
