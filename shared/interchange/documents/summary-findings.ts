import { cutText } from '#shared/base/cut-text.ts';
import { heading, paragraph, plain, soft, strong, type Block, type Words } from '#shared/interchange/documents/document.ts';
import { listed, saidTime } from '#shared/interchange/documents/said.ts';
import { probandOf, type SummarySource } from '#shared/interchange/documents/summary-source.ts';
import { statedFeature, type Feature } from '#shared/phenotype/feature.ts';
import { coverageOf, homeSystem, shortSystemName } from '#shared/phenotype/organ-systems.ts';

/** What was seen and what was looked for and is absent, by organ system, each with its onset; and what nobody has looked at. */
export function findingsSection(source: SummarySource): readonly Block[] {
  const proband = probandOf(source.file.family);
  const features = source.file.features.filter(({ personId }) => personId === proband?.id);
  const answered = features.filter(({ state }) => state !== 'not-assessed');
  if (answered.length === 0) return [heading('Findings'), paragraph('No findings are recorded.'), ...notLookedAt(features, source)];
  const groups = systemsWith(answered, source);
  return [
    heading('Findings'),
    {
      kind: 'table',
      caption: 'Terms of the Human Phenotype Ontology, with age at onset where it is known',
      columns: [{ label: 'Organ system', share: 20 }, { label: `Observed (${countOf(answered, 'observed')})`, share: 48 }, { label: `Looked for and absent (${countOf(answered, 'excluded')})`, share: 32 }],
      rows: groups.map(({ label, own }) => [[[strong(breakable(label))]], linesOf(own, 'observed', source), linesOf(own, 'excluded', source)]),
    },
    ...notLookedAt(features, source),
  ];
}

/** The term with what was said of it: onset, severity, side, source. */
export function featureWords(feature: Feature, { nameOfTerm }: Pick<SummarySource, 'nameOfTerm'>): Words {
  const { severityId, lateralityId, modifierIds, onset, resolution } = statedFeature(feature);
  const qualities = [severityId, lateralityId, ...modifierIds].flatMap((id) => (id === null ? [] : [nameOfTerm(id).toLowerCase()]));
  const times = [...(onset === null ? [] : [saidTime(onset)]), ...(resolution === null ? [] : [`until ${saidTime(resolution)}`])];
  const note = feature.note.trim().replace(/\s+/g, ' ');
  const said = [...qualities, ...times].join(', ');
  return [feature.state === 'observed' ? strong(feature.label) : plain(feature.label), ...(said === '' ? [] : [soft(`, ${said}`)]), ...(note === '' ? [] : [soft(`. ${shortened(note)}`)])];
}

/** More of a note than this belongs into a letter. The cut is shown. */
const longestNote = 220;
export const shortened = (text: string, longest = longestNote): string => (text.length <= longest ? text : `${cutText(text, longest).trimEnd()} …`);

/** `Metabolism/homeostasis` may break after the stroke. */
const breakable = (label: string): string => label.replaceAll('/', '/\u200b');

const countOf = (features: readonly Feature[], state: Feature['state']): string => String(features.filter((feature) => feature.state === state).length);

function linesOf(features: readonly Feature[], state: Feature['state'], source: SummarySource): readonly Words[] {
  return features.filter((feature) => feature.state === state).toSorted((first, second) => first.label.localeCompare(second.label, 'en')).map((feature) => featureWords(feature, source));
}

interface SystemGroup {
  readonly label: string;
  readonly own: readonly Feature[];
}

function systemsWith(features: readonly Feature[], { systems }: SummarySource): readonly SystemGroup[] {
  const groups = systems.systems
    .map(({ id, label }) => ({ label: shortSystemName(label), own: features.filter(({ termId }) => homeSystem(termId, systems) === id) }))
    .filter(({ own }) => own.length > 0)
    .toSorted((first, second) => first.label.localeCompare(second.label, 'en'));
  const elsewhere = features.filter(({ termId }) => homeSystem(termId, systems) === null);
  return elsewhere.length === 0 ? groups : [...groups, { label: 'Other', own: elsewhere }];
}

function notLookedAt(features: readonly Feature[], { systems }: SummarySource): readonly Block[] {
  const open = features.filter(({ state }) => state === 'not-assessed').map(({ label }) => label);
  const never = coverageOf(features, systems).filter(({ extent }) => extent === 'never').map(({ label }) => shortSystemName(label).toLowerCase());
  const said = [...(open.length === 0 ? [] : [`Not assessed so far: ${listed(open)}.`]), ...(never.length === 0 || features.length === 0 ? [] : [`Nothing is recorded of: ${listed(never)}.`])];
  return said.length === 0 ? [] : [paragraph(said.join(' '), 'small')];
}
