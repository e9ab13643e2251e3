import { cutText } from '#shared/base/cut-text.ts';
import type { FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import type { GedcomSession } from '#shared/pedigree/formats/gedcom/gedcom-session.ts';
import type { GedcomNode } from '#shared/pedigree/formats/gedcom/gedcom-tree.ts';
import { factTypes, unstated } from '#shared/pedigree/formats/gedcom/gedcom-words.ts';
import { placeTwins, type TwinLink } from '#shared/pedigree/formats/place-twins.ts';
import { readParent, readTwin } from '#shared/pedigree/formats/relation-words.ts';
import type { ParentEdge, ParentRole } from '#shared/pedigree/family.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';

/** Reads the FAM records and the links of the INDI records to them: partnerships, parents, adoption, donors, twins. */
export function readGedcomFamilies(records: readonly GedcomNode[], draft: FamilyDraft, session: GedcomSession): void {
  const individuals = records.filter(({ tag }) => tag === 'INDI');
  const families = new Map<string, GedcomFamily>();
  for (const record of records) {
    if (record.tag !== 'FAM') continue;
    session.use(record);
    families.set(record.id, { record, partnerIds: partnersOf(record, draft, session) });
  }
  numberUndrawn(families);
  for (const family of families.values()) readPartnership(family, draft, session);
  const named = parentsByWord(individuals, draft, session);
  const links = linksToParents(individuals, families, draft, session);
  for (const { childId, familyId, how } of links) {
    const family = families.get(familyId);
    for (const parentId of family?.partnerIds ?? []) {
      if (named.has(`${childId}\n${parentId}`)) continue;
      if (childId === parentId) continue;
      draft.addParent(childId, parentId, rolesOf(how, parentId, draft), { undrawnPartner: family?.undrawnPartner ?? 0 });
    }
    if (how === 'adopted') draft.changeIndividual(childId, { isAdopted: true });
  }
  for (const { childId, parentId, said } of named.values()) draft.addParent(childId, parentId, said.roles, { isDonor: said.isDonor, undrawnPartner: said.undrawnPartner });
  readTwins(individuals, draft, session);
}

interface GedcomFamily {
  readonly record: GedcomNode;
  readonly partnerIds: readonly string[];
  /** Of a family with one parent: tells that parent's undrawn partners apart. */
  undrawnPartner?: number;
}

interface ParentLink {
  readonly childId: string;
  readonly familyId: string;
  readonly how: 'birth' | 'adopted' | 'foster';
}

function partnersOf(record: GedcomNode, draft: FamilyDraft, session: GedcomSession): readonly string[] {
  const ids = session.children(record, 'HUSB', 'WIFE').flatMap((node) => knownTarget(node, draft, session));
  if (ids.length > 2) session.error('three-partners', 'the family has more than two partners, expected HUSB and WIFE once each', record);
  return [...new Set(ids)].slice(0, 2);
}

/** The individual that a line points to, if it is in the file. */
function knownTarget(node: GedcomNode, draft: FamilyDraft, session: GedcomSession): readonly string[] {
  if (draft.hasIndividual(node.target)) return [node.target];
  // GEDCOM 7 writes VOID for somebody who is known to be there and not who.
  if (node.target !== 'VOID') session.error('unknown-reference', `${node.tag} points to an individual that is not in the file`, node);
  return [];
}

function numberUndrawn(families: ReadonlyMap<string, GedcomFamily>): void {
  const counts = new Map<string, number>();
  for (const family of families.values()) {
    const [parent, other] = family.partnerIds;
    if (parent === undefined || other !== undefined) continue;
    family.undrawnPartner = Math.min(20, counts.get(parent) ?? 0);
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
}

function readPartnership({ record, partnerIds }: GedcomFamily, draft: FamilyDraft, session: GedcomSession): void {
  const [first, second] = partnerIds;
  session.children(record, 'MARR');
  const isEnded = session.children(record, 'DIV', 'ANUL').some(({ value }) => value.trim().toUpperCase() !== 'N');
  if (first === undefined || second === undefined) return;
  draft.addPartnership([first, second], isEnded ? { status: 'ended' } : {});
  for (const fact of record.children.filter(({ tag }) => tag === 'FACT' || tag === 'EVEN')) {
    const type = fact.children.find(({ tag }) => tag === 'TYPE')?.value ?? '';
    const value = unstated(fact.value);
    const kind = type === factTypes.infertility ? 'infertility' : type === factTypes['by-choice-or-unknown'] ? 'by-choice-or-unknown' : null;
    if (kind === null && type !== factTypes.consanguinity) continue;
    session.use(fact);
    session.child(fact, 'TYPE');
    draft.addPartnership([first, second], kind === null ? { isConsanguineous: true, degree: cutText(value, 100) } : { childlessness: { kind, reason: cutText(value, 200) } });
  }
}

/** Each child's families, said by the child, the family or both, in the order of the children in the file. */
function linksToParents(individuals: readonly GedcomNode[], families: ReadonlyMap<string, GedcomFamily>, draft: FamilyDraft, session: GedcomSession): readonly ParentLink[] {
  const links = new Map<string, ParentLink>();
  const add = (link: ParentLink): void => {
    const key = `${link.childId}\n${link.familyId}`;
    // What says more than that there is a link wins.
    if (!links.has(key) || link.how !== 'birth') links.set(key, link);
  };
  for (const individual of individuals) {
    for (const node of session.children(individual, 'FAMS')) if (!families.has(node.target) && node.target !== 'VOID') session.error('unknown-reference', 'FAMS points to a family that is not in the file', node);
    for (const node of session.children(individual, 'FAMC')) {
      const how = session.text(node, 'PEDI').trim().toLowerCase();
      if (families.has(node.target)) add({ childId: individual.id, familyId: node.target, how: how === 'adopted' || how === 'foster' ? how : 'birth' });
      else if (node.target !== 'VOID') session.error('unknown-reference', 'FAMC points to a family that is not in the file', node);
      if (!['', 'birth', 'adopted', 'foster'].includes(how)) session.warn('pedigree-link', 'the link to the parents is of a kind that is read as one by birth', node);
    }
    for (const event of session.children(individual, 'ADOP')) {
      const link = session.child(event, 'FAMC');
      if (link === undefined) continue;
      session.child(link, 'ADOP');
      if (families.has(link.target)) add({ childId: individual.id, familyId: link.target, how: 'adopted' });
    }
  }
  for (const { record } of families.values()) {
    for (const node of session.children(record, 'CHIL')) for (const childId of knownTarget(node, draft, session)) add({ childId, familyId: record.id, how: 'birth' });
  }
  return [...links.values()];
}

function rolesOf(how: ParentLink['how'], parentId: string, draft: FamilyDraft): readonly ParentRole[] {
  const parent = draft.individual(parentId);
  if (how === 'adopted') return ['adoptive'];
  if (how === 'foster') return ['foster'];
  return parent === undefined ? ['genetic'] : ordinaryRoles(parent);
}

interface NamedParent {
  readonly childId: string;
  readonly parentId: string;
  readonly said: Pick<ParentEdge, 'roles' | 'isDonor' | 'undrawnPartner'>;
}

/** Parents whom an ASSO line describes in words, by child and parent; the words say more than the family's record. */
function parentsByWord(individuals: readonly GedcomNode[], draft: FamilyDraft, session: GedcomSession): ReadonlyMap<string, NamedParent> {
  const named = new Map<string, NamedParent>();
  for (const individual of individuals) {
    for (const node of individual.children) {
      const said = node.tag === 'ASSO' ? readParent(relationOf(node)) : null;
      if (said === null || !draft.hasIndividual(node.target) || node.target === individual.id) continue;
      useRelation(node, session);
      named.set(`${individual.id}\n${node.target}`, { childId: individual.id, parentId: node.target, said });
    }
  }
  return named;
}

/** The relation of an ASSO line in words: RELA in version 5, a phrase beside the role in version 7. */
function relationOf(node: GedcomNode): string {
  const role = node.children.find(({ tag }) => tag === 'ROLE');
  return node.children.find(({ tag }) => tag === 'RELA')?.value ?? role?.children.find(({ tag }) => tag === 'PHRASE')?.value ?? '';
}

function useRelation(node: GedcomNode, session: GedcomSession): void {
  session.use(node);
  session.child(node, 'RELA');
  const role = session.child(node, 'ROLE');
  if (role !== undefined) session.child(role, 'PHRASE');
}

function readTwins(individuals: readonly GedcomNode[], draft: FamilyDraft, session: GedcomSession): void {
  const links: TwinLink[] = [];
  for (const individual of individuals) {
    for (const node of individual.children) {
      const twin = node.tag === 'ASSO' ? readTwin(relationOf(node)) : null;
      if (twin === null || !draft.hasIndividual(node.target) || node.target === individual.id) continue;
      useRelation(node, session);
      links.push({ id: individual.id, otherId: node.target, ...twin });
    }
  }
  placeTwins(individuals.map(({ id }) => id), links, draft);
}
