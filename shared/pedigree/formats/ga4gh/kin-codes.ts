import type { ParentEdge } from '#shared/pedigree/family.ts';

/** GA4GH Kinship Ontology, release 20210805, under the address that the GA4GH Pedigree FHIR guide uses. */
export const kinSystem = 'http://purl.org/ga4gh/kin.fhir';
/** GA4GH Pedigree FHIR Implementation Guide, http://purl.org/ga4gh/pedigree-fhir-ig: the exchange format of the GA4GH pedigree standard. */
export const guide = 'http://purl.org/ga4gh/pedigree-fhir-ig';

export interface KinTerm {
  readonly code: string;
  readonly display: string;
}

const term = (code: string, display: string): KinTerm => ({ code, display });

export const kin = {
  biologicalParent: term('KIN:003', 'isBiologicalParent'),
  spermDonor: term('KIN:004', 'isSpermDonor'),
  gestationalCarrier: term('KIN:005', 'isGestationalCarrier'),
  surrogateOvumDonor: term('KIN:006', 'isSurrogateOvumDonor'),
  twin: term('KIN:009', 'isTwin'),
  monozygoticTwin: term('KIN:010', 'isMonozygoticTwin'),
  polyzygoticTwin: term('KIN:011', 'isPolyzygoticTwin'),
  parentFigure: term('KIN:020', 'isParentFigure'),
  fosterParent: term('KIN:021', 'isFosterParent'),
  adoptiveParent: term('KIN:022', 'isAdoptiveParent'),
  stepParent: term('KIN:023', 'isStepParent'),
  partner: term('KIN:026', 'isPartner'),
  biologicalMother: term('KIN:027', 'isBiologicalMother'),
  biologicalFather: term('KIN:028', 'isBiologicalFather'),
  consanguineousPartner: term('KIN:030', 'isConsanguineousPartner'),
  ovumDonor: term('KIN:038', 'isOvumDonor'),
} as const;

/** The term for what a parent is to a child. */
export function kinOfParent({ roles, isDonor }: Pick<ParentEdge, 'roles' | 'isDonor'>): KinTerm {
  const carries = roles.includes('gestational');
  if (roles.includes('egg')) return isDonor ? (carries ? kin.surrogateOvumDonor : kin.ovumDonor) : kin.biologicalMother;
  if (roles.includes('sperm')) return isDonor ? kin.spermDonor : kin.biologicalFather;
  if (roles.includes('genetic')) return kin.biologicalParent;
  if (carries) return kin.gestationalCarrier;
  if (roles.includes('adoptive')) return kin.adoptiveParent;
  if (roles.includes('foster')) return kin.fosterParent;
  return roles.includes('step') ? kin.stepParent : kin.parentFigure;
}

type Said = Pick<ParentEdge, 'roles' | 'isDonor'>;
/** What a term says of a parent; `ordinary` leaves the roles to the parent's sex. Early files write REL for KIN. */
const parentsByCode: ReadonlyMap<string, Said | 'ordinary'> = new Map<string, Said | 'ordinary'>([
  [kin.biologicalParent.code, 'ordinary'],
  [kin.biologicalMother.code, { roles: ['egg', 'gestational'], isDonor: false }],
  [kin.biologicalFather.code, { roles: ['sperm'], isDonor: false }],
  [kin.spermDonor.code, { roles: ['sperm'], isDonor: true }],
  [kin.ovumDonor.code, { roles: ['egg'], isDonor: true }],
  [kin.surrogateOvumDonor.code, { roles: ['egg', 'gestational'], isDonor: true }],
  [kin.gestationalCarrier.code, { roles: ['gestational'], isDonor: true }],
  [kin.adoptiveParent.code, { roles: ['adoptive'], isDonor: false }],
  [kin.fosterParent.code, { roles: ['foster'], isDonor: false }],
  [kin.stepParent.code, { roles: ['step'], isDonor: false }],
  [kin.parentFigure.code, { roles: ['social'], isDonor: false }],
]);

export const parentOfKin = (code: string): Said | 'ordinary' | null => parentsByCode.get(code) ?? null;
/** The codes that say of the patient's record what the others say of the relative: the patient is the parent. */
export const childCodes: ReadonlySet<string> = new Set(['KIN:032']);
export const normalisedKin = (code: string): string => code.replace(/^REL:/, 'KIN:');
