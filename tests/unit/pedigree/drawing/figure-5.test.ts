import { describe, expect, it } from 'vitest';
import { coupleKey } from '#shared/pedigree/structure.ts';
import { askItem, ends, isDashed, near, tidy, type AskedItem } from '#tests/unit/pedigree/drawing/drawn-item.ts';

/** A contributor: one person, or the middle of a couple's line. */
type Origin = string | readonly [string, string];
interface Case {
  readonly id: string;
  readonly couples: readonly (readonly [string, string])[];
  readonly vertical: Origin;
  readonly diagonal: readonly Origin[];
  readonly inside: Readonly<Record<string, string>>;
}

/** The table of figure 5 as printed. */
const cases: readonly Case[] = [
  { id: 'F5-1a', couples: [['man', 'woman']], vertical: 'woman', diagonal: ['D'], inside: { D: 'D' } },
  { id: 'F5-1b', couples: [['woman1', 'woman2']], vertical: 'woman2', diagonal: ['D'], inside: { D: 'D' } },
  { id: 'F5-1d', couples: [['man', 'woman']], vertical: 'man', diagonal: ['D'], inside: { D: 'D' } },
  { id: 'F5-1e', couples: [['diamond', 'woman']], vertical: 'diamond', diagonal: ['D'], inside: { D: 'D' } },
  { id: 'F5-1f', couples: [['woman', 'man']], vertical: 'woman', diagonal: ['egg donor', 'sperm donor'], inside: { 'egg donor': 'D', 'sperm donor': 'D' } },
  { id: 'F5-2', couples: [['man', 'woman']], vertical: ['man', 'woman'], diagonal: ['D'], inside: { D: 'D' } },
  { id: 'F5-3', couples: [['man1', 'man2']], vertical: 'S', diagonal: [['man1', 'man2']], inside: { S: 'S' } },
  { id: 'F5-4a', couples: [['man', 'woman']], vertical: 'D', diagonal: ['man'], inside: { D: 'D' } },
  { id: 'F5-4b', couples: [['man', 'woman'], ['grandfather', 'grandmother']], vertical: 'D', diagonal: ['man'], inside: { D: 'D' } },
  { id: 'F5-5', couples: [['D', 'woman']], vertical: 'woman', diagonal: ['D', 'sperm donor'], inside: { D: 'D', 'sperm donor': 'D' } },
];

const middleOf = (asked: AskedItem, [first, second]: readonly [string, string]) => {
  const [left, right] = ends(asked.marks('relationship-line', coupleKey(first, second))[0]);
  return near({ x: (left.x + right.x) / 2, y: left.y });
};

describe('figure 5: assisted reproduction', () => {
  it.each(cases)('$id has the relationship lines of the table and no other', ({ id, couples }) => {
    const asked = askItem(id);
    expect(asked.marks('relationship-line').map(({ owner }) => owner.key).toSorted()).toEqual(couples.map((couple) => coupleKey(...couple)).toSorted());
  });

  it.each(cases)('$id brings one vertical line from its carrier or couple down to P, which stands below', ({ id, vertical }) => {
    const asked = askItem(id);
    const sibship = asked.item.family.individuals.length > 0 ? asked.layout.sibships.find(({ childKeys }) => childKeys.includes('P')) : undefined;
    const [start, foot] = ends(asked.marks('descent', sibship?.key)[0]);
    expect(near(start)).toEqual(typeof vertical === 'string' ? near(asked.bottom(vertical)) : middleOf(asked, vertical));
    expect({ foot: tidy(foot.x), P: tidy(asked.centre('P').x) }).toEqual({ foot: tidy(start.x), P: tidy(start.x) });
    expect(asked.lines('own-line', 'P').map(({ to }) => near(to))).toEqual([near(asked.top('P'))]);
  });

  it.each(cases)('$id brings every other contributor\'s line diagonally to the apex of P, all solid', ({ id, diagonal }) => {
    const asked = askItem(id);
    const sides = asked.marks('side-descent');
    expect(sides.map((side) => near(ends(side)[1]))).toEqual(diagonal.map(() => near(asked.top('P'))));
    const from = (origin: Origin): boolean =>
      sides.some((side) => {
        const [start] = ends(side);
        if (typeof origin !== 'string') return JSON.stringify(near(start)) === JSON.stringify(middleOf(asked, origin));
        const centre = asked.centre(origin);
        return Math.abs(start.x - centre.x) <= 26 && start.y > centre.y && start.y - centre.y <= 26 && start.x !== asked.centre('P').x;
      });
    expect(diagonal.map(from)).toEqual(diagonal.map(() => true));
    expect(asked.figure.marks.filter(isDashed)).toEqual([]);
  });

  it.each(cases)('$id writes D and S inside as the table says, and P inside the pregnancy', ({ id, inside }) => {
    const asked = askItem(id);
    const written = asked.texts('inner-text').map(({ owner, text }) => [owner.key, text] as const);
    expect(Object.fromEntries(written)).toEqual({ ...inside, P: 'P' });
  });

  it('F5-1a shows the infertility of the couple by two bars', () => {
    expect(askItem('F5-1a').lines('childless-bar').map(({ owner }) => owner.key)).toEqual([coupleKey('man', 'woman'), coupleKey('man', 'woman')]);
  });

  it('F5-1c joins one donor to both children at the near end of their sibship line, with no relationship line', () => {
    const asked = askItem('F5-1c');
    const [line] = asked.lines('sibship-line');
    const [side] = asked.marks('side-descent');
    if (line === undefined || side === undefined) throw new Error('incomplete');
    expect({ couples: asked.marks('relationship-line').length, sides: asked.marks('side-descent').length, end: near(ends(side)[1]), dashed: isDashed(side) }).toEqual({ couples: 0, sides: 1, end: near(asked.centre('D').x > asked.centre('woman').x ? line.to : line.from), dashed: false });
    expect(near(ends(asked.marks('descent')[0])[0])).toEqual(near(asked.bottom('woman')));
    expect(asked.centre('son').x).toBeLessThan(asked.centre('P').x);
    expect(asked.inside('D')).toEqual(['D']);
  });

  it.each([['F5-1d', 'man'], ['F5-1e', 'diamond']])('%s keeps the sex assigned at birth clear of the vertical line', (id, carrier) => {
    const asked = askItem(id);
    const [text] = asked.texts('text-line', carrier);
    expect({ text: text?.text, isRightOfLine: (text?.at.x ?? 0) > asked.centre(carrier).x, anchor: text?.anchor }).toEqual({ text: 'AFAB', isRightOfLine: true, anchor: 'start' });
  });

  it('F5-3 has the sex assigned at birth under the man who gives the egg; F5-4b one sibship line of the sisters and none from the woman to P', () => {
    expect(askItem('F5-3').textUnder('man1')).toEqual(['AFAB']);
    const asked = askItem('F5-4b');
    expect(asked.lines('sibship-line').map(({ owner }) => owner.key)).toEqual([coupleKey('grandfather', 'grandmother')]);
    expect(asked.item.family.parentEdges.filter(({ parentId, childId }) => parentId === 'woman' && childId === 'P').map(({ roles }) => roles)).toEqual([['social']]);
  });
});
