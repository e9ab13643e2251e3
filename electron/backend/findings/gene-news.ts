import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import { carriersOf } from '#electron/backend/findings/watched-findings.ts';
import { findingName, type Finding } from '#shared/casefile/finding.ts';
import type { GeneNews } from '#shared/contract/finding-procedures.ts';
import { compareGeneDiseases, diseasesInBoth, type GeneDisease, type GeneDiseaseChange, type GeneDiseases } from '#shared/disease/gene-diseases.ts';

/** The release in use beside the one that was installed last before it. */
interface ReleasePair {
  readonly older: string;
  readonly newer: KnowledgeFile;
  readonly newerInstalledAt: string;
  readonly before: GeneDiseases;
  readonly after: GeneDiseases;
}

/** What the release in use changed of the genes in which something was found, finding by finding; empty where there is no earlier release to compare it with. */
export function geneNews(context: BackendContext): readonly GeneNews[] {
  const pair = pairInUse(context);
  if (pair === null) return [];
  const { findings, people, cases } = context.vault.repositories();
  return findings.all().flatMap((finding): readonly GeneNews[] => {
    const { caseId, id: findingId, version, gene } = finding;
    const change = gene === null || !isOpen(finding, pair) ? null : changeOfGene(gene, pair);
    if (gene === null || change === null) return [];
    const reference = cases.find(caseId)?.reference ?? '';
    return [{ caseId, reference, findingId, version, name: findingName(finding), gene: gene.symbol, classification: finding.classifications.at(-1)?.classification ?? null, olderRelease: pair.older, newerRelease: pair.newer.release.name, ...inWords(change, pair.newer), carriers: carriersOf(finding, people.find) }];
  });
}

/** Known before the release came, not benign, and not weighed since. */
function isOpen({ createdAt, classifications, geneWeighedIn }: Finding, { newer, newerInstalledAt }: ReleasePair): boolean {
  const last = classifications.at(-1);
  const isBenign = last?.classification === 'benign' || last?.classification === 'likely-benign';
  return !isBenign && geneWeighedIn !== newer.release.name && createdAt < newerInstalledAt && (last === undefined || last.at < newerInstalledAt);
}

/** The diseases of a release in use are read once. */
const known = new WeakMap<KnowledgeFile, ReleasePair | null>();

function pairInUse({ knowledge }: BackendContext): ReleasePair | null {
  const newer = knowledge.active();
  if (newer === null) return null;
  const found = known.get(newer);
  if (found !== undefined) return found;
  const pair = readPair(newer, knowledge);
  known.set(newer, pair);
  return pair;
}

function readPair(newer: KnowledgeFile, knowledge: BackendContext['knowledge']): ReleasePair | null {
  const releases = knowledge.list();
  const newerInstalledAt = releases.find(({ isActive }) => isActive)?.installedAt ?? null;
  if (newerInstalledAt === null) return null;
  const installed = releases.flatMap(({ name, installedAt, isActive }) => (isActive || installedAt === null || installedAt >= newerInstalledAt ? [] : [{ name, installedAt }]));
  const before = installed.toSorted((one, other) => other.installedAt.localeCompare(one.installedAt))[0];
  const opened = before === undefined ? null : knowledge.open(before.name);
  if (before === undefined || opened?.ok !== true) return null;
  try {
    return { older: before.name, newer, newerInstalledAt, before: opened.value.diseasesOfGenes(), after: newer.diseasesOfGenes() };
  } finally {
    opened.value.close();
  }
}

function changeOfGene({ symbol, hgncId }: NonNullable<Finding['gene']>, { newer, before, after }: ReleasePair): GeneDiseaseChange | null {
  const meaning = newer.resolveGene(hgncId ?? symbol);
  const called = meaning.kind === 'found' && !after.has(symbol.toUpperCase()) ? meaning.gene.symbol : symbol;
  const both = diseasesInBoth(called, before, after, (id) => newer.resolve(id)?.id ?? id);
  return compareGeneDiseases(both.before, both.after);
}

function inWords(change: GeneDiseaseChange, { resolve }: KnowledgeFile): Pick<GeneNews, 'gained' | 'lost' | 'inheritance'> {
  const labels = (ids: readonly string[]): readonly string[] => [...new Set(ids)].map((id) => resolve(id)?.label ?? id).toSorted();
  const named = ({ id, name, inheritanceIds }: GeneDisease) => ({ id, name, inheritance: labels(inheritanceIds) });
  return { gained: change.gained.map(named), lost: change.lost.map(named), inheritance: change.inheritance.map(({ disease, before }) => ({ ...named(disease), before: labels(before) })) };
}
