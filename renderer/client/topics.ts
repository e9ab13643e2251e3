import type { NamesOfKind } from '#shared/contract/contract.ts';
import type { Topic } from '#shared/contract/wire.ts';

export type QueryName = NamesOfKind<'query'>;

/** What each query's answer depends on: when the backend says that one of these changed, the screens ask again. */
export const topicsOfQuery = {
  'app.state': ['app', 'vault', 'knowledge'],
  'vault.verify': [],
  'settings.read': ['settings'],
  'case.list': ['cases', 'phenotype', 'candidates', 'views', 'settings'],
  'case.due': ['cases'],
  'case.similar': ['cases', 'phenotype', 'findings', 'candidates', 'knowledge'],
  'case.compare': ['cases', 'phenotype', 'findings', 'candidates', 'knowledge'],
  'search.find': ['cases', 'exports'],
  'filter.list': ['filters'],
  'case.show': ['cases', 'phenotype', 'candidates'],
  'family.show': ['family'],
  'family.versions': ['family'],
  'family.asOf': [],
  'familyView.check': ['family'],
  'familyView.show': ['vault', 'family', 'phenotype', 'suggestions'],
  'suggestion.list': ['suggestions'],
  'risk.show': ['risk'],
  'finding.list': ['findings', 'family'],
  'finding.due': ['findings', 'cases'],
  'finding.watch': ['findings', 'cases', 'family'],
  'finding.elsewhere': ['findings', 'cases'],
  'export.preview': ['cases', 'settings', 'family', 'phenotype', 'findings', 'candidates', 'events', 'tests', 'referrals', 'consents', 'knowledge'],
  'export.list': ['exports'],
  'consent.list': ['consents'],
  'event.list': ['events'],
  'test.list': ['tests'],
  'task.list': ['tasks'],
  'document.list': ['documents'],
  'document.read': [],
  'referral.list': ['referrals'],
  'referral.readiness': ['referrals', 'cases', 'family', 'phenotype', 'findings', 'candidates', 'events', 'tests', 'documents', 'consents', 'settings', 'knowledge'],
  'referral.draft': ['referrals', 'cases', 'family', 'phenotype', 'findings', 'candidates', 'events', 'tests', 'documents', 'knowledge'],
  'referral.due': ['referrals', 'cases'],
  'trial.state': ['trials'],
  'trial.match': ['trials', 'cases', 'phenotype', 'findings', 'candidates', 'rankings', 'knowledge', 'settings'],
  'trial.diseases': ['cases', 'phenotype', 'findings', 'candidates', 'rankings', 'knowledge', 'settings'],
  'trial.show': ['trials', 'cases', 'phenotype', 'findings', 'candidates', 'rankings', 'knowledge', 'settings'],
  'trial.news': ['trials', 'cases', 'candidates', 'findings', 'knowledge'],
  'trial.search': ['trials'],
  'trial.places': ['trials'],
  'trial.fetchPreview': ['settings', 'knowledge'],
  'history.list': ['history'],
  'term.search': ['knowledge'],
  'term.show': ['knowledge'],
  'term.extract': ['knowledge'],
  'term.choices': ['knowledge'],
  'term.systems': ['knowledge'],
  'term.check': ['phenotype', 'knowledge'],
  'gene.search': ['knowledge'],
  'gene.resolve': ['knowledge'],
  'ranking.rank': ['cases', 'phenotype', 'findings', 'family', 'candidates', 'knowledge'],
  'ranking.explain': ['cases', 'phenotype', 'findings', 'family', 'candidates', 'knowledge'],
  'ranking.modes': ['cases', 'family'],
  'advice.questions': ['cases', 'phenotype', 'findings', 'knowledge'],
  'advice.pair': ['cases', 'phenotype', 'findings', 'knowledge'],
  'advice.decisive': ['cases', 'phenotype', 'findings', 'knowledge'],
  'reanalysis.list': ['cases', 'rankings', 'knowledge', 'settings'],
  'reanalysis.show': ['cases', 'rankings', 'knowledge', 'settings'],
  'knowledge.list': ['knowledge'],
  'knowledge.verify': [],
} as const satisfies Readonly<Record<QueryName, readonly Topic[]>>;

export function dependsOn(queryName: unknown, changed: readonly Topic[]): boolean {
  const known: Readonly<Record<string, readonly Topic[]>> = topicsOfQuery;
  if (typeof queryName !== 'string' || !Object.hasOwn(known, queryName)) return false;
  return known[queryName]?.some((topic) => changed.includes(topic)) ?? false;
}
