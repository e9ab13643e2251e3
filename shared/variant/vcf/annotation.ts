import type { VcfHeader } from '#shared/variant/vcf/header.ts';
import { infoValue, type VcfRecord } from '#shared/variant/vcf/record.ts';

/** What an annotation tool says of one alternate allele in one transcript. Empty where it does not say. */
export interface TranscriptEffect {
  readonly gene: string;
  readonly transcript: string;
  /** As the tool names them. */
  readonly consequences: readonly string[];
  readonly impact: string;
  readonly hgvsCoding: string;
  readonly hgvsProtein: string;
  /** Greatest population frequency that stands beside it. */
  readonly frequency: number | null;
  /** The transcript that clinics report on: MANE Select, or the canonical one. */
  readonly isPreferred: boolean;
}

/** Reads the annotations of a file's records: CSQ (VEP), ANN and EFF (SnpEff), BCSQ (bcftools), or a key that names the gene alone. */
export interface AnnotationReader {
  readonly hasGenes: boolean;
  /** Whether it says what an allele does, beside where it is. */
  readonly hasConsequences: boolean;
  readonly effects: (record: VcfRecord, alternate: number) => readonly TranscriptEffect[];
  /** Greatest population frequency of the allele in INFO and annotation; null where there is none. */
  readonly frequency: (record: VcfRecord, alternate: number, effects: readonly TranscriptEffect[]) => number | null;
}

type Reading = (value: string, record: VcfRecord, alternate: number) => readonly TranscriptEffect[];

export function createAnnotationReader(header: VcfHeader): AnnotationReader {
  const readings = readingsOf(header);
  const frequencyKeys = [...header.info.values()].filter(({ id, type }) => isPopulationFrequency(id) && type !== 'Flag');
  return {
    hasGenes: readings.length > 0,
    hasConsequences: readings.some(({ read }) => read !== geneReading),
    effects: (record, alternate) => readings.flatMap(({ key, read }) => {
      const value = infoValue(record.info, key);
      return typeof value === 'string' ? read(value, record, alternate) : [];
    }),
    frequency(record, alternate, effects) {
      const stated = frequencyKeys.map(({ id, number }) => {
        const value = infoValue(record.info, id);
        return typeof value === 'string' ? readFrequency(number === 'A' ? value.split(',')[alternate] : value) : null;
      });
      const known = [...stated, ...effects.map(({ frequency }) => frequency)].filter((value) => value !== null);
      return known.length === 0 ? null : Math.max(...known);
    },
  };
}

/** Genes of the effects, each once, without empty ones. */
export const genesOf = (effects: readonly TranscriptEffect[]): readonly string[] => [...new Set(effects.map(({ gene }) => gene))].filter((gene) => gene !== '');

function readingsOf(header: VcfHeader): readonly { readonly key: string; readonly read: Reading }[] {
  const annotated: { key: string; read: Reading }[] = [];
  const csq = header.info.get('CSQ');
  if (csq !== undefined) annotated.push({ key: 'CSQ', read: csqReading(csq.description) });
  if (header.info.has('ANN')) annotated.push({ key: 'ANN', read: annReading });
  if (header.info.has('BCSQ')) annotated.push({ key: 'BCSQ', read: bcsqReading });
  if (annotated.length === 0 && header.info.has('EFF')) annotated.push({ key: 'EFF', read: effReading });
  if (annotated.length > 0) return annotated;
  return geneKeys.filter((key) => header.info.has(key)).map((key) => ({ key, read: geneReading }));
}

/** Keys that hold a gene's name alone: ANNOVAR, ClinVar, panels. */
const geneKeys = ['Gene.refGene', 'Gene.refGeneWithVer', 'GENEINFO', 'SYMBOL', 'GENE', 'Gene', 'gene', 'GeneName', 'DiseaseGene'];

const noEffect: TranscriptEffect = { gene: '', transcript: '', consequences: [], impact: '', hgvsCoding: '', hgvsProtein: '', frequency: null, isPreferred: false };

