import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Removal } from '#shared/interchange/export-request.ts';
import { withoutPrivateFacts } from '#shared/pedigree/without-private-facts.ts';

/** A case without anything that was marked private: at every level the first step. */
export function withoutPrivateRecords(file: CaseFile): { readonly file: CaseFile; readonly removals: readonly Removal[] } {
  const family = withoutPrivateFacts(file.family);
  const shown = new Set(family.individuals.map(({ id }) => id));
  const byId = new Map(family.individuals.map((individual) => [individual.id, individual]));
  const removals: Removal[] = [];
  const leave = <Item extends { readonly isPrivate: boolean }>(what: string, items: readonly Item[], words: (item: Item) => string): readonly Item[] => {
    for (const item of items.filter(({ isPrivate }) => isPrivate)) removals.push(privateRemoval(what, words(item)));
    return items.filter(({ isPrivate }) => !isPrivate);
  };
  const events = leave('step of the odyssey', file.events, ({ title }) => title);
  const tests = leave('test', file.tests, ({ name }) => name);
  const referrals = leave('referral', file.referrals, ({ destination }) => destination.name);
  const kept = new Set([...events, ...tests, ...referrals].map(({ id }) => id));
  const isKept = (id: string | null): boolean => id === null || kept.has(id);
  const documents = leave('document', file.documents, ({ fileName }) => fileName).filter((one) => isKept(one.eventId) && isKept(one.testId) && isKept(one.referralId));
  return {
    file: {
      ...file,
      family,
      people: file.people.flatMap((person) => (byId.has(person.id) ? [{ ...person, ...byId.get(person.id) }] : [])),
      features: file.features.filter(({ personId }) => shown.has(personId)),
      findings: file.findings.map((finding) => ({ ...finding, genotypes: finding.genotypes.filter(({ personId }) => shown.has(personId)) })),
      events,
      tests: tests.map((test) => ({ ...test, personIds: test.personIds.filter((id) => shown.has(id)) })),
      referrals: referrals.map((referral) => ({ ...referral, personIds: referral.personIds.filter((id) => shown.has(id)) })),
      tasks: file.tasks.filter(({ referralId, testId }) => isKept(referralId) && isKept(testId)),
      documents,
      consents: file.consents.filter(({ personId }) => shown.has(personId)),
    },
    removals: [...familyRemovals(file, shown), ...removals],
  };
}

const privateRemoval = (where: string, before: string): Removal => ({ kind: 'private fact', where, before, after: '' });

function familyRemovals({ family }: CaseFile, shown: ReadonlySet<string>): readonly Removal[] {
  const ofPeople = family.individuals.flatMap((one) =>
    shown.has(one.id)
      ? Object.entries(one.provenance).flatMap(([fact, { isPrivate }]) => (isPrivate ? [privateRemoval(`pedigree, ${fact}`, wordsOf(Object.entries(one).find(([name]) => name === fact)?.[1]))] : []))
      : [privateRemoval('pedigree', one.life.kind)],
  );
  const ofLines = [...family.parentEdges, ...family.partnerships, ...family.individualConditions].flatMap(({ provenance }) => (provenance.isPrivate ? [privateRemoval('pedigree, a line or condition', '')] : []));
  return [...ofPeople, ...ofLines];
}

const wordsOf = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
