import type { WireFile } from '#shared/contract/wire.ts';

/** A file that the user chose, as it goes to the backend. Rejects where the file cannot be read (moved, no permission). */
export function readWireFile(file: File): Promise<WireFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Error('the file could not be read'));
    reader.onload = () => {
      const address = String(reader.result);
      resolve({ name: file.name, base64: address.slice(address.indexOf(',') + 1) });
    };
    reader.readAsDataURL(file);
  });
}
