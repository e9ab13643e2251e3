import { diseaseIdSchema } from '#shared/base/schemas.ts';
import { cutText } from '#shared/base/cut-text.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import { writeCodedTitle } from '#shared/interchange/coded-title.ts';
import { messageOf, messagesOf, numberOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import type { ReadMeasurement, ReadTreatment } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { dateOf, readTimeElement } from '#shared/interchange/phenopacket/read-time.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** What was done for the patient, by its name with its code. One without a name is left out. */
export function readTreatments(packet: Message, report: Report): ReadTreatment[] {
  return messagesOf(packet, 'medicalActions').flatMap((action) => {
    const title = cutText(nameOf(action), longestTitle);
    if (title === '') return [];
    const regimen = messageOf(action, 'therapeuticRegimen');
    const intervals = messagesOf(messageOf(action, 'treatment'), 'doseIntervals').map((dose) => messageOf(dose, 'interval'));
    const [when, until] = regimen === null ? [messageOf(messageOf(action, 'procedure'), 'performed'), null].map((time) => momentIn(time, report)) : [messageOf(regimen, 'startTime'), messageOf(regimen, 'endTime')].map((time) => momentIn(time, report));
    const [first, last] = [intervals[0], intervals.at(-1)];
    const target = textOf(messageOf(action, 'treatmentTarget'), 'id');
    return [
      {
        title,
        when: when ?? instantIn(first, 'start'),
        until: until ?? instantIn(last, 'end'),
        isOngoing: textOf(regimen, 'regimenStatus') === 'STARTED',
        diseaseId: diseaseIdSchema.safeParse(target).success ? target : null,
        note: cutText(detailsOf(action).join('\n'), longestNote),
      },
    ];
  });
}

/** What was measured, as a result with its value and what is usual. */
export function readMeasurements(packet: Message, report: Report): ReadMeasurement[] {
  return messagesOf(packet, 'measurements').flatMap((measurement) => {
    const assay = messageOf(measurement, 'assay');
    const [label, code] = [textOf(assay, 'label').trim(), textOf(assay, 'id')];
    if (label === '' && code === '') return [];
    const values = valuesOf(measurement);
    const title = writeCodedTitle({ label: cutText([label === '' ? code : label, values].filter((part) => part !== '').join(': '), longestTitle - longestCode), code });
    const time = messageOf(measurement, 'timeObserved');
    return [{ title, when: momentIn(time, report), note: cutText(textOf(measurement, 'description').trim(), longestNote) }];
  });
}

const longestTitle = 300;
const longestCode = 60;
const longestNote = 20_000;

function nameOf(action: Message): string {
  const regimen = messageOf(action, 'therapeuticRegimen');
  const reference = messageOf(regimen, 'externalReference');
  const terms = [messageOf(regimen, 'ontologyClass'), messageOf(messageOf(action, 'treatment'), 'agent'), messageOf(messageOf(action, 'procedure'), 'code'), messageOf(messageOf(action, 'radiationTherapy'), 'modality')];
  const said = [textOf(reference, 'description'), textOf(reference, 'reference'), textOf(reference, 'id')].map((name) => name.trim()).find((name) => name !== '');
  const term = terms.find((one) => textOf(one, 'id') !== '' || textOf(one, 'label').trim() !== '');
  if (said !== undefined || term === undefined) return said ?? '';
  return writeCodedTitle({ label: cutText(textOf(term, 'label').trim(), longestTitle - longestCode), code: textOf(term, 'id') });
}

/** What a step of the odyssey has no field for, a line each. */
function detailsOf(action: Message): readonly string[] {
  const [treatment, procedure, radiation] = ['treatment', 'procedure', 'radiationTherapy'].map((name) => messageOf(action, name));
  const doses = messagesOf(treatment ?? null, 'doseIntervals').map((dose) => [quantityOf(messageOf(dose, 'quantity')), labelOf(messageOf(dose, 'scheduleFrequency'))].filter((part) => part !== '').join(', '));
  const said: readonly (readonly [string, string])[] = [
    ['Route', labelOf(messageOf(treatment ?? null, 'routeOfAdministration'))],
    ['Dose', doses.join('; ')],
    ['Cumulative dose', quantityOf(messageOf(treatment ?? null, 'cumulativeDose'))],
    ['Body site', labelOf(messageOf(procedure ?? null, 'bodySite') ?? messageOf(radiation ?? null, 'bodySite'))],
    ['Dosage', radiation === null || radiation === undefined ? '' : `${String(numberOf(radiation, 'dosage'))} Gy in ${String(numberOf(radiation, 'fractions'))} fractions`],
    ['Intent', labelOf(messageOf(action, 'treatmentIntent'))],
    ['Response', labelOf(messageOf(action, 'responseToTreatment'))],
    ['Adverse events', messagesOf(action, 'adverseEvents').map(labelOf).filter((label) => label !== '').join(', ')],
    ['Ended because of', labelOf(messageOf(action, 'treatmentTerminationReason'))],
    ['Status', textOf(messageOf(action, 'therapeuticRegimen'), 'regimenStatus') === 'DISCONTINUED' ? 'discontinued' : ''],
  ];
  return said.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
}

const labelOf = (term: Message | null): string => textOf(term, 'label').trim() || textOf(term, 'id');

/** Such as `25 mm[Hg] (10 to 21)`. */
function quantityOf(quantity: Message | null): string {
  if (quantity === null) return '';
  const range = messageOf(quantity, 'referenceRange');
  const usual = range === null ? '' : ` (${String(numberOf(range, 'low'))} to ${String(numberOf(range, 'high'))})`;
  return `${String(numberOf(quantity, 'value'))} ${textOf(messageOf(quantity, 'unit'), 'id').replace(/^UCUM:/, '') || labelOf(messageOf(quantity, 'unit'))}${usual}`.trim();
}

function valuesOf(measurement: Message): string {
  const value = messageOf(measurement, 'value');
  const typed = messagesOf(messageOf(measurement, 'complexValue'), 'typedQuantities').map((one) => `${labelOf(messageOf(one, 'type'))} ${quantityOf(messageOf(one, 'quantity'))}`.trim());
  return [labelOf(messageOf(value, 'ontologyClass')), quantityOf(messageOf(value, 'quantity')), ...typed].filter((part) => part !== '').join(', ');
}

const momentIn = (time: Message | null, report: Report): Moment | null => (time === null ? null : momentOf(readTimeElement(time, report)));

function instantIn(interval: Message | null | undefined, end: 'start' | 'end'): Moment | null {
  const instant = textOf(interval ?? null, end);
  return instant === '' ? null : { kind: 'date', date: dateOf(instant), isAbout: false };
}

/** Of a range its beginning, as about then. What is told by a term or before birth has no moment. */
function momentOf(time: TimeElement | null): Moment | null {
  switch (time?.kind) {
    case 'age':
      return { kind: 'age', age: time.duration, isAbout: false };
    case 'age-range':
      return { kind: 'age', age: time.start, isAbout: true };
    case 'date':
      return { kind: 'date', date: time.date, isAbout: false };
    case 'date-range':
      return { kind: 'date', date: time.start, isAbout: true };
    default:
      return null;
  }
}
