import type { BackendContext } from '#electron/backend/context.ts';
import type { Term } from '#shared/ontology/term.ts';

/** A term as the release in use names it, also where a merged id was recorded; null where the release does not know it. */
export function termReader({ knowledge }: Pick<BackendContext, 'knowledge'>): (termId: string) => Term | null {
  const release = knowledge.active();
  return (termId) => {
    const resolved = release?.resolve(termId) ?? null;
    return resolved === null ? null : (release?.term(resolved.id) ?? null);
  };
}
