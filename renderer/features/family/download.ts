/** Hands a text to the person as a file, in the way that a browser saves one. Nothing is sent anywhere. */
export function downloadText(fileName: string, text: string, mediaType: string): void {
  download(fileName, new Blob([text], { type: `${mediaType};charset=utf-8` }));
}

/** The same with bytes, as the backend sends them. */
export function downloadBytes(fileName: string, base64: string, mediaType: string): void {
  download(fileName, new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: mediaType }));
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
