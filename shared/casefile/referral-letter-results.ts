import { findingName, type Finding } from '#shared/casefile/finding.ts';
import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import { commas, letterDate, list, section, sentences, type LetterContext, type ToldCase } from '#shared/casefile/referral-letter-parts.ts';
import { formatTimeElement } from '#shared/phenotype/age-text.ts';
import type { Feature, FeatureState } from '#shared/phenotype/feature.ts';
import { homeSystem, shortSystemName, type SystemIndex } from '#shared/phenotype/organ-systems.ts';
import type { LetterParagraphs } from '#shared/referral/letter-text.ts';

/** What was observed and what was looked for and not found, by organ system; last what nobody has looked for yet. */
export function phenotypeSection({ file, proband }: ToldCase, { systems }: LetterContext): LetterParagraphs {
  const features = proband === null ? [] : file.features.filter(({ personId }) => personId === proband.id);
  const groups = new Map<string, readonly Feature[]>();
  for (const feature of features) {
    const name = systemName(feature.termId, systems);
    groups.set(name, [...(groups.get(name) ?? []), feature]);
  }
  const lines = [...groups].toSorted(([one], [other]) => Number(one === otherFindings) - Number(other === otherFindings) || one.localeCompare(other, 'en')).map(([name, own]) => systemLine(name, own));
  const notAssessed = features.filter(({ state }) => state === 'not-assessed').map(termWords);
  return section('Observed and excluded findings', [...list(lines.filter((line) => line !== '')), ...sentences(notAssessed.length === 0 ? '' : `Not assessed so far: ${notAssessed.join(', ')}.`)]);
}

/** Tests that were done or are under way, with what each cannot see. */
export function testsSection({ file }: ToldCase): LetterParagraphs {
  const told = file.tests.filter(({ status }) => status !== 'planned' && status !== 'cancelled');
  return section('Tests', list(told.toSorted((one, other) => testDay(one).localeCompare(testDay(other))).map(testLine)));
}

/** Variants of the case with what the proband has of each and how it is classified. Benign ones are no answer and take space. */
export function findingsSection(told: ToldCase): LetterParagraphs {
  const known = told.file.findings.filter((finding) => !/benign/.test(finding.classifications.at(-1)?.classification ?? ''));
  return section('Sequencing findings', list(known.map((finding) => findingLine(finding, told))));
}

const otherFindings = 'Other';

function systemName(termId: string, systems: SystemIndex): string {
  const home = homeSystem(termId, systems);
  const label = systems.systems.find(({ id }) => id === home)?.label;
  return label === undefined ? otherFindings : shortSystemName(label);
}

function systemLine(name: string, features: readonly Feature[]): string {
  const said = (state: FeatureState): string => features.filter((feature) => feature.state === state).map(termWords).join(', ');
  const [observed, excluded] = [said('observed'), said('excluded')];
  return observed === '' && excluded === '' ? '' : `${name}: ${[observed, excluded === '' ? '' : `excluded: ${excluded}`].filter((part) => part !== '').join('; ')}`;
}

function termWords({ label, onset, lateralityId, note }: Feature): string {
  const side = lateralityId === null ? '' : (lateralityWords[lateralityId] ?? '');
  const since = onset === null ? '' : onset.kind === 'term' ? onset.label.toLowerCase() : `from ${formatTimeElement(onset)}`;
  const details = [side, since, note.trim().replace(/\.$/, '')].filter((part) => part !== '').join('; ');
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}${details === '' ? '' : ` (${details})`}`;
}

/** Below HP:0012831 Laterality. */
const lateralityWords: Readonly<Record<string, string>> = { 'HP:0012832': 'bilateral', 'HP:0012833': 'unilateral', 'HP:0012834': 'right', 'HP:0012835': 'left' };

const testDay = ({ reportedOn, sampleOn, orderedOn }: OrderedTest): string => reportedOn ?? sampleOn ?? orderedOn ?? '9999';

function testLine(test: OrderedTest): string {
  const reported = test.reportedOn === null ? '' : `reported ${letterDate(test.reportedOn)}`;
  const ordered = test.reportedOn === null && test.orderedOn !== null ? `ordered ${letterDate(test.orderedOn)}` : '';
  const name = test.name.trim() === '' ? test.kind.replaceAll('-', ' ') : test.name.trim();
  const details = commas(test.method, test.laboratory, test.accession, reported, ordered);
  const result = test.status === 'failed' ? 'failed' : test.result === null ? 'no result yet' : test.result.replaceAll('-', ' ');
  const limits = test.limits.trim() === '' ? '' : ` Not covered: ${withStop(test.limits)}`;
  return `${name}${details === '' ? '' : ` (${details})`}: ${result}.${test.summary.trim() === '' ? '' : ` ${withStop(test.summary)}`}${limits}`;
}

const withStop = (words: string): string => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

function findingLine(finding: Finding, { proband, isDescentTold }: ToldCase): string {
  const own = finding.genotypes.find(({ personId }) => personId === proband?.id);
  const last = finding.classifications.at(-1);
  const inherited = finding.inheritance === 'unknown' || !isDescentTold ? '' : inheritanceWords[finding.inheritance];
  const name = [findingName(finding), finding.hgvsProtein].filter((part) => part !== '').join(' ');
  return `${commas(name, finding.transcript, own === undefined ? '' : own.state === 'unknown' ? 'present' : own.state, inherited, last === undefined ? 'not classified' : last.classification.replaceAll('-', ' '), finding.report.laboratory)}.`;
}

const inheritanceWords = { 'de-novo': 'de novo', maternal: 'from the mother', paternal: 'from the father', 'both-parents': 'from both parents' } as const satisfies Readonly<Record<Exclude<Finding['inheritance'], 'unknown'>, string>>;
