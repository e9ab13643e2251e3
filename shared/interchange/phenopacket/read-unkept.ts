import { messageOf, messagesOf, numberOf, textOf, type Message } from '#shared/interchange/phenopacket/check-message.ts';
import type { UnkeptPart } from '#shared/interchange/phenopacket/read-phenopacket.ts';

/** What a packet says that no record of a case has a place for. It stays in the packet as it was imported, which is kept beside the case. */
export function readUnkept(packet: Message): readonly UnkeptPart[] {
  const diseases = messagesOf(packet, 'diseases');
  const interpretations = messagesOf(packet, 'interpretations');
  const genomic = interpretations.flatMap((one) => messagesOf(messageOf(one, 'diagnosis'), 'genomicInterpretations')).map((one) => messageOf(one, 'variantInterpretation'));
  const has = (message: Message, ...names: readonly string[]): boolean => names.some((name) => message.fields.has(name));
  const counts: readonly (readonly [string, number])[] = [
    ['biosamples', sizeOf(packet, 'biosamples')],
    ['sequencing and other files', sizeOf(packet, 'files') + sizeOf(packet, 'htsFiles')],
    ['stages, sites and ends of diseases', diseases.filter((one) => has(one, 'resolution', 'diseaseStage', 'clinicalTnmFinding', 'tnmFinding', 'primarySite', 'laterality')).length],
    ['summaries of interpretations', interpretations.filter((one) => textOf(one, 'summary') !== '').length],
    ['statements on whether a variant can be treated', genomic.filter((one) => !['', 'UNKNOWN_ACTIONABILITY'].includes(textOf(one, 'therapeuticActionability'))).length],
    ['variations in the words of VRS', genomic.filter((one) => messageOf(one, 'variationDescriptor')?.fields.has('variation') === true).length],
    ['times that somebody survived', numberOf(messageOf(messageOf(packet, 'subject'), 'vitalStatus'), 'survivalTimeInDays') > 0 ? 1 : 0],
    ['alleles in the words of mice', messagesOf(packet, 'variants').filter((one) => has(one, 'mouseAllele')).length],
  ];
  return counts.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }));
}

/** Of a list that is not looked into too. */
function sizeOf(packet: Message, name: string): number {
  const value = packet.fields.get(name)?.value;
  return Array.isArray(value) ? value.length : packet.fields.has(name) ? 1 : 0;
}
