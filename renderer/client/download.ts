/** Hands a text to the person as a file, in the way that a browser saves one. Nothing is sent anywhere. */
export function downloadText(fileName: string, text: string, mediaType: string): void {
  download(fileName, new Blob([text], { type: `${mediaType};charset=utf-8` }));
}

/** The same with bytes, as the backend sends them. */
export function downloadBytes(fileName: string, base64: string, mediaType: string): void {
  download(fileName, new Blob([bytesOf(base64)], { type: mediaType }));
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function download(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has its own copy by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}
