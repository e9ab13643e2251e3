import type { FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import type { TwinGroup } from '#shared/pedigree/family.ts';

/** One twin, as the file says it, and another of the same birth. */
export interface TwinLink {
  readonly id: string;
  readonly otherId: string;
  readonly zygote: number | null;
  readonly knownBy: TwinGroup['knownBy'];
}

/** Twin groups from links between two of them; `order` is that of the file. */
export function placeTwins(order: readonly string[], links: readonly TwinLink[], draft: FamilyDraft): void {
  const groups = new Map<string, Map<string, TwinGroup['members'][number]>>();
  for (const { id, otherId, zygote } of links) {
    const group = groups.get(id) ?? groups.get(otherId) ?? new Map<string, TwinGroup['members'][number]>();
    for (const [memberId, member] of groups.get(otherId) ?? []) group.set(memberId, member);
    group.set(id, { individualId: id, zygote });
    if (!group.has(otherId)) group.set(otherId, { individualId: otherId, zygote });
    for (const memberId of group.keys()) groups.set(memberId, group);
  }
  for (const group of new Set(groups.values())) {
    const members = order.flatMap((id) => group.get(id) ?? []).slice(0, 9);
    draft.addTwins(members, links.find(({ id }) => group.has(id))?.knownBy ?? 'reported');
  }
}
