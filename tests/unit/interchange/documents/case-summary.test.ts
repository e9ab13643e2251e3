import { describe, expect, test } from 'vitest';
import { caseSummary } from '#shared/interchange/documents/case-summary.ts';
import { textOf, type Block, type DocumentModel } from '#shared/interchange/documents/document.ts';
import { aSummarySource, anEvent, emptyFile, fullFile, largeFamily } from '#tests/builders/a-summary-source.ts';

const headings = ({ blocks }: DocumentModel): readonly string[] => blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
/** The table whose first column is called so, as text. */
function tableOf({ blocks }: DocumentModel, firstColumn: string): readonly (readonly string[])[] {
  const table = blocks.find((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table' && block.columns[0]?.label === firstColumn);
  return (table?.rows ?? []).map((row) => row.map((cell) => cell.map(textOf).filter((line) => line !== '').join(' | ')));
}
const paragraphAfter = ({ blocks }: DocumentModel, title: string): string => {
  const block = blocks[blocks.findIndex((one) => one.kind === 'heading' && one.text === title) + 1];
  return block?.kind === 'paragraph' ? textOf(block.words) : '';
};

describe('the case summary', () => {
  const summary = caseSummary(aSummarySource());

  test('asks its question first and goes on in the order in which a specialist reads', () => {
    expect(headings(summary)).toEqual(['Question', 'In short', 'Pedigree', 'Findings', 'Tests and variants', 'Diagnoses considered', 'The way so far', 'Treatment', 'Family history', 'What is asked']);
    expect(paragraphAfter(summary, 'Question')).toBe('Is this Alström syndrome? Can aberrant splicing from ALMS1 c.11870-3T>G be shown on RNA from blood?');
  });

  test('says in one paragraph who it is, since when, what there is and what is thought', () => {
    expect(paragraphAfter(summary, 'In short')).toBe('Girl of 9 y 4 mo, first symptom Aug 2017, at about 1 mo. Observed: Nystagmus, Photophobia and Dilated cardiomyopathy. 2 findings looked for and absent. ALMS1 c.11870-3T>G, homozygous, uncertain significance. Working diagnosis: Alström syndrome. Family of 5 people drawn; the patient is III-2.');
  });

  test('lists what was seen and what is absent by organ system, with onset', () => {
    expect(tableOf(summary, 'Organ system')).toEqual([
      ['Cardiovascular system', 'Dilated cardiomyopathy, 3 wk, until 2 y', ''],
      ['Eye', 'Nystagmus, 5 mo. Horizontal, seen by the mother first. | Photophobia, severe, 6 mo', ''],
      ['Limbs', '', 'Polydactyly'],
      ['Nervous system', '', 'Intellectual disability, 8 y'],
    ]);
  });

  test('gives tests with their limits, the latest first', () => {
    expect(tableOf(summary, 'Test')).toEqual([
      ['RNA of blood', 'ordered 15 Nov 2026', 'Ordered, no report yet', 'not stated'],
      ['Exome, trio | with II-1, II-2', '12 Nov 2026 | Kestrel Genomics', 'Uncertain | ALMS1 c.11870-3T>G, homozygous.', 'ALMS1 repeats in exon 8, deep introns'],
    ]);
  });

  test('gives variants with HGVS, zygosity and class', () => {
    expect(tableOf(summary, 'Variant')).toEqual([['ALMS1 | NM_015120.4:c.11870-3T>G', 'homozygous | from both parents | II-1: heterozygous', 'uncertain significance | 1 point: PM2', 'Exome, trio | Kestrel Genomics, 12 Nov 2026 | not seen: deep introns']]);
  });

  test('gives the differential with what speaks for and against each disease', () => {
    expect(tableOf(summary, 'Disease')).toEqual([
      ['1. Alström syndrome | OMIM:203800, ALMS1, working diagnosis', '71 %', 'Nystagmus (+1.2); no Polydactyly (+0.1)', 'No Intellectual disability (−0.2) | Not looked for: Acanthosis nigricans'],
      ['2. Bardet-Biedl syndrome 1 | OMIM:209900, BBS1', '< 0.1 %', '', 'No Polydactyly (−1.4)'],
    ]);
  });

  test('tells the odyssey in one table, in the order in which it went, without the tests, which have a table of their own', () => {
    expect(tableOf(summary, 'When').map(([when, what]) => `${when ?? ''}: ${what ?? ''}`)).toEqual([
      'age 3 wk: Symptom: Heart failure',
      'about 2019 | until May 2023: Diagnosis, withdrawn later: Achromatopsia',
      '20 Nov 2026: Referral sent',
    ]);
  });

  test('names the relatives of whom something is known by number and relation', () => {
    expect(tableOf(summary, 'Relative').map(([who, age, what]) => [who, age, what])).toEqual([
      ['I-1 Greta Vale, paternal grandmother', 'died at 64 y', 'Cause of death: Heart failure'],
      ['II-1 Piet Vale, father', '38 y', 'Alström syndrome: carrier'],
      ['II-2 Ines Vale, mother', 'about 36 y', 'Alström syndrome: carrier'],
      ['III-1 Otto Vale, brother', 'died at 4 mo', 'Dilated cardiomyopathy: affected'],
    ]);
  });

  test('asks urgently only what the referral asks, names what is under way, and is signed', () => {
    const list = summary.blocks.findLast((block) => block.kind === 'list');
    expect(list?.items.map(textOf)).toEqual(['An answer to the question at the head of this summary.', 'An answer soon is asked for.', 'Already under way, and not to be repeated: RNA of blood.', 'Please reply to Hanne Lund, CGC, Clinical Genetics, Northreach, genetics@northreach.example, telephone 01632 960 144.']);
    expect(summary.blocks.find((block) => block.kind === 'signature')).toEqual({ kind: 'signature', lines: ['Hanne Lund, CGC', 'Clinical Genetics, Northreach', '23 Nov 2026'] });
  });

  test('says that it is a decision aid, and on which release it rests', () => {
    const about = summary.blocks.findLast((block) => block.kind === 'paragraph');
    expect(textOf(about?.words ?? '')).toContain('It is a decision aid for trained people and not a medical device');
    expect(textOf(about?.words ?? '')).toContain('release 2025-05-06');
  });

  test('of an empty case has a question that is missing, and nothing that is not known', () => {
    const empty = caseSummary(aSummarySource({ file: emptyFile, title: '', differential: null, clinic: { clinicName: '', clinicianName: '', replyAddress: '', telephone: '' }, recipient: '' }));
    expect(headings(empty)).toEqual(['Question', 'Findings']);
    expect(paragraphAfter(empty, 'Question')).toBe('No question is written down for this case.');
    expect(empty.facts).toEqual([{ label: 'Date', words: '23 Nov 2026' }]);
  });

  test('puts a small family among the text and one of sixty on pages of its own, an overview and its parts', () => {
    const places = (model: DocumentModel) => model.blocks.flatMap((block) => (block.kind === 'figure' ? [block.place] : []));
    expect(places(summary)).toEqual(['inline']);
    expect(places(caseSummary(aSummarySource({ file: fullFile(largeFamily()) })))).toEqual(['page', 'page', 'page', 'page']);
  });

  test('without names has neither author nor reader nor day', () => {
    const told = caseSummary(aSummarySource({ level: 'deidentified', clinic: { clinicName: '', clinicianName: '', replyAddress: '', telephone: '' } }));
    expect(told.properties.author).toBe('');
    expect(told.facts.map(({ label }) => label)).not.toContain('For');
    expect(told.facts.find(({ label }) => label === 'Date')).toEqual({ label: 'Date', words: '2026' });
    expect(told.blocks.some(({ kind }) => kind === 'signature')).toBe(false);
  });

  test('names a few of many findings, and writes a transcript once', () => {
    const full = fullFile();
    const [nystagmus] = full.features;
    const [variant] = full.findings;
    if (nystagmus === undefined || variant === undefined) throw new Error('the invented case has a finding and a variant');
    const file = { ...full, features: Array.from({ length: 9 }, (_, index) => ({ ...nystagmus, id: `f${String(index)}`, label: `Sign ${String(index + 1)}` })), findings: [{ ...variant, hgvsCoding: 'NM_015120.4:c.11870-3T>G' }] };
    const told = caseSummary(aSummarySource({ file }));
    expect(paragraphAfter(told, 'In short')).toContain('Observed: Sign 1, Sign 2, Sign 3, Sign 4, Sign 5, Sign 6 and 3 more.');
    expect(tableOf(told, 'Variant')[0]?.[0]).toBe('ALMS1 | NM_015120.4:c.11870-3T>G');
  });

  test('says of a treatment since when, from when to when, or on which day', () => {
    const treatment = (number: number, detail: Parameters<typeof anEvent>[1]) => anEvent(number, { kind: 'treatment', ...detail });
    const on = (date: string) => ({ kind: 'date', date, isAbout: false }) as const;
    const events = [treatment(1, { title: 'Carvedilol', when: on('2017-08'), isOngoing: true }), treatment(2, { title: 'Insoles', when: on('2015'), until: on('2016') }), treatment(3, { title: 'Lens surgery', when: on('2014-02') }), treatment(4, { title: 'Vitamin A' })];
    const told = caseSummary(aSummarySource({ file: { ...fullFile(), events } }));
    const list = told.blocks[told.blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Treatment') + 1];
    expect(list?.kind === 'list' ? list.items.map(textOf) : []).toEqual(['Vitamin A', 'Carvedilol, since Aug 2017', 'Insoles, 2015 to 2016', 'Lens surgery, Feb 2014']);
  });

  test('reads the pedigree aloud by the numbers in it, and explains its arrows', () => {
    const figure = summary.blocks.find((block) => block.kind === 'figure');
    expect(figure?.alt).toMatch(/^5 individuals in 3 generations.* The patient is III-2\. Alström syndrome: affected III-2; carrier II-1 and II-2\. Dilated cardiomyopathy: affected III-1\.$/);
    expect(figure?.caption).toBe('Pedigree, symbols after the nomenclature of the National Society of Genetic Counselors, 2022; arrow with P: the patient');
  });

  test('tells the odyssey without a column for names where nobody is named', () => {
    const file = { ...emptyFile, events: [anEvent(1, { kind: 'visit', title: 'Lungs' })] };
    const table = caseSummary(aSummarySource({ file, differential: null })).blocks.find((block) => block.kind === 'table');
    expect(table).toMatchObject({ columns: [{ label: 'When' }, { label: 'What' }], rows: [[['not dated'], [[{ text: 'Visit: Lungs', look: 'plain' }]]]] });
  });

  test('cuts a long note where everybody sees it', () => {
    const file = { ...emptyFile, events: [anEvent(1, { kind: 'visit', title: 'Visit', note: 'long '.repeat(200) })] };
    const [row] = tableOf(caseSummary(aSummarySource({ file, differential: null })), 'When');
    expect(row?.[1]).toMatch(/ …$/);
    expect(row?.[1]?.length).toBeLessThan(250);
  });
});
