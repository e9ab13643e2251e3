import { writeTimeOrNull, type Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';
import { statedFeature, type Feature } from '#shared/phenotype/feature.ts';

/** Evidence & Conclusion Ontology: what somebody states and the recorder takes over. */
export const statedEvidence = { id: 'ECO:0000302', label: 'author statement used in manual assertion' } as const;

/** What was observed and what was looked for and is absent. Of what nobody assessed a packet says nothing. */
export function writeFeatures(features: readonly Feature[], nameOfTerm: (termId: string) => string): readonly Message[] {
  const term = (id: string): Message => ({ id, label: nameOfTerm(id) });
  return features.filter(({ state }) => state !== 'not-assessed').map((feature): Message => {
    const { termId, label, state, onset, resolution, severityId, lateralityId, modifierIds, note } = statedFeature(feature);
    const modifiers = [...(lateralityId === null ? [] : [lateralityId]), ...modifierIds];
    const [begin, end] = [writeTimeOrNull(onset), writeTimeOrNull(resolution)];
    return {
      type: { id: termId, label },
      ...(state === 'excluded' ? { excluded: true } : {}),
      ...(note === '' ? {} : { description: note }),
      ...(severityId === null ? {} : { severity: term(severityId) }),
      ...(modifiers.length === 0 ? {} : { modifiers: modifiers.map(term) }),
      ...(begin === null ? {} : { onset: begin }),
      ...(end === null ? {} : { resolution: end }),
      ...evidenceOf(feature),
    };
  });
}

/** Who stated it and when, such as `mother, 2024-03-01`. What came from another packet has its evidence in the description. */
function evidenceOf({ source, recordedOn }: Feature): Message {
  if (source === null || source === 'import') return {};
  return { evidence: [{ evidenceCode: statedEvidence, reference: { description: recordedOn === null ? source : `${source}, ${recordedOn}` } }] };
}
