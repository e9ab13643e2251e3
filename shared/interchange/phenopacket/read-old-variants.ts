import { cutText } from '#shared/base/cut-text.ts';
import type { FindingDetail } from '#shared/casefile/finding.ts';
import { messageOf, messagesOf, numberOf, pointerOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import type { ReadVariant } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { bareDetail, hgvsFieldOf, hgvsParts, locationOf, vcfWords, zygosityOf } from '#shared/interchange/phenopacket/variant-parts.ts';

/**
 * The variants and genes that a packet of version 1 lists. It does not say which variant is in which gene: where it lists one gene the variants are taken to be in it, else each gene stands
 * for itself. Nothing is said there of how a variant is classed.
 */
export function readOldVariants(packet: Message, report: Report): readonly ReadVariant[] {
  const genes = messagesOf(packet, 'genes').flatMap(geneOf);
  const [gene, ...others] = genes;
  const variants = messagesOf(packet, 'variants').flatMap((variant) => readVariant(variant, others.length === 0 ? (gene ?? null) : null, report));
  const isInVariants = others.length === 0 && variants.length > 0;
  return [...variants, ...(isInVariants ? [] : genes.map((one): ReadVariant => ({ detail: { ...bareDetail, gene: one }, genotype: { state: 'unknown', alleleShare: null, tissue: '' }, classification: null })))];
}

function geneOf(gene: Message): readonly NonNullable<FindingDetail['gene']>[] {
  const id = textOf(gene, 'id');
  const symbol = cutText((textOf(gene, 'symbol') || id).trim(), 100);
  return symbol === '' ? [] : [{ symbol, hgncId: /^HGNC:\d+$/.test(id) ? id : null }];
}

function readVariant(variant: Message, gene: FindingDetail['gene'], report: Report): readonly ReadVariant[] {
  const said = readAllele(variant, report);
  if (said === null) return [];
  const zygosity = messageOf(variant, 'zygosity');
  return [{ detail: { ...bareDetail, gene, ...said }, genotype: { state: zygosityOf({ id: textOf(zygosity, 'id'), label: textOf(zygosity, 'label') }), alleleShare: null, tissue: '' }, classification: null }];
}

const longestWording = 1_000;

/** What cannot be read as HGVS or as a place stays as words, so that nothing is lost. */
function readAllele(variant: Message, report: Report): Partial<FindingDetail> | null {
  const [hgvs, vcf, spdi, iscn] = ['hgvsAllele', 'vcfAllele', 'spdiAllele', 'iscnAllele'].map((name) => messageOf(variant, name));
  const inWords = (text: string): Partial<FindingDetail> | null => (text.trim() === '' ? null : { wording: cutText(text.trim(), longestWording) });
  if (hgvs) {
    const value = textOf(hgvs, 'hgvs').trim();
    const field = hgvsFieldOf(value);
    const read = field === undefined ? null : hgvsParts(field, value);
    if (read === null && value !== '') report({ severity: 'warning', rule: 'hgvs-not-read', message: 'a description of a variant is not one of HGVS and is kept in words', pointer: pointerOf(hgvs, 'hgvs') });
    return read ?? inWords(value);
  }
  if (vcf) {
    const [assembly = '', chromosome = '', reference = '', alternate = ''] = ['genomeAssembly', 'chr', 'ref', 'alt'].map((name) => textOf(vcf, name).trim());
    const parts = { assembly, chromosome, reference, alternate, position: numberOf(vcf, 'pos') };
    const location = locationOf(parts);
    return location === null ? inWords(`VCF ${vcfWords(parts)}`) : { location };
  }
  if (spdi) return inWords(`SPDI ${[textOf(spdi, 'seqId'), String(numberOf(spdi, 'position')), textOf(spdi, 'deletedSequence'), textOf(spdi, 'insertedSequence')].join(':')}`);
  return iscn ? inWords(textOf(iscn, 'iscn')) : null;
}
