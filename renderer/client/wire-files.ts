import { base64Of } from '#renderer/client/send-file.ts';
import type { WireFile } from '#shared/contract/wire.ts';

/** A file that the user chose, as it goes to the backend. Rejects where the file cannot be read (moved, no permission). */
export async function readWireFile(file: File): Promise<WireFile> {
  return { name: file.name, base64: await base64Of(file) };
}
