import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { caseSummary } from '#shared/interchange/documents/case-summary.ts';
import { cssString, documentHtml, escapedHtml } from '#shared/interchange/documents/document-html.ts';
import type { DocumentModel } from '#shared/interchange/documents/document.ts';
import { aSummarySource, aFeatureOf, fullFile, smallFamily } from '#tests/builders/a-summary-source.ts';

const plainModel: DocumentModel = { title: '', headline: '', language: 'en', paper: 'a4', reader: 'professional', letterhead: null, furniture: { head: '', headRight: '', foot: '' }, facts: [], blocks: [], properties: { author: '', subject: '' } };

/** What people could write to become part of the page. */
const attacks = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; } body { background: url(https://example.org) } </style><script>", '</title></svg></style><iframe src=//example.org>', '&lt;b&gt;', '\\27 \\0a ; } * { }', '<!--', ']]>'];

/** Every element and attribute that runs or fetches something. */
function active(html: string): readonly string[] {
  const { document } = new JSDOM(html).window;
  const elements = [...document.querySelectorAll('script, img, iframe, object, embed, link, form, a, base, video, audio, image, use, foreignObject')].map(({ tagName }) => tagName.toLowerCase());
  const attributes = [...document.querySelectorAll('*')].flatMap(({ attributes: all }) => [...all].filter(({ name }) => /^on|^(href|src|xlink:href|action|background)$/i.test(name)).map(({ name }) => name));
  return [...elements, ...attributes];
}

describe('text of strangers', () => {
  test.each(attacks)('%j stays text wherever it stands', (attack) => {
    const family = smallFamily().known({ givenName: attack, familyName: attack, causeOfDeath: attack }, 'proband', 'grandmother').header({ title: attack, indication: attack, historian: attack }).build();
    const file = fullFile(family);
    const source = aSummarySource({
      title: attack,
      recipient: attack,
      clinic: { clinicName: attack, clinicianName: attack, replyAddress: attack, telephone: attack },
      file: { ...file, features: [...file.features, aFeatureOf('proband', 9, 'HP:0000639', attack, { note: attack })], tests: file.tests.map((one) => ({ ...one, name: attack, summary: attack, limits: attack })), referrals: file.referrals.map((one) => ({ ...one, question: attack })) },
    });
    const html = documentHtml(caseSummary(source), '');
    const { document } = new JSDOM(html).window;
    expect(active(html)).toEqual([]);
    expect(document.querySelectorAll('style').length).toBe(1);
    expect(document.querySelector('.lead')?.textContent).toBe(attack);
    expect(document.querySelector('dd')?.textContent).toContain(attack);
  });

  test('of any kind comes back from the page as it was, but for characters that no text has', () => {
    const { document } = new JSDOM().window;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        document.body.innerHTML = `<p title="${escapedHtml(text)}">${escapedHtml(text)}</p>`;
        const expected = [...text].filter((character) => !/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|^[\ud800-\udfff]$/.test(character)).join('');
        expect(document.querySelector('p')?.textContent).toBe(expected);
        expect(document.querySelector('p')?.getAttribute('title')).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('in the margins of a page can end neither string nor rule nor style', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(cssString(text)).toMatch(/^"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*"$/);
      }),
    );
  });
});

describe('the page', () => {
  const html = documentHtml(caseSummary(aSummarySource()), '');

  test('forbids itself scripts, connections and everything from elsewhere', () => {
    const policy = new JSDOM(html).window.document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'");
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  test('has one title, sections below it, heads of rows and columns, and no id twice', () => {
    const { document } = new JSDOM(html).window;
    expect([...document.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual(['Case summary']);
    expect([...document.querySelectorAll('table')].every((table) => table.querySelector('thead th[scope="col"]') !== null && table.querySelector('tbody th[scope="row"]') !== null)).toBe(true);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(document.documentElement.lang).toBe('en');
  });

  test.each([['a4', 'size: A4 portrait'], ['letter', 'size: letter portrait']] as const)('on %s has pages of that size, with who it is about and which page of how many', (paper, size) => {
    const style = documentHtml({ ...plainModel, paper, furniture: { head: 'Mira', headRight: '', foot: '' } }, '');
    expect(style).toContain(size);
    expect(style).toContain('content: "Mira"');
    expect(style).toContain('counter(page) " of " counter(pages)');
  });
});

test('a document for a family is set larger than one for professionals', () => {
  expect(documentHtml({ ...plainModel, reader: 'family' }, '')).toContain('<main class="for-family">');
  expect(documentHtml(plainModel, '')).toContain('<main>');
});
