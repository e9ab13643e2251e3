import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { termRoots } from '#shared/ontology/term-id.ts';
import type { SystemIndex } from '#shared/phenotype/organ-systems.ts';

/** The organ systems of the release, and of each term those that it belongs to. An old id belongs where its replacement does. */
export function systemsOfTerms(knowledge: KnowledgeFile, termIds: readonly string[]): SystemIndex {
  const systems = knowledge.children(termRoots.phenotypicAbnormality).map(({ id, label }) => ({ id, label }));
  const systemIds = new Set(systems.map((system) => system.id));
  const systemsOf = (id: string): readonly string[] => {
    const live = knowledge.resolve(id)?.id ?? id;
    return [live, ...knowledge.ancestors(live)].filter((ancestor) => systemIds.has(ancestor));
  };
  return { systems, ofTerm: Object.fromEntries([...new Set(termIds)].map((id) => [id, systemsOf(id)])) };
}
