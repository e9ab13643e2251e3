/** The first characters of a text, at most `longest` UTF-16 units, never half of a surrogate pair. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest);
}

/** A name for a case from an id of unknown making: no control characters, no blank at either end. */
export function asReference(id: string, longest: number): string {
  return cutText(id.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim(), longest).trim();
}
