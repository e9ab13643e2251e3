/** Why files cannot be taken in at once. */
export type FileRefusal = { readonly kind: 'too-many'; readonly count: number; readonly most: number } | { readonly kind: 'too-large'; readonly bytes: number; readonly most: number };

/** As the contract of `case.import` has it. */
export const mostFiles = 1_000;
/** What fits through the boundary to the backend with the third that base64 adds. */
export const mostBytes = 200_000_000;

export function refuseFiles(files: readonly { readonly size: number }[]): FileRefusal | null {
  if (files.length > mostFiles) return { kind: 'too-many', count: files.length, most: mostFiles };
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return bytes > mostBytes ? { kind: 'too-large', bytes, most: mostBytes } : null;
}
