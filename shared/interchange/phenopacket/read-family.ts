import { checkFeatures } from '#shared/interchange/phenopacket/check-features.ts';
import { checkMessage, isObject, messageOf, messagesOf, ownField, textOf, textsOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import type { MessageShapes } from '#shared/interchange/phenopacket/message-shape.ts';
import { readFeatures } from '#shared/interchange/phenopacket/read-features.ts';
import type { ReadFamily, ReadRelative, TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { readSubject } from '#shared/interchange/phenopacket/read-subject.ts';
import { readVariants } from '#shared/interchange/phenopacket/read-variants.ts';
import { notReadRule } from '#shared/pedigree/formats/family-format.ts';
import { readPhenopacketFamily } from '#shared/pedigree/formats/phenopacket/read-phenopacket-family.ts';
import { pedIdRule } from '#shared/pedigree/formats/phenopacket/write-phenopacket-family.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** A Family message around the packet of its proband, and which messages its packets are checked by. */
export interface PlacedFamily {
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

/**
 * The relatives of a Family message: who they are by the pedigree, and by their own packets what they have. Null where the pedigree cannot be read or does not know the patient; that is
 * reported, and the patient comes in alone.
 */
export function readFamily({ value, pointer }: PlacedFamily, shapes: MessageShapes, vocabulary: TermVocabulary | null, report: Report): ReadFamily | null {
  const reading = readPhenopacketFamily({ fileName: '', text: JSON.stringify(value) });
  for (const { severity, rule, message, pointer: at } of reading.problems) {
    if (rule !== notReadRule) report({ severity, rule, message, pointer: `${pointer}${at ?? ''}` });
  }
  const family = reading.families[0]?.family;
  const given = ownField(value, 'relatives');
  const packets = given !== null && Array.isArray(given.value) ? (given.value as readonly unknown[]) : [];
  if (family === undefined || !family.individuals.some(({ isProband }) => isProband)) {
    const why = family === undefined ? 'the pedigree cannot be read' : 'the pedigree does not hold the proband';
    report({ severity: 'warning', rule: 'relatives-not-read', message: `${why}, so that ${String(packets.length)} packets of relatives are not read, only the proband's is`, pointer });
    return null;
  }
  const subjects = new Map<string, Message>();
  const relatives = packets.flatMap((packet, index) => readRelative(packet, `${pointer}/${given?.key ?? 'relatives'}/${String(index)}`, { shapes, vocabulary, report, subjects, family }));
  return { family: { ...family, individuals: family.individuals.map((one) => withSubject(one, subjects.get(one.id), report)) }, relatives };
}

interface Reading {
  readonly shapes: MessageShapes;
  readonly vocabulary: TermVocabulary | null;
  readonly report: Report;
  readonly subjects: Map<string, Message>;
  readonly family: Family;
}

function readRelative(value: unknown, pointer: string, { shapes, vocabulary, report, subjects, family }: Reading): readonly ReadRelative[] {
  if (!isObject(value)) {
    report({ severity: 'error', rule: 'wrong-type', message: 'a packet of a relative is no JSON object and is not read, expected one', pointer });
    return [];
  }
  // Packets of relatives lean on the family message: in the specification's own example they have neither an id nor metadata, and times that are empty.
  const packet = checkMessage(shapes, 'Phenopacket', value, pointer, (finding) => report(finding.rule === 'missing-field' ? { ...finding, severity: 'warning' } : finding));
  const subject = messageOf(packet, 'subject');
  const individualId = textOf(subject, 'id');
  // Of whom the pedigree knows nothing, its reader has said.
  if (packet === null || subject === null || !family.individuals.some(({ id }) => id === individualId)) return [];
  if (subjects.has(individualId) || family.individuals.some(({ id, isProband }) => isProband && id === individualId)) {
    report({ severity: 'warning', rule: 'relative-twice', message: 'two packets are of one person, of which the first is read', pointer });
    return [];
  }
  subjects.set(individualId, subject);
  const others = ['medicalActions', 'measurements', 'biosamples', 'files'].filter((name) => messagesOf(packet, name).length > 0);
  if (others.length > 0) report({ severity: 'warning', rule: notReadRule, message: `${others.join(', ')} of a relative have no place in the case and are not read`, pointer });
  return [{ individualId, features: checkFeatures(readFeatures(packet, vocabulary, report), vocabulary, report), variants: readVariants(packet, report) }];
}

/** What the packet says of a person wins over what the pedigree says; sex and gender where it says them. */
function withSubject(individual: Individual, subject: Message | undefined, report: Report): Individual {
  if (subject === undefined) return { ...individual, reference: individual.reference === '' ? referenceOf(individual.id, []) : individual.reference };
  const detail = readSubject(subject, report);
  return {
    ...individual,
    ...detail,
    reference: referenceOf(individual.id, textsOf(subject, 'alternateIds')),
    sexAssignedAtBirth: detail.sexAssignedAtBirth === 'unknown' ? individual.sexAssignedAtBirth : detail.sexAssignedAtBirth,
    gender: detail.gender === 'unknown' ? individual.gender : detail.gender,
  };
}

/** The record number of somebody: what it was before it was made fit for a pedigree, else the id; a running number of the file is none. */
function referenceOf(id: string, alternateIds: readonly string[]): string {
  const whole = alternateIds.find((one) => one.replace(pedIdRule.forbidden, '_') === id);
  return whole ?? (/^\d{1,4}$/.test(id) ? '' : id);
}
