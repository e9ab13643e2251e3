import type { Lost } from '#shared/pedigree/formats/loss-kinds.ts';
import { sameValue } from '#shared/pedigree/formats/same-value.ts';
import type { Condition, Family } from '#shared/pedigree/family.ts';

/** What is lost of conditions and of how people stand to them. */
export function conditionLosses(told: Family, readBack: Family, fileIds: ReadonlyMap<string, string>): readonly Lost[] {
  const present = new Set(readBack.individuals.map(({ id }) => id));
  // Whoever is lost altogether is named for that.
  const family: Family = { ...told, individualConditions: told.individualConditions.filter(({ individualId }) => present.has(fileIds.get(individualId) ?? '')) };
  const keptOf = matchedConditions(family.conditions, readBack.conditions);
  const lost: Lost[] = [];
  for (const condition of family.conditions) {
    const kept = keptOf.get(condition.id);
    const people = family.individualConditions.filter(({ conditionId }) => conditionId === condition.id).map(({ individualId }) => individualId);
    if (kept === undefined) lost.push({ kind: 'condition', people });
    else if (kept.diseaseId !== condition.diseaseId || kept.termId !== condition.termId) lost.push({ kind: 'condition-code', people: [] });
  }
  const places = family.conditions.flatMap(({ id }) => keptOf.get(id)?.id ?? []).map((id) => readBack.conditions.findIndex((condition) => condition.id === id));
  if (places.some((place, index) => place < (places[index - 1] ?? -1))) lost.push({ kind: 'condition-order', people: [] });
  const rowOf = new Map(readBack.individualConditions.map((row) => [JSON.stringify([row.individualId, row.conditionId]), row]));
  for (const row of family.individualConditions) {
    const condition = keptOf.get(row.conditionId);
    if (condition === undefined) continue;
    const people = [row.individualId];
    const kept = rowOf.get(JSON.stringify([fileIds.get(row.individualId), condition.id]));
    if (kept?.state !== row.state) lost.push({ kind: 'condition-state', people });
    if (!sameValue(row.onset, kept?.onset ?? null)) lost.push({ kind: 'onset', people });
    if (row.evidence !== (kept?.evidence ?? '')) lost.push({ kind: 'evidence', people });
    if (kept !== undefined && !sameValue(row.provenance, kept.provenance)) lost.push({ kind: 'provenance', people });
  }
  // What a reader makes of a file and nobody told is a change too.
  const expected = new Set(family.individualConditions.map((row) => JSON.stringify([fileIds.get(row.individualId), keptOf.get(row.conditionId)?.id])));
  const originals = new Map([...fileIds].map(([id, fileId]) => [fileId, id]));
  for (const row of readBack.individualConditions) if (!expected.has(JSON.stringify([row.individualId, row.conditionId]))) lost.push({ kind: 'condition-state', people: [originals.get(row.individualId) ?? row.individualId] });
  return lost;
}

/** Conditions of the same name, in their order where several have it. */
function matchedConditions(conditions: readonly Condition[], kept: readonly Condition[]): ReadonlyMap<string, Condition> {
  const left = [...kept];
  return new Map(
    conditions.flatMap((condition) => {
      const at = left.findIndex(({ name }) => name === condition.name);
      const [match] = at < 0 ? [] : left.splice(at, 1);
      return match === undefined ? [] : [[condition.id, match] as const];
    }),
  );
}

export const headerLosses = (family: Family, readBack: Family): readonly Lost[] => (sameValue(family.header, readBack.header) ? [] : [{ kind: 'header', people: [] }]);
