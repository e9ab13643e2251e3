/** A PDF by hand: a line of text on each page, and what else stands in it, such as `/OpenAction << /S /JavaScript … >>`. */
export function aPdf(lines: readonly string[], catalogue = '', pictureFilter: string | null = null): Buffer {
  const pages = lines.map((_, index) => 4 + index * 2);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${pages.map((number) => `${String(number)} 0 R`).join(' ')}] /Count ${String(lines.length)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, index) => {
      const drawing = `BT /F 24 Tf 72 760 Td (${line}) Tj ET`;
      return [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String((pages[index] ?? 0) + 1)} 0 R /Resources << /Font << /F 3 0 R >> >> >>`, `<< /Length ${String(drawing.length)} >>\nstream\n${drawing}\nendstream`];
    }),
    ...(pictureFilter === null ? [] : [`<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /Filter /${pictureFilter} /Length 0 >>\nstream\n\nendstream`]),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const entries = ['0000000000 65535 f ', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `)];
  return Buffer.from(`${text}xref\n0 ${String(entries.length)}\n${entries.join('\n')}\ntrailer << /Size ${String(entries.length)} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF`, 'latin1');
}
