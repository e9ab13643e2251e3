import type { Client } from '#renderer/client/client.ts';

/** Small enough for a moving bar and a quick cancel, large enough that the calls cost little. */
const pieceBytes = 4 * 1024 * 1024;

/**
 * Sends a file of any size piece by piece to the reader that waits for it; the page never holds more than one piece. Ends early where the reader needs no
 * more. Rejects where the file cannot be read (moved, no permission).
 */
export async function sendFile(client: Client, fileId: string, file: Blob): Promise<void> {
  for (let from = 0; from === 0 || from < file.size; from += pieceBytes) {
    const to = Math.min(from + pieceBytes, file.size);
    const base64 = await base64Of(file.slice(from, to));
    const { isWanted } = await client.call('file.send', { fileId, base64, isLast: to >= file.size });
    if (!isWanted) return;
  }
}

export function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Error('the file could not be read'));
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.readAsDataURL(blob);
  });
}
