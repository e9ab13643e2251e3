import type { Disease, DiseaseAnnotation } from '#shared/disease/disease.ts';
import type { OrphanetDisorder } from '#shared/disease/orphanet-packets.ts';

/**
 * Joins what Orphanet says of a disorder to the OMIM entry that it calls the same: its annotations of terms that the entry does not have
 * (each with the disorder as its source), and inheritance and onset where the entry states none. Disorders that the annotations lack are
 * added as diseases of their own; those that they have stay as they are there, so that nothing counts twice.
 */
export function joinOrphanet(diseases: readonly Disease[], disorders: readonly OrphanetDisorder[]): readonly Disease[] {
  if (disorders.length === 0) return diseases;
  const known = new Set(diseases.map((disease) => disease.id));
  const sameAs = sameDisorders(disorders, known);
  const joined = diseases.map((disease) => {
    const disorder = sameAs.get(disease.id);
    return disorder === undefined ? disease : joinOne(disease, disorder);
  });
  const added = disorders.filter((disorder) => !known.has(disorder.id) && disorder.annotations.length > 0).map(asDisease);
  return [...joined, ...added];
}

/** A disease without what was joined to it: the ranking reads that with Orphanet's disorder, so that nothing counts twice. */
export function ownAnnotations({ id, annotations, orphanet }: Disease): readonly DiseaseAnnotation[] {
  if (orphanet === undefined || orphanet.id === id) return annotations;
  return annotations.filter(({ references }) => references.length !== 1 || references[0] !== orphanet.id);
}

/** Where several disorders claim one entry: one that has annotations, then the first. */
function sameDisorders(disorders: readonly OrphanetDisorder[], known: ReadonlySet<string>): ReadonlyMap<string, OrphanetDisorder> {
  const sameAs = new Map<string, OrphanetDisorder>();
  for (const disorder of disorders) {
    for (const id of disorder.sameAs) {
      const other = sameAs.get(id);
      if (known.has(id) && (other === undefined || (other.annotations.length === 0 && disorder.annotations.length > 0))) sameAs.set(id, disorder);
    }
  }
  return sameAs;
}

function joinOne(disease: Disease, disorder: OrphanetDisorder): Disease {
  const own = new Set(disease.annotations.map((annotation) => annotation.termId));
  return {
    ...disease,
    annotations: [...disease.annotations, ...annotationsOf(disorder).filter((annotation) => !own.has(annotation.termId))],
    inheritanceIds: disease.inheritanceIds.length > 0 ? disease.inheritanceIds : disorder.inheritanceIds,
    courseIds: disease.courseIds.length > 0 ? disease.courseIds : disorder.courseIds,
    orphanet: { id: disorder.id, prevalence: disorder.prevalence },
  };
}

function asDisease(disorder: OrphanetDisorder): Disease {
  const { id, name, inheritanceIds, courseIds, prevalence } = disorder;
  return { id, name, annotations: annotationsOf(disorder), inheritanceIds, courseIds, genes: [], orphanet: { id, prevalence } };
}

function annotationsOf({ id, annotations }: OrphanetDisorder): DiseaseAnnotation[] {
  return annotations.map(({ termId, frequency }) => ({ termId, isNegated: frequency.kind === 'class' && frequency.termId === 'HP:0040285', frequency, references: [id], evidence: 'TAS', onsetTermId: null, sex: null, modifierIds: [] }));
}
