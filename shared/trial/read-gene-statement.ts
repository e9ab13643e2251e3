import { anyOf, open, settled, type Holding, type StatementReader } from '#shared/trial/statement.ts';
import type { PatientVariant } from '#shared/trial/trial-patient.ts';

/** Words that a statement about a variant may hold besides the gene; with any other it is about more. */
const plainWords: ReadonlySet<string> = new Set([
  ...['a', 'an', 'the', 'in', 'of', 'within', 'affecting', 'at', 'least', 'one', 'with', 'who', 'have', 'has', 'having', 'had', 'carry', 'carries', 'carrying', 'harboring', 'harbouring', 'presence', 'evidence', 'identified', 'patient', 'patients', 'participant', 'participants'],
  ...['subject', 'subjects', 'individual', 'individuals', 'must', 'be', 'is', 'are', 'confirmed', 'documented', 'known', 'established', 'proven', 'genetically', 'molecularly', 'genetic', 'molecular', 'germline', 'gene', 'genes', 'by', 'testing', 'test', 'sequencing', 'confirmation'],
]);
const nouns: ReadonlySet<string> = new Set(['variant', 'variants', 'mutation', 'mutations']);
const causing: ReadonlySet<string> = new Set(['pathogenic', 'causative', 'disease-causing', 'deleterious', 'pathogenic/likely', 'likely', 'probably']);
const bothCopies: ReadonlySet<string> = new Set(['biallelic', 'bi-allelic', 'two', 'recessive']);
const zygosityWords: ReadonlySet<string> = new Set(['heterozygous', 'homozygous', 'hemizygous', 'compound']);
const joining: ReadonlySet<string> = new Set(['or', 'and/or', '/']);

interface GeneStatement {
  readonly genes: readonly string[];
  readonly words: ReadonlySet<string>;
}

/** `Confirmed pathogenic variant in SHANK3`, `biallelic mutations in the ATM gene`: a variant of certain genes and nothing else. */
export const readGeneStatement: StatementReader = (statement, { patient }) => {
  const read = parse(statement);
  if (read === null) return null;
  return anyOf(read.genes.map((gene) => judgeGene(gene, read.words, patient.variants.filter((variant) => variant.gene.toUpperCase() === gene.toUpperCase()))));
};

function parse(statement: string): GeneStatement | null {
  const words = new Set<string>();
  const genes: string[] = [];
  let hasNoun = false;
  for (const raw of statement.replace(/[,()]/g, ' ').split(/\s+/).filter((word) => word !== '')) {
    const word = raw.toLowerCase();
    if (isGeneSymbol(raw)) genes.push(raw);
    else if (nouns.has(word)) hasNoun = true;
    else if (plainWords.has(word) || causing.has(word) || bothCopies.has(word) || zygosityWords.has(word) || joining.has(word)) words.add(word);
    else return null;
  }
  if (!hasNoun || genes.length === 0) return null;
  // "Variants in A and B" may ask for both; only a list with "or" is plainly one of them.
  return genes.length === 1 || words.has('or') || words.has('and/or') ? { genes, words } : null;
}

/** As the HGNC writes symbols: capitals and digits, at times with a dash or `orf`. */
const isGeneSymbol = (word: string): boolean => /^(?:[A-Z][A-Z0-9]{1,9}(?:-[A-Z0-9]{1,5})?|C\d{1,2}orf\d{1,4})$/.test(word) && !['DNA', 'RNA', 'OR', 'AND', 'WES', 'WGS', 'CMA', 'NGS', 'PCR', 'CLIA', 'HIV'].includes(word);

function judgeGene(gene: string, words: ReadonlySet<string>, variants: readonly PatientVariant[]): Holding {
  if (variants.length === 0) return open(`No variant of ${gene} is recorded.`);
  const has = (list: ReadonlySet<string>): boolean => [...words].some((word) => list.has(word));
  const takesLikely = !has(causing) || words.has('likely') || words.has('pathogenic/likely') || words.has('probably');
  const counting = variants.filter(({ classification }) => classification === 'pathogenic' || (takesLikely && classification === 'likely-pathogenic'));
  const fact = (counting.length > 0 ? counting : variants).map(variantText).join(' ');
  if (counting.length === 0) return open(fact);
  return fitsCopies(words, counting) ? settled(true, fact) : open(fact);
}

function fitsCopies(words: ReadonlySet<string>, variants: readonly PatientVariant[]): boolean {
  const isHomozygous = variants.some(({ zygosity }) => zygosity === 'homozygous');
  const isCompound = variants.filter(({ isInTrans }) => isInTrans).length >= 2;
  // "One variant" may mean a carrier; "at least one" does not.
  if (words.has('one') && !words.has('least')) return variants.length === 1 && !isHomozygous;
  const allowed = [
    ...(words.has('homozygous') ? [isHomozygous] : []),
    ...(words.has('compound') ? [isCompound] : []),
    ...(words.has('heterozygous') && !words.has('compound') ? [variants.some(({ zygosity }) => zygosity === 'heterozygous') && !isCompound] : []),
    ...(words.has('hemizygous') ? [variants.some(({ zygosity }) => zygosity === 'hemizygous')] : []),
  ];
  if ([...bothCopies].some((word) => words.has(word))) return isHomozygous || isCompound;
  return allowed.length === 0 || allowed.includes(true);
}

export function variantText({ gene, name, classification, zygosity }: PatientVariant): string {
  const said = name.startsWith(gene) ? name : `${gene} ${name}`.trim();
  return `${said}: ${[classification?.replaceAll('-', ' ') ?? 'not classified', ...(zygosity === 'unknown' ? [] : [zygosity])].join(', ')}.`;
}
