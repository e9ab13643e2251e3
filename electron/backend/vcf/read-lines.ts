import { openBytes, type ByteSource } from '#electron/backend/vcf/vcf-source.ts';
import { DamagedPacking, readVcfText } from '#electron/backend/vcf/vcf-text.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { createLineReader } from '#shared/variant/vcf/line-reader.ts';

export interface LinesRead {
  readonly isEnded: boolean;
  readonly hasEndBlock: boolean;
}

/** The lines of a file of any size, plain, gzip or bgzip; holds one line and a few pieces at a time. `onLine` says whether to go on. */
export async function readLines(source: ByteSource, progress: (done: number, total: number) => void, onLine: (line: string, number: number) => boolean): Promise<Result<LinesRead, Failure>> {
  let isWanted = true;
  const lines = createLineReader((line, number) => {
    if (isWanted) isWanted = onLine(line, number);
  });
  try {
    const { bytes, size } = await openBytes(source);
    const text = readVcfText(bytes);
    for await (const piece of text.pieces) {
      lines.push(piece);
      if (!isWanted) return success({ isEnded: true, hasEndBlock: true });
      progress(text.bytesRead(), size);
    }
    return success({ isEnded: !lines.end(), hasEndBlock: text.hasEndBlock() });
  } catch (fault) {
    if (fault instanceof DamagedPacking) return refusal(failure('invalid-input', 'The gzip file is damaged or ends too early. Get it once more.'));
    const isOfTheDisk = fault instanceof Error && 'code' in fault && /^E[A-Z]+$/.test(String(fault.code));
    if (isOfTheDisk) return refusal(failure('storage', 'The file cannot be opened. See that it is there and may be read.'));
    throw fault;
  }
}
