import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { keyOf, type OdysseyItem } from '#renderer/features/overview/odyssey-items.ts';
import type { Odyssey } from '#renderer/features/overview/use-odyssey.ts';
import { formatDate, formatNumber } from '#renderer/i18n/format.ts';
import { daysInWords, rangeInDays, rangeInWords } from '#renderer/features/overview/range-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { OdysseySource } from '#shared/casefile/odyssey-source.ts';

/** What the odyssey took, in numbers; each opens what it rests on. */
export function OdysseyNumbers({ odyssey, onSelect }: { readonly odyssey: Odyssey; readonly onSelect: (item: OdysseyItem) => void }) {
  const t = useWords('overview');
  const { reckoning } = odyssey;
  const { length, clinicians, places, tests, misdiagnoses, waits, waited } = reckoning;
  const shared = { odyssey, onSelect };
  return (
    <div className="numbers">
      <Figure {...shared} isFirst value={length === null ? t('number.unknown') : rangeInWords(length)} label={length?.isOver === true ? t('number.lengthOver') : t('number.length')} how={t('number.lengthHow')} detail={length === null ? null : rangeInDays(length)} sources={length?.sources ?? []} />
      <Figure {...shared} value={formatNumber(clinicians.names.length)} label={t('number.clinicians', { count: clinicians.names.length })} how={t('number.cliniciansHow')} detail={clinicians.names.join(', ')} sources={clinicians.sources} />
      <Figure {...shared} value={formatNumber(places.names.length)} label={t('number.places', { count: places.names.length })} how={t('number.placesHow')} detail={places.names.join(', ')} sources={places.sources} />
      <Figure {...shared} value={formatNumber(tests.length)} label={t('number.tests', { count: tests.length })} how={t('number.testsHow')} detail={null} sources={tests} />
      <Figure {...shared} value={formatNumber(misdiagnoses.length)} label={t('number.wrong', { count: misdiagnoses.length })} how={t('number.wrongHow')} detail={null} sources={misdiagnoses} />
      <Figure {...shared} value={waits.length === 0 ? '–' : daysInWords(waited.most)} label={t('number.waited')} how={t('number.waitedHow')} detail={waits.length === 0 ? null : rangeInDays(waited)} sources={waits.map(({ testId }) => ({ kind: 'test', id: testId }))} />
    </div>
  );
}

interface FigureProps {
  readonly odyssey: Odyssey;
  readonly onSelect: (item: OdysseyItem) => void;
  readonly value: string;
  readonly label: string;
  readonly how: string;
  readonly detail: string | null;
  readonly sources: readonly OdysseySource[];
  readonly isFirst?: boolean;
}

function Figure({ odyssey, onSelect, value, label, how, detail, sources, isFirst = false }: FigureProps) {
  const t = useWords('overview');
  return (
    <DialogTrigger>
      <Button className={`figure ${isFirst ? 'is-first' : ''}`}>
        <b className="num">{value}</b>
        <span>{label}</span>
      </Button>
      <Popover className="popover overview-why" offset={4} placement="bottom start">
        <Dialog aria-label={t('number.why')}>
          {({ close }) => (
            <>
              <p>{how}</p>
              {detail === null || detail === '' ? null : <p className="num medium">{detail}</p>}
              {sources.length === 0 ? <p className="muted">{t('number.none')}</p> : (
                <ul>
                  {sources.map((source) => (
                    <li key={keyOf(source)}>
                      <SourceLine source={source} odyssey={odyssey} onSelect={(item) => { close(); onSelect(item); }} />
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function SourceLine({ source, odyssey, onSelect }: { readonly source: OdysseySource; readonly odyssey: Odyssey; readonly onSelect: (item: OdysseyItem) => void }): ReactNode {
  const t = useWords('overview');
  const item = odyssey.items.find(({ key }) => key === keyOf(source));
  if (item !== undefined) return <button type="button" className="source" onClick={() => onSelect(item)}><span className="num">{item.whenText}</span> {item.title}{item.note === '' ? '' : `, ${item.note}`}</button>;
  const { shown } = odyssey;
  if (source.kind === 'case') return t('number.source.case', { date: shown.case.firstSymptomOn === null ? '' : formatDate(shown.case.firstSymptomOn) });
  if (source.kind === 'feature') return t('number.source.feature', { name: shown.features.find(({ id }) => id === source.id)?.label ?? '' });
  const candidate = shown.candidates.find(({ id }) => id === source.id);
  return candidate === undefined ? null : t('number.source.candidate', { name: candidate.diseaseName, date: formatDate(candidate.decidedOn) });
}
