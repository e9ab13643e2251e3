import { expect, test } from 'vitest';
import { markDifference } from '#renderer/features/documents/mark-difference.ts';

const page = (body: string): string => `<!doctype html><html lang="en"><head><title>x</title></head><body><main>${body}</main></body></html>`;
const bodyOf = (html: string): string => new DOMParser().parseFromString(html, 'text/html').querySelector('main')?.innerHTML ?? '';

test('what was taken out is struck and what stands in its place is marked, word by word', () => {
  expect(bodyOf(markDifference(page('<p>Mira Vale, girl, born 9 Jul 2017</p>'), page('<p>M. V., girl, 9 y</p>')))).toBe('<p><del>Mira Vale,</del> <ins>M.</ins> <ins>V.,</ins> girl, <del>born</del> 9 <del>Jul 2017</del> <ins>y</ins></p>');
});

test('what goes without anything in its place is struck where it stood, also at the end', () => {
  expect(bodyOf(markDifference(page('<p>seen by Dr Aldous today</p><p>call 0555</p>'), page('<p>seen today</p>')))).toBe('<p>seen <del>by Dr Aldous</del> today <del>call 0555</del></p>');
});

test('two documents that say the same are shown without a mark', () => {
  const same = page('<p>one <b>two</b></p>');
  expect(bodyOf(markDifference(same, same))).toBe('<p>one <b>two</b></p>');
});

test('text of strangers stays text, and drawings stay as they are', () => {
  const marked = markDifference(page('<p>&lt;script&gt;alert(1)&lt;/script&gt; Mira</p><svg><text>Mira</text></svg>'), page('<p>&lt;img src=x&gt;</p><svg><text>M.</text></svg>'));
  const document = new DOMParser().parseFromString(marked, 'text/html');
  expect(document.querySelectorAll('script, img').length).toBe(0);
  expect(document.querySelector('del')?.textContent).toBe('<script>alert(1)</script> Mira');
  expect(document.querySelector('svg')?.outerHTML).toBe('<svg><text>M.</text></svg>');
});
