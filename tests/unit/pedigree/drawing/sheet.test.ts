import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ageWords } from '#shared/pedigree/drawing/age-text-lines.ts';
import { drawingContext, type DrawingOptions } from '#shared/pedigree/drawing/drawing-context.ts';
import { pedigreePages } from '#shared/pedigree/drawing/paper.ts';
import { pedigreeSheet } from '#shared/pedigree/drawing/pedigree-sheet.ts';
import { svgColours } from '#shared/pedigree/drawing/svg.ts';
import { drawSymbol, symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import { newIndividual, type Family } from '#shared/pedigree/family.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

const sheetOf = (family: Family, options: Partial<DrawingOptions> = {}) => {
  const context = drawingContext(family, options);
  const layout = layoutPedigree(family, { extentOf: (individual) => symbolExtent(individual, context) });
  return pedigreeSheet(family, layout, { ...options, numbers: pedigreeNumbers(layout) });
};
const linesOf = (family: Family, id: string, options: Partial<DrawingOptions> = {}): readonly string[] => {
  const individual = family.individuals.find((other) => other.id === id) ?? newIndividual('');
  return drawSymbol(individual, drawingContext(family, options)).marks.flatMap((mark) => (mark.kind === 'text' && mark.role === 'text-line' ? [mark.text] : []));
};

const told = aPedigree()
  .withTrio()
  .known({ givenName: 'Ada', familyName: 'Vale-Moor', birthDate: '1930-05-04', sexAssignedAtBirth: 'male', evaluations: ['echo by Dr Roe'], isEvaluated: true }, 'mother')
  .known({ givenName: 'Ben', birthDate: '1960', vitalStatus: 'deceased', deathDate: '2004-02', causeOfDeath: 'stroke' }, 'father')
  .header({ title: 'Vale family', historian: 'Ada Vale', indication: 'fits', recordedBy: 'H. Lund', takenOn: '2026-03-14', paternalAncestry: 'Vardø' })
  .build();
const today = '2026-11-23';

describe('text under symbols', () => {
  it.each([['P34Y', '34y'], ['P4Y2M', '4 y 2 mo'], ['P4Y', '4y'], ['P4M', '4 mo'], ['P3W', '3 wk'], ['P5D', '5 d'], ['P64Y3M', '64y'], ['P30M', '30 mo']])('says %s as %s', (duration, words) => {
    expect(ageWords(duration, 'full')).toBe(words);
  });

  it('stands in the order sex assigned at birth, age, results, number with name', () => {
    expect(linesOf(told, 'mother', { today, numbers: new Map([['mother', 'I-2']]) })).toEqual(['AMAB', '96y', 'echo by Dr Roe', 'I-2 Ada', 'Vale-Moor']);
  });

  it('gives initials and ages but no years when pseudonymised', () => {
    expect([linesOf(told, 'mother', { today, level: 'pseudonymised' }), linesOf(told, 'father', { today, level: 'pseudonymised' })]).toEqual([['AMAB', '96y', 'echo by Dr Roe', 'A.V.M.'], ['d. ~44y', 'stroke', 'B.']]);
  });

  it('gives no name, no year, no free words and no age over 89 when de-identified', () => {
    expect([linesOf(told, 'mother', { today, level: 'deidentified' }), linesOf(told, 'father', { today, level: 'deidentified' })]).toEqual([['AMAB', '90+'], ['d. ~44y']]);
  });

  it('tells a year of birth where there is no day to count from, and years of life and death in full', () => {
    expect([linesOf(told, 'mother', { showsNames: false, showsResults: false }), linesOf(told, 'father', { today, showsNames: false })]).toEqual([['AMAB', 'b. 1930'], ['d. 2004, ~44y', 'stroke']]);
  });
});

describe('the sheet', () => {
  it('has the header of the nomenclature, and below full identification nobody\'s name in it', () => {
    expect(sheetOf(told, { today }).header).toEqual([
      { label: 'Proband', text: 'II-1' },
      { label: 'Indication', text: 'fits' },
      { label: 'Historian', text: 'Ada Vale' },
      { label: 'Recorded by', text: 'H. Lund' },
      { label: 'Taken', text: '2026-03-14' },
      { label: 'Paternal ancestry', text: 'Vardø' },
    ]);
    const sheet = sheetOf(told, { today, level: 'deidentified' });
    expect([sheet.title, sheet.figure.title, sheet.header]).toEqual(['Pedigree, de-identified', 'Pedigree', [{ label: 'Proband', text: 'II-1' }, { label: 'Taken', text: '2026' }]]);
  });

  it('keys each state of each condition once, and explains the abbreviations in use only', () => {
    const family = aPedigree().withTrio().woman('sister').childOf('sister', 'father', 'mother').affected('Familial adenomatous polyposis', 'father', 'proband').state('carrier', 'Haemophilia A', 'mother').state('obligate-carrier', 'Haemophilia A', 'sister').known({ vitalStatus: 'deceased', ageAtDeath: 'P70Y' }, 'father').build();
    const sheet = sheetOf(family);
    expect([sheet.legend.map(({ text }) => text), sheet.abbreviations]).toEqual([['Familial adenomatous polyposis (FAP)', 'Haemophilia A: carrier'], ['d. died']]);
  });

  it('keeps a condition\'s half across the chart', () => {
    const family = aPedigree().withTrio().affected('Breast cancer', 'mother').state('carrier', 'BRCA1 variant', 'mother', 'proband').build();
    const context = drawingContext(family);
    const fills = ['mother', 'proband'].map((id) => drawSymbol(family.individuals.find((other) => other.id === id) ?? newIndividual(''), context).marks.flatMap((mark) => ('fill' in mark && mark.role === 'fill' && mark.fill?.kind === 'condition' && mark.fill.pattern === 'vertical' ? [mark] : [])));
    expect(fills[0]?.map((mark) => (mark.kind === 'sector' ? [mark.start, mark.end] : []))).toEqual([[0, 180]]);
    expect(fills[1]?.map((mark) => (mark.kind === 'polygon' ? Math.min(...mark.points.map(({ x }) => x)) : null))).toEqual([0]);
  });

  it('puts a small family on one page and a large one on an overview and readable parts that overlap', () => {
    expect(pedigreePages(sheetOf(told), 'a4')).toHaveLength(1);
    const large = Array.from({ length: 40 }, (_, index) => `child${String(index)}`).reduce((family, id) => family.man(id).childOf(id, 'father', 'mother'), aPedigree().withTrio()).build();
    const sheet = sheetOf(large);
    const [overview, ...parts] = pedigreePages(sheet, 'a4');
    expect(parts.length).toBeGreaterThan(1);
    const drawing = parts.map((page) => page.parts.find(({ clip }) => clip !== null));
    for (const { owner } of sheet.figure.marks.filter(({ role }) => role === 'outline')) {
      const whole = drawing.some((part) => {
        const own = part?.marks.filter((mark) => mark.owner.key === owner.key && mark.role === 'outline' && mark.kind === 'polygon') ?? [];
        return own.some((mark) => mark.kind === 'polygon' && mark.points.every(({ x }) => x * (part?.scale ?? 1) + (part?.x ?? 0) >= (part?.clip?.left ?? 0) && x * (part?.scale ?? 1) + (part?.x ?? 0) <= (part?.clip?.right ?? 0)));
      });
      if (owner.key !== 'mother') expect(whole).toBe(true);
    }
    expect(overview?.parts.every(({ clip }) => clip === null)).toBe(true);
  });

  it('has the palette of the screens', () => {
    const tokens = readFileSync(new URL('../../../../renderer/styles/tokens.css', import.meta.url), 'utf8');
    const light = (name: string) => new RegExp(`--${name}: light-dark\\((#[0-9A-F]{6})`).exec(tokens)?.[1];
    const { conditions, ink, soft } = svgColours.colour;
    expect([...Object.values(conditions), ink, soft]).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'ink', 'ink-3'].map(light));
  });
});
