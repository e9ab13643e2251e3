import { type Disease, type DiseaseAnnotation } from '#shared/disease/disease.ts';
import { type Ontology } from '#shared/ontology/term.ts';
import { ownAnnotations } from '#shared/disease/join-orphanet.ts';
import { isStatedAbsent, pooledFrequency } from '#shared/ranking/annotation-frequency.ts';
import { type ModelParameters, modelParameters } from '#shared/ranking/model-parameters.ts';
import { linkDisorders } from '#shared/ranking/link-disorders.ts';
import { type AnnotatedTerms, listSources, nearestDiseases, profileOf } from '#shared/ranking/disease-profiles.ts';
import { at, coordinateScale, type IndexedDisease, type RankingIndex, termNumber } from '#shared/ranking/ranking-index.ts';

/** HP:0000118 Phenotypic abnormality: only what lies below it is a finding. */
const phenotypeRoot = 'HP:0000118';

/** A source that says both "has" and "has not" is believed in the second only where the feature is rarer than this. */
const contradictedFrequency = 0.5;

/**
 * Compiles a release for ranking. Diseases without a usable annotation are left out. Where the knowledge holds OMIM diseases
 * only those are ranked, because Orphanet's and DECIPHER's entries repeat most of them under another id; without any OMIM
 * disease all are.
 */
export function buildRankingIndex(ontology: Ontology, diseases: readonly Disease[], parameters: ModelParameters = modelParameters): RankingIndex {
  const graph = buildGraph(ontology);
  const readAll = (chosen: readonly Disease[]): readonly ReadDisease[] => chosen.map((disease) => readAnnotations(disease, graph, parameters)).filter((read) => read.terms.length > 0);
  const ranked = readAll(rankedDiseases(diseases));
  // Where Orphanet's disorders are not ranked themselves, they tell more of the diseases that they describe.
  const disorders = ranked[0]?.disease.id.startsWith('OMIM:') === true ? readAll(inOrder(diseases.filter((disease) => disease.id.startsWith('ORPHA:')))) : [];
  const informationContent = measureInformation(graph, ranked, parameters);
  const postings = buildPostings(graph, ranked, informationContent, parameters);
  return {
    ontologyVersion: ontology.version,
    termNumbers: graph.termNumbers,
    ancestorStart: graph.ancestorStart,
    ancestors: sortAncestors(graph, informationContent),
    informationContent,
    ...postings,
    ...flatten('annotation', ranked.map((read) => read.terms)),
    annotationFrequency: Float32Array.from(ranked.flatMap((read) => read.frequencies)),
    ...flatten('absent', ranked.map((read) => read.absentTerms)),
    totalWeight: Float64Array.from(ranked, sumOfWeights),
    ...buildSurroundings(graph, ranked, disorders, informationContent),
    ...describeSources(graph, ranked, informationContent),
    ...describeDisorders(graph, disorders, informationContent, parameters),
    diseases: ranked.map((read) => read.disease),
  };
}

interface TermGraph {
  readonly termNumbers: Uint32Array;
  readonly positions: ReadonlyMap<string, number>;
  readonly ancestorStart: Uint32Array;
  readonly ancestors: Uint32Array;
}

interface ReadDisease {
  readonly disease: IndexedDisease;
  readonly terms: readonly number[];
  readonly frequencies: readonly number[];
  readonly weights: readonly number[];
  readonly absentTerms: readonly number[];
  /** What each of its sources says on its own. */
  readonly sources: readonly AnnotatedTerms[];
  /** The disorder that Orphanet itself calls the same. */
  readonly orphanetId: string | null;
}

function rankedDiseases(diseases: readonly Disease[]): readonly Disease[] {
  const omim = diseases.filter((disease) => disease.id.startsWith('OMIM:'));
  return inOrder(omim.length > 0 ? omim : diseases);
}

const inOrder = (diseases: readonly Disease[]): readonly Disease[] => [...diseases].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

