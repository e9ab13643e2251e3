/** A disease as far as a gene brings it. */
export interface GeneDisease {
  readonly id: string;
  readonly name: string;
  /** HPO terms of the inheritance branch. */
  readonly inheritanceIds: readonly string[];
}

/** The diseases of every gene of a release: by its symbol in capitals, and by its id where the source has one. */
export type GeneDiseases = ReadonlyMap<string, { readonly geneId: string | null; readonly diseases: readonly GeneDisease[] }>;

/** Those of one gene in two releases: its id outlives a change of its symbol. `liveId` says what stands for a term now: one that was merged into another meanwhile means the same. */
export function diseasesInBoth(symbol: string, before: GeneDiseases, after: GeneDiseases, liveId: (termId: string) => string): { readonly before: readonly GeneDisease[]; readonly after: readonly GeneDisease[] } {
  const folded = symbol.toUpperCase();
  const geneId = after.get(folded)?.geneId ?? before.get(folded)?.geneId ?? folded;
  const of = (diseases: GeneDiseases): readonly GeneDisease[] => (diseases.get(geneId) ?? diseases.get(folded))?.diseases ?? [];
  return { before: of(before).map((disease) => ({ ...disease, inheritanceIds: disease.inheritanceIds.map(liveId) })), after: of(after) };
}

export interface GeneDiseaseChange {
  readonly gained: readonly GeneDisease[];
  readonly lost: readonly GeneDisease[];
  /** Those of both whose inheritance is another now. */
  readonly inheritance: readonly { readonly disease: GeneDisease; readonly before: readonly string[] }[];
}

/** What is different in the diseases of one gene; null where nothing is. */
export function compareGeneDiseases(before: readonly GeneDisease[], after: readonly GeneDisease[]): GeneDiseaseChange | null {
  const old = new Map(before.map((disease) => [disease.id, disease]));
  const kept = new Set(after.map(({ id }) => id));
  const gained = after.filter(({ id }) => !old.has(id));
  const lost = before.filter(({ id }) => !kept.has(id));
  const inheritance = after.flatMap((disease) => {
    const was = old.get(disease.id);
    return was === undefined || spelled(was) === spelled(disease) ? [] : [{ disease, before: was.inheritanceIds }];
  });
  return gained.length + lost.length + inheritance.length === 0 ? null : { gained, lost, inheritance };
}

const spelled = ({ inheritanceIds }: GeneDisease): string => [...new Set(inheritanceIds)].sort().join();
