import type { ParentEdge } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { presumedSexAssignedAtBirth } from '#shared/pedigree/individual.ts';
import { isGenetic, type FamilyStructure } from '#shared/pedigree/structure.ts';

/** A code of HL7 v3-RoleCode, which FHIR prefers for `FamilyMemberHistory.relationship`. */
export interface RoleCode {
  readonly code: string;
  readonly display: string;
}

const role = (code: string, display: string): RoleCode => ({ code, display });

/** What a parent is to a child. */
export function parentRole({ roles }: ParentEdge, parent: Individual | undefined): RoleCode {
  const sex = parent === undefined ? 'unknown' : presumedSexAssignedAtBirth(parent);
  const bySex = (female: RoleCode, male: RoleCode, other: RoleCode): RoleCode => (sex === 'female' ? female : sex === 'male' ? male : other);
  if (roles.includes('egg')) return role('NMTH', 'natural mother');
  if (roles.includes('sperm')) return role('NFTH', 'natural father');
  if (roles.includes('genetic')) return bySex(role('NMTH', 'natural mother'), role('NFTH', 'natural father'), role('NPRN', 'natural parent'));
  if (roles.includes('gestational')) return role('GESTM', 'gestational mother');
  if (roles.includes('adoptive')) return bySex(role('ADOPTM', 'adoptive mother'), role('ADOPTF', 'adoptive father'), role('ADOPTP', 'adoptive parent'));
  if (roles.includes('foster')) return bySex(role('MTHFOST', 'foster mother'), role('FTHFOST', 'foster father'), role('PRNFOST', 'foster parent'));
  if (roles.includes('step')) return bySex(role('STPMTH', 'stepmother'), role('STPFTH', 'stepfather'), role('STPPRN', 'step parent'));
  return bySex(role('MTH', 'mother'), role('FTH', 'father'), role('PRN', 'parent'));
}

/** What everybody is to the proband, as near as the codes say it; `EXT` for more distant relatives and in-laws. */
export function rolesToProband(structure: FamilyStructure, proband: Individual): ReadonlyMap<string, RoleCode> {
  const roles = new Map<string, RoleCode>();
  const parents = (id: string): readonly string[] => (structure.parentEdgesOf.get(id) ?? []).filter(isGenetic).map(({ parentId }) => parentId);
  const children = (id: string): readonly string[] => (structure.childEdgesOf.get(id) ?? []).map(({ childId }) => childId);
  const bySex = (id: string, female: RoleCode, male: RoleCode, other: RoleCode): RoleCode => {
    const individual = structure.individualOf.get(id);
    const sex = individual === undefined ? 'unknown' : presumedSexAssignedAtBirth(individual);
    return sex === 'female' ? female : sex === 'male' ? male : other;
  };
  const set = (id: string, code: RoleCode): void => void (roles.has(id) || roles.set(id, code));
  set(proband.id, role('ONESELF', 'self'));
  const own = new Set(parents(proband.id));
  for (const edge of structure.parentEdgesOf.get(proband.id) ?? []) set(edge.parentId, parentRole(edge, structure.individualOf.get(edge.parentId)));
  for (const id of children(proband.id)) set(id, bySex(id, role('DAU', 'daughter'), role('SON', 'son'), role('CHILD', 'child')));
  const siblings = new Set([...own].flatMap(children));
  for (const id of siblings) {
    const isFull = own.size > 1 && [...own].every((parent) => parents(id).includes(parent));
    set(id, isFull ? bySex(id, role('NSIS', 'natural sister'), role('NBRO', 'natural brother'), role('NSIB', 'natural sibling')) : bySex(id, role('HSIS', 'half-sister'), role('HBRO', 'half-brother'), role('HSIB', 'half-sibling')));
  }
  for (const parent of own) {
    const side = bySex(parent, role('M', 'maternal'), role('P', 'paternal'), role('', ''));
    for (const grandparent of parents(parent)) {
      set(grandparent, bySex(grandparent, role(`${side.code}GRMTH`, `${side.display} grandmother`.trim()), role(`${side.code}GRFTH`, `${side.display} grandfather`.trim()), role('GRPRN', 'grandparent')));
      for (const id of children(grandparent)) if (id !== parent) set(id, bySex(id, role(`${side.code}AUNT`, `${side.display} aunt`.trim()), role(`${side.code}UNCLE`, `${side.display} uncle`.trim()), role('EXT', 'extended family member')));
    }
  }
  for (const union of structure.unionsOf.get(proband.id) ?? []) for (const id of union.partnerIds) set(id, union.partnership?.status === 'ended' ? role('FMRSPS', 'former spouse') : role('SIGOTHR', 'significant other'));
  for (const id of siblings) for (const child of children(id)) set(child, bySex(child, role('NIECE', 'niece'), role('NEPHEW', 'nephew'), role('NIENEPH', 'niece/nephew')));
  for (const id of structure.individualOf.keys()) set(id, role('EXT', 'extended family member'));
  return roles;
}

