import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseHgvs } from '#shared/variant/hgvs/parse-hgvs.ts';
import { printHgvs } from '#shared/variant/hgvs/print-hgvs.ts';
import { hgvsExpressions } from '#tests/unit/variant/hgvs-expressions.ts';

const printed = (text: string): string => {
  const reading = parseHgvs(text);
  return reading.ok ? printHgvs(reading.value.expression) : `refused at ${String(reading.error.position)}: ${reading.error.message}`;
};

describe('a description written by the recommendations', () => {
  test.each([
    'c.76A>C', 'NM_000059.4:c.7397T>C', 'NM_000059.4(BRCA2):c.7397T>C', 'BRCA2:c.7397T>C', 'NC_000023.11(NM_004006.2):c.93+1G>T', 'LRG_199t1:c.11T>G', 'ENST00000380152.8:c.7397T>C',
    'NC_000001.11:g.94060760C>T', 'chr7:g.140453136A>T', 'NC_012920.1:m.3243A>G', 'NR_029681.1:n.24A>G', 'r.76a>c', 'r.spl', 'r.(?)', 'r.0',
    'c.76_78del', 'c.76del', 'c.76dup', 'c.76_78dup', 'c.76_77insA', 'c.-1_1insT', 'c.1360-1_1360insC', 'c.88+1_88+2insT', 'c.76_78delinsTTA', 'c.76delinsTT', 'c.76_90inv', 'c.76=', 'c.=', 'c.?',
    'c.-32-13T>G', 'c.*45G>C', 'c.*1+5G>A', 'c.801-25_843del', 'c.1108+1181_2108-2342del', 'c.-22_-16del', 'c.(?_-1)_(*1_?)del', 'c.(88+1_89-1)_(120+1_121-1)dup', 'c.100_?del', 'g.(100_200)_(300_400)del', 'g.pter_1000del', 'c.(76A>C)',
    'c.123CAG[23]', 'c.123_125[14]', 'c.-45+163GGGGCC[(60_80)]', 'c.54GCA[9]ACA[2]', 'c.76_77insN[12]', 'c.76_77insN[(80_120)]', 'c.76_77ins850_900inv', 'c.76_77ins?', 'c.88+1_88+2ins[A;10_20inv;NC_000001.1:g.1_10]',
    'c.1210-33_1210-6GT[11]T[6]', 'g.101179660_101179695TG[14]', 'g.[101179660_101179695TG[14]];[101179660_101179695TG[18]]', 'c.-129CGG[(600_800)]', 'g.(?_31120496)_(33339477_?)del', 'c.(?_-244)_(31+1_32-1)del',
    'g.pter_8247756delins[NC_000011.10:g.pter_15825272]', 'g.pter_26393001delins102425452_qterinv', 'g.cen_qterdel', 'g.10791926_10791927ins[NC_000004.11:g.106370094_106370420;A[26]]', 'm.16569_1del',
    'r.(222_226)insg', 'r.549_550ins549+1_549+20', 'r.*41u>a', 'r.-14a>c', 'c.[296T>G;476T>C;1083A>C];[296T>G;1083A>C]', 'c.[274G>T];[274=]', 'c.[2376G>C];[?]', 'c.(88+1_89-1)_(120+1_121-1)del(;)567A>G',
    'p.Met1Valext-12', 'p.Arg65_Ser67[12]', 'p.[Ala2[10]];[Ala2[11]]', 'p.(Met3_His4insGlyTer)', 'p.(Pro578_Lys579delinsLeuTer)', 'p.[Phe233Leu;(Cys690Trp)]', 'p.[Ser86Arg];[Ser86=]',
    'c.[76A>C;103del]', 'c.[76A>C];[103del]', 'c.[76A>C];[=]', 'c.76A>C(;)103del', 'c.[76A>C;80G>T];[103del]',
    'p.Trp24Cys', 'p.(Trp24Cys)', 'p.(Trp24Ter)', 'p.(Gln332=)', 'p.=', 'p.(=)', 'p.?', 'p.(?)', 'p.0', 'p.0?', 'p.(Met1?)', 'p.Lys23_Val25del', 'p.Ala3_Ser5dup', 'p.Lys2_Gly3insGlnSer', 'p.Lys2_Gly3insXaa[5]', 'p.Cys28delinsTrpVal',
    'p.(Arg97ProfsTer23)', 'p.Arg97fs', 'p.(Ile327ArgfsTer?)', 'p.Met1ext-5', 'p.(Ter110GlnextTer17)', 'p.Ter327ArgextTer?', 'p.Ala2[10]', 'p.[Ser68Arg;Asn594del]', 'p.[(Ser68Arg;Asn594del)]', 'p.[Ser68Arg];[Asn594del]', 'p.(Ser68Arg)(;)(Asn594del)', 'NP_000050.3:p.(Val2466Ala)',
  ])('%s is printed unchanged and needs no note', (text) => {
    expect(parseHgvs(text)).toMatchObject({ ok: true, value: { notes: [] } });
    expect(printed(text)).toBe(text);
  });

  it('is read back whole whatever it describes', () => {
    fc.assert(
      fc.property(hgvsExpressions, (expression) => {
        const reading = parseHgvs(printHgvs(expression));
        expect(reading.ok ? reading.value.expression : reading.error).toEqual(expression);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a description in another spelling', () => {
  test.each([
    ['c.123delA', 'c.123del', 'sequence-dropped'],
    ['c.123_125dupTAG', 'c.123_125dup', 'sequence-dropped'],
    ['c.123_125del3', 'c.123_125del', 'legacy'],
    ['c.123_123delG', 'c.123del', 'legacy'],
    ['c.123delAinsTT', 'c.123delinsTT', 'sequence-dropped'],
    ['c.76_77AC>GT', 'c.76_77delinsGT', 'legacy'],
    ['c.76_77ins12', 'c.76_77insN[12]', 'legacy'],
    ['c.76a>c', 'c.76A>C', 'spelling'],
    ['c. 755 C → G', 'c.755C>G', 'spelling'],
    ['c.755C->G', 'c.755C>G', null],
    ['c.5243–3C>G', 'c.5243-3C>G', 'spelling'],
    ['BRCA2(NM_000059.3):c.1A>G', 'NM_000059.3(BRCA2):c.1A>G', 'spelling'],
    ['c.[76A>C]', 'c.76A>C', 'spelling'],
    ['p.R509X', 'p.Arg509Ter', 'spelling'],
    ['p.(Trp24*)', 'p.(Trp24Ter)', 'spelling'],
    ['p.W24Cfs*10', 'p.Trp24CysfsTer10', 'spelling'],
    ['p.Lys2_Leu3insQS', 'p.Lys2_Leu3insGlnSer', 'spelling'],
    ['p.Ala5Ala', 'p.Ala5=', 'legacy'],
    ['p.[(Ser68Arg);(Asn594del)]', 'p.[(Ser68Arg;Asn594del)]', 'spelling'],
    ['P.ser252trp', 'p.Ser252Trp', 'spelling'],
    ['p.(Gln18)[(70_80)]', 'p.(Gln18[(70_80)])', 'spelling'],
    ['p.(Ter315TyrextAsnLysGlyThrTer)', 'p.(Ter315TyrextTer5)', 'spelling'],
    ['r.spl?', 'r.(spl)', 'legacy'],
    ['r.(spl?)', 'r.(spl)', 'legacy'],
    ['r.0?', 'r.(0)', 'legacy'],
  ])('%s is understood as %s and says so', (text, canonical, note) => {
    expect(printed(text)).toBe(canonical);
    const reading = parseHgvs(text);
    expect(reading.ok ? (reading.value.notes[0]?.kind ?? null) : reading.error).toBe(note);
    expect(printed(canonical)).toBe(canonical);
  });
});

describe('what describes no variant', () => {
  test.each([
    ['', 1, 'nothing is written'],
    ['hello', 1, 'expected c., g., m., n., r. or p.'],
    ['123A>G', 1, 'what the positions count on is missing'],
    ['Arg97Ter', 1, 'p. is missing'],
    ['c123A>G', 1, 'the point is missing'],
    ['IVS4+1G>A', 1, 'IVS counts introns'],
    ['c.IVS4+1G>A', 3, 'IVS counts introns'],
    ['c.', 3, 'expected a position'],
    ['c.0A>G', 3, 'there is no position 0'],
    ['c.012A>G', 3, 'begins with 0'],
    ['c.76', 5, 'the change is missing'],
    ['c.76A', 6, 'expected >'],
    ['c.76A>', 7, 'expected the new base'],
    ['c.76A>A', 7, 'the new base is the old one'],
    ['c.76Q>T', 5, 'Q is not a base of DNA'],
    ['r.76a>t', 7, 't is not a base of RNA'],
    ['c.A76C', 3, 'the base stands before its position'],
    ['c.80_78del', 6, 'the second position lies before the first'],
    ['c.76insA', 5, 'an insertion lies between two positions'],
    ['c.76_78insA', 8, 'an insertion lies between two neighbouring positions'],
    ['c.76_78ins', 8, 'neighbouring'],
    ['c.76_77ins', 11, 'expected what was inserted'],
    ['c.76inv', 3, 'one base cannot be inverted'],
    ['c.76_78delA', 11, 'names 1 bases'],
    ['c.4_5con7_8', 6, 'conversions are no longer described'],
    ['c.85=/T>C', 6, 'mosaic'],
    ['c.76A>CX', 8, 'X is not a base'],
    ['c.76A>C;', 8, 'was not expected here'],
    ['c.[76A>C', 9, 'expected ; and another variant, or ]'],
    ['g.76+1A>G', 5, 'g. counts every base'],
    ['g.-5A>G', 3, 'g. has no positions with -'],
    ['NM_000059.4:g.4A>C', 1, 'is a transcript'],
    ['NP_000050.3:c.4A>C', 1, 'is a protein'],
    ['NC_000001.11:c.4A>C', 1, 'is genomic'],
    ['NR_029681.1:c.4A>C', 1, 'codes for no protein'],
    [':c.4A>C', 1, 'nothing stands before the colon'],
    ['p.Arg9', 7, 'the change is missing'],
    ['p.Foo9Cys', 3, 'Foo is not an amino acid'],
    ['p.Arg9Foo', 7, 'Foo is not an amino acid'],
    ['p.Lys25_Val23del', 9, 'smaller one first'],
    ['p.Lys2_Gly5insGln', 7, 'neighbouring amino acids'],
    ['p.Lys2_Gly3Gln', 12, 'several amino acids cannot be substituted'],
    ['p.(Trp24Cys', 12, 'expected ) after the change'],
    ['p.Arg97fsTer', 13, 'how far away the new stop is'],
    ['p.Gly12extTer5', 11, 'begins at the stop'],
    ['p.(Gly56Ala^Ser)', 12, 'several possible outcomes'],
    ['g.qter_pterdel', 8, 'the second position lies before the first'],
    ['g.100_pterdel', 7, 'the second position lies before the first'],
    ['g.pter_qtersup', 12, 'sup (a further copy of a chromosome)'],
    ['r.-115_775::NM_002609.3:r.1580_*1924', 11, 'a fusion (::)'],
    ['c.--5A>G', 4, 'expected a position'],
    ['c.5+-3A>G', 5, 'how many bases into the intron'],
    ['c.5+3+2A>G', 6, 'not a change'],
    ['c.123_124dupinsA', 13, 'was not expected here'],
    ['c.123CAG[(5_2)]', 16, 'runs backwards'],
    ['c.(1_2_3)del', 7, 'not a change'],
    ['c.[76A>C];', 11, 'expected [ with the variants of the other chromosome'],
    ['c.[76A>C;;77A>C]', 10, 'expected a position'],
    ['p.ArgArg97Cys', 6, 'expected the position behind the amino acid'],
    ['p.Met2ext-5', 10, 'begins at Met1'],
    ['p.Arg97Profs*0', 13, 'the place of the new stop'],
    ['t(9;22)(q34;q11)', 1, 'a karyotype is not read here'],
  ])('%s is refused at character %i: %s', (text, position, words) => {
    const reading = parseHgvs(text);
    expect(reading.ok ? 'read' : reading.error.message).toContain(words);
    expect(reading.ok ? 0 : reading.error.position).toBe(position);
  });

  it('is counted in the text as it was given, spaces too', () => {
    expect(parseHgvs('  c. 76 Q>T')).toMatchObject({ ok: false, error: { position: 9 } });
  });

  it('is refused or read, never a fault, whatever the text', () => {
    const crumbs = fc.array(fc.constantFrom('c.', 'p.', 'g.', 'r.', '[', ']', '(', ')', ';', '_', '?', '*', '-', '+', '>', '=', '0', '1', '76', 'A', 'del', 'ins', 'dup', 'inv', 'fs', 'ext', 'Ter', 'Arg', 'X', ':', 'NM_1.1', '→', ' ', '/', ',', '^'), { maxLength: 14 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), crumbs), (text) => {
        const reading = parseHgvs(text);
        if (!reading.ok) {
          expect(reading.error.position).toBeGreaterThanOrEqual(1);
          expect(reading.error.position).toBeLessThanOrEqual(text.length + 1);
          return;
        }
        const canonical = printHgvs(reading.value.expression);
        expect(printed(canonical)).toBe(canonical);
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes no longer than its length asks for', () => {
    for (const text of ['('.repeat(9_000), `c.[${'76A>C;'.repeat(3_000)}`, `p.${'Arg'.repeat(6_000)}`, `c.76_77ins${'[A;'.repeat(5_000)}`]) expect(parseHgvs(text).ok).toBe(false);
  });
});
