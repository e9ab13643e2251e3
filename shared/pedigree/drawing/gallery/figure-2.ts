import { age, asConsultand, asProband, man, nonBinary, person, siblings, weeksOf, withSex, woman, type GalleryParts } from '#shared/pedigree/drawing/gallery/gallery-family.ts';
import type { GalleryItem } from '#shared/pedigree/drawing/gallery/gallery-item.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

const row = (id: string, title: string, people: readonly Individual[], states: GalleryParts['states'] = [], variant = ''): GalleryItem => ({ id, variant, title, family: siblings(people, states), shows: people.map((individual) => individual.id) });

const group = (count: number | null) => ({ life: { kind: 'group', count } as const });
const dead = { vitalStatus: 'deceased' } as const;
const allShapes: readonly Individual[] = [man('man'), woman('woman'), withSex(nonBinary('non-binary'), 'male'), person('unknown')];
const allIds = ['man', 'woman', 'non-binary', 'unknown'] as const;

/** People: what a symbol says by what stands in it, across it and beside it. */
export const figure2Items: readonly GalleryItem[] = [
  row('F2-01', 'several people, number known', [man('man', group(5)), woman('woman', group(3)), withSex(nonBinary('non-binary', group(2)), 'male'), person('unknown', group(4))]),
  row('F2-02', 'several people, number unknown', [man('man', group(null)), woman('woman', group(null)), nonBinary('mixed', { life: { kind: 'group', count: null, sexesAssignedAtBirth: ['male', 'female'] } }), person('unknown', group(null))]),
  row('F2-03', 'deceased', [man('man', { ...dead, deathDate: '1981' }), woman('woman', { ...dead, ageAtDeath: 'P4M' }), withSex(nonBinary('non-binary', { ...dead, ageAtDeath: 'P86Y' }), 'female'), person('unknown', { ...dead, deathDate: '1986' })]),
  row('F2-04', 'stillbirth', [withSex(person('unknown', { life: { kind: 'stillbirth', gestation: weeksOf(34) } }), 'female')]),
  row('F2-04', 'stillbirth, boy or girl stated', [withSex(man('man', { life: { kind: 'stillbirth', gestation: weeksOf(34) } }), 'male'), withSex(woman('woman', { life: { kind: 'stillbirth', gestation: weeksOf(31) } }), 'female')], [], 'stated'),
  row('F2-05', 'affected', allShapes, [['Marfan syndrome', 'affected', ...allIds]]),
  row('F2-06', 'more than one condition', [man('man'), woman('woman'), person('unknown')], [['Breast cancer', 'affected', 'man', 'woman', 'unknown'], ['Ovarian cancer', 'affected', 'man', 'woman', 'unknown'], ['Colon cancer', 'affected', 'woman', 'unknown'], ['Melanoma', 'affected', 'unknown']]),
  row('F2-07', 'proband, man', [asProband(man('man'))], [['Marfan syndrome', 'affected', 'man']], 'man'),
  row('F2-07', 'proband, woman', [asProband(woman('woman'))], [['Marfan syndrome', 'affected', 'woman']], 'woman'),
  row('F2-07', 'proband, non-binary person', [asProband(withSex(nonBinary('non-binary'), 'female'))], [['Marfan syndrome', 'affected', 'non-binary']], 'non-binary'),
  row('F2-08', 'consultand', [asConsultand(man('man', { birthDate: '1954-12-23' })), asConsultand(woman('woman', age(31))), asConsultand(withSex(nonBinary('non-binary', age(44)), 'female'))]),
  row('F2-09', 'documented evaluation', [man('man', { isEvaluated: true, evaluations: ['echo normal'] }), woman('woman', { isEvaluated: true, evaluations: ['FBN1 negative'] }), nonBinary('non-binary', { isEvaluated: true, sexAssignedAtBirth: 'male' }), person('unknown', { isEvaluated: true })]),
  row('F2-10', 'presymptomatic, could show symptoms later', allShapes, [['Huntington disease', 'presymptomatic', ...allIds]]),
  row('F2-11', 'carrier of two recessive conditions', [woman('woman'), man('man')], [['Tay-Sachs (HEXA)', 'carrier', 'woman', 'man'], ['Cystic fibrosis (CFTR)', 'carrier', 'woman', 'man']], 'two'),
  row('F2-11', 'carrier with a manifestation', [woman('woman')], [['Breast cancer', 'affected', 'woman'], ['ATM variant', 'carrier', 'woman']], 'affected'),
  row('F2-11', 'carrier of one condition', [woman('woman'), man('man'), withSex(nonBinary('non-binary'), 'female')], [['Haemophilia A', 'carrier', 'woman', 'man', 'non-binary']], 'one'),
];
