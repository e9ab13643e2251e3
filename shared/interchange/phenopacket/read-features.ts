import { messageOf, messagesOf, pointerOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import { cutText } from '#shared/base/cut-text.ts';
import type { ReadFeature, TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { statedEvidence } from '#shared/interchange/phenopacket/write-features.ts';
import { isExcluded, isStateUnreadable, readOnset, readTimeElement } from '#shared/interchange/phenopacket/read-time.ts';
import { splitIntoWords } from '#shared/ontology/search-words.ts';
import { isTermId, termRoots } from '#shared/ontology/term-id.ts';
import { featureSources, type FeatureDetail } from '#shared/phenotype/feature.ts';

/** The children of both branches, for reading without an ontology (HPO 2025-05-06). */
const knownSeverities: ReadonlySet<string> = new Set(['HP:0012825', 'HP:0012826', 'HP:0012827', 'HP:0012828', 'HP:0012829']);
const knownLateralities: ReadonlySet<string> = new Set(['HP:0012832', 'HP:0012833', 'HP:0012834', 'HP:0012835', 'HP:4000152']);
/** The limits of the domain's own schema. */
const longestLabel = 400;
const longestNote = 10_000;
const mostModifiers = 50;

/** The phenotype statements of a packet. One that cannot be read for certain is left out and reported. */
export function readFeatures(packet: Message, vocabulary: TermVocabulary | null, report: Report): ReadFeature[] {
  const features: ReadFeature[] = [];
  for (const message of messagesOf(packet, 'phenotypicFeatures')) {
    const feature = readFeature(message, vocabulary, report);
    if (feature !== null) features.push(feature);
  }
  return features;
}

function readFeature(message: Message, vocabulary: TermVocabulary | null, report: Report): ReadFeature | null {
  const type = messageOf(message, 'type');
  const givenId = textOf(type, 'id');
  if (type === null || givenId === '') return null;
  const pointer = pointerOf(type, 'id');
  if (!isTermId(givenId)) {
    const isMeantAsHpo = /^HP\b|^HP_/i.test(givenId);
    report(
      isMeantAsHpo
        ? { severity: 'error', rule: 'bad-term-id', message: 'the id of the feature is not formed as an HPO id and the feature is left out, expected one such as HP:0001250', pointer }
        : { severity: 'warning', rule: 'not-hpo', message: 'the feature is not given by an HPO term and is left out, expected an id such as HP:0001250', pointer },
    );
    return null;
  }
  if (isStateUnreadable(message)) return null;
  const term = checkTerm(type, givenId, vocabulary, report);
  return { termId: term.id, label: term.label, detail: readDetail(message, vocabulary, report), givenId, pointer };
}

/** The live term of a feature. An unknown one is kept as it was given, so that nothing the packet says is lost. */
function checkTerm(type: Message, givenId: string, vocabulary: TermVocabulary | null, report: Report): { readonly id: string; readonly label: string } {
  const givenLabel = textOf(type, 'label').trim();
  const given = { id: givenId, label: cutText(givenLabel || givenId, longestLabel) };
  if (vocabulary === null) return given;
  const pointer = pointerOf(type, 'id');
  const term = vocabulary.resolve(givenId);
  if (term === null) {
    report({ severity: 'error', rule: 'unknown-term', message: `${givenId} is not in the installed HPO release, expected a term of it or a newer release`, pointer });
    return given;
  }
  if (term.id !== givenId) report({ severity: 'warning', rule: 'obsolete-term', message: `${givenId} is obsolete and is read as ${term.id}, which replaces it`, pointer });
  else if (term.isObsolete) report({ severity: 'error', rule: 'obsolete-term', message: `${givenId} is obsolete and has no replacement, expected a live term`, pointer });
  else if (!term.isPhenotype) report({ severity: 'warning', rule: 'not-a-phenotype', message: `${givenId} does not name a phenotypic abnormality, expected a term below HP:0000118`, pointer });
  if (term.id === givenId && !term.isObsolete && givenLabel !== '' && !isName(vocabulary, term.id, term.label, givenLabel)) {
    report({ severity: 'warning', rule: 'label-mismatch', message: `the label is none of the names of ${givenId} in the installed HPO release; the id is what counts, expected "${term.label}"`, pointer: pointerOf(type, 'label') });
  }
  return { id: term.id, label: cutText(term.label, longestLabel) };
}

function isName(vocabulary: TermVocabulary, id: string, label: string, text: string): boolean {
  return sortedWords(label) === sortedWords(text) || vocabulary.isNameOf?.(id, text) === true;
}

/** Releases differ in the order of the words: "Severe intellectual disability" and "Intellectual disability, severe" are one name. */
const sortedWords = (text: string): string => splitIntoWords(text).sort().join(' ');

function readDetail(message: Message, vocabulary: TermVocabulary | null, report: Report): FeatureDetail {
  const resolution = messageOf(message, 'resolution');
  const modifiers = readModifiers(message, vocabulary, report);
  return {
    state: isExcluded(message) ? 'excluded' : 'observed',
    onset: readOnset(message, report),
    resolution: resolution === null ? null : readTimeElement(resolution, report),
    ...modifiers,
    ...statementOf(message),
    note: noteOf(message),
    isIgnored: false,
  };
}

function readModifiers(message: Message, vocabulary: TermVocabulary | null, report: Report): Pick<FeatureDetail, 'severityId' | 'lateralityId' | 'modifierIds'> {
  let severityId: string | null = null;
  let lateralityId: string | null = null;
  const modifierIds: string[] = [];
  const severity = messageOf(message, 'severity');
  for (const term of severity === null ? messagesOf(message, 'modifiers') : [severity, ...messagesOf(message, 'modifiers')]) {
    const id = modifierId(term, vocabulary, report);
    if (id === null) continue;
    if (severityId === null && isBelow(id, termRoots.severity, knownSeverities, vocabulary)) severityId = id;
    else if (lateralityId === null && isBelow(id, termRoots.laterality, knownLateralities, vocabulary)) lateralityId = id;
    else {
      if (term === severity) report({ severity: 'warning', rule: 'not-a-severity', message: `${id} is not a severity and is kept as a modifier, expected a term below ${termRoots.severity}`, pointer: term.pointer });
      if (modifierIds.length < mostModifiers) modifierIds.push(id);
      else report({ severity: 'warning', rule: 'too-many-modifiers', message: `more than ${mostModifiers} modifiers, of which the first are kept`, pointer: term.pointer });
    }
  }
  return { severityId, lateralityId, modifierIds };
}

function modifierId(term: Message, vocabulary: TermVocabulary | null, report: Report): string | null {
  const id = textOf(term, 'id');
  if (id === '') return null;
  const pointer = pointerOf(term, 'id');
  if (!isTermId(id)) {
    report({ severity: 'warning', rule: 'not-hpo', message: 'a modifier is not given by an HPO term and is left out, expected an id such as HP:0012834', pointer });
    return null;
  }
  if (vocabulary === null) return id;
  const live = vocabulary.resolve(id);
  if (live === null) report({ severity: 'error', rule: 'unknown-term', message: `${id} is not in the installed HPO release, expected a term of it or a newer release`, pointer });
  else if (live.id !== id) report({ severity: 'warning', rule: 'obsolete-term', message: `${id} is obsolete and is read as ${live.id}, which replaces it`, pointer });
  return live?.id ?? id;
}

function isBelow(id: string, root: string, known: ReadonlySet<string>, vocabulary: TermVocabulary | null): boolean {
  if (known.has(id)) return true;
  if (vocabulary === null || id === root) return false;
  for (const ancestor of vocabulary.ancestors(id)) if (ancestor === root) return true;
  return false;
}

/** Who stated it and when, as `writeFeatures` writes it. */
function statementOf(message: Message): Pick<FeatureDetail, 'source' | 'recordedOn'> {
  for (const evidence of messagesOf(message, 'evidence')) {
    const stated = isStatement(evidence) ? statement.exec(textOf(messageOf(evidence, 'reference'), 'description')) : null;
    const source = featureSources.find((one) => one === stated?.[1]);
    if (source !== undefined) return { source, recordedOn: stated?.[2] ?? null };
  }
  return { source: 'import', recordedOn: null };
}

const statement = /^([a-z]+)(?:, (\d{4}(?:-\d{2}){0,2}))?$/;
const isStatement = (evidence: Message): boolean => textOf(messageOf(evidence, 'evidenceCode'), 'id') === statedEvidence.id && statement.test(textOf(messageOf(evidence, 'reference'), 'description'));

/** The description, and a line for each source that the evidence names, so that what was cited stays with the feature. */
function noteOf(message: Message): string {
  const lines = [textOf(message, 'description').trim(), ...messagesOf(message, 'evidence').filter((evidence) => !isStatement(evidence)).map(evidenceText)];
  return cutText([...new Set(lines)].filter((line) => line !== '').join('\n'), longestNote);
}

/** Such as `PMID:30808312, doi:10.1172/JCI124584 (author statement supported by traceable reference)`; empty where no source is named. */
function evidenceText(evidence: Message): string {
  const reference = messageOf(evidence, 'reference');
  const source = ['id', 'reference', 'description'].map((field) => textOf(reference, field).trim()).filter((part) => part !== '');
  if (source.length === 0) return '';
  const code = messageOf(evidence, 'evidenceCode');
  const kind = textOf(code, 'label').trim() || textOf(code, 'id');
  return `${[...new Set(source)].join(', ')}${kind === '' ? '' : ` (${kind})`}`;
}
