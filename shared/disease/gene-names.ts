import type { Disease } from '#shared/disease/disease.ts';

/** One gene as a nomenclature lists it. */
export interface GeneRecord {
  /** `HGNC:795`. */
  readonly hgncId: string;
  readonly symbol: string;
  readonly name: string | null;
  /** `NCBIGene:472`, where the nomenclature says so. */
  readonly ncbiId: string | null;
  readonly aliases: readonly string[];
  readonly previous: readonly string[];
}

/** What a gene is called now. */
export interface GeneIdentity {
  readonly symbol: string;
  /** Null where the release has no nomenclature, or it does not know the gene. */
  readonly hgncId: string | null;
  readonly name: string | null;
  /** Diseases of the release that name this gene. */
  readonly diseaseCount: number;
}

/**
 * By which of its names a gene was found: its approved symbol, an earlier one, an alias, a symbol that only the diseases of the release
 * use, its identifier, or words of its full name.
 */
export const geneNameKinds = ['approved', 'previous', 'alias', 'diseases', 'id', 'name'] as const;
export type GeneNameKind = (typeof geneNameKinds)[number];
/** The kinds under which symbols are kept. */
export type SymbolKind = Exclude<GeneNameKind, 'id' | 'name'>;

export interface GeneMatch extends GeneIdentity {
  readonly matchedText: string;
  readonly how: GeneNameKind;
}

/** What is meant by a symbol. `others` may be meant too: an earlier symbol or alias of theirs is what one gene is called now. */
export type GeneResolution =
  | { readonly kind: 'found'; readonly gene: GeneMatch; readonly others: readonly GeneMatch[] }
  | { readonly kind: 'ambiguous'; readonly matches: readonly GeneMatch[] }
  | { readonly kind: 'unknown' };

/** A gene with all symbols under which it is found. */
export interface NamedGene extends GeneIdentity {
  readonly ncbiId: string | null;
  readonly symbols: readonly { readonly text: string; readonly kind: SymbolKind }[];
}

const longestName = 60;

/** Symbols are compared without regard to case, spaces and the kind of dash. */
export function foldGeneName(text: string): string {
  return text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, '').toUpperCase().slice(0, longestName);
}

/**
 * Decides what a symbol means from the genes that bear it. What is a gene's approved symbol means that gene; else the one gene whose
 * former symbol or alias it is. Where several genes claim it and none is called so now, nothing is guessed.
 */
export function decideGene(matches: readonly GeneMatch[]): GeneResolution {
  const perGene = oncePerGene(matches);
  const first = perGene.find((match) => match.how === 'id') ?? perGene.find((match) => match.how === 'approved') ?? (perGene.length === 1 ? perGene[0] : undefined);
  if (first !== undefined) return { kind: 'found', gene: first, others: perGene.filter((match) => match !== first) };
  return perGene.length === 0 ? { kind: 'unknown' } : { kind: 'ambiguous', matches: perGene };
}

/** The first match of each gene, in the order given. */
export function oncePerGene(matches: readonly GeneMatch[]): GeneMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ symbol, hgncId }) => {
    const key = hgncId ?? symbol;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * All genes of a release: those of the nomenclature, each with the symbols that the diseases use for it, and those that only the diseases
 * know. A gene of a disease is the one with its id; where that is unknown, the one with its symbol.
 */
export function joinGenes(records: readonly GeneRecord[], diseases: readonly Disease[]): readonly NamedGene[] {
  const byId = new Map(records.flatMap((record) => [record.hgncId, record.ncbiId].flatMap((id) => (id === null ? [] : [[id, record] as const]))));
  const bySymbol = new Map(records.map((record) => [foldGeneName(record.symbol), record]));
  const usesOf = new Map<GeneRecord, GeneUse>();
  const unlisted = new Map<string, GeneUse>();
  for (const { genes } of diseases) {
    for (const { symbol, id } of genes) {
      const record = (id === null ? undefined : byId.get(id)) ?? bySymbol.get(foldGeneName(symbol));
      if (record === undefined) countUse(unlisted, foldGeneName(symbol), symbol, id);
      else countUse(usesOf, record, symbol, id);
    }
  }
  return [...records.map((record) => nameRecord(record, usesOf.get(record))), ...[...unlisted.values()].map(nameUnlisted)];
}

/** How the diseases of a release speak of one gene. */
interface GeneUse {
  count: number;
  readonly symbols: Set<string>;
  ncbiId: string | null;
}

function countUse<Key>(uses: Map<Key, GeneUse>, key: Key, symbol: string, id: string | null): void {
  let use = uses.get(key);
  if (use === undefined) uses.set(key, (use = { count: 0, symbols: new Set(), ncbiId: null }));
  use.count++;
  use.symbols.add(symbol);
  if (id?.startsWith('NCBIGene:') === true) use.ncbiId ??= id;
}

function nameRecord(record: GeneRecord, use: GeneUse | undefined): NamedGene {
  const symbols = new Map<string, { text: string; kind: SymbolKind }>();
  const add = (text: string, kind: SymbolKind): void => {
    const key = foldGeneName(text);
    if (key !== '' && !symbols.has(key)) symbols.set(key, { text, kind });
  };
  add(record.symbol, 'approved');
  for (const text of record.previous) add(text, 'previous');
  for (const text of record.aliases) add(text, 'alias');
  for (const text of use?.symbols ?? []) add(text, 'diseases');
  return { symbol: record.symbol, hgncId: record.hgncId, ncbiId: record.ncbiId, name: record.name, diseaseCount: use?.count ?? 0, symbols: [...symbols.values()] };
}

function nameUnlisted({ symbols, count, ncbiId }: GeneUse): NamedGene {
  const [symbol = ''] = symbols;
  return { symbol, hgncId: null, ncbiId, name: null, diseaseCount: count, symbols: [{ text: symbol, kind: 'diseases' }] };
}
