import type { CaseSource } from '#shared/interchange/case-source.ts';
import { knownResources, writeTimestamp, type Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';

/**
 * Releases in which the ids and labels of these ontologies were looked up that stand in the code: GENO by `allelicStates`, SO by `consequences`, ECO by
 * `statedEvidence`. The others are named by the release of the ontology's annotations or not at all.
 */
const resourcesOfCode: Readonly<Record<string, Message>> = {
  GENO: { id: 'geno', name: 'Genotype Ontology', url: 'http://purl.obolibrary.org/obo/geno.owl', version: '2025-07-25', iriPrefix: 'http://purl.obolibrary.org/obo/GENO_' },
  SO: { id: 'so', name: 'Sequence types and features ontology', url: 'http://purl.obolibrary.org/obo/so.owl', version: '2024-11-18', iriPrefix: 'http://purl.obolibrary.org/obo/SO_' },
  ECO: { id: 'eco', name: 'Evidence & Conclusion Ontology', url: 'http://purl.obolibrary.org/obo/eco.owl', version: 'not stated', iriPrefix: 'http://purl.obolibrary.org/obo/ECO_' },
  NCIT: { id: 'ncit', name: 'NCI Thesaurus', url: 'http://purl.obolibrary.org/obo/ncit.owl', version: 'not stated', iriPrefix: 'http://purl.obolibrary.org/obo/NCIT_' },
  LOINC: { id: 'loinc', name: 'Logical Observation Identifiers Names and Codes', url: 'https://loinc.org', version: 'not stated', iriPrefix: 'https://loinc.org/' },
  UCUM: { id: 'ucum', name: 'Unified Code for Units of Measure', url: 'https://ucum.org', version: 'not stated', iriPrefix: 'https://ucum.org/' },
  DrugCentral: { id: 'drugcentral', name: 'DrugCentral', url: 'https://drugcentral.org', version: 'not stated', iriPrefix: 'https://drugcentral.org/drugcard/' },
  HGNC: { id: 'hgnc', name: 'HUGO Gene Nomenclature Committee', url: 'https://www.genenames.org', version: 'not stated', iriPrefix: 'https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/' },
};

/** Who wrote it and when, and every vocabulary whose ids the messages hold, so that none is named which is not used. */
export function writeMetaData(source: CaseSource, messages: unknown): Message {
  const { today, clinic, ontologyVersion, file } = source;
  const used = prefixesIn(messages);
  const known = { ...knownResources, ...resourcesOfCode };
  const resources = Object.entries(known)
    .filter(([prefix]) => used.has(prefix))
    .map(([prefix, resource]) => ({ ...resource, ...(prefix === 'HP' && ontologyVersion !== '' ? { version: ontologyVersion } : {}), namespacePrefix: prefix }));
  const externalReferences = referencesOf(file.case.note);
  return {
    created: writeTimestamp(today),
    createdBy: clinic.clinicianName === '' ? 'Nostos' : clinic.clinicianName,
    ...(clinic.clinicName === '' ? {} : { submittedBy: clinic.clinicName }),
    ...(resources.length === 0 ? {} : { resources }),
    phenopacketSchemaVersion: '2.0.2',
    ...(externalReferences.length === 0 ? {} : { externalReferences }),
  };
}

/** Lines of the case's note that begin with the id of a publication. Nothing else of the note leaves. */
export function referencesOf(note: string): readonly Message[] {
  return note.split('\n').flatMap((line) => {
    const match = /^(PMID:\d{1,9}|doi:10\.\S{1,200})(?: (.*))?$/i.exec(line.trim());
    return match === null ? [] : [{ id: match[1] ?? '', ...(match[2] === undefined ? {} : { description: match[2] }) }];
  });
}

/** What stands before the colon of every `id` and `valueId`. */
function prefixesIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') prefixesIn(inner, found);
    else if ((name === 'id' || name === 'valueId' || name === 'value') && inner.includes(':')) found.add(inner.slice(0, inner.indexOf(':')));
  }
  return found;
}
