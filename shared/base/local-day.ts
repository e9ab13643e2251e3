/** The day on this machine, YYYY-MM-DD, of an instant. */
export function localDay(now: Date): string {
  return `${String(now.getFullYear()).padStart(4, '0')}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
