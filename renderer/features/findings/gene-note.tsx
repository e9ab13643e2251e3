import { useQueryOf } from '#renderer/client/queries.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

type Resolution = OutputOf<'gene.resolve'>;

/** What a symbol means in the release in use; undefined until it is known. */
export function useGeneResolution(symbol: string): Resolution | undefined {
  return useQueryOf('gene.resolve', { text: symbol.trim().slice(0, 100) }, { isEnabled: symbol.trim() !== '' }).data;
}

/** That a gene is called otherwise now, or that several were once called so. */
export function GeneNote({ typed, resolution }: { readonly typed: string; readonly resolution: Resolution | undefined }) {
  const t = useWords('findings');
  if (resolution?.kind === 'ambiguous') return <small className="gene-note">{t('gene.ambiguous', { typed: typed.trim(), symbols: resolution.matches.map(({ symbol }) => symbol).join(', ') })}</small>;
  if (resolution?.kind !== 'found' || resolution.gene.symbol === typed.trim() || (resolution.gene.how !== 'previous' && resolution.gene.how !== 'alias')) return null;
  return <small className="gene-note">{t('gene.now', { typed: typed.trim(), symbol: resolution.gene.symbol })}</small>;
}