function buildGraph(ontology: Ontology): TermGraph {
  const parentsOf = new Map(ontology.terms.map((term) => [term.id, term.parents]));
  const closures = new Map<string, ReadonlySet<string>>();
  const hasRoot = parentsOf.has(phenotypeRoot);
  const isFinding = (id: string): boolean => termNumber(id) >= 0 && (!hasRoot || closure(id, parentsOf, closures).has(phenotypeRoot));
  const ids = [...parentsOf.keys()].filter(isFinding).sort();
  const positions = new Map(ids.map((id, position) => [id, position]));
  const lists = ids.map((id) => [...closure(id, parentsOf, closures)].flatMap((ancestor) => positions.get(ancestor) ?? []).sort((a, b) => a - b));
  const { ancestorStart, ancestorTerm } = flatten('ancestor', lists);
  return { termNumbers: Uint32Array.from(ids, termNumber), positions, ancestorStart, ancestors: ancestorTerm };
}

/** The term and all its ancestors. A cycle, which no ontology should hold, ends at the term first met. */
function closure(id: string, parentsOf: ReadonlyMap<string, readonly string[]>, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = known.get(id);
  if (found !== undefined) return found;
  const all = new Set([id]);
  known.set(id, all);
  for (const parent of parentsOf.get(id) ?? []) for (const ancestor of closure(parent, parentsOf, known)) all.add(ancestor);
  return all;
}

function readAnnotations(disease: Disease, graph: TermGraph, parameters: ModelParameters): ReadDisease {
  const present = new Map<number, DiseaseAnnotation[]>();
  const absentTerms = new Set<number>();
  const annotations = ownAnnotations(disease);
  for (const annotation of annotations) {
    const position = graph.positions.get(annotation.termId);
    if (position === undefined) continue;
    if (isStatedAbsent(annotation)) absentTerms.add(position);
    if (annotation.isNegated || isZero(annotation)) continue;
    const same = present.get(position);
    if (same === undefined) present.set(position, [annotation]);
    else same.push(annotation);
  }
  const terms = [...present.keys()].sort((a, b) => a - b);
  const frequencies = terms.map((term) => pooledFrequency((present.get(term) ?? []).map((annotation) => annotation.frequency), parameters));
  return {
    disease: {
      id: disease.id,
      name: disease.name,
      genes: [...new Set(disease.genes.map((gene) => gene.symbol))],
      inheritanceIds: disease.inheritanceIds,
      paperCount: new Set(annotations.flatMap((annotation) => annotation.references.filter((reference) => reference.startsWith('PMID:')))).size,
      countedShare: annotations.filter((annotation) => annotation.frequency.kind === 'counts').length / Math.max(1, annotations.length),
    },
    orphanetId: disease.orphanet?.id ?? null,
    terms,
    frequencies,
    sources: listSources([...present].flatMap(([term, annotations]) => annotations.map(({ frequency, references }) => ({ term, frequency, references }))), parameters),
    weights: frequencies.map((frequency) => frequency ** parameters.weightExponent),
    absentTerms: [...absentTerms].filter((term) => !terms.includes(term) || (frequencies[terms.indexOf(term)] ?? 1) < contradictedFrequency).sort((a, b) => a - b),
  };
}

/** Stated as 0 % without counted patients: no annotation at all. (0 of n counted ones still leave room for a rare feature.) */
function isZero({ frequency }: DiseaseAnnotation): boolean {
  return (frequency.kind === 'percent' && frequency.percent === 0) || (frequency.kind === 'class' && frequency.termId === 'HP:0040285');
}

/**
 * Information content of every term.
 * Formula: IC(a) = −ln Q(a), Q(a) = Σ q(t) over the descendants t of a (a included) / Σ q(t) over all terms, q(t) = Σ_D w + backgroundMass.
 * Units: nats. Source: P. Resnik 1995, DOI 10.48550/arXiv.cmp-lg/9511007, with frequency-weighted annotations and an additive background.
 */
