import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Person } from '#shared/casefile/case-record.ts';
import type { Consent } from '#shared/casefile/consent.ts';
import { bareEvent, type OdysseyEvent, type OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import { bareTest, type OrderedTest, type OrderedTestDetail } from '#shared/casefile/ordered-test.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { bareDetail, type Feature, type FeatureDetail } from '#shared/phenotype/feature.ts';

const frame = { version: 1, caseId: 'case', createdAt: '2026-01-01T00:00:00.000Z' } as const;

/** A case around a family; whoever is the proband of the family is the patient. */
export function aCaseFile(family: Family, more: Partial<CaseFile> = {}): CaseFile {
  const record: CaseFile['case'] = { id: 'case', version: 1, reference: 'NRG-7', status: 'testing', statusSince: frame.createdAt, createdAt: frame.createdAt, changedAt: frame.createdAt, firstSymptomOn: null, nextAction: '', nextActionDueOn: null, note: '' };
  const people = family.individuals.map((individual): Person => ({ ...individual, version: 1, caseId: 'case' }));
  return { case: record, family, people, features: [], findings: [], candidates: [], events: [], tests: [], referrals: [], tasks: [], documents: [], consents: [], ...more };
}

export const aFeature = (termId: string, label: string, state: FeatureDetail['state'], more: Partial<Feature> = {}): Feature => ({ ...bareDetail(state), id: `${termId} of ${more.personId ?? 'proband'}`, version: 1, personId: 'proband', termId, label, ...more });
export const anEvent = (kind: OdysseyEventDetail['kind'], title: string, more: Partial<OdysseyEventDetail> = {}): OdysseyEvent => ({ ...bareEvent, ...frame, id: title, kind, title, ...more });
export const aTest = (kind: OrderedTestDetail['kind'], name: string, more: Partial<OrderedTestDetail> = {}): OrderedTest => ({ ...bareTest, ...frame, id: name, kind, name, ...more });
export const aConsent = (personId: string, purpose: Consent['purpose'], on: string, more: Partial<Consent> = {}): Consent => ({
  ...{ ...frame, id: `${personId} ${purpose}`, personId, purpose, isGiven: true, on, givenBy: 'self', giverName: '', takenBy: '', expiresOn: null, withdrawnOn: null, withdrawalNote: '', note: '', documentId: null },
  ...more,
});
