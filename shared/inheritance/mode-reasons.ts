import type { GeneticFamily, GeneticMember } from '#shared/inheritance/genetic-family.ts';
import type { ModeHypothesis } from '#shared/inheritance/mode.ts';

/** Something in the family that a geneticist would point at. */
export interface ModeReason {
  readonly kind: ModeReasonKind;
  readonly weight: 'for' | 'against';
  /** Everywhere it is seen: in whom, the ancestor first. */
  readonly seenIn: readonly (readonly string[])[];
}

export type ModeReasonKind =
  | 'father-to-son'
  | 'affected-through-father'
  | 'affected-woman'
  | 'affected-daughter-of-unaffected-father'
  | 'unaffected-son-of-affected-mother'
  | 'unaffected-son-of-affected-father'
  | 'unaffected-daughter-of-affected-father'
  | 'affected-son-of-unaffected-father'
  | 'unaffected-child-of-affected-parents'
  | 'unaffected-child-of-affected-mother'
  | 'unaffected-parents'
  | 'parent-and-child-affected'
  | 'only-men-affected'
  | 'affected-parent-of-index'
  | 'parents-of-index-not-drawn'
  | 'cannot-be-together'
  | 'enters-too-often'
  | 'others-affected';

/** The reasons in words that stand for themselves. */
export const modeReasonWords: Readonly<Record<ModeReasonKind, string>> = {
  'father-to-son': 'passed from father to son, who has no X chromosome from him',
  'affected-through-father': 'passed on by a father, who hands on no mitochondria',
  'affected-woman': 'a woman is affected, who has no Y chromosome',
  'affected-daughter-of-unaffected-father': 'an affected daughter has an unaffected father, who would have given her one of two altered X chromosomes',
  'unaffected-son-of-affected-mother': 'an affected mother has an unaffected son, who would have one of her two altered X chromosomes',
  'unaffected-son-of-affected-father': 'an affected father has an unaffected son, who has his Y chromosome',
  'unaffected-daughter-of-affected-father': 'an affected father has an unaffected daughter, who has his X chromosome',
  'affected-son-of-unaffected-father': 'an affected son has an unaffected father, from whom he has his Y chromosome',
  'unaffected-child-of-affected-parents': 'two affected parents have an unaffected child',
  'unaffected-child-of-affected-mother': 'an affected mother has an unaffected child, who has her mitochondria',
  'unaffected-parents': 'affected, with two unaffected parents',
  'parent-and-child-affected': 'a parent and a child are both affected',
  'only-men-affected': 'only men are affected, and women in between are not',
  'affected-parent-of-index': 'a parent of the index person is affected too, so that the allele is not new',
  'parents-of-index-not-drawn': 'the parents of the index person are not both drawn, so that newness cannot be judged',
  'cannot-be-together': 'these people cannot all be as they are',
  'others-affected': 'others are affected too, whom an allele that is new in the index person does not explain',
  'enters-too-often': 'the rare allele would have come into the family more than once',
};

type Statuses = ReadonlyMap<string, 'affected' | 'unaffected'>;

/** What in the family speaks for and against a mode, by the rules that a geneticist applies by eye. */
export function modeReasons(mode: ModeHypothesis, family: GeneticFamily, statuses: Statuses, index: string | null): readonly ModeReason[] {
  const seen = observations(family, statuses, index);
  return rulesOf[mode].flatMap(({ kind, weight }) => {
    const seenIn = seen.get(kind);
    return seenIn === undefined ? [] : [{ kind, weight, seenIn }];
  });
}

interface Rule {
  readonly kind: ModeReasonKind;
  readonly weight: 'for' | 'against';
}
const pro = (kind: ModeReasonKind): Rule => ({ kind, weight: 'for' });
const against = (kind: ModeReasonKind): Rule => ({ kind, weight: 'against' });

