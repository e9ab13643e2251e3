import type { CaseSource, CaseWriting } from '#shared/interchange/case-source.ts';

export function writePhenopacket(source: CaseSource): CaseWriting {
  return { text: `${JSON.stringify({ id: source.title })}\n`, losses: [] };
}
