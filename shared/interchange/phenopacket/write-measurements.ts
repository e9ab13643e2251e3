import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import { measuredValue, readCodedTitle } from '#shared/interchange/coded-title.ts';
import { timeOfMoment } from '#shared/interchange/time-of-moment.ts';
import { writeTimeOrNull, type Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';

/** Results of the odyssey that say what was measured by a code, and a value: the schema has no measurement without either. */
export const writeMeasurements = ({ events }: Pick<CaseFile, 'events'>): readonly Message[] => events.flatMap(measurementOf);

export const isMeasurement = (event: OdysseyEvent): boolean => measurementOf(event).length > 0;

function measurementOf({ kind, title, when, note }: OdysseyEvent): readonly Message[] {
  const coded = kind === 'result' ? readCodedTitle(title) : null;
  const measured = measuredValue(coded?.label ?? '');
  const [, value, unitName, low, high] = /^(\S+) (\S+)(?: \((\S+) to (\S+)\))?$/.exec(measured) ?? [];
  if (coded === null || value === undefined || unitName === undefined) return [];
  const unit = { id: `UCUM:${unitName}`, label: unitName };
  const name = coded.label.slice(0, coded.label.length - measured.length).replace(/: $/, '');
  const timeObserved = when === null ? null : writeTimeOrNull(timeOfMoment(when));
  return [
    {
      ...(note === '' ? {} : { description: note }),
      assay: { id: coded.code, label: name === '' ? coded.code : name },
      value: { quantity: { unit, value: Number(value), ...(low === undefined || high === undefined ? {} : { referenceRange: { unit, low: Number(low), high: Number(high) } }) } },
      ...(timeObserved === null ? {} : { timeObserved }),
    },
  ];
}
