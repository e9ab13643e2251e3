import { diseaseIdSchema } from '#shared/base/schemas.ts';
import type { CandidateState } from '#shared/casefile/case-record.ts';
import { messageOf, messagesOf, pointerOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import { cutText } from '#shared/base/cut-text.ts';
import { anyDisease } from '#shared/interchange/phenopacket/variation-words.ts';
import type { ReadCondition, ReadDisease, ReadGene } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { isExcluded, isStateUnreadable, readOnset } from '#shared/interchange/phenopacket/read-time.ts';
import { noCodePrefix } from '#shared/pedigree/formats/phenopacket/phenopacket-words.ts';

/**
 * What the packet says of diseases. A listed disease is a working diagnosis and an excluded one is ruled out; the interpretation that
 * SOLVED the case confirms its disease, one IN_PROGRESS works on it, and any other merely suspects it.
 */
export function readDiseases(packet: Message, report: Report): ReadDisease[] {
  const found = new Map<string, ReadDisease>();
  for (const message of messagesOf(packet, 'diseases')) {
    if (isStateUnreadable(message)) continue;
    add(found, messageOf(message, 'term'), { state: isExcluded(message) ? 'ruled-out' : 'working', onset: readOnset(message, report) }, report);
  }
  for (const interpretation of messagesOf(packet, 'interpretations')) {
    const state = stateOfProgress[textOf(interpretation, 'progressStatus')] ?? 'suspected';
    add(found, messageOf(messageOf(interpretation, 'diagnosis'), 'disease'), { state, onset: null }, report);
  }
  return [...found.values()];
}

/** Conditions that Nostos wrote without a code, because the clinic has none for them. */
export function readUncodedConditions(packet: Message, report: Report): ReadCondition[] {
  return messagesOf(packet, 'diseases').flatMap((message) => {
    const term = messageOf(message, 'term');
    if (isStateUnreadable(message) || !isPlaceholder(textOf(term, 'id')) || textOf(term, 'label').trim() === '') return [];
    return [{ name: cutText(textOf(term, 'label').trim(), longestConditionName), isAffected: !isExcluded(message), onset: readOnset(message, report) }];
  });
}

const isPlaceholder = (id: string): boolean => id.startsWith(`${noCodePrefix}:`);

/** Genes that the packet names: those interpreted (version 2) and those listed (version 1). */
export function readGenes(packet: Message): ReadGene[] {
  const genes = new Map<string, ReadGene>();
  const keep = (symbol: string, id: string): void => {
    if (symbol !== '' && !genes.has(symbol)) genes.set(symbol, { symbol, id });
  };
  for (const gene of messagesOf(packet, 'genes')) keep(textOf(gene, 'symbol'), textOf(gene, 'id'));
  for (const interpretation of messagesOf(packet, 'interpretations')) {
    for (const genomic of messagesOf(messageOf(interpretation, 'diagnosis'), 'genomicInterpretations')) {
      if (textOf(genomic, 'interpretationStatus') === 'REJECTED') continue;
      const descriptor = messageOf(messageOf(genomic, 'variantInterpretation'), 'variationDescriptor');
      const gene = messageOf(genomic, 'gene') ?? messageOf(descriptor, 'geneContext');
      keep(textOf(gene, 'symbol'), textOf(gene, 'valueId'));
    }
  }
  return [...genes.values()];
}

const stateOfProgress: Readonly<Record<string, CandidateState>> = { SOLVED: 'confirmed', IN_PROGRESS: 'working' };
const strength: Readonly<Record<CandidateState, number>> = { suspected: 0, working: 1, 'ruled-out': 2, confirmed: 3 };
const longestName = 500;
const longestConditionName = 300;

function add(found: Map<string, ReadDisease>, term: Message | null, { state, onset: ownOnset }: Pick<ReadDisease, 'state' | 'onset'>, report: Report): void {
  if (term === null) return;
  const id = textOf(term, 'id');
  if (id === '' || id === anyDisease.id || isPlaceholder(id)) return;
  if (!diseaseIdSchema.safeParse(id).success) {
    report({ severity: 'error', rule: 'bad-disease-id', message: 'the id of the disease is not a CURIE and the disease is left out, expected one such as OMIM:154700', pointer: pointerOf(term, 'id') });
    return;
  }
  const earlier = found.get(id);
  const isContradiction = earlier !== undefined && (earlier.state === 'ruled-out') !== (state === 'ruled-out');
  if (isContradiction) report({ severity: 'error', rule: 'contradiction', message: `${id} is excluded and given as a diagnosis; it is kept as suspected, expected one of the two`, pointer: pointerOf(term, 'id') });
  const label = cutText(textOf(term, 'label').trim() || id, longestName);
  const onset = earlier?.onset ?? ownOnset;
  if (isContradiction) found.set(id, { id, label, state: 'suspected', onset });
  else if (earlier === undefined || strength[state] > strength[earlier.state]) found.set(id, { id, label, state, onset });
}
