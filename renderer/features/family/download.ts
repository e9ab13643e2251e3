/** Hands a text to the person as a file, in the way that a browser saves one. Nothing is sent anywhere. */
export function downloadText(fileName: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has its own copy by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}
