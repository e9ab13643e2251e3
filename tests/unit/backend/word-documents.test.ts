import { unzipSync, strFromU8 } from 'fflate';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { docxOf } from '#electron/backend/exports/docx-file.ts';
import { caseSummary } from '#shared/interchange/documents/case-summary.ts';
import { aSummarySource, fullFile, largeFamily, smallFamily } from '#tests/builders/a-summary-source.ts';

const partsOf = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> => unzipSync(bytes);
const xmlOf = (parts: Readonly<Record<string, Uint8Array>>, name: string): Document => new JSDOM(strFromU8(parts[name] ?? new Uint8Array()), { contentType: 'text/xml' }).window.document;
const all = (document: Document, name: string): readonly Element[] => [...document.getElementsByTagName(name)];
const textOf = (document: Document): string => all(document, 'w:t').map(({ textContent }) => textContent).join('');

describe('the Word file of a full case', () => {
  let parts: Readonly<Record<string, Uint8Array>>;
  let body: Document;
  beforeAll(async () => {
    parts = partsOf(await docxOf(caseSummary(aSummarySource())));
    body = xmlOf(parts, 'word/document.xml');
  });

  test('has its headings as styles', () => {
    const styles = all(body, 'w:pStyle').map((element) => element.getAttribute('w:val'));
    expect(styles.filter((style) => style === 'Heading1')).toHaveLength(1);
    expect(styles.filter((style) => style === 'Heading2')).toHaveLength(10);
    expect(styles).toContain('Lead');
  });

  test('has tables whose heads repeat', () => {
    expect(all(body, 'w:tbl').map((table) => table.getElementsByTagName('w:tblHeader').length)).toEqual(all(body, 'w:tbl').map(() => 1));
    expect(all(body, 'w:tbl').length).toBe(6);
  });

  test('has the pedigree as vectors with pixels to fall back on, and in words', () => {
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    expect(media.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['png', 'svg']);
    expect(strFromU8(parts[media.find((name) => name.endsWith('.svg')) ?? ''] ?? new Uint8Array())).toContain('Mira Vale');
    expect(all(body, 'wp:docPr')[0]?.getAttribute('descr')).toMatch(/^5 individuals in 3 generations/);
  });

  test('counts its pages at the foot, and says at the head of whom it is', () => {
    const names = Object.keys(parts);
    const texts = (kind: string): string => names.filter((name) => name.startsWith(`word/${kind}`)).map((name) => strFromU8(parts[name] ?? new Uint8Array())).join('');
    expect(texts('footer')).toContain('NUMPAGES');
    expect(texts('header')).toContain('Mira Vale');
  });

  test('says everything as text that can be edited', () => {
    expect(textOf(body)).toContain('NM_015120.4:c.11870-3T>G');
    expect(textOf(body)).toContain('Is this Alström syndrome?');
  });
});

describe('what a Word file says of itself', () => {
  const properties = async (level: 'full' | 'deidentified') => {
    const clinic = level === 'full' ? aSummarySource().clinic : { clinicName: '', clinicianName: '', replyAddress: '', telephone: '' };
    const parts = partsOf(await docxOf(caseSummary(aSummarySource({ level, title: 'F-1', clinic }))));
    return Object.fromEntries(['dc:creator', 'cp:lastModifiedBy', 'dc:title', 'dc:subject'].map((name) => [name, xmlOf(parts, 'docProps/core.xml').getElementsByTagName(name)[0]?.textContent ?? '']));
  };

  test('is who wrote it, where names are told', async () => {
    expect(await properties('full')).toEqual({ 'dc:creator': 'Hanne Lund, CGC', 'cp:lastModifiedBy': 'Hanne Lund, CGC', 'dc:title': 'Case summary', 'dc:subject': 'Case summary F-1' });
  });

  test('is nobody, where they are not', async () => {
    expect(await properties('deidentified')).toEqual({ 'dc:creator': '', 'cp:lastModifiedBy': '', 'dc:title': 'Case summary', 'dc:subject': 'Case summary F-1' });
  });
});

test('characters that no text has do not make the file unreadable', async () => {
  const family = smallFamily().known({ givenName: 'Mi\u0000r\u0007a\ud800', familyName: '<&>"' }, 'proband').build();
  const parts = partsOf(await docxOf(caseSummary(aSummarySource({ file: fullFile(family) }))));
  expect(textOf(xmlOf(parts, 'word/document.xml'))).toContain('Mira <&>"');
});

test('a family of sixty has a section of its own, turned sideways', async () => {
  const parts = partsOf(await docxOf(caseSummary(aSummarySource({ paper: 'letter', file: fullFile(largeFamily()) }))));
  const sizes = all(xmlOf(parts, 'word/document.xml'), 'w:pgSz').map((size) => [size.getAttribute('w:w'), size.getAttribute('w:h'), size.getAttribute('w:orient')].join(' '));
  expect(sizes).toEqual(['12240 15840 portrait', '15840 12240 landscape']);
});
