export type PassphraseAdvice = { readonly kind: 'empty' } | { readonly kind: 'short'; readonly missing: number } | { readonly kind: 'guessable' } | { readonly kind: 'fair' } | { readonly kind: 'strong' };

/** As the vault demands. */
export const leastPassphraseLength = 12;
/** From here a phrase of ordinary words is out of reach of guessing against scrypt. */
const strongLength = 20;
const strongWords = 4;
/** Fewer different characters than this in so long a text means that it repeats itself. */
const leastDifferentCharacters = 7;
const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop'] as const;
const runLength = 4;
/** Words that every list of guesses begins with. */
const usualWords = /passphrase|password|letmein|welcome|nostos|genetics|genetik|admin|iloveyou/gi;

/** Advice while a passphrase is typed. A coarse guide: the length is what counts, and whether it is the obvious. */
export function passphraseAdvice(passphrase: string): PassphraseAdvice {
  const length = [...passphrase].length;
  if (length === 0) return { kind: 'empty' };
  if (length < leastPassphraseLength) return { kind: 'short', missing: leastPassphraseLength - length };
  if (isGuessable(passphrase)) return { kind: 'guessable' };
  const words = passphrase.split(/[\s\-_.,]+/).filter((word) => word.length > 1).length;
  return length >= strongLength || words >= strongWords ? { kind: 'strong' } : { kind: 'fair' };
}

function isGuessable(passphrase: string): boolean {
  const rest = withoutRuns(passphrase.toLowerCase().replace(usualWords, ''));
  return new Set(rest).size < leastDifferentCharacters || isRepeated(passphrase.toLowerCase());
}

/** Takes out pieces such as `abcd`, `4321` or `qwert`. */
function withoutRuns(text: string): string {
  let rest = text;
  for (const run of runs) {
    for (const row of [run, [...run].reverse().join('')]) {
      for (let start = 0; start + runLength <= row.length; start++) rest = rest.replaceAll(row.slice(start, start + runLength), '');
    }
  }
  return rest;
}

/** The same piece over and over, such as `sunsunsunsun`. */
function isRepeated(text: string): boolean {
  return /^(.{1,8}?)\1+$/.test(text);
}
