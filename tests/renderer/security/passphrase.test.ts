import { describe, expect, test } from 'vitest';
import { passphraseAdvice } from '#renderer/features/security/passphrase-advice.ts';
import { groupsOf, isSameGroup } from '#renderer/features/security/recovery-kit-state.ts';
import { secondsAfter } from '#renderer/features/security/try-delay.ts';

describe('advice on a passphrase', () => {
  test.each([
    ['', 'empty'],
    ['kettle', 'short'],
    ['aaaaaaaaaaaaaaaa', 'guessable'],
    ['sunsunsunsunsun', 'guessable'],
    ['password123456', 'guessable'],
    ['qwertyuiop1234', 'guessable'],
    ['Kettle-Moss-7', 'fair'],
    ['kettle moss harbour violin', 'strong'],
    ['owl sea hat pin', 'strong'],
  ])('calls "%s" %s', (passphrase, kind) => {
    expect(passphraseAdvice(passphrase).kind).toBe(kind);
  });

  test('says how many characters are missing', () => {
    expect(passphraseAdvice('kettle')).toEqual({ kind: 'short', missing: 6 });
  });

  test('counts characters and not code units', () => {
    expect(passphraseAdvice('🫖🫖🫖🫖🫖🫖')).toEqual({ kind: 'short', missing: 6 });
  });
});

test('the wait after wrong tries grows to a minute and begins after three', () => {
  expect([0, 1, 2, 3, 4, 5, 8, 40].map(secondsAfter)).toEqual([0, 0, 0, 2, 4, 8, 60, 60]);
});

describe('a group of the recovery key', () => {
  test('is compared as the vault reads it', () => {
    expect(groupsOf('5CNB-97HG-0A1T')).toEqual(['5CNB', '97HG', '0A1T']);
    expect([isSameGroup(' oalt ', '0A1T'), isSameGroup('0A1T', '0A1T'), isSameGroup('0A1', '0A1T'), isSameGroup('', '0A1T')]).toEqual([true, true, false, false]);
  });
});
