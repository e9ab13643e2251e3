import { createReadStream, statSync } from 'node:fs';
import type { CliIo } from '#electron/cli/cli-command.ts';
import { absentFile } from '#electron/cli/packet-input.ts';
import { DamagedPacking, readVcfText, type VcfText } from '#electron/backend/vcf/vcf-text.ts';
import { createLineReader } from '#shared/variant/vcf/line-reader.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

export interface VcfInputRead {
  /** The last line had its line feed. */
  readonly isEnded: boolean;
  readonly text: VcfText;
}

/** Hands over the lines of a file or of standard input (`-`), with progress; refuses with a line for the user. */
export async function readVcfLines(path: string, io: CliIo, onLine: (line: string, number: number) => void): Promise<Result<VcfInputRead, string>> {
  const absent = absentFile([path]);
  if (absent !== null) return refusal(absent);
  const name = path === '-' ? 'standard input' : path;
  const size = path === '-' ? null : statSync(path).size;
  const text = readVcfText(path === '-' ? io.streamStandardInput() : (createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Uint8Array>));
  const lines = createLineReader(onLine);
  try {
    for await (const piece of text.pieces) {
      lines.push(piece);
      io.progress(text.bytesRead(), size, 'reading');
    }
  } catch (fault) {
    if (fault instanceof DamagedPacking) return refusal(`${name}: the gzip file is damaged or ends too early, expected a whole one`);
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (/^E[A-Z]+$/.test(code)) return refusal(`${name}: cannot be read (${code}), expected a file`);
    throw fault;
  }
  return success({ isEnded: !lines.end(), text });
}