const rulesOf: Readonly<Record<ModeHypothesis, readonly Rule[]>> = {
  AD: [pro('parent-and-child-affected'), pro('father-to-son'), against('unaffected-parents')],
  AR: [pro('unaffected-parents'), against('unaffected-child-of-affected-parents'), against('parent-and-child-affected')],
  XLD: [against('father-to-son'), against('unaffected-daughter-of-affected-father'), against('unaffected-parents')],
  XLR: [pro('only-men-affected'), against('father-to-son'), against('affected-daughter-of-unaffected-father'), against('unaffected-son-of-affected-mother')],
  YL: [against('affected-woman'), against('affected-son-of-unaffected-father'), against('unaffected-son-of-affected-father'), pro('father-to-son')],
  MT: [against('affected-through-father'), against('unaffected-child-of-affected-mother')],
  'AD-de-novo': [pro('unaffected-parents'), against('affected-parent-of-index'), against('parents-of-index-not-drawn')],
};

type Observations = ReadonlyMap<ModeReasonKind, readonly (readonly string[])[]>;

function observations(family: GeneticFamily, statuses: Statuses, index: string | null): Observations {
  const found = new Map<ModeReasonKind, (readonly string[])[]>();
  const see = (kind: ModeReasonKind, holds: boolean, people: readonly (GeneticMember | undefined)[]): void => {
    if (holds) found.set(kind, [...(found.get(kind) ?? []), people.flatMap((person) => (person === undefined ? [] : [person.id]))]);
  };
  for (const child of family.members) {
    const mother = child.eggParent === null ? undefined : family.members[child.eggParent];
    const father = child.spermParent === null ? undefined : family.members[child.spermParent];
    seeTrio(see, { child, mother, father, statusOf: (person) => (person === undefined ? undefined : statuses.get(person.id)) });
  }
  const affected = family.members.filter(({ id }) => statuses.get(id) === 'affected');
  see('only-men-affected', affected.length > 1 && affected.every(({ sex }) => sex === 'male') && !found.has('father-to-son'), affected);
  const person = index === null ? undefined : family.members[family.indexOf.get(index) ?? -1];
  const parents = [person?.eggParent, person?.spermParent].flatMap((parent) => (parent === null || parent === undefined ? [] : [family.members[parent]]));
  see('parents-of-index-not-drawn', parents.length < 2, [person]);
  for (const parent of parents) see('affected-parent-of-index', parent !== undefined && statuses.get(parent.id) === 'affected', [parent, person]);
  return found;
}

interface Trio {
  readonly child: GeneticMember;
  readonly mother: GeneticMember | undefined;
  readonly father: GeneticMember | undefined;
  readonly statusOf: (person: GeneticMember | undefined) => 'affected' | 'unaffected' | undefined;
}
type See = (kind: ModeReasonKind, holds: boolean, people: readonly (GeneticMember | undefined)[]) => void;

function seeTrio(see: See, { child, mother, father, statusOf }: Trio): void {
  const [own, ofMother, ofFather] = [statusOf(child), statusOf(mother), statusOf(father)];
  const isAffected = own === 'affected';
  const isUnaffected = own === 'unaffected';
  see('affected-woman', isAffected && child.sex === 'female', [child]);
  see('father-to-son', isAffected && child.sex === 'male' && ofFather === 'affected', [father, child]);
  see('affected-through-father', isAffected && ofFather === 'affected' && ofMother === 'unaffected', [father, child]);
  see('parent-and-child-affected', isAffected && (ofMother === 'affected' || ofFather === 'affected'), [ofMother === 'affected' ? mother : father, child]);
  see('unaffected-parents', isAffected && ofMother === 'unaffected' && ofFather === 'unaffected', [mother, father, child]);
  see('unaffected-child-of-affected-parents', isUnaffected && ofMother === 'affected' && ofFather === 'affected', [mother, father, child]);
  see('unaffected-child-of-affected-mother', isUnaffected && ofMother === 'affected', [mother, child]);
  see('affected-daughter-of-unaffected-father', isAffected && child.sex === 'female' && ofFather === 'unaffected', [father, child]);
  see('unaffected-son-of-affected-mother', isUnaffected && child.sex === 'male' && ofMother === 'affected', [mother, child]);
  see('unaffected-daughter-of-affected-father', isUnaffected && child.sex === 'female' && ofFather === 'affected', [father, child]);
  see('unaffected-son-of-affected-father', isUnaffected && child.sex === 'male' && ofFather === 'affected', [father, child]);
  see('affected-son-of-unaffected-father', isAffected && child.sex === 'male' && ofFather === 'unaffected', [father, child]);
}