function measureInformation(graph: TermGraph, ranked: readonly ReadDisease[], parameters: ModelParameters): Float64Array {
  const count = graph.termNumbers.length;
  const own = new Float64Array(count).fill(parameters.backgroundMass);
  for (const read of ranked) read.terms.forEach((term, i) => (own[term] = at(own, term) + at(read.weights, i)));
  const below = new Float64Array(count);
  let total = 0;
  for (let term = 0; term < count; term += 1) {
    total += at(own, term);
    forEachAncestor(graph, term, (ancestor) => (below[ancestor] = at(below, ancestor) + at(own, term)));
  }
  return below.map((mass) => Math.max(0, -Math.log(mass / total)));
}

/** Puts the ancestors of every term in ascending order of information content, so that a walk meets the most telling one last. */
function sortAncestors(graph: TermGraph, informationContent: Float64Array): Uint32Array {
  const sorted = graph.ancestors.slice();
  for (let term = 0; term < graph.termNumbers.length; term += 1) {
    sorted.subarray(at(graph.ancestorStart, term), at(graph.ancestorStart, term + 1)).sort((a, b) => at(informationContent, a) - at(informationContent, b) || a - b);
  }
  return sorted;
}

/** Spreads every annotation over its ancestors by the kernel π(a|d) ∝ exp(−decay (IC(d) − IC(a))) and turns the result round, by term. */
function buildPostings(graph: TermGraph, ranked: readonly ReadDisease[], informationContent: Float64Array, parameters: ModelParameters) {
  const count = graph.termNumbers.length;
  const rarity = informationContent.map((information) => Math.exp(parameters.rarityExponent * information));
  const norms = kernelNorms(graph, informationContent, parameters);
  const byTerm: { disease: number[]; mass: number[]; frequency: number[] }[] = Array.from({ length: count }, () => ({ disease: [], mass: [], frequency: [] }));
  const meanFrequency = new Float64Array(count);
  // One entry a term, cleaned after each disease: much cheaper than a map, and this is most of the work of compiling.
  const mass = new Float64Array(count);
  const frequency = new Float64Array(count);
  ranked.forEach((read, disease) => {
    const touched: number[] = [];
    read.terms.forEach((term, i) => {
      const weight = at(read.weights, i) / at(norms, term);
      const own = at(read.frequencies, i);
      forEachAncestor(graph, term, (ancestor) => {
        if (mass[ancestor] === 0 && frequency[ancestor] === 0) touched.push(ancestor);
        const share = Math.exp(-parameters.kernelDecay * ((informationContent[term] as number) - (informationContent[ancestor] as number)));
        mass[ancestor] = (mass[ancestor] as number) + weight * share;
        if (own > (frequency[ancestor] as number)) frequency[ancestor] = own;
      });
    });
    for (const term of new Set(touched)) {
      const list = byTerm[term];
      if (list === undefined) continue;
      list.disease.push(disease);
      list.mass.push((mass[term] as number) * (rarity[term] as number));
      list.frequency.push(frequency[term] as number);
      meanFrequency[term] = (meanFrequency[term] as number) + (frequency[term] as number) / ranked.length;
      mass[term] = 0;
      frequency[term] = 0;
    }
  });
  const { postingStart, postingTerm } = flatten('posting', byTerm.map((list) => list.disease));
  return {
    meanFrequency,
    postingStart,
    postingDisease: postingTerm,
    postingMass: Float32Array.from(byTerm.flatMap((list) => list.mass)),
    postingFrequency: Float32Array.from(byTerm.flatMap((list) => list.frequency)),
  };
}

/** The diseases most like each one, and the disorder of Orphanet that describes it. */
function buildSurroundings(graph: TermGraph, ranked: readonly ReadDisease[], disorders: readonly ReadDisease[], informationContent: Float64Array) {
  const ancestorsOf = (term: number): Uint32Array => graph.ancestors.subarray(at(graph.ancestorStart, term), at(graph.ancestorStart, term + 1));
  const linkable = (read: ReadDisease) => ({ id: read.disease.id, sameAs: read.orphanetId, name: read.disease.name, genes: read.disease.genes, profile: profileOf(read, ancestorsOf, informationContent) });
  const diseases = ranked.map(linkable);
  const termCount = graph.termNumbers.length;
  const { neighbourStart, neighbourTerm } = flatten('neighbour', nearestDiseases(diseases.map(({ profile }) => profile), diseases.map(({ genes }) => genes), termCount));
  return { neighbourStart, neighbourDisease: neighbourTerm, disorderOfDisease: linkDisorders(diseases, disorders.map(linkable), termCount) };
}

