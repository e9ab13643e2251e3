import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync, writeFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlOf } from '#electron/backend/exports/html-writer.ts';
import { findChromium, howToGetChromium } from '#electron/backend/pdf/find-chromium.ts';
import { chromiumPrinter } from '#electron/backend/pdf/print-by-chromium.ts';
import { caseSummary } from '#shared/interchange/documents/case-summary.ts';
import { aSummarySource, fullFile, largeFamily, smallFamily } from '#tests/builders/a-summary-source.ts';

const executable = findChromium();
if (executable === null) throw new Error(howToGetChromium);
const print = chromiumPrinter(executable);

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function printed(html: string): Promise<{ readonly bytes: Uint8Array; readonly pdf: PdfDocument }> {
  const result = await print(html);
  if (!result.ok) throw new Error(result.error.message);
  // What reads a PDF takes its bytes away.
  return { bytes: result.value.slice(), pdf: await getDocumentProxy(result.value) };
}

async function textOf(pdf: PdfDocument): Promise<string> {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  return texts.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ').replace(/\s+/g, ' ');
}

/** Millimetres of each page. */
async function pageSizes(pdf: PdfDocument): Promise<readonly string[]> {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  return pages.map(({ view: [left = 0, bottom = 0, right = 0, top = 0] }) => [right - left, top - bottom].map((points) => String(Math.round((points / 72) * 25.4))).join(' × '));
}

const leftovers = (): readonly string[] => ['/dev/shm', tmpdir()].flatMap((folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('nostos-print-')) : []));

describe('the PDF of a full case', () => {
  let made: Awaited<ReturnType<typeof printed>>;
  beforeAll(async () => {
    made = await printed(htmlOf(caseSummary(aSummarySource())));
  });

  test('is tagged, says its language and its title', async () => {
    const { info } = await made.pdf.getMetadata();
    const marks = await made.pdf.getMarkInfo();
    expect(info).toMatchObject({ Title: 'Case summary', Language: 'en' });
    expect(marks).toEqual({ Marked: true, UserProperties: false, Suspects: false });
    expect(Buffer.from(made.bytes).includes('/StructTreeRoot')).toBe(true);
  });

  test('has its headings as tags and as an outline', async () => {
    const tree = JSON.stringify(await (await made.pdf.getPage(1)).getStructTree());
    expect(tree).toContain('"role":"H1"');
    expect(tree).toContain('"role":"H2"');
    expect(tree).toContain('"role":"TH"');
    expect((await made.pdf.getOutline()).length).toBeGreaterThan(0);
  });

  test('says all that the HTML says, once, and numbers its pages', async () => {
    const text = await textOf(made.pdf);
    expect(text).toContain('Is this Alström syndrome?');
    expect(text).toContain('NM_015120.4:c.11870-3T>G');
    expect(text.match(/Otto Vale/g)?.length).toBe(2);
    expect(text).toContain(`Page 1 of ${String(made.pdf.numPages)}`);
    expect(made.pdf.numPages).toBeLessThanOrEqual(4);
  });

  test('draws the pedigree by lines and letters, without a picture', async () => {
    const pages = await Promise.all(Array.from({ length: made.pdf.numPages }, (_, index) => made.pdf.getPage(index + 1)));
    const operators = await Promise.all(pages.map((page) => page.getOperatorList()));
    const { OPS } = await getResolvedPDFJS();
    const images = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
    expect(operators.flatMap(({ fnArray }) => [...fnArray]).filter((operator) => images.has(operator))).toEqual([]);
  });

  test('leaves nothing behind', () => {
    expect(leftovers()).toEqual([]);
  });
});

describe('paper', () => {
  test('is A4 or letter, as chosen', async () => {
    expect(new Set(await pageSizes((await printed(htmlOf(caseSummary(aSummarySource())))).pdf))).toEqual(new Set(['210 × 297']));
    expect(new Set(await pageSizes((await printed(htmlOf(caseSummary(aSummarySource({ paper: 'letter' }))))).pdf))).toEqual(new Set(['216 × 279']));
  });

  test('is turned sideways for a family of sixty, which stands on it whole and in parts with every name', async () => {
    const { pdf } = await printed(htmlOf(caseSummary(aSummarySource({ file: fullFile(largeFamily()) }))));
    expect((await pageSizes(pdf)).slice(-4)).toEqual(['297 × 210', '297 × 210', '297 × 210', '297 × 210']);
    const text = await textOf(pdf);
    for (let number = 1; number <= 60; number += 1) expect(text).toContain(`Person ${String(number)}`);
  });

  test('holds names of other scripts as text', async () => {
    const family = smallFamily().known({ givenName: 'Олександра', familyName: '' }, 'father').known({ givenName: 'Ελένη', familyName: '' }, 'mother').known({ givenName: 'Łucja', familyName: '' }, 'grandmother').build();
    const text = await textOf((await printed(htmlOf(caseSummary(aSummarySource({ file: fullFile(family) }))))).pdf);
    // Letters of another part of the font are a piece of text of their own.
    for (const name of ['Олександра', 'Ελένη', 'Łucja']) expect(text.replaceAll(' ', '')).toContain(name);
  });
});

describe('the browser that prints', () => {
  test('asks nobody for anything, whatever the document says', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    const result = await print(`<!doctype html><title>x</title><link rel="stylesheet" href="${address}a.css"><img src="${address}b.png"><iframe src="${address}c"></iframe><script src="${address}d.js"></script><script>fetch('${address}e')</script><p>here`);
    server.close();
    expect(result.ok).toBe(true);
    expect(asked).toBe(0);
  });

  test('that does not answer is ended, and the person is told what to do instead', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nostos-mute-'));
    const mute = join(folder, 'mute');
    writeFileSync(mute, '#!/bin/sh\nexec sleep 600\n');
    chmodSync(mute, 0o755);
    const result = await chromiumPrinter(mute, 200)('<p>here');
    rmSync(folder, { recursive: true });
    expect(result).toMatchObject({ ok: false, error: { kind: 'rule-broken', message: expect.stringContaining('Export it as HTML instead') as string } });
    expect(leftovers()).toEqual([]);
  });

  test('that is not there is told of in the same way', async () => {
    expect(await chromiumPrinter('/nowhere/chromium')('<p>here')).toMatchObject({ ok: false, error: { kind: 'rule-broken' } });
  });
});
