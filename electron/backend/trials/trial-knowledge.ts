import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { PatientDisease, TrialVocabulary } from '#shared/trial/trial-patient.ts';

/** What matching asks of a release. Made once for each, and keeps the ancestors that were asked for. */
export interface TrialKnowledge extends TrialVocabulary {
  /** Label and exact synonyms of a finding. */
  readonly namesOf: (termId: string) => readonly string[];
}

const known = new WeakMap<KnowledgeFile, TrialKnowledge>();

export function trialKnowledgeOf(knowledge: KnowledgeFile): TrialKnowledge {
  const present = known.get(knowledge);
  if (present !== undefined) return present;
  const made = makeKnowledge(knowledge);
  known.set(knowledge, made);
  return made;
}

function makeKnowledge(knowledge: KnowledgeFile): TrialKnowledge {
  const ancestors = new Map<string, ReadonlySet<string>>();
  const above = (termId: string): ReadonlySet<string> => {
    const present = ancestors.get(termId);
    if (present !== undefined) return present;
    const resolved = knowledge.resolve(termId)?.id ?? termId;
    const found = new Set([termId, resolved, ...knowledge.ancestors(resolved)]);
    ancestors.set(termId, found);
    return found;
  };
  return {
    findTerm: knowledge.findingNamed,
    isSameOrBelow: (termId, ancestorId) => above(termId).has(ancestorId),
    namesOf: (termId) => {
      const term = knowledge.term(knowledge.resolve(termId)?.id ?? termId);
      return term === null ? [] : [term.label, ...term.synonyms.filter(({ scope }) => scope === 'exact').map(({ text }) => text)];
    },
  };
}

/** A disease with the names and genes that the release has for it. */
export function patientDisease(knowledge: KnowledgeFile, { id, name, standing, probability }: Omit<PatientDisease, 'names' | 'genes'>): PatientDisease {
  const disease = knowledge.disease(id);
  const names = [name, disease?.name ?? ''].filter((one) => one !== '');
  return { id, name: name || disease?.name || id, standing, probability, names: [...new Set(names)], genes: (disease?.genes ?? []).filter(({ association }) => association !== 'polygenic').map(({ symbol }) => symbol) };
}
