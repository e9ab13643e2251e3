import type { Gender, Life } from '#shared/pedigree/individual.ts';

/** Who a relative is to the individual that the line is about. */
export type RelativeKind = 'sibling' | 'half-sibling' | 'child' | 'partner' | 'father' | 'mother' | 'parental-sibling' | 'grandfather' | 'grandmother';
export type FamilySide = 'maternal' | 'paternal';

/** A noun for relatives. `kind` null: as the relatives said before, a pregnancy or a loss otherwise a child, others otherwise siblings. */
export interface RelativeNoun {
  readonly kind: RelativeKind | 'parents' | 'grandparents' | null;
  readonly side: FamilySide | null;
  readonly gender: Gender;
  readonly isPlural: boolean;
  readonly life: Life | null;
  /** Born together with each other: 2 for twins, 3 for triplets. */
  readonly together: number;
}

const noun = (said: Partial<RelativeNoun>): RelativeNoun => ({ kind: null, side: null, gender: 'unknown', isPlural: false, life: null, together: 1, ...said });
const [man, woman] = ['man-boy', 'woman-girl'] as const;

type Spelling = readonly [words: string, said: Partial<RelativeNoun>];

const onesAndMany = (one: string, many: string, said: Partial<RelativeNoun>): readonly Spelling[] => [
  [one, said],
  [many, { ...said, isPlural: true }],
];
const unborn = (one: string, many: string, life: Life): readonly Spelling[] => onesAndMany(one, many, { life });
const loss = (outcome: 'spontaneous-abortion' | 'termination' | 'ectopic'): Life => ({ kind: 'loss', outcome, gestation: null });

const spellings: readonly Spelling[] = [
  ...onesAndMany('brother bro', 'brothers bros', { kind: 'sibling', gender: man }),
  ...onesAndMany('sister sis', 'sisters', { kind: 'sibling', gender: woman }),
  ...onesAndMany('sib sibling', 'sibs siblings', { kind: 'sibling' }),
  ...onesAndMany('half-brother halfbrother', 'half-brothers halfbrothers', { kind: 'half-sibling', gender: man }),
  ...onesAndMany('half-sister halfsister', 'half-sisters halfsisters', { kind: 'half-sibling', gender: woman }),
  ...onesAndMany('half-sib half-sibling', 'half-sibs half-siblings', { kind: 'half-sibling' }),
  ...onesAndMany('son', 'sons', { kind: 'child', gender: man }),
  ...onesAndMany('daughter dau', 'daughters', { kind: 'child', gender: woman }),
  ...onesAndMany('child kid', 'children kids', { kind: 'child' }),
  ...onesAndMany('husband', 'husbands', { kind: 'partner', gender: man }),
  ...onesAndMany('wife', 'wives', { kind: 'partner', gender: woman }),
  ...onesAndMany('partner spouse', 'partners spouses', { kind: 'partner' }),
  ['boys', { gender: man, isPlural: true }],
  ['girls', { gender: woman, isPlural: true }],
  ['father dad', { kind: 'father', gender: man }],
  ['mother mum mom', { kind: 'mother', gender: woman }],
  ['parents', { kind: 'parents', isPlural: true }],
  ...onesAndMany('uncle', 'uncles', { kind: 'parental-sibling', gender: man }),
  ...onesAndMany('aunt auntie', 'aunts', { kind: 'parental-sibling', gender: woman }),
  ['grandfather granddad grandpa', { kind: 'grandfather', gender: man }],
  ['grandmother grandma granny', { kind: 'grandmother', gender: woman }],
  ['grandparents', { kind: 'grandparents', isPlural: true }],
  ['mgf', { kind: 'grandfather', gender: man, side: 'maternal' }],
  ['mgm', { kind: 'grandmother', gender: woman, side: 'maternal' }],
  ['pgf', { kind: 'grandfather', gender: man, side: 'paternal' }],
  ['pgm', { kind: 'grandmother', gender: woman, side: 'paternal' }],
  ['twins', { together: 2, isPlural: true }],
  ['triplets', { together: 3, isPlural: true }],
  ...unborn('sab miscarriage', 'sabs miscarriages', loss('spontaneous-abortion')),
  ...unborn('top termination', 'tops terminations', loss('termination')),
  ...unborn('ect ectopic', 'ects ectopics', loss('ectopic')),
  ...unborn('sb stillbirth stillborn', 'sbs stillbirths', { kind: 'stillbirth', gestation: null }),
  ...unborn('p pregnancy pregnant', 'pregnancies', { kind: 'pregnancy', gestation: null, dueDate: null, sexKnownBy: '' }),
];

