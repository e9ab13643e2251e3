import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { Finding } from '#shared/casefile/finding.ts';

type Gene = NonNullable<Finding['gene']>;

/**
 * The findings with each gene called as the diseases of the release call it, so that a variant reported under a former symbol counts for
 * its diseases, and two variants of one gene are seen as such. Without a nomenclature in the release only the case of letters is righted.
 */
export function callGenesAsRelease(findings: readonly Finding[], knowledge: KnowledgeFile): readonly Finding[] {
  return findings.map((finding) => (finding.gene === null ? finding : { ...finding, gene: { ...finding.gene, symbol: symbolInRelease(finding.gene, knowledge) } }));
}

/** What the diseases call it; where none has it, its present symbol; where its name is unknown or may mean several genes, as it stands. */
function symbolInRelease({ symbol, hgncId }: Gene, knowledge: KnowledgeFile): string {
  const byId = hgncId === null ? null : knowledge.resolveGene(hgncId);
  const meaning = byId?.kind === 'found' ? byId : knowledge.resolveGene(symbol);
  return meaning.kind === 'found' ? (symbolsOf(knowledge).get(identityOf(meaning.gene)) ?? meaning.gene.symbol) : symbol;
}

/** By gene, what the ranked diseases call it: the nomenclature may be older or newer than they are. */
function symbolsOf(knowledge: KnowledgeFile): ReadonlyMap<string, string> {
  const known = symbols.get(knowledge);
  if (known !== undefined) return known;
  const used = new Map<string, string>();
  for (const symbol of new Set(knowledge.rankingIndex().diseases.flatMap(({ genes }) => genes))) {
    const meaning = knowledge.resolveGene(symbol);
    if (meaning.kind !== 'found') continue;
    const gene = identityOf(meaning.gene);
    if (!used.has(gene)) used.set(gene, symbol);
  }
  symbols.set(knowledge, used);
  return used;
}

const identityOf = ({ hgncId, symbol }: { readonly hgncId: string | null; readonly symbol: string }): string => hgncId ?? symbol;

/** Read once a release, when a case first has a gene. */
const symbols = new WeakMap<KnowledgeFile, ReadonlyMap<string, string>>();
