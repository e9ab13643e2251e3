import { cellFromFlag, cellFromValue, individualCells, individualFromRow, valueFromCell } from '#db/repositories/people.ts';
import { placesInOrder, type Placed } from '#db/repositories/places.ts';
import type { Cells } from '#db/row-writer.ts';
import type { Row, TrackedTableName } from '#db/tables.ts';
import {
  emptyHeader,
  type Condition,
  type Family,
  type IndividualCondition,
  type ParentEdge,
  type Partnership,
  type PedigreeHeader,
  type TwinGroup,
} from '#shared/pedigree/family.ts';

/** The tables of which a family is made, those that others refer to first. */
export const familyTables = ['pedigree_header', 'person', 'condition', 'twin_group', 'parent_edge', 'partnership', 'twin_member', 'individual_condition'] as const satisfies readonly TrackedTableName[];
export type FamilyTable = (typeof familyTables)[number];

export type FamilyRows = Readonly<Record<FamilyTable, readonly Row[]>>;
/** What the rows of a family are to be, by id. */
export type FamilyCells = Readonly<Record<FamilyTable, ReadonlyMap<string, Cells>>>;

export function familyFromRows(rows: FamilyRows): Family {
  const header = rows.pedigree_header[0];
  const membersOf = new Map<string, Row[]>(rows.twin_group.map(({ id }) => [id, []]));
  for (const member of byId(rows.twin_member)) membersOf.get(String(member['twin_group_id']))?.push(member);
  return {
    header: header === undefined ? emptyHeader : headerFromRow(header),
    individuals: byPlace(rows.person).map(individualFromRow),
    parentEdges: byId(rows.parent_edge).map(parentEdgeFromRow),
    partnerships: byId(rows.partnership).map(partnershipFromRow),
    twinGroups: byId(rows.twin_group).map((row) => twinGroupFromRow(row, membersOf.get(row.id) ?? [])),
    conditions: byPlace(rows.condition).map(conditionFromRow),
    individualConditions: byId(rows.individual_condition).map(individualConditionFromRow),
  };
}

/** The rows that a family needs, where `present` tells those that there are: a heading and a twin have no id in the family and keep theirs. */
export function cellsFromFamily(family: Family, present: FamilyRows, newId: () => string): FamilyCells {
  const personPlaces = placesInOrder(family.individuals.map(({ id }) => id), present.person.map(placed));
  const conditionPlaces = placesInOrder(family.conditions.map(({ id }) => id), present.condition.map(placed));
  const memberIds = new Map(present.twin_member.map((row) => [String(row['individual_id']), row.id]));
  const headerId = present.pedigree_header[0]?.id;
  const isHeaderNeeded = headerId !== undefined || cellFromValue(family.header) !== cellFromValue(emptyHeader);
  return {
    pedigree_header: new Map(isHeaderNeeded ? [[headerId ?? newId(), headerCells(family.header)]] : []),
    person: new Map(family.individuals.map((individual) => [individual.id, { ...individualCells(individual), place: personPlaces.get(individual.id) }])),
    condition: new Map(family.conditions.map((condition) => [condition.id, { ...conditionCells(condition), place: conditionPlaces.get(condition.id) }])),
    twin_group: new Map(family.twinGroups.map(({ id, knownBy }) => [id, { known_by: knownBy }])),
    parent_edge: new Map(family.parentEdges.map((edge) => [edge.id, parentEdgeCells(edge)])),
    partnership: new Map(family.partnerships.map((partnership) => [partnership.id, partnershipCells(partnership)])),
    twin_member: new Map(
      family.twinGroups.flatMap(({ id, members }) =>
        members.map(({ individualId, zygote }) => [memberIds.get(individualId) ?? newId(), { twin_group_id: id, individual_id: individualId, zygote }] as const),
      ),
    ),
    individual_condition: new Map(family.individualConditions.map((row) => [row.id, individualConditionCells(row)])),
  };
}

/** Ids rise in the order in which rows were made. */
const byId = (rows: readonly Row[]): readonly Row[] => rows.toSorted((one, other) => compareText(one.id, other.id));
const byPlace = (rows: readonly Row[]): readonly Row[] => rows.toSorted((one, other) => Number(one['place']) - Number(other['place']) || compareText(one.id, other.id));
const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const placed = (row: Row): Placed => ({ id: row.id, place: Number(row['place']) });

