import { BorderStyle, LineRuleType, type IStylesOptions } from 'docx';
import { familySize, type DocumentModel } from '#shared/interchange/documents/document.ts';

/** Sizes in half points and distances in twentieths, the same as in the style of the HTML: a letter has quieter headings than a report, without rules. */
export function docxStyles({ language, letterhead, reader }: Pick<DocumentModel, 'language' | 'letterhead' | 'reader'>): IStylesOptions {
  const font = 'Calibri';
  const isLetter = letterhead !== null;
  const sized = (halfPoints: number): number => Math.round(halfPoints * (reader === 'family' ? familySize : 1));
  return {
    default: {
      document: { run: { font, size: sized(19), color: '1C2225', language: { value: language } }, paragraph: { spacing: { after: 60, line: 264, lineRule: LineRuleType.AUTO } } },
      heading1: { run: { font, size: sized(isLetter ? 22 : 30), bold: true, color: '1C2225' }, paragraph: { spacing: { after: 100 } } },
      heading2: { run: { font, size: sized(isLetter ? 20 : 22), bold: true, color: '1C2225' }, paragraph: isLetter ? { spacing: { before: 160, after: 40 } } : { spacing: { before: 220, after: 60 }, border: { top: { style: BorderStyle.SINGLE, size: 4, color: '8B877F', space: 4 } } } },
      heading3: { run: { font, size: sized(19), bold: true, color: '1C2225' }, paragraph: { spacing: { before: 120, after: 40 } } },
      listParagraph: { paragraph: { spacing: { after: 30 } } },
    },
    paragraphStyles: [
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', quickFormat: true, run: { size: sized(24) } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', quickFormat: true, run: { size: sized(16), color: '475156' } },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', quickFormat: true, run: { size: sized(18) }, paragraph: { spacing: { after: 0 } } },
    ],
  };
}
