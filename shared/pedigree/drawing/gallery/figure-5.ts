import { galleryFamily, man, nonBinary, person, pregnancy, withSex, woman, type GalleryParts } from '#shared/pedigree/drawing/gallery/gallery-family.ts';
import type { GalleryItem } from '#shared/pedigree/drawing/gallery/gallery-item.ts';
import type { ParentRole } from '#shared/pedigree/family.ts';

const item = (id: string, title: string, parts: GalleryParts): GalleryItem => ({ id, variant: '', title, family: galleryFamily(parts), shows: [] });

const fetus = person('P', pregnancy(null));
const donor = { isDonor: true } as const;
const egg: readonly ParentRole[] = ['egg'];
const sperm: readonly ParentRole[] = ['sperm'];
const carries: readonly ParentRole[] = ['gestational'];
const eggAndCarries: readonly ParentRole[] = ['egg', 'gestational'];

/** Assisted reproduction: who gives egg and sperm, and who carries. */
export const figure5Items: readonly GalleryItem[] = [
  item('F5-1a', 'sperm donor, a woman and a man', {
    people: [man('man'), woman('woman'), man('D'), fetus],
    couples: [['man', 'woman', { childlessness: { kind: 'infertility', reason: 'Azoospermia' } }]],
    parents: [['P', 'woman', eggAndCarries], ['P', 'man', ['social']], ['P', 'D', sperm, donor]],
  }),
  item('F5-1b', 'sperm donor, two women', { people: [woman('woman1'), woman('woman2'), man('D'), fetus], couples: [['woman1', 'woman2']], parents: [['P', 'woman2', eggAndCarries], ['P', 'woman1', ['social']], ['P', 'D', sperm, donor]] }),
  item('F5-1c', 'sperm donor, a single woman with two children of his', { people: [woman('woman'), man('D'), man('son'), fetus], parents: [['son', 'woman', eggAndCarries], ['son', 'D', sperm, donor], ['P', 'woman', eggAndCarries], ['P', 'D', sperm, donor]] }),
  item('F5-1d', 'sperm donor, a pregnant trans man and a woman', { people: [man('D'), withSex(man('man'), 'female'), woman('woman'), fetus], couples: [['man', 'woman']], parents: [['P', 'man', eggAndCarries], ['P', 'woman', ['social']], ['P', 'D', sperm, donor]] }),
  item('F5-1e', 'sperm donor, a pregnant non-binary person and a woman', { people: [man('D'), withSex(nonBinary('diamond'), 'female'), withSex(woman('woman'), 'male'), fetus], couples: [['diamond', 'woman']], parents: [['P', 'diamond', eggAndCarries], ['P', 'woman', ['social']], ['P', 'D', sperm, donor]] }),
  item('F5-1f', 'donated embryo', { people: [woman('egg donor'), man('sperm donor'), woman('woman'), man('man'), fetus], couples: [['woman', 'man']], parents: [['P', 'woman', carries], ['P', 'egg donor', egg, donor], ['P', 'sperm donor', sperm, donor], ['P', 'man', ['social']]] }),
  item('F5-2', 'egg donor, sperm of the partner', { people: [man('man'), woman('woman'), woman('D'), fetus], couples: [['man', 'woman']], parents: [['P', 'man', sperm], ['P', 'woman', carries], ['P', 'D', egg, donor]] }),
  item('F5-3', 'gestational carrier only', { people: [withSex(man('man1'), 'female'), man('man2'), woman('S'), fetus], couples: [['man1', 'man2']], parents: [['P', 'man1', egg], ['P', 'man2', sperm], ['P', 'S', carries, donor]] }),
  item('F5-4a', 'gestational carrier who gives the egg, not related', { people: [woman('D'), man('man'), woman('woman'), fetus], couples: [['man', 'woman']], parents: [['P', 'D', eggAndCarries, donor], ['P', 'man', sperm], ['P', 'woman', ['social']]] }),
  item('F5-4b', 'gestational carrier who gives the egg, sister of the partner', {
    people: [man('grandfather'), woman('grandmother'), woman('D'), man('man'), withSex(woman('woman'), 'male'), fetus],
    couples: [['grandfather', 'grandmother'], ['man', 'woman']],
    children: [['D', 'grandfather', 'grandmother'], ['woman', 'grandfather', 'grandmother']],
    parents: [['P', 'D', eggAndCarries, donor], ['P', 'man', sperm], ['P', 'woman', ['social']]],
  }),
  item('F5-5', 'the egg of one partner, carried by the other', { people: [woman('D'), woman('woman'), man('sperm donor'), fetus], couples: [['D', 'woman']], parents: [['P', 'D', egg], ['P', 'woman', carries], ['P', 'sperm donor', sperm, donor]] }),
];