function describeSources(graph: TermGraph, ranked: readonly ReadDisease[], informationContent: Float64Array) {
  const ancestorsOf = (term: number): Uint32Array => graph.ancestors.subarray(at(graph.ancestorStart, term), at(graph.ancestorStart, term + 1));
  const profiles = ranked.flatMap((read) => read.sources.map((source) => [...profileOf(source, ancestorsOf, informationContent)]));
  const { sourceStart } = flatten('source', ranked.map((read) => read.sources.map(() => 0)));
  const { sourceProfileStart, sourceProfileTerm } = flatten('sourceProfile', profiles.map((profile) => profile.map(([term]) => term)));
  return {
    sourceStart,
    sourceProfileStart,
    sourceProfileTerm: Uint16Array.from(sourceProfileTerm),
    sourceProfileCoordinate: Uint16Array.from(profiles.flatMap((profile) => profile.map(([, coordinate]) => Math.round(coordinate * coordinateScale)))),
  };
}

/** As the postings, but by disorder, since only a few of them are looked at in a case, and against the background of the disorders: Orphanet describes in its own manner. */
function describeDisorders(graph: TermGraph, disorders: readonly ReadDisease[], informationContent: Float64Array, parameters: ModelParameters) {
  const own = measureInformation(graph, disorders, parameters);
  const norms = kernelNorms(graph, own, parameters);
  const rows = disorders.map((read) => {
    const mass = new Map<number, number>();
    read.terms.forEach((term, i) => {
      const weight = at(read.weights, i) / at(norms, term);
      forEachAncestor(graph, term, (ancestor) => {
        const share = Math.exp(-parameters.kernelDecay * (at(own, term) - at(own, ancestor)) + parameters.rarityExponent * at(own, ancestor));
        mass.set(ancestor, (mass.get(ancestor) ?? 0) + weight * share);
      });
    });
    return [...mass].sort(([a], [b]) => at(informationContent, a) - at(informationContent, b) || a - b);
  });
  return {
    ...flatten('disorderAnnotation', disorders.map((read) => read.terms)),
    disorderAnnotationFrequency: Float32Array.from(disorders.flatMap((read) => read.frequencies)),
    ...flatten('disorderMass', rows.map((row) => row.map(([term]) => term))),
    disorderMass: Float32Array.from(rows.flatMap((row) => row.map(([, mass]) => mass))),
    disorderWeight: Float64Array.from(disorders, sumOfWeights),
    disorderIds: disorders.map((read) => read.disease.id),
  };
}

function kernelNorms(graph: TermGraph, informationContent: Float64Array, parameters: ModelParameters): Float64Array {
  return informationContent.map((own, term) => {
    let sum = 0;
    forEachAncestor(graph, term, (ancestor) => (sum += Math.exp(-parameters.kernelDecay * (own - (informationContent[ancestor] as number)))));
    return sum;
  });
}

function forEachAncestor(graph: TermGraph, term: number, visit: (ancestor: number) => void): void {
  const end = graph.ancestorStart[term + 1] as number;
  for (let i = graph.ancestorStart[term] as number; i < end; i += 1) visit(graph.ancestors[i] as number);
}

const sumOfWeights = (read: ReadDisease): number => read.weights.reduce((sum, weight) => sum + weight, 0);

/** Lays lists end to end: `<name>Start` and `<name>Term`. */
function flatten<Name extends string>(name: Name, lists: readonly (readonly number[])[]): Record<`${Name}Start` | `${Name}Term`, Uint32Array> {
  const start = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => (start[i + 1] = at(start, i) + list.length));
  const items = new Uint32Array(at(start, lists.length));
  lists.forEach((list, i) => items.set(list, at(start, i)));
  return { [`${name}Start`]: start, [`${name}Term`]: items } as Record<`${Name}Start` | `${Name}Term`, Uint32Array>;
}