export type PlacedRole =
  | { readonly kind: 'self' | 'child' | 'partner' | 'former-partner' | 'sibling' | 'twin' | 'identical-twin' }
  | { readonly kind: 'mother' | 'father' | 'parent'; readonly how: 'birth' | 'adoptive' | 'foster' | 'step' | 'gestational' }
  | { readonly kind: 'grandparent' | 'aunt-or-uncle'; readonly side: 'mother' | 'father'; readonly sex: 'female' | 'male' | 'unknown' };

const placed: ReadonlyMap<string, PlacedRole> = new Map<string, PlacedRole>([
  ['ONESELF', { kind: 'self' }],
  ...['MTH', 'NMTH', 'NMTHF'].map((code) => [code, { kind: 'mother', how: 'birth' }] as const),
  ...['FTH', 'NFTH', 'NFTHF'].map((code) => [code, { kind: 'father', how: 'birth' }] as const),
  ...['PRN', 'NPRN'].map((code) => [code, { kind: 'parent', how: 'birth' }] as const),
  ['GESTM', { kind: 'mother', how: 'gestational' }],
  ['ADOPTM', { kind: 'mother', how: 'adoptive' }],
  ['ADOPTF', { kind: 'father', how: 'adoptive' }],
  ['ADOPTP', { kind: 'parent', how: 'adoptive' }],
  ['MTHFOST', { kind: 'mother', how: 'foster' }],
  ['FTHFOST', { kind: 'father', how: 'foster' }],
  ['PRNFOST', { kind: 'parent', how: 'foster' }],
  ['STPMTH', { kind: 'mother', how: 'step' }],
  ['STPFTH', { kind: 'father', how: 'step' }],
  ['STPPRN', { kind: 'parent', how: 'step' }],
  ...['CHILD', 'NCHILD', 'SON', 'DAU', 'SONC', 'DAUC', 'SONNAT', 'DAUNAT'].map((code) => [code, { kind: 'child' }] as const),
  ...['SIB', 'NSIB', 'BRO', 'NBRO', 'SIS', 'NSIS'].map((code) => [code, { kind: 'sibling' }] as const),
  ...['TWIN', 'TWINBRO', 'TWINSIS', 'FTWIN', 'FTWINBRO', 'FTWINSIS'].map((code) => [code, { kind: 'twin' }] as const),
  ...['ITWIN', 'ITWINBRO', 'ITWINSIS'].map((code) => [code, { kind: 'identical-twin' }] as const),
  ...['SPS', 'HUSB', 'WIFE', 'DOMPART', 'SIGOTHR'].map((code) => [code, { kind: 'partner' }] as const),
  ['FMRSPS', { kind: 'former-partner' }],
  ...([['M', 'mother'], ['P', 'father']] as const).flatMap(([letter, side]) => [
    [`${letter}GRMTH`, { kind: 'grandparent', side, sex: 'female' }] as const,
    [`${letter}GRFTH`, { kind: 'grandparent', side, sex: 'male' }] as const,
    [`${letter}GRPRN`, { kind: 'grandparent', side, sex: 'unknown' }] as const,
    [`${letter}AUNT`, { kind: 'aunt-or-uncle', side, sex: 'female' }] as const,
    [`${letter}UNCLE`, { kind: 'aunt-or-uncle', side, sex: 'male' }] as const,
  ]),
]);

/** Where a relative stands by its code; null for those whose place the code does not tell, such as a cousin or a half-sibling. */
export const placeOfRole = (code: string): PlacedRole | null => placed.get(code) ?? null;

const femaleCodes = /(MTH|MTHF|MTHFOST|ADOPTM|GESTM|SIS|DAU|DAUC|DAUNAT|AUNT|NIECE|WIFE|COUSNF)$/;
const maleCodes = /(FTH|FTHF|FTHFOST|ADOPTF|BRO|SON|SONC|SONNAT|UNCLE|NEPHEW|HUSB)$/;

/** The sex that a code says. */
export function sexOfRole(code: string): 'female' | 'male' | 'unknown' {
  if (maleCodes.test(code)) return 'male';
  return femaleCodes.test(code) ? 'female' : 'unknown';
}
