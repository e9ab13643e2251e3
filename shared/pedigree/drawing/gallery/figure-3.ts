import { galleryFamily, loss, man, nonBinary, person, pregnancy, withSex, woman, type GalleryParts } from '#shared/pedigree/drawing/gallery/gallery-family.ts';
import type { GalleryItem } from '#shared/pedigree/drawing/gallery/gallery-item.ts';
import type { Childlessness } from '#shared/pedigree/drawing/childlessness.ts';

const item = (id: string, title: string, parts: GalleryParts, variant = ''): GalleryItem => ({ id, variant, title, family: galleryFamily(parts), shows: [] });

const parents = [man('father'), woman('mother')] as const;
const couple = ['father', 'mother'] as const;

function twins(id: string, title: string, zygotes: readonly (number | null)[], variant = ''): GalleryItem {
  const own = zygotes.map((_, index) => `twin${String(index + 1)}`);
  const isSameSex = zygotes[0] !== 2 && new Set(zygotes).size === 1;
  return item(id, title, { people: [...parents, ...own.map((twin, index) => (isSameSex || index % 2 === 0 ? woman(twin) : man(twin)))], couples: [couple], children: own.map((twin) => [twin, ...couple] as const), twins: [own.map((twin, index) => [twin, zygotes[index] ?? null] as const)] }, variant);
}

const childless = (id: string, title: string, childlessness: Childlessness, variant: string): GalleryItem => item(id, title, { people: [...parents], couples: [[...couple, { childlessness }]] }, variant);

/** Lines: couples, descent, twins, no children, adoption. */
export const figure3Items: readonly GalleryItem[] = [
  item('F3-01', 'relationship line, line of descent, sibship line, own lines', {
    people: [...parents, woman('daughter', { birthOrder: 1 }), person('lost', { ...loss('spontaneous-abortion'), birthOrder: 2 }), withSex(nonBinary('diamond', { birthOrder: 3 }), 'female'), man('son', { birthOrder: 4 })],
    couples: [couple],
    children: ['daughter', 'lost', 'diamond', 'son'].map((child) => [child, ...couple] as const),
  }),
  item('F3-02', 'several partners, one relationship ended, partners who are not drawn', {
    people: [woman('woman1'), man('man'), woman('woman2'), woman('daughter1'), man('son'), person('pregnancy', pregnancy(null)), person('lost1', loss('spontaneous-abortion')), woman('daughter2'), man('son2'), woman('daughter3'), person('lost2', loss('spontaneous-abortion'))],
    couples: [['woman1', 'man', { status: 'ended' }], ['man', 'woman2']],
    children: [['daughter1', 'woman1', 'man'], ['son', 'man', 'woman2'], ['pregnancy', 'man', 'woman2'], ['lost1', 'woman1'], ['daughter2', 'man'], ['son2', 'woman2']],
    parents: [['daughter3', 'woman2', ['egg', 'gestational'], { undrawnPartner: 1 }], ['lost2', 'woman2', ['egg', 'gestational'], { undrawnPartner: 1 }]],
  }),
  item('F3-03', 'related by blood, degree stated', { people: [...parents, man('son')], couples: [[...couple, { isConsanguineous: true, degree: 'third cousins' }]], children: [['son', ...couple]] }, 'stated'),
  item('F3-03', 'related by blood, degree seen from the drawing', {
    people: [man('grandfather'), woman('grandmother'), man('uncle'), woman('aunt'), woman('uncles wife'), man('aunts husband'), man('cousin1'), woman('cousin2'), woman('child')],
    couples: [['grandfather', 'grandmother'], ['uncle', 'uncles wife'], ['aunt', 'aunts husband'], ['cousin1', 'cousin2']],
    children: [['uncle', 'grandfather', 'grandmother'], ['aunt', 'grandfather', 'grandmother'], ['cousin1', 'uncle', 'uncles wife'], ['cousin2', 'aunt', 'aunts husband'], ['child', 'cousin1', 'cousin2']],
  }, 'drawn'),
  twins('F3-04', 'monozygotic twins', [1, 1]),
  twins('F3-05', 'dizygotic twins', [1, 2]),
  twins('F3-06', 'twins of unknown zygosity', [null, null]),
  twins('F3-07', 'trizygotic triplets', [1, 2, 3]),
  twins('F3-07', 'triplets, two of them monozygotic', [1, 1, 2], 'mixed'),
  childless('F3-08', 'no children, by choice or reason unknown', { kind: 'by-choice-or-unknown', reason: '' }, ''),
  childless('F3-08', 'no children: vasectomy', { kind: 'by-choice-or-unknown', reason: 'Vasectomy' }, 'his'),
  childless('F3-08', 'no children: tubal ligation', { kind: 'by-choice-or-unknown', reason: 'Tubal lig.' }, 'hers'),
  childless('F3-09', 'infertility', { kind: 'infertility', reason: '' }, ''),
  childless('F3-09', 'infertility: azoospermia', { kind: 'infertility', reason: 'Azoospermia' }, 'his'),
  childless('F3-09', 'infertility: endometriosis', { kind: 'infertility', reason: 'Endometriosis' }, 'hers'),
  item('F3-10', 'adopted out of the family', { people: [...parents, woman('daughter'), man('adopted', { isAdopted: true })], couples: [couple], children: [['daughter', ...couple], ['adopted', ...couple]] }),
  item('F3-11', 'adopted into the family', { people: [man('man1'), man('man2'), man('adopted', { isAdopted: true })], couples: [['man1', 'man2']], parents: [['adopted', 'man1', ['adoptive']], ['adopted', 'man2', ['adoptive']]] }),
  item('F3-12', 'adopted by a relative', {
    people: [man('grandfather'), woman('grandmother'), ...parents, woman('sister'), man('adopted', { isAdopted: true })],
    couples: [['grandfather', 'grandmother'], couple],
    children: [['mother', 'grandfather', 'grandmother'], ['sister', 'grandfather', 'grandmother'], ['adopted', ...couple]],
    parents: [['adopted', 'sister', ['adoptive']]],
  }),
];