function parentEdgeFromRow(row: Row): ParentEdge {
  return {
    id: row.id,
    childId: String(row['child_id']),
    parentId: String(row['parent_id']),
    roles: valueFromCell(row['roles']),
    isDonor: row['is_donor'] === 1,
    undrawnPartner: Number(row['undrawn_partner']),
    provenance: valueFromCell(row['provenance']),
  };
}

function parentEdgeCells(edge: ParentEdge): Cells {
  return {
    child_id: edge.childId,
    parent_id: edge.parentId,
    roles: cellFromValue(edge.roles),
    is_donor: cellFromFlag(edge.isDonor),
    undrawn_partner: edge.undrawnPartner,
    provenance: cellFromValue(edge.provenance),
  };
}

function partnershipFromRow(row: Row): Partnership {
  return {
    id: row.id,
    partnerIds: [String(row['first_partner_id']), String(row['second_partner_id'])],
    status: row['status'] as Partnership['status'],
    isConsanguineous: row['is_consanguineous'] === 1,
    degree: String(row['degree']),
    childlessness: valueFromCell(row['childlessness']),
    provenance: valueFromCell(row['provenance']),
  };
}

function partnershipCells(partnership: Partnership): Cells {
  return {
    first_partner_id: partnership.partnerIds[0],
    second_partner_id: partnership.partnerIds[1],
    status: partnership.status,
    is_consanguineous: cellFromFlag(partnership.isConsanguineous),
    degree: partnership.degree,
    childlessness: cellFromValue(partnership.childlessness),
    provenance: cellFromValue(partnership.provenance),
  };
}

function twinGroupFromRow(group: Row, members: readonly Row[]): TwinGroup {
  return {
    id: group.id,
    members: members.map((member) => ({ individualId: String(member['individual_id']), zygote: member['zygote'] as number | null })),
    knownBy: group['known_by'] as TwinGroup['knownBy'],
  };
}

function conditionFromRow(row: Row): Condition {
  return { id: row.id, name: String(row['name']), diseaseId: row['disease_id'] as string | null, termId: row['term_id'] as string | null };
}

function conditionCells({ name, diseaseId, termId }: Condition): Cells {
  return { name, disease_id: diseaseId, term_id: termId };
}

function individualConditionFromRow(row: Row): IndividualCondition {
  return {
    id: row.id,
    individualId: String(row['individual_id']),
    conditionId: String(row['condition_id']),
    state: row['state'] as IndividualCondition['state'],
    onset: valueFromCell(row['onset']),
    evidence: String(row['evidence']),
    provenance: valueFromCell(row['provenance']),
  };
}

function individualConditionCells(row: IndividualCondition): Cells {
  return {
    individual_id: row.individualId,
    condition_id: row.conditionId,
    state: row.state,
    onset: cellFromValue(row.onset),
    evidence: row.evidence,
    provenance: cellFromValue(row.provenance),
  };
}

function headerFromRow(row: Row): PedigreeHeader {
  return {
    title: String(row['title']),
    recordedBy: String(row['recorded_by']),
    recorderTitle: String(row['recorder_title']),
    historian: String(row['historian']),
    takenOn: row['taken_on'] as string | null,
    updatedOn: row['updated_on'] as string | null,
    indication: String(row['indication']),
    maternalAncestry: String(row['maternal_ancestry']),
    paternalAncestry: String(row['paternal_ancestry']),
    consanguinityAsked: row['consanguinity_asked'] as PedigreeHeader['consanguinityAsked'],
  };
}

function headerCells(header: PedigreeHeader): Cells {
  return {
    title: header.title,
    recorded_by: header.recordedBy,
    recorder_title: header.recorderTitle,
    historian: header.historian,
    taken_on: header.takenOn,
    updated_on: header.updatedOn,
    indication: header.indication,
    maternal_ancestry: header.maternalAncestry,
    paternal_ancestry: header.paternalAncestry,
    consanguinity_asked: header.consanguinityAsked,
  };
}
