import { cutText } from '#shared/base/cut-text.ts';
import { findingDetailSchema, findingName, type FindingDetail, type Genotype } from '#shared/casefile/finding.ts';
import { messageOf, messagesOf, numberOf, pointerOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import type { ReadVariant } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { allelicStates, extensionNames, structuralTypeNote } from '#shared/interchange/phenopacket/variation-words.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import { consequenceNames, consequences, genomicLocationSchema, unknownVariant, variantInheritances, type GenomeBuild, type GenomicLocation, type Zygosity } from '#shared/variant/variant.ts';

const { zygosity: _zygosity, alleleShare: _alleleShare, tissue: _tissue, classifications: _classifications, ...bareVariant } = unknownVariant;
const bareDetail: FindingDetail = { ...bareVariant, nextReviewOn: null, note: '' };

/** The variants that the packet interprets, each once. What a finding has no field for is kept in its note, so that nothing is lost. */
export function readVariants(packet: Message, report: Report): ReadVariant[] {
  const found = new Map<string, ReadVariant>();
  for (const interpretation of messagesOf(packet, 'interpretations')) {
    for (const genomic of messagesOf(messageOf(interpretation, 'diagnosis'), 'genomicInterpretations')) {
      const variant = readVariant(genomic, report);
      if (variant === null) continue;
      const key = JSON.stringify(variant);
      if (!found.has(key)) found.set(key, variant);
    }
  }
  return [...found.values()];
}

const classes: Readonly<Record<string, VariantClass>> = {
  PATHOGENIC: 'pathogenic',
  LIKELY_PATHOGENIC: 'likely-pathogenic',
  UNCERTAIN_SIGNIFICANCE: 'uncertain-significance',
  LIKELY_BENIGN: 'likely-benign',
  BENIGN: 'benign',
};

function readVariant(genomic: Message, report: Report): ReadVariant | null {
  const interpretation = messageOf(genomic, 'variantInterpretation');
  const descriptor = messageOf(interpretation, 'variationDescriptor');
  const notes: string[] = [];
  const detail = readDescriptor(descriptor, geneOf(messageOf(genomic, 'gene') ?? messageOf(descriptor, 'geneContext')), notes, report);
  const classification = classes[textOf(interpretation, 'acmgPathogenicityClassification')] ?? null;
  if (textOf(genomic, 'interpretationStatus') === 'REJECTED' && classification === null) notes.push('Rejected in the imported phenopacket.');
  if (findingName(detail) === '') {
    report({ severity: 'warning', rule: 'variant-not-read', message: 'an interpretation names neither gene nor variant and is left out, expected one of them', pointer: genomic.pointer });
    return null;
  }
  return { detail: { ...detail, note: cutText(notes.filter((line) => line !== '').join('\n'), longestNote) }, genotype: readGenotype(descriptor), classification };
}

const longestNote = 50_000;

function geneOf(gene: Message | null): FindingDetail['gene'] {
  const symbol = cutText((textOf(gene, 'symbol') || textOf(gene, 'valueId')).trim(), 100);
  const id = textOf(gene, 'valueId');
  return symbol === '' ? null : { symbol, hgncId: /^HGNC:\d+$/.test(id) ? id : null };
}

function readDescriptor(descriptor: Message | null, gene: FindingDetail['gene'], notes: string[], report: Report): FindingDetail {
  if (descriptor === null) return { ...bareDetail, gene };
  notes.push(textOf(descriptor, 'description').trim(), structuralTypeNote(termOf(messageOf(descriptor, 'structuralType'))));
  const said: FindingDetail = { ...bareDetail, gene, ...readExpressions(descriptor, notes, report), ...readExtensions(descriptor), location: readLocation(descriptor, notes) };
  const label = cutText(textOf(descriptor, 'label').trim(), 1_000);
  return label === '' || label === findingName(said) ? said : { ...said, wording: label };
}

const termOf = (term: Message | null) => ({ id: textOf(term, 'id'), label: textOf(term, 'label') });

const fieldOfLevel = { c: 'hgvsCoding', n: 'hgvsCoding', g: 'hgvsGenomic', m: 'hgvsGenomic', r: 'hgvsRna', p: 'hgvsProtein' } as const;

/** The first description of each level that can be read; the rest stays as words. */
function readExpressions(descriptor: Message, notes: string[], report: Report): Partial<FindingDetail> {
  const read: { hgvsCoding?: string; hgvsGenomic?: string; hgvsRna?: string; hgvsProtein?: string; transcript?: string } = {};
  for (const expression of messagesOf(descriptor, 'expressions')) {
    const [syntax, value] = [textOf(expression, 'syntax'), textOf(expression, 'value').trim()];
    const level = /^(?:[^:]*:)?([cgmnrp])\./.exec(value)?.[1] as keyof typeof fieldOfLevel | undefined;
    const field = level === undefined || !syntax.startsWith('hgvs') ? undefined : fieldOfLevel[level];
    if (field !== undefined && read[field] === undefined && findingDetailSchema.shape[field].safeParse(value).success) {
      read[field] = value;
      if (field === 'hgvsCoding' && value.includes(':')) read.transcript = cutText(value.slice(0, value.indexOf(':')).replace(/\(.*$/, ''), 200);
      continue;
    }
    if (field !== undefined && read[field] === undefined) report({ severity: 'warning', rule: 'hgvs-not-read', message: 'a description of a variant is not one of HGVS and is kept in the note', pointer: pointerOf(expression, 'value') });
    notes.push(`${syntax}: ${value}`);
  }
  return read;
}

function readExtensions(descriptor: Message): Partial<FindingDetail> {
  const said = extensionsOf(descriptor);
  const inheritance = variantInheritances.find((one) => one === said.get(extensionNames.inheritance));
  const consequence = consequenceNames.find((one) => consequences[one] === said.get(extensionNames.consequence));
  return { ...(inheritance === undefined ? {} : { inheritance }), ...(consequence === undefined ? {} : { consequence }) };
}

const extensionsOf = (descriptor: Message | null): ReadonlyMap<string, string> => new Map(messagesOf(descriptor, 'extensions').map((extension) => [textOf(extension, 'name'), textOf(extension, 'value')]));

const builds: readonly (readonly [RegExp, GenomeBuild])[] = [
  [/^(GRCh38|hg38|b38)/i, 'GRCh38'],
  [/^(GRCh37|hg19|b37)/i, 'GRCh37'],
];

function readLocation(descriptor: Message, notes: string[]): GenomicLocation | null {
  const record = messageOf(descriptor, 'vcfRecord');
  if (record === null) return null;
  const [assembly, chromosome, reference, alternate] = ['genomeAssembly', 'chrom', 'ref', 'alt'].map((name) => textOf(record, name).trim());
  const position = numberOf(record, 'pos');
  const read = genomicLocationSchema.safeParse({ build: builds.find(([pattern]) => pattern.test(assembly ?? ''))?.[1], chromosome, position, end: null, reference, alternate });
  if (read.success) return read.data;
  notes.push(`VCF record: ${[assembly, chromosome, String(position), reference, alternate].join(' ')}`);
  return null;
}

const zygosityOfId = new Map(Object.entries(allelicStates).map(([zygosity, { id }]) => [id, zygosity as Zygosity]));

function readGenotype(descriptor: Message | null): Genotype {
  const state = termOf(messageOf(descriptor, 'allelicState'));
  const said = extensionsOf(descriptor);
  const mosaicism = said.get(extensionNames.mosaicism);
  const byLabel = Object.keys(allelicStates).find((name) => name === state.label.trim().toLowerCase()) as Zygosity | undefined;
  return {
    state: mosaicism === undefined ? (zygosityOfId.get(state.id) ?? byLabel ?? 'unknown') : 'mosaic',
    alleleShare: shareOf(mosaicism ?? said.get(extensionNames.alleleShare) ?? ''),
    tissue: cutText(said.get(extensionNames.tissue) ?? '', 200),
  };
}

/** `40%` as 0.4; null for anything else. */
function shareOf(text: string): number | null {
  const percent = /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(text.trim())?.[1];
  return percent === undefined || Number(percent) > 100 ? null : Number((Number(percent) / 100).toFixed(6));
}
