import type { Family } from '#shared/pedigree/family.ts';

/** The lists of a family whose rows have ids; the same id in two of them names two things. */
export type RowList = Exclude<keyof Family, 'header'>;

/** The same family under other ids, every reference included. */
export function renameRows(family: Family, idOf: (list: RowList, id: string) => string): Family {
  const individual = (id: string): string => idOf('individuals', id);
  return {
    header: family.header,
    individuals: family.individuals.map((row) => ({ ...row, id: individual(row.id) })),
    parentEdges: family.parentEdges.map((row) => ({ ...row, id: idOf('parentEdges', row.id), childId: individual(row.childId), parentId: individual(row.parentId) })),
    partnerships: family.partnerships.map((row) => ({ ...row, id: idOf('partnerships', row.id), partnerIds: [individual(row.partnerIds[0]), individual(row.partnerIds[1])] })),
    twinGroups: family.twinGroups.map((row) => ({ ...row, id: idOf('twinGroups', row.id), members: row.members.map((member) => ({ ...member, individualId: individual(member.individualId) })) })),
    conditions: family.conditions.map((row) => ({ ...row, id: idOf('conditions', row.id) })),
    individualConditions: family.individualConditions.map((row) => ({ ...row, id: idOf('individualConditions', row.id), individualId: individual(row.individualId), conditionId: idOf('conditions', row.conditionId) })),
  };
}
