import { galleryFamily, loss, man, nonBinary, person, pregnancy, withSex, woman, type GalleryParts } from '#shared/pedigree/drawing/gallery/gallery-family.ts';
import type { GalleryItem } from '#shared/pedigree/drawing/gallery/gallery-item.ts';
import type { ParentRole } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

const mother = woman('mother');
const pairs = {
  man: man('other'),
  'woman, AMAB': withSex(woman('other'), 'male'),
  'non-binary, AMAB': withSex(nonBinary('other'), 'male'),
  'non-binary, AFAB': withSex(nonBinary('other'), 'female'),
} as const satisfies Readonly<Record<string, Individual>>;
const carried: readonly ParentRole[] = ['egg', 'gestational'];

/** A pregnancy or a loss of a couple; in part 3c the man gives the sperm and the partner assigned female carries. */
function expected(id: string, variant: string, title: string, other: keyof typeof pairs, child: Individual, condition = ''): GalleryItem {
  const states: GalleryParts['states'] = condition === '' ? [] : [[condition, 'affected', 'child']];
  const isOtherCarrying = other === 'non-binary, AFAB';
  const first = isOtherCarrying ? man('mother') : mother;
  return {
    id,
    variant,
    title,
    shows: [],
    family: galleryFamily({ people: [first, pairs[other], child], couples: [['mother', 'other']], parents: [['child', 'mother', isOtherCarrying ? ['sperm'] : carried], ['child', 'other', isOtherCarrying ? carried : ['sperm']]], states }),
  };
}

const withFinding = (individual: Individual, ...evaluations: readonly string[]): Individual => ({ ...individual, evaluations });

/** Pregnancies and losses. */
export const figure4Items: readonly GalleryItem[] = [
  expected('F4-01', 'a', 'pregnancy of a woman and a man, fetal sex unknown', 'man', person('child', pregnancy(16))),
  expected('F4-01', 'b', 'pregnancy of two women', 'woman, AMAB', person('child', pregnancy(16))),
  expected('F4-01', 'c', 'pregnancy of a woman and a non-binary person', 'non-binary, AMAB', person('child', pregnancy(16))),
  expected('F4-02', 'a', 'fetal sex known by karyotype, XY', 'man', man('child', pregnancy(16, '46,XY'))),
  expected('F4-02', 'b', 'fetal sex known by karyotype, XX', 'woman, AMAB', woman('child', pregnancy(16, '46,XX'))),
  expected('F4-02', 'c', 'fetal sex known by ultrasound', 'non-binary, AMAB', woman('child', pregnancy(20, 'Female by US'))),
  expected('F4-03', 'a', 'affected fetus, triploidy', 'man', withFinding(man('child', pregnancy(16, '69,XXY')), '69,XXY'), 'Triploidy'),
  expected('F4-03', 'b', 'affected fetus, anencephaly', 'woman, AMAB', withFinding(person('child', pregnancy(18)), 'Anencephaly by US'), 'Anencephaly'),
  expected('F4-03', 'c', 'affected fetus, osteogenesis imperfecta', 'non-binary, AFAB', withFinding(person('child', pregnancy(21)), 'OI; COL1A1+'), 'Osteogenesis imperfecta'),
  expected('F4-04', '', 'spontaneous abortion', 'man', person('child', loss('spontaneous-abortion', 8))),
  expected('F4-05', '', 'affected spontaneous abortion', 'man', withFinding(person('child', loss('spontaneous-abortion', 16)), '47,XY,+13'), 'Trisomy 13'),
  expected('F4-06', '', 'ectopic pregnancy', 'man', person('child', loss('ectopic', 8))),
  expected('F4-07', '', 'termination of pregnancy', 'man', person('child', loss('termination', 8))),
  expected('F4-08', '', 'affected termination of pregnancy', 'man', withFinding(person('child', loss('termination', 16)), 'Trisomy 18'), 'Trisomy 18'),
];
