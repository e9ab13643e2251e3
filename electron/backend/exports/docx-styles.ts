import { BorderStyle, LineRuleType, type IStylesOptions } from 'docx';

/** Sizes in half points and distances in twentieths, the same as in the style of the HTML: a letter has quieter headings than a report, without rules. */
export function docxStyles(language: string, kind: 'report' | 'letter'): IStylesOptions {
  const font = 'Calibri';
  return {
    default: {
      document: { run: { font, size: 19, color: '1C2225', language: { value: language } }, paragraph: { spacing: { after: 60, line: 264, lineRule: LineRuleType.AUTO } } },
      heading1: { run: { font, size: kind === 'letter' ? 22 : 30, bold: true, color: '1C2225' }, paragraph: { spacing: { after: 100 } } },
      heading2: { run: { font, size: kind === 'letter' ? 20 : 22, bold: true, color: '1C2225' }, paragraph: kind === 'letter' ? { spacing: { before: 160, after: 40 } } : { spacing: { before: 220, after: 60 }, border: { top: { style: BorderStyle.SINGLE, size: 4, color: '8B877F', space: 4 } } } },
      heading3: { run: { font, size: 19, bold: true, color: '1C2225' }, paragraph: { spacing: { before: 120, after: 40 } } },
      listParagraph: { paragraph: { spacing: { after: 30 } } },
    },
    paragraphStyles: [
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', quickFormat: true, run: { size: 24 } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', quickFormat: true, run: { size: 16, color: '475156' } },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', quickFormat: true, run: { size: 18 }, paragraph: { spacing: { after: 0 } } },
    ],
  };
}