export const relativeNouns: ReadonlyMap<string, RelativeNoun> = new Map(spellings.flatMap(([words, said]) => words.split(' ').map((word) => [word, noun(said)] as const)));

/** What a line says of a noun before it. */
export type RelativeAdjective = { readonly side: FamilySide } | { readonly zygosity: 'monozygotic' | 'dizygotic' } | { readonly isTwin: true } | { readonly isHalf: true } | { readonly isOlder: boolean } | { readonly says: 'nothing' };

const adjectiveSpellings: readonly (readonly [string, RelativeAdjective])[] = [
  ['maternal mat', { side: 'maternal' }],
  ['paternal pat', { side: 'paternal' }],
  ['mz monozygotic identical', { zygosity: 'monozygotic' }],
  ['dz dizygotic fraternal', { zygosity: 'dizygotic' }],
  ['twin', { isTwin: true }],
  ['half', { isHalf: true }],
  ['older elder', { isOlder: true }],
  ['younger', { isOlder: false }],
  ['full pair pairs of set sets', { says: 'nothing' }],
];
export const relativeAdjectives: ReadonlyMap<string, RelativeAdjective> = new Map(adjectiveSpellings.flatMap(([words, said]) => words.split(' ').map((word) => [word, said] as const)));

const countWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** How many: a number, all that are left, or several of unknown number. */
export function countOf(plain: string): number | 'rest' | 'several' | null {
  if (/^\d{1,2}$/.test(plain)) return Number(plain);
  if (['both', 'all', 'others', 'other', 'rest'].includes(plain)) return 'rest';
  if (['n', 'several', 'some', 'many'].includes(plain)) return 'several';
  if (['a', 'an', 'another'].includes(plain)) return 1;
  const number = countWords.indexOf(plain);
  return number < 1 ? null : number;
}

export const genderWords: ReadonlyMap<string, Gender> = new Map([
  ...['male', 'boy', 'man'].map((word) => [word, man] as const),
  ...['female', 'girl', 'woman'].map((word) => [word, woman] as const),
  ...['non-binary', 'nonbinary'].map((word) => [word, 'non-binary'] as const),
]);

export const deathWords: ReadonlySet<string> = new Set(['d', 'died', 'dead', 'deceased', 'dec', '†']);
export const aliveWords: ReadonlySet<string> = new Set(['alive', 'living', 'well', 'healthy']);
export const birthWords: ReadonlySet<string> = new Set(['b', 'born']);
export const onsetWords: ReadonlySet<string> = new Set(['at', 'dx', 'diagnosed', 'onset', '@']);
/** Say nothing by themselves before an age or a year. */
export const fillers: ReadonlySet<string> = new Set(['at', 'age', 'aged', 'in', 'of', 'from', 'the', '@', '~', 'about', 'is', 'are', 'with', 'has', 'had', 'was']);

export const stateWords = new Map([
  ['affected', 'affected'],
  ['carrier', 'carrier'],
  ['carriers', 'carrier'],
  ['no', 'unaffected'],
  ['without', 'unaffected'],
  ['unaffected', 'unaffected'],
  ['presymptomatic', 'presymptomatic'],
  ['possible', 'uncertain'],
  ['?', 'uncertain'],
] as const);
