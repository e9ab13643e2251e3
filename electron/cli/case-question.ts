import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { ReadPhenopacket } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import type { RankingCase } from '#shared/ranking/ranking-case.ts';

export interface CaseQuestion {
  readonly patient: RankingCase;
  /** Ids that the release does not know as phenotypic abnormalities; they take no part. */
  readonly unusedIds: readonly string[];
}

/**
 * What the ranking may see of a phenopacket: the findings. Nothing else is handed on, so that neither a diagnosis nor a
 * file name can reach it.
 */
export function questionOfPacket(packet: Pick<ReadPhenopacket, 'features'>, resolve: KnowledgeFile['resolve']): CaseQuestion {
  const observed: string[] = [];
  const excluded: string[] = [];
  const unusedIds: string[] = [];
  for (const feature of packet.features) {
    const term = resolve(feature.termId);
    if (term === null || term.isObsolete || !term.isPhenotype) unusedIds.push(feature.termId);
    else (feature.detail.state === 'excluded' ? excluded : observed).push(term.id);
  }
  return { patient: { observed, excluded }, unusedIds };
}
