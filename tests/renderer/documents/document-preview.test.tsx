import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { DocumentPreview } from '#renderer/features/documents/document-preview.tsx';
import type { ExportPreview } from '#shared/contract/export-procedures.ts';

afterEach(cleanup);

const previewOf = (said: string): ExportPreview => ({ html: `<!doctype html><html lang="en"><head><title>Case summary</title></head><body><p>${said}</p></body></html>`, text: null, fileName: 'NRG-0412_case-summary.pdf', removals: [], losses: [], blocks: [], warnings: [] });

const shown = (preview: ExportPreview, full: ExportPreview | null = null) => <DocumentPreview preview={preview} full={full} frameRef={null} />;

describe('the preview of a document', () => {
  test('stands in a frame without any right', () => {
    render(shown(previewOf('Mira Vale')));
    expect(screen.getByTitle('The document as it will leave').getAttribute('sandbox')).toBe('');
  });

  /** Chromium goes on showing the text that a frame had first where the next one comes before that has arrived. */
  test('has a new frame for each text, and keeps its frame where nothing changed', () => {
    const view = render(shown(previewOf('F-1')));
    const first = screen.getByTitle('The document as it will leave');
    view.rerender(shown(previewOf('F-1')));
    expect(screen.getByTitle('The document as it will leave')).toBe(first);
    view.rerender(shown(previewOf('F-1'), previewOf('Mira Vale')));
    const second = screen.getByTitle('The document as it will leave');
    expect(second).not.toBe(first);
    expect(second.getAttribute('srcdoc')).toContain('<del>Mira Vale</del>');
  });
});
