import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { Frequency } from '#shared/disease/disease.ts';
import { countSkipped, numberedLines, type SkippedRows } from '#shared/disease/skipped-rows.ts';

/** A disorder as Orphanet describes it. Ids are CURIEs. */
export interface OrphanetDisorder {
  readonly id: string;
  readonly name: string;
  /** Entries of OMIM that Orphanet says are the same disorder, neither broader nor narrower. */
  readonly sameAs: readonly string[];
  readonly annotations: readonly { readonly termId: string; readonly frequency: Frequency }[];
  readonly inheritanceIds: readonly string[];
  readonly courseIds: readonly string[];
  /** In words: `1-9 / 100 000 (point prevalence, Europe)`. */
  readonly prevalence: string | null;
}

export interface OrphanetReading {
  readonly disorders: readonly OrphanetDisorder[];
  /** Date of the data, as the packets state it; empty where they do not. */
  readonly version: string;
  readonly rowCount: number;
  readonly skipped: readonly SkippedRows[];
}

/** Orphanet's words at the beginning of a frequency class, and the class of the HPO with the same range. */
const frequencyClasses: Readonly<Record<string, string>> = { obligate: 'HP:0040280', 'very frequent': 'HP:0040281', frequent: 'HP:0040282', occasional: 'HP:0040283', 'very rare': 'HP:0040284', excluded: 'HP:0040285' };
const inheritanceTerms: Readonly<Record<string, string>> = {
  'autosomal dominant': 'HP:0000006', 'autosomal recessive': 'HP:0000007', 'x-linked dominant': 'HP:0001423', 'x-linked recessive': 'HP:0001419', 'y-linked': 'HP:0001450',
  'mitochondrial inheritance': 'HP:0001427', 'multigenic/multifactorial': 'HP:0001426', oligogenic: 'HP:0010983', 'semi-dominant': 'HP:0032113',
};
/** `All ages` says nothing. Orphanet's adolescence (12 to 18 years) is nearest to juvenile onset (5 to 15). */
const onsetTerms: Readonly<Record<string, string>> = { antenatal: 'HP:0030674', neonatal: 'HP:0003623', infancy: 'HP:0003593', childhood: 'HP:0011463', adolescent: 'HP:0003621', adult: 'HP:0003581', elderly: 'HP:0003584' };
/** The most useful first; what is in neither list comes after. */
const prevalenceTypes = ['point prevalence', 'prevalence at birth', 'lifetime prevalence', 'annual incidence', 'cases/families'];
const prevalenceRegions = ['worldwide', 'europe'];

/**
 * Reads the packets of Orphanet, one JSON object a line. They come in several shapes, a list of one or of many, wrapped or not, which
 * are all read. `resolveTerm` gives the live id of a term, or null.
 */
export function parseOrphanetPackets(file: { readonly name: string; readonly text: string }, { resolveTerm }: { readonly resolveTerm: (id: string) => string | null }): Result<OrphanetReading, readonly Problem[]> {
  const skips = countSkipped(file.name);
  const disorders = new Map<string, OrphanetDisorder>();
  let version = '';
  let rowCount = 0;
  for (const { text, line } of numberedLines(file.text)) {
    if (text.trim() === '') continue;
    rowCount++;
    const packet = parseLine(text);
    const code = /^\d{1,9}$/.exec(textOf(packet, 'ORPHAcode'))?.[0];
    if (packet === null) skips.skip('line is not JSON', line);
    else if (code === undefined) skips.skip('packet without ORPHA code', line);
    else if (disorders.has(`ORPHA:${code}`)) skips.skip('disorder listed before', line);
    else disorders.set(`ORPHA:${code}`, readPacket(packet, `ORPHA:${code}`, resolveTerm, (reason) => skips.skip(reason, line)));
    version ||= /\[(\d{4}-\d{2}-\d{2})\]/.exec(textOf(packet, 'version'))?.[1] ?? '';
  }
  if (disorders.size === 0) return refusal([{ severity: 'error', rule: 'not-orphanet', message: 'no packet of Orphanet, expected one JSON object a line, each with an ORPHAcode', file: file.name, line: 1 }]);
  return success({ disorders: [...disorders.values()], version, rowCount, skipped: skips.summary() });
}

