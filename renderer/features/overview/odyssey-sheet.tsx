import { createPortal } from 'react-dom';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { KindIcon } from '#renderer/features/overview/kind-icon.tsx';
import { layOutTimeline } from '#renderer/features/overview/timeline-layout.ts';
import { TimelineDrawing } from '#renderer/features/overview/timeline-drawing.tsx';
import { fittingView } from '#renderer/features/overview/timeline-scale.ts';
import { textWidth } from '#renderer/features/overview/text-width.ts';
import { daysInWords, rangeInDays, rangeInWords } from '#renderer/features/overview/range-words.ts';
import { withoutPrivateSteps, type Odyssey } from '#renderer/features/overview/use-odyssey.ts';
import { formatDate, formatNumber } from '#renderer/i18n/format.ts';
import { daysText } from '#renderer/i18n/moment.ts';
import { personAgeAndKind, personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { dateInterval } from '#shared/casefile/calendar-days.ts';
import type { Milestone } from '#shared/casefile/odyssey-reckoning.ts';

/** Of the line on paper: A4 and Letter less their margins, at 96 dots an inch, less the names of the lanes. */
const paperWidth = 640 - 84;
/** What fits on one page beside the numbers and the line. */
const mostSteps = 44;

/** The odyssey as one page, drawn for the printer only. Steps marked private stay out of it. */
export function OdysseySheet({ odyssey }: { readonly odyssey: Odyssey }) {
  return createPortal(<div className="printed-odyssey overview" aria-hidden><Sheet odyssey={withoutPrivateSteps(odyssey)} /></div>, document.body);
}

function Sheet({ odyssey }: { readonly odyssey: Odyssey }) {
  const t = useWords('overview');
  const { shown, today, items, reckoning } = odyssey;
  const proband = shown.people.find(({ isProband }) => isProband);
  const author = useQueryOf('settings.read', {}).data?.clinicianName ?? '';
  const view = fittingView([...items.flatMap(({ start, end }) => (start === null ? [] : [start.from, start.to, ...(end === null ? [] : [end.to])])), dateInterval(today).from], dateInterval(today).from);
  const layout = layOutTimeline(items, { width: paperWidth, view, rowsPerLane: 2, widthOfText: textWidth });
  const { length, clinicians, places, tests, misdiagnoses, waits, waited } = reckoning;
  const counted = (count: number, key: 'clinicians' | 'places' | 'tests' | 'wrong'): string => `${formatNumber(count)} ${t(`number.${key}`, { count })}`;
  return (
    <article className="odyssey-sheet">
      <header>
        <h1>{t('sheet.title', { name: proband === undefined ? shown.case.reference : personName(proband, shown.case.reference) })}</h1>
        <p>{[proband === undefined ? '' : personAgeAndKind(proband, today), proband === undefined || proband.birthDate === null ? '' : t('sheet.born', { date: formatDate(proband.birthDate) }), shown.case.reference, t(author === '' ? 'sheet.printed' : 'sheet.printedBy', { date: formatDate(today), author })].filter((part) => part !== '').join(' · ')}</p>
      </header>
      <dl className="num">
        <Fact label={t('sheet.first')} milestone={reckoning.firstSymptom} otherwise={t('number.unknown')} />
        <Fact label={t('sheet.visit')} milestone={reckoning.firstVisit} otherwise={t('number.unknown')} />
        <Fact label={t('sheet.referral')} milestone={reckoning.firstReferral} otherwise={t('number.unknown')} />
        <Fact label={t('sheet.diagnosis')} milestone={reckoning.diagnosis} otherwise={t('sheet.noDiagnosis')} />
        <div><dt>{t('sheet.length')}</dt><dd><b>{length === null ? t('number.unknown') : rangeInWords(length)}</b>{length === null ? null : <small>{rangeInDays(length)}</small>}</dd></div>
      </dl>
      <p className="num">{t('sheet.took', { clinicians: counted(clinicians.names.length, 'clinicians'), places: counted(places.names.length, 'places'), tests: counted(tests.length, 'tests'), wrong: counted(misdiagnoses.length, 'wrong'), waited: waits.length === 0 ? '–' : daysInWords(waited.most) })}</p>
      {layout.length === 0 ? null : <TimelineDrawing layout={layout} view={view} width={paperWidth} odyssey={odyssey} selectedKey={null} onPress={null} />}
      <table>
        <thead><tr><th>{t('sheet.when')}</th><th>{t('sheet.what')}</th><th>{t('sheet.who')}</th></tr></thead>
        <tbody>
          {items.slice(0, mostSteps).map((item) => (
            <tr key={item.key}>
              <td className="num">{item.whenText}</td>
              <td><KindIcon kind={item.kind} size={11} /> <span className="kind-word">{t(`kind.${item.kind}`)}</span> {item.title === t(`kind.${item.kind}`) ? '' : item.title}</td>
              <td>{item.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > mostSteps ? <p>{t('sheet.more', { count: items.length - mostSteps })}</p> : null}
      <footer>{t('sheet.foot')}</footer>
    </article>
  );
}

function Fact({ label, milestone, otherwise }: { readonly label: string; readonly milestone: Milestone | null; readonly otherwise: string }) {
  const [from, to] = milestone === null ? [otherwise, otherwise] : daysText(milestone.interval);
  return <div><dt>{label}</dt><dd><b>{from}</b>{from === to ? null : <small>– {to}</small>}</dd></div>;
}
