import { describe, expect, it } from 'vitest';
import { consentStateOn, expiresSoon } from '#shared/casefile/consent-state.ts';
import { bareConsent, type Consent } from '#shared/casefile/consent.ts';

let count = 0;
const aConsent = (given: Partial<Consent>): Consent => ({ ...bareConsent, personId: 'p', purpose: 'registry', on: '2026-01-10', version: 1, caseId: 'c', createdAt: `2026-01-10T09:00:${String((count += 1)).padStart(2, '0')}.000Z`, id: String(count), ...given });
const stateOn = (day: string, ...consents: readonly Consent[]): string => consentStateOn(consents, 'p', 'registry', day).state;

describe('a consent', () => {
  it('holds from its day to its last day', () => {
    const consent = aConsent({ expiresOn: '2026-12-31' });
    expect(['2026-01-09', '2026-01-10', '2026-12-31', '2027-01-01'].map((day) => stateOn(day, consent))).toEqual(['missing', 'given', 'given', 'expired']);
  });

  it('with a last day known to the month holds to the end of it', () => {
    expect(['2026-02-28', '2026-03-01'].map((day) => stateOn(day, aConsent({ expiresOn: '2026-02' })))).toEqual(['given', 'expired']);
  });

  it('that was withdrawn does not come back by an older one', () => {
    expect(stateOn('2026-06-01', aConsent({ on: '2025-01-01' }), aConsent({ withdrawnOn: '2026-05' }))).toBe('withdrawn');
  });

  it('is what was said last, a refusal too', () => {
    expect([stateOn('2026-06-01', aConsent({}), aConsent({ isGiven: false, on: '2026-02-01' })), stateOn('2026-06-01', aConsent({ isGiven: false }), aConsent({}))]).toEqual(['refused', 'given']);
  });

  it('is of one person and one purpose', () => {
    expect(consentStateOn([aConsent({})], 'q', 'registry', '2026-06-01').state).toBe('missing');
    expect(consentStateOn([aConsent({})], 'p', 'matchmaker', '2026-06-01').state).toBe('missing');
  });

  it('is said to end soon sixty days before', () => {
    const standing = (day: string) => consentStateOn([aConsent({ expiresOn: '2026-12-31' })], 'p', 'registry', day);
    expect(['2026-10-31', '2026-11-01', '2026-11-02', '2027-01-01'].map((day) => expiresSoon(standing(day), day))).toEqual([false, true, true, false]);
  });
});