type Json = Readonly<Record<string, unknown>>;

function readPacket(packet: Json, id: string, resolveTerm: (id: string) => string | null, skip: (reason: string) => void): OrphanetDisorder {
  const annotations = new Map<string, Frequency>();
  for (const phenotype of listOf(packet, 'Phenotypes', 'Phenotype')) {
    const termId = resolveTerm(textOf(phenotype, 'HPOId'));
    const frequency = readFrequency(textOf(phenotype, 'HPOFrequency'));
    if (termId === null) skip('phenotype unknown to the ontology');
    else if (!annotations.has(termId)) annotations.set(termId, frequency);
  }
  const references = listOf(packet, 'ExternalReferences', 'ExternalReference').filter((reference) => textOf(reference, 'Source') === 'OMIM' && textOf(reference, 'DisorderMappingRelation').startsWith('E '));
  return {
    id,
    name: textOf(packet, 'Label') || id,
    sameAs: [...new Set(references.map((reference) => textOf(reference, 'Reference')).filter((number) => /^\d{6}$/.test(number)))].map((number) => `OMIM:${number}`),
    annotations: [...annotations].map(([termId, frequency]) => ({ termId, frequency })),
    inheritanceIds: namedIn(inheritanceTerms, listOf(packet, 'TypeOfInheritances', 'TypeOfInheritance'), resolveTerm),
    courseIds: namedIn(onsetTerms, listOf(packet, 'AverageAgeOfOnsets', 'AverageAgeOfOnset'), resolveTerm),
    prevalence: readPrevalence(listOf(packet, 'Prevalences', 'Prevalence')),
  };
}

/** `Very frequent (99-80%)` as its class. */
function readFrequency(text: string): Frequency {
  const words = text.toLowerCase().replace(/\(.*$/s, '').trim();
  const termId = Object.hasOwn(frequencyClasses, words) ? frequencyClasses[words] : undefined;
  return termId === undefined ? { kind: 'unstated' } : { kind: 'class', termId };
}

function namedIn(terms: Readonly<Record<string, string>>, entries: readonly Json[], resolveTerm: (id: string) => string | null): string[] {
  const ids = entries.map((entry) => textOf(entry, 'value').toLowerCase()).flatMap((word) => (Object.hasOwn(terms, word) ? [resolveTerm(terms[word] ?? '')] : []));
  return [...new Set(ids.filter((id) => id !== null))];
}

function readPrevalence(entries: readonly Json[]): string | null {
  const read = entries.map((entry) => ({ share: textOf(entry, 'PrevalenceClass'), type: textOf(entry, 'PrevalenceType'), region: textOf(entry, 'PrevalenceGeographic') }));
  const placeIn = (list: readonly string[], word: string): number => (list.includes(word.toLowerCase()) ? list.indexOf(word.toLowerCase()) : list.length);
  const [best] = read.filter(({ share }) => /\d/.test(share)).sort((a, b) => placeIn(prevalenceTypes, a.type) - placeIn(prevalenceTypes, b.type) || placeIn(prevalenceRegions, a.region) - placeIn(prevalenceRegions, b.region));
  return best === undefined ? null : `${best.share} (${[best.type.toLowerCase(), best.region].filter((part) => part !== '').join(', ')})`;
}

/** The entries of a list that may be wrapped at any level: `[{ X: {…} }]`, `[{…}]`, `{ X: [{…}] }` or `{ X: {…} }`. */
function listOf(packet: Json, list: string, entry: string): Json[] {
  const unwrap = (value: unknown): Json[] => {
    if (Array.isArray(value)) return value.flatMap(unwrap);
    if (!isObject(value)) return [];
    return Object.hasOwn(value, entry) ? unwrap(value[entry]) : [value];
  };
  return Object.hasOwn(packet, list) ? unwrap(packet[list]) : [];
}

function textOf(object: Json | null, key: string): string {
  const value = object !== null && Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function parseLine(text: string): Json | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
