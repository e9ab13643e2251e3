/** Names that a file of a release can have. What a file really is, the backend tells by its content. */
const likelyName = /\.(json|ndjson|jsonl|obo|hpoa|txt|tab|tsv)(\.b?gz)?$/i;
/** As many as the contract takes. */
const mostFiles = 50;
/** What fits into one request after base64 has made it a third longer. A real release needs 60 MB unpacked and 10 MB packed. */
export const largestTotalBytes = 180_000_000;

/** Of the chosen files those that can be part of a release; a chosen folder may hold anything. */
export function likelyFiles(files: readonly File[]): readonly File[] {
  return files.filter((file) => likelyName.test(file.name)).slice(0, mostFiles);
}

export const totalBytes = (files: readonly File[]): number => files.reduce((sum, file) => sum + file.size, 0);
