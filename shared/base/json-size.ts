import { backslash, closingBrace, closingBracket, comma, openingBrace, openingBracket, quote } from '#shared/base/json-characters.ts';

/** What a JSON text would become when parsed. */
export type JsonSize = 'fine' | 'too-deep' | 'too-large';

/** The limit that protobuf's own JSON readers keep; no packet comes near it. */
export const deepestNesting = 100;
/** About a hundred times a big cohort; the objects of so many values still fit into memory. */
export const mostValues = 10_000_000;

/**
 * Stops a file from exhausting the memory before `JSON.parse` sees it: a hundred megabytes of opening brackets, or of empty objects,
 * become gigabytes when parsed. Looks at each character once; a text that is no JSON may get any answer.
 */
export function sizeOfJson(text: string): JsonSize {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case openingBrace:
      case openingBracket:
        depth += 1;
        values += 1;
        if (depth > deepestNesting) return 'too-deep';
        break;
      case closingBrace:
      case closingBracket:
        depth -= 1;
        break;
      case comma:
        values += 1;
        if (values > mostValues) return 'too-large';
        break;
      case quote:
        at = endOfString(text, at);
        break;
    }
  }
  return 'fine';
}

/** Position of the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
}
