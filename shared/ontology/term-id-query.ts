/** Numbers of the ids that were asked for, both ends included. */
export interface IdQuery {
  readonly first: number;
  readonly last: number;
}

/** `HP:0001250`, `hp 1250`, `HP_0001250`, `0001250`, and `HP:00012` while it is typed; null where the text is no id. */
export function readIdQuery(text: string): IdQuery | null {
  const match = /^\s*(hpo?\s*[:_\s-]?\s*)?(\d{1,7})\s*$/i.exec(text);
  const digits = match?.[2];
  if (digits === undefined || (match?.[1] === undefined && digits.length < 5)) return null;
  if (digits.length === 7 || !digits.startsWith('0')) return { first: Number(digits), last: Number(digits) };
  const width = 10 ** (7 - digits.length);
  return { first: Number(digits) * width, last: (Number(digits) + 1) * width - 1 };
}
