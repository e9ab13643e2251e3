/**
 * Attack: guessing the passphrase at the screen. The costly key derivation is the defence; growing waits keep a person or a script
 * at the keyboard from trying in a row, and tell somebody who mistyped three times to look at the keyboard.
 */
const freeTries = 3;
const longestSeconds = 60;

/** Seconds to wait after so many wrong tries: none for the first three, then 2, 4, 8, … at most a minute. */
export function secondsAfter(wrongTries: number): number {
  return wrongTries < freeTries ? 0 : Math.min(longestSeconds, 2 ** (wrongTries - freeTries + 1));
}
