import { counted } from '#shared/base/counted.ts';
import { formatMoment } from '#shared/casefile/moment-words.ts';
import { compareMoments, exactly } from '#shared/casefile/moment-order.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import { reckonOdyssey, yearsAndDays } from '#shared/casefile/odyssey-reckoning.ts';
import { heading, paragraph, plain, soft, strong, type Block, type Cell, type Words } from '#shared/interchange/documents/document.ts';
import { documentLocale, listed } from '#shared/interchange/documents/said.ts';
import { shortened } from '#shared/interchange/documents/summary-findings.ts';
import { probandOf, type SummarySource } from '#shared/interchange/documents/summary-source.ts';

interface Step {
  readonly when: Moment | null;
  readonly until: Moment | null;
  readonly what: Words;
  readonly who: string;
}

/** The way so far, in numbers and as one table in the order in which it went. Tests stand with their days and results in a table of their own. */
export function odysseySection(source: SummarySource): readonly Block[] {
  const { file } = source;
  const birthDate = probandOf(file.family)?.birthDate ?? null;
  const steps: readonly Step[] = [...file.events.filter(({ kind }) => kind !== 'treatment').map(eventStep), ...referralSteps(source)];
  const ordered = steps.toSorted((first, second) => compareMoments(first.when, second.when, birthDate));
  const inNumbers = odysseyInNumbers(source);
  if (ordered.length === 0 && inNumbers === '') return [];
  return [
    heading('The way so far'),
    ...(inNumbers === '' ? [] : [paragraph(inNumbers)]),
    ...(ordered.length === 0 ? [] : [stepsTable(ordered)]),
  ];
}

/** At a level without names nobody is named, and a column of nothing says nothing. */
function stepsTable(steps: readonly Step[]): Block {
  const columns = [{ label: 'When', share: 18 }, { label: 'What', share: 54 }, { label: 'Who and where', share: 28 }];
  if (steps.some(({ who }) => who !== '')) return { kind: 'table', caption: '', columns, rows: steps.map(stepRow) };
  return { kind: 'table', caption: '', columns: [{ label: 'When', share: 18 }, { label: 'What', share: 82 }], rows: steps.map((step) => stepRow(step).slice(0, 2)) };
}

/** What was and is given, the latest first. */
export function treatmentSection({ file }: SummarySource): readonly Block[] {
  const treatments = file.events.filter(({ kind }) => kind === 'treatment').toSorted((first, second) => compareMoments(second.when, first.when, null));
  if (treatments.length === 0) return [];
  return [heading('Treatment'), { kind: 'list', items: treatments.map((event) => [strong(event.title === '' ? 'Treatment' : event.title), plain(lasting(event)), ...(event.note === '' ? [] : [soft(`. ${shortened(event.note)}`)])]) }];
}

const kindWords: Readonly<Record<OdysseyEvent['kind'], string>> = {
  symptom: 'Symptom',
  visit: 'Visit',
  test: 'Test',
  result: 'Result',
  misdiagnosis: 'Diagnosis, withdrawn later',
  diagnosis: 'Diagnosis',
  treatment: 'Treatment',
  referral: 'Referral',
  decision: 'Decision',
  'birth-history': 'Birth',
  other: '',
};

function eventStep({ kind, when, until, title, note, clinician, place }: OdysseyEvent): Step {
  const said = [kindWords[kind], title].filter((part) => part !== '').join(': ');
  return { when, until, what: [plain(said), ...(note === '' ? [] : [soft(`. ${shortened(note)}`)])], who: [clinician, place].filter((part) => part !== '').join(', ') };
}

function referralSteps({ file }: SummarySource): readonly Step[] {
  return file.referrals.flatMap(({ destination, steps }): readonly Step[] => {
    const sent = steps.find(({ stage }) => stage === 'sent');
    const last = steps.at(-1);
    if (sent === undefined || last === undefined) return [];
    return [{ when: exactly(sent.on), until: null, what: `Referral sent${last.stage === 'sent' ? '' : `, ${last.stage.replaceAll('-', ' ')} since`}`, who: [destination.name, destination.department].filter((part) => part !== '').join(', ') }];
  });
}

function stepRow({ when, until, what, who }: Step): readonly Cell[] {
  return [[when === null ? 'not dated' : said(when), ...(until === null ? [] : [[soft(`until ${said(until)}`)]])], [what], [who]];
}

const said = (moment: Moment): string => formatMoment(moment, documentLocale);

/** `, since Jun 2021`, `, 2021 to 2022`, `, Feb 2017` of what is done on a day, as an operation is. */
function lasting({ when, until, isOngoing }: OdysseyEvent): string {
  if (until !== null) return `, ${when === null ? 'until' : `${said(when)} to`} ${said(until)}`;
  if (when === null) return isOngoing ? ', still given' : '';
  return `, ${isOngoing ? 'since ' : ''}${said(when)}`;
}

function odysseyInNumbers({ file, today }: SummarySource): string {
  const proband = probandOf(file.family);
  const { length, clinicians, tests, misdiagnoses } = reckonOdyssey({ case: file.case, birthDate: proband?.birthDate ?? null, features: file.features.filter(({ personId }) => personId === proband?.id), events: file.events, tests: file.tests, referrals: file.referrals, candidates: file.candidates }, today);
  const seen = [
    ...(clinicians.names.length === 0 ? [] : [counted(clinicians.names.length, 'clinician')]),
    ...(tests.length === 0 ? [] : [counted(tests.length, 'test')]),
    ...(misdiagnoses.length === 0 ? [] : [counted(misdiagnoses.length, 'diagnosis that was withdrawn', 'diagnoses that were withdrawn')]),
  ];
  const lasted = length === null ? '' : `${lengthWords(length.least, length.most)} from the first symptom ${length.isOver ? 'to the diagnosis' : 'to this day'}`;
  return [lasted, listed(seen)].filter((part) => part !== '').join('; ').replace(/^(.)/u, (letter) => letter.toUpperCase()).replace(/(.)$/u, '$1.');
}

/** A length known only between two bounds is told by years where these agree, else by both. */
function lengthWords(least: number, most: number): string {
  const [shortest, longest] = [yearsAndDays(least), yearsAndDays(most)];
  if (least === most) return shortest.years === 0 ? counted(shortest.days, 'day') : `${counted(shortest.years, 'year')} and ${counted(shortest.days, 'day')}`;
  return shortest.years === longest.years ? `about ${counted(Math.max(1, shortest.years), 'year')}` : `${String(shortest.years)} to ${counted(longest.years, 'year')}`;
}
