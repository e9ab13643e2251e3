/** A line with content, cut into its fields. */
export interface PedLine {
  /** 1-based. */
  readonly number: number;
  readonly fields: readonly string[];
}

/** How the fields of a file are parted: by the first of tab and comma that is on every line, else by blanks. */
export function cutLines(text: string): readonly PedLine[] {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '');
  const isOnAll = (separator: string): boolean => lines.length > 0 && lines.every(({ line }) => line.startsWith('#') || line.includes(separator)) && lines.some(({ line }) => line.includes(separator));
  const cut = isOnAll('\t') ? (line: string) => cutAt(line, '\t') : isOnAll(',') ? (line: string) => cutAt(line, ',') : cutAtBlanks;
  return lines.map(({ line, number }) => ({ number, fields: cut(line) }));
}

/** A field may stand in quotes, and then hold the separator; a quote in it is written twice. */
function cutAt(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator).map((field) => field.trim());
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] !== '"') {
      const end = endOf(line, separator, at);
      fields.push(line.slice(at, end).trim());
      at = end + 1;
      continue;
    }
    let close = line.indexOf('"', at + 1);
    while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
    const end = close < 0 ? line.length : close;
    fields.push(line.slice(at + 1, end).replaceAll('""', '"').trim());
    at = endOf(line, separator, end) + 1;
  }
  return fields;
}

function endOf(line: string, separator: string, from: number): number {
  const found = line.indexOf(separator, from);
  return found < 0 ? line.length : found;
}

const cutAtBlanks = (line: string): readonly string[] => [...line.matchAll(/"([^"]*)"|\S+/g)].map((match) => match[1] ?? match[0]);
