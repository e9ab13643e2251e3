import { cutText } from '#shared/base/cut-text.ts';
import { findingName, type FindingDetail, type Genotype } from '#shared/casefile/finding.ts';
import { messageOf, messagesOf, numberOf, pointerOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import { readOldVariants } from '#shared/interchange/phenopacket/read-old-variants.ts';
import type { ReadVariant } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { bareDetail, hgvsFieldOf, hgvsParts, locationOf, vcfWords, zygosityOf } from '#shared/interchange/phenopacket/variant-parts.ts';
import { extensionNames, structuralTypeNote } from '#shared/interchange/phenopacket/variation-words.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import { consequenceNames, consequences, variantInheritances, type GenomicLocation } from '#shared/variant/variant.ts';

/** The variants that the packet interprets, or lists as version 1 does, each once. What a finding has no field for is kept in its note, so that nothing is lost. */
export function readVariants(packet: Message, report: Report): ReadVariant[] {
  const found = new Map<string, ReadVariant>();
  const tissues = new Map(messagesOf(packet, 'biosamples').map((sample) => [textOf(sample, 'id'), textOf(messageOf(sample, 'sampledTissue'), 'label').trim()]));
  for (const interpretation of messagesOf(packet, 'interpretations')) {
    for (const genomic of messagesOf(messageOf(interpretation, 'diagnosis'), 'genomicInterpretations')) {
      const variant = readVariant(genomic, tissues.get(textOf(genomic, 'subjectOrBiosampleId')) ?? '', report);
      if (variant === null) continue;
      const key = JSON.stringify(variant);
      if (!found.has(key)) found.set(key, variant);
    }
  }
  for (const variant of readOldVariants(packet, report)) found.set(JSON.stringify(variant), variant);
  return [...found.values()];
}

const classes: Readonly<Record<string, VariantClass>> = {
  PATHOGENIC: 'pathogenic',
  LIKELY_PATHOGENIC: 'likely-pathogenic',
  UNCERTAIN_SIGNIFICANCE: 'uncertain-significance',
  LIKELY_BENIGN: 'likely-benign',
  BENIGN: 'benign',
};

/** `tissue`: what the sample was taken from in which it was found; empty where it is said of the patient. */
function readVariant(genomic: Message, tissue: string, report: Report): ReadVariant | null {
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
  return { detail: { ...detail, note: cutText(notes.filter((line) => line !== '').join('\n'), longestNote) }, genotype: readGenotype(descriptor, tissue), classification };
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
  if (label !== '') return label === findingName(said) ? said : { ...said, wording: label };
  // Of a variation in the words of VRS alone its name within the file is all that can be told.
  return findingName(said) === '' ? { ...said, wording: cutText(textOf(descriptor, 'id').trim(), 1_000) } : said;
}

const termOf = (term: Message | null) => ({ id: textOf(term, 'id'), label: textOf(term, 'label') });

/** The first description of each level that can be read; the rest stays as words. */
function readExpressions(descriptor: Message, notes: string[], report: Report): Partial<FindingDetail> {
  let read: Partial<FindingDetail> = {};
  for (const expression of messagesOf(descriptor, 'expressions')) {
    const [syntax, value] = [textOf(expression, 'syntax'), textOf(expression, 'value').trim()];
    const field = syntax.startsWith('hgvs') ? hgvsFieldOf(value) : undefined;
    const isFirst = field !== undefined && read[field] === undefined;
    const parts = isFirst ? hgvsParts(field, value) : null;
    if (parts !== null) {
      read = { ...read, ...parts };
      continue;
    }
    if (isFirst) report({ severity: 'warning', rule: 'hgvs-not-read', message: 'a description of a variant is not one of HGVS and is kept in the note', pointer: pointerOf(expression, 'value') });
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

function readLocation(descriptor: Message, notes: string[]): GenomicLocation | null {
  const record = messageOf(descriptor, 'vcfRecord');
  if (record === null) return null;
  const [assembly = '', chromosome = '', reference = '', alternate = ''] = ['genomeAssembly', 'chrom', 'ref', 'alt'].map((name) => textOf(record, name).trim());
  const parts = { assembly, chromosome, reference, alternate, position: numberOf(record, 'pos') };
  const location = locationOf(parts);
  if (location === null) notes.push(`VCF record: ${vcfWords(parts)}`);
  return location;
}

function readGenotype(descriptor: Message | null, tissue: string): Genotype {
  const state = termOf(messageOf(descriptor, 'allelicState'));
  const said = extensionsOf(descriptor);
  const mosaicism = said.get(extensionNames.mosaicism);
  return {
    state: mosaicism === undefined ? zygosityOf(state) : 'mosaic',
    alleleShare: shareOf(mosaicism ?? said.get(extensionNames.alleleShare) ?? ''),
    tissue: cutText(said.get(extensionNames.tissue) ?? tissue, 200),
  };
}

/** `40%` as 0.4; null for anything else. */
function shareOf(text: string): number | null {
  const percent = /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(text.trim())?.[1];
  return percent === undefined || Number(percent) > 100 ? null : Number((Number(percent) / 100).toFixed(6));
}
