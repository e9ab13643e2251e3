import { createCosines, type DiseaseProfile } from '#shared/ranking/disease-profiles.ts';
import { at, noDisorder } from '#shared/ranking/ranking-index.ts';

/** A disease or disorder as far as linking needs it. */
export interface Linkable {
  readonly id: string;
  /** Id of the entry of the other catalogue that is known to be the same; null where nobody has said so. */
  readonly sameAs: string | null;
  readonly name: string;
  readonly genes: readonly string[];
  readonly profile: DiseaseProfile;
}

/** What speaks for a link, each between 0 and 1: likeness of the names, a gene in common, likeness of the descriptions. */
const geneWeight = 0.7;
const profileWeight = 0.6;
/** Below either, two entries are not taken to be about the same; found against Orphanet's own exact references (NOTEBOOK.md). */
const leastLink = 0.8;
const leastNameLikeness = 0.3;
/** Words that say nothing about which disease is meant. */
const emptyWords = new Set('type disease syndrome disorder with without and or of the due to in a x linked autosomal dominant recessive'.split(' '));

/**
 * For each disease the disorder of another catalogue that is most probably the same or holds it, or `noDisorder`.
 * Formula: cosine of the names' words weighted by ln(entries / entries with the word) + 0.7 / √(genes of the disorder) where one is
 * shared + 0.6 · cosine of the profiles; the best from 0.8, among those with a gene in common or names alike from 0.3. What a catalogue itself says goes before all that.
 * Limits: of the diseases with an exact reference in Orphanet's own data, 84 of 100 are linked to just that disorder.
 */
export function linkDisorders(diseases: readonly Linkable[], disorders: readonly Linkable[], termCount: number): Uint32Array {
  const nameLikeness = createNameLikeness(diseases, disorders);
  const profileLikeness = createCosines(disorders.map((disorder) => disorder.profile), termCount);
  const disordersOf = new Map<string, number[]>();
  disorders.forEach(({ genes }, disorder) => {
    for (const gene of genes) disordersOf.set(gene, [...(disordersOf.get(gene) ?? []), disorder]);
  });
  const positions = new Map(disorders.map(({ id }, position) => [id, position]));
  return Uint32Array.from(diseases, (disease, position) => {
    const stated = disease.sameAs === null ? undefined : positions.get(disease.sameAs);
    if (stated !== undefined) return stated;
    const names = nameLikeness(position);
    const likeness = profileLikeness(disease.profile);
    const sharing = new Set(disease.genes.flatMap((gene) => disordersOf.get(gene) ?? []));
    const candidates = new Set([...sharing, ...[...names].flatMap(([disorder, alike]) => (alike >= leastNameLikeness ? [disorder] : []))]);
    let best = noDisorder;
    let highest = leastLink;
    for (const disorder of [...candidates].sort((a, b) => a - b)) {
      const gene = sharing.has(disorder) ? geneWeight / Math.sqrt(disorders[disorder]?.genes.length ?? 1) : 0;
      const score = (names.get(disorder) ?? 0) + gene + profileWeight * at(likeness, disorder);
      if (score <= highest) continue;
      best = disorder;
      highest = score;
    }
    return best;
  });
}

/** Cosine of the words of a disease's name with those of each disorder that shares one. */
function createNameLikeness(diseases: readonly Linkable[], disorders: readonly Linkable[]): (disease: number) => ReadonlyMap<number, number> {
  const own = diseases.map(({ name }) => wordsOf(name));
  const others = disorders.map(({ name }) => wordsOf(name));
  const holders = new Map<string, number>();
  for (const words of [...own, ...others]) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (word: string): number => Math.log((own.length + others.length) / (holders.get(word) ?? 1)) ** 2;
  const lengthOf = (words: ReadonlySet<string>): number => Math.sqrt([...words].reduce((sum, word) => sum + rarity(word), 0)) || 1;
  const lengths = others.map(lengthOf);
  const byWord = new Map<string, number[]>();
  others.forEach((words, disorder) => {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), disorder]);
  });
  return (disease) => {
    const words = own[disease] ?? new Set<string>();
    const length = lengthOf(words);
    const likeness = new Map<number, number>();
    for (const word of words) for (const disorder of byWord.get(word) ?? []) likeness.set(disorder, (likeness.get(disorder) ?? 0) + rarity(word) / length / (lengths[disorder] ?? 1));
    return likeness;
  };
}

function wordsOf(name: string): ReadonlySet<string> {
  const plain = (name.split(';')[0] ?? '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return new Set(plain.split(/[^a-z0-9]+/).filter((word) => word !== '' && !emptyWords.has(word)));
}
