/** What may be lost; the names are stable. */
export const lossKinds = [
  'individual', 'reference', 'name', 'gender', 'sex-assigned-at-birth', 'karyotype', 'group', 'pregnancy', 'pregnancy-loss', 'gestation', 'vital-status', 'birth', 'death', 'cause-of-death', 'age', 'birth-order',
  'adoption', 'evaluation', 'childlessness', 'ancestry', 'note', 'provenance', 'proband', 'consultand', 'order', 'parent', 'donor', 'social-parent', 'undrawn-partner', 'partnership', 'separation', 'consanguinity', 'twins',
  'zygosity', 'condition', 'condition-code', 'condition-order', 'condition-state', 'onset', 'evidence', 'header', 'added-parents',
] as const;
export type LossKind = (typeof lossKinds)[number];

export interface Lost {
  readonly kind: LossKind;
  readonly people: readonly string[];
}

/** What stands after `PED cannot hold`. */
export const lossWords: Readonly<Record<LossKind, string>> = {
  individual: 'an individual',
  reference: 'the id as it is, or at all',
  name: 'the name',
  gender: 'the gender',
  'sex-assigned-at-birth': 'the sex assigned at birth',
  karyotype: 'the karyotype',
  group: 'that a symbol stands for several',
  pregnancy: 'that this is a pregnancy, or how its sex is known and when it is due',
  'pregnancy-loss': 'the loss or stillbirth',
  gestation: 'the gestation',
  'vital-status': 'whether they live',
  birth: 'the birth date, or all of it',
  death: 'the date of death or age at death',
  'cause-of-death': 'the cause of death',
  age: 'the age when last seen or its date',
  'birth-order': 'the place among the siblings',
  adoption: 'the adoption',
  evaluation: 'evaluations',
  childlessness: 'that there are no children, and why',
  ancestry: 'the ancestry',
  note: 'the note',
  provenance: 'who said it and whether it is private',
  proband: 'who is the proband, or that nobody is',
  consultand: 'who the consultand is',
  order: 'the order in which the family was told',
  parent: 'a parent, or what the parent gave',
  donor: 'a gamete donor or gestational carrier',
  'social-parent': 'a foster, step or social parent',
  'undrawn-partner': 'that half-siblings have different parents that are not drawn',
  partnership: 'a partnership without common children',
  separation: 'that a partnership has ended',
  consanguinity: 'a consanguinity that was stated, or its degree',
  twins: 'twins',
  zygosity: 'the zygosity of twins, or how it is known',
  condition: 'a condition',
  'condition-code': 'the code of a condition',
  'condition-order': 'the order of the conditions',
  'condition-state': 'the state in a condition, such as carrier',
  onset: 'the onset',
  evidence: 'what a state rests on',
  header: 'the header, or all of it',
  'added-parents': 'one parent without the other',
};
