/** The name of a file without its folders and endings, for a family that has no other. */
export const nameOfFile = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.(gz|bgz)$/i, '').replace(/\.[A-Za-z0-9]{1,12}$/, '') || 'family';
