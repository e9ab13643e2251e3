import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { StoredProfile } from '#db/search/case-profiles.ts';
import type { Repositories } from '#db/unit-of-work.ts';
import { compareProfiles, tellingInformation } from '#shared/casefile/similar-comparison.ts';
import { findSimilar, type PhenotypeProfile } from '#shared/casefile/similar-profiles.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { CaseComparison, NamedTerm, SimilarCase } from '#shared/contract/similar-procedures.ts';
import { termIdOfNumber } from '#shared/ontology/term-id.ts';
import { positionOfTerm, termIdAt } from '#shared/ranking/ranking-index.ts';

/** Terms that explain a similar case in the list. */
const explainingTerms = 6;

/** Cases whose findings are most like those of one. Without findings there is nothing to compare. Null where the case is not there. */
export function similarCases(repositories: Repositories, knowledge: KnowledgeFile, caseId: string, limit: number): OutputOf<'case.similar'> | null {
  if (repositories.cases.find(caseId) === null) return null;
  const index = knowledge.rankingIndex();
  const place = termPlaces(knowledge);
  const stored = repositories.profiles.all();
  const own = profileOf(stored.find((profile) => profile.caseId === caseId), place);
  const others = stored.filter((profile) => profile.caseId !== caseId);
  const profiles = others.map((profile) => profileOf(profile, place));
  const genes = genesOf(repositories, caseId);
  const similar = findSimilar(index, own, profiles, limit).flatMap(({ position, score }): readonly SimilarCase[] => {
    const [other, profile] = [others[position], profiles[position]];
    if (other === undefined || profile === undefined) return [];
    const { shared, sharedExcluded } = compareProfiles(index, own, profile);
    const name = namer(knowledge);
    return [
      {
        ...otherCase(repositories, other.caseId),
        score,
        shared: shared.filter(({ information }) => information >= tellingInformation).slice(0, explainingTerms).map(({ term, information, contribution }) => ({ ...name(term), information, contribution })),
        sharedExcluded: sharedExcluded.slice(0, explainingTerms).map(({ term }) => name(term)),
        genes: [...genesOf(repositories, other.caseId)].filter((gene) => genes.has(gene)),
      },
    ];
  });
  return { release: knowledge.release.name, comparedCount: others.length, observedCount: own.observed.length, similar };
}

/** Two cases side by side. Null where one is not there. */
export function compareCases(repositories: Repositories, knowledge: KnowledgeFile, caseId: string, otherId: string): CaseComparison | null {
  if (repositories.cases.find(caseId) === null || repositories.cases.find(otherId) === null) return null;
  const place = termPlaces(knowledge);
  const stored = repositories.profiles.all();
  const profile = (id: string): PhenotypeProfile => profileOf(stored.find((one) => one.caseId === id), place);
  const compared = compareProfiles(knowledge.rankingIndex(), profile(caseId), profile(otherId));
  const name = namer(knowledge);
  const [genesHere, genesThere] = [genesOf(repositories, caseId), genesOf(repositories, otherId)];
  return {
    release: knowledge.release.name,
    score: compared.score,
    here: otherCase(repositories, caseId),
    there: otherCase(repositories, otherId),
    shared: compared.shared.map(({ term, information, contribution, here, there }) => ({ ...name(term), information, contribution, here: here.map(name), there: there.map(name) })),
    sharedExcluded: compared.sharedExcluded.map(({ term, contribution }) => ({ ...name(term), contribution })),
    onlyHere: compared.onlyHere.map(name),
    onlyThere: compared.onlyThere.map(name),
    contradicted: compared.contradicted.map(({ observedIn, term, excluded }) => ({ observedIn, term: name(term), excluded: name(excluded) })),
    genes: { shared: [...genesHere].filter((gene) => genesThere.has(gene)), onlyHere: [...genesHere].filter((gene) => !genesThere.has(gene)), onlyThere: [...genesThere].filter((gene) => !genesHere.has(gene)) },
  };
}

/** Where a term, by its number, stands in the index; −1 where the release has no such phenotype. */
type TermPlace = (number: number) => number;

/** Kept with the release: ten thousand cases name the same few thousand terms. A merged term stands where its replacement does. */
function termPlaces(knowledge: KnowledgeFile): TermPlace {
  const known = places.get(knowledge) ?? new Map<number, number>();
  places.set(knowledge, known);
  const index = knowledge.rankingIndex();
  return (number) => {
    const kept = known.get(number);
    if (kept !== undefined) return kept;
    const resolved = knowledge.resolve(termIdOfNumber(number));
    const found = resolved === null ? -1 : positionOfTerm(index, resolved.id);
    known.set(number, found);
    return found;
  };
}

const places = new WeakMap<KnowledgeFile, Map<number, number>>();

function profileOf(stored: StoredProfile | undefined, place: TermPlace): PhenotypeProfile {
  const placed = (numbers: Uint32Array | undefined): readonly number[] => [...new Set(Array.from(numbers ?? [], place))].filter((position) => position >= 0);
  return { observed: placed(stored?.observed), excluded: placed(stored?.excluded) };
}

function namer(knowledge: KnowledgeFile): (term: number) => NamedTerm {
  const index = knowledge.rankingIndex();
  return (term) => {
    const termId = termIdAt(index, term);
    return { termId, label: knowledge.resolve(termId)?.label ?? termId };
  };
}

const genesOf = (repositories: Repositories, caseId: string): ReadonlySet<string> => new Set(repositories.findings.ofCase(caseId).flatMap(({ gene }) => (gene === null ? [] : [gene.symbol])));

/** By its reference alone, as the memory of findings shows other cases. */
function otherCase(repositories: Repositories, caseId: string): CaseComparison['there'] {
  const candidates = repositories.candidates.ofCase(caseId);
  const decided = candidates.find(({ state }) => state === 'confirmed') ?? candidates.find(({ state }) => state === 'working');
  return { caseId, reference: repositories.cases.find(caseId)?.reference ?? '', decided: decided === undefined ? null : { name: decided.diseaseName, state: decided.state } };
}