/** The names of its columns stand in the header's description, behind `Format:`. */
function csqReading(description: string): Reading {
  const names = (/format:\s*(.*)$/i.exec(description)?.[1] ?? '').replace(/["'\s]/g, '').split('|');
  const index = (...wanted: readonly string[]): number => wanted.map((name) => names.indexOf(name)).find((found) => found >= 0) ?? -1;
  const at = { gene: index('SYMBOL', 'HGNC', 'Gene_Name', 'Gene'), transcript: index('Feature'), consequence: index('Consequence'), impact: index('IMPACT'), coding: index('HGVSc'), protein: index('HGVSp'), number: index('ALLELE_NUM'), allele: index('Allele'), mane: index('MANE_SELECT', 'MANE'), canonical: index('CANONICAL', 'PICK') };
  const frequencies = names.flatMap((name, position) => (isPopulationFrequency(name) || /^(?:AF|[A-Z]{3}_AF)$/.test(name) ? [position] : []));
  return (value, record, alternate) =>
    value.split(',').flatMap((entry) => {
      const parts = entry.split('|');
      const part = (position: number): string => (position < 0 ? '' : (parts[position] ?? ''));
      if (!isOfAllele(part(at.number), part(at.allele), record, alternate)) return [];
      const known = frequencies.map((position) => readFrequency(part(position))).filter((frequency) => frequency !== null);
      return [{ gene: part(at.gene), transcript: part(at.transcript), consequences: part(at.consequence).split('&'), impact: part(at.impact), hgvsCoding: part(at.coding), hgvsProtein: decodePercent(part(at.protein)), frequency: known.length === 0 ? null : Math.max(...known), isPreferred: part(at.mane) !== '' || /^(?:YES|1)$/.test(part(at.canonical)) }];
    });
}

/** VEP names an allele without the base that all alleles share; without a name an entry is of all. */
function isOfAllele(number: string, allele: string, { reference, alternates }: VcfRecord, alternate: number): boolean {
  if (number !== '') return Number(number) === alternate + 1;
  if (allele === '' || alternates.length === 1) return true;
  const own = alternates[alternate] ?? '';
  const isShared = alternates.every((one) => one.startsWith('<') || one.startsWith(reference.charAt(0)));
  const trimmed = isShared && alternates.some((one) => one.length !== reference.length) ? own.slice(1) || '-' : own;
  return allele === own || allele === trimmed;
}

/** `Allele|Annotation|Impact|Gene_Name|Gene_ID|Feature_Type|Feature_ID|Biotype|Rank|HGVS.c|HGVS.p|…` (ANN format 1.0, 2015). */
const annReading: Reading = (value, { alternates }, alternate) =>
  value.split(',').flatMap((entry) => {
    const [allele = '', consequence = '', impact = '', gene = '', , , transcript = '', , , coding = '', protein = ''] = entry.split('|');
    if (alternates.length > 1 && allele.trim() !== alternates[alternate]) return [];
    return [{ ...noEffect, gene, transcript, consequences: consequence.split('&'), impact, hgvsCoding: coding, hgvsProtein: protein }];
  });

/** `consequence|gene|transcript|biotype|strand|amino acids|dna change`; `@position` points to another record and says nothing here. */
const bcsqReading: Reading = (value) =>
  value.split(',').flatMap((entry) => {
    if (entry.startsWith('@')) return [];
    const [consequence = '', gene = '', transcript = ''] = entry.replace(/^\*/, '').split('|');
    return [{ ...noEffect, gene, transcript, consequences: consequence.split('&') }];
  });

/** The older form of SnpEff: `EFFECT(impact|class|codon|amino acids|length|gene|biotype|coding|transcript|…)`. */
const effReading: Reading = (value, { alternates }, alternate) =>
  value.split('),').flatMap((entry) => {
    const open = entry.indexOf('(');
    const [impact = '', , , , , gene = '', , , transcript = '', , number = ''] = entry.slice(open + 1).replace(/\)$/, '').split('|');
    if (open < 0 || (alternates.length > 1 && /^\d+$/.test(number) && Number(number) !== alternate + 1)) return [];
    return [{ ...noEffect, gene, transcript, consequences: [entry.slice(0, open)], impact }];
  });

const geneReading: Reading = (value) => {
  const inside = /GENE=([^|;,)]+)/.exec(value)?.[1];
  const names = inside === undefined ? value.split(/[,;|&]|\\x3b/).map((name) => name.split(':')[0] ?? '') : [inside];
  return names.filter((name) => /^[A-Za-z][A-Za-z0-9._-]*$/.test(name) && name !== 'NONE').map((gene) => ({ ...noEffect, gene }));
};

/** Keys of a frequency in a population, not of the cohort of the file itself (AF) and not of a count. */
function isPopulationFrequency(key: string): boolean {
  return /(?:gnomad|exac|1000g|1kg|kgp|esp6500|topmed|popmax|grpmax|max_af|faf95|faf99)/i.test(key) && /(?:af|freq|max|faf\d+|esp6500\w*|1000g\w*)$/i.test(key.replace(/_?(?:af_?)?(?:popmax|grpmax)$/i, 'max').replace(/[._](?:all|adj|raw|joint|exome|genome)s?$/i, '')) && !/(?:_an|_ac|_nhomalt|homalt|hets|count)$/i.test(key);
}

/** Null for a missing value; some tools write −1 for one. */
function readFrequency(text: string | undefined): number | null {
  if (text === undefined || text === '' || text === '.') return null;
  const known = text.split(/[,&]/).map(Number).filter((value) => value >= 0 && value <= 1);
  return known.length === 0 ? null : Math.max(...known);
}

/** VEP writes `%3D` for the = of a synonymous change. */
const decodePercent = (text: string): string => text.replace(/%3D/gi, '=');
