export type ParsedPartialDate = { readonly kind: 'empty' } | { readonly kind: 'date'; readonly date: string } | { readonly kind: 'unreadable' };

/**
 * Reads a date as exactly as it is known: `2019`, `2019-4`, `2019-04-30`, `30.4.2019`, `4/2019`. Day and month in the order of slashes
 * differ between countries, so `3/4/2019` is refused rather than guessed; dots are day first everywhere.
 */
export function parsePartialDate(text: string): ParsedPartialDate {
  const plain = text.trim();
  if (plain === '') return { kind: 'empty' };
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(plain);
  if (iso !== null) return built(iso[1], iso[2], iso[3]);
  const dotted = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/.exec(plain);
  if (dotted !== null) return built(dotted[3], dotted[2], dotted[1]);
  const monthFirst = /^(\d{1,2})\/(\d{4})$/.exec(plain);
  if (monthFirst !== null) return built(monthFirst[2], monthFirst[1], undefined);
  return { kind: 'unreadable' };
}

function built(year: string | undefined, month: string | undefined, day: string | undefined): ParsedPartialDate {
  const parts = [year ?? '', ...[month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))];
  return exists(Number(year), month === undefined ? null : Number(month), day === undefined ? null : Number(day)) ? { kind: 'date', date: parts.join('-') } : { kind: 'unreadable' };
}

function exists(year: number, month: number | null, day: number | null): boolean {
  if (year < 1850 || year > 2200) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  if (month === null || day === null) return true;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
