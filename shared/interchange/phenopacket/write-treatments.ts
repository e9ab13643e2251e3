import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import { readCodedTitle } from '#shared/interchange/coded-title.ts';
import { timeOfMoment } from '#shared/interchange/time-of-moment.ts';
import { writeTime, type Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';

/** Treatments of the odyssey as regimens, which are the only kind of action in the schema that has a beginning and an end and needs no code; with it where the title has one. */
export function writeTreatments({ events, candidates, family }: Pick<CaseFile, 'events' | 'candidates' | 'family'>): readonly Message[] {
  const nameOf = new Map([...family.conditions.flatMap(({ diseaseId, name }) => (diseaseId === null ? [] : [[diseaseId, name] as const])), ...candidates.map(({ diseaseId, diseaseName }) => [diseaseId, diseaseName] as const)]);
  return events.filter(isTreatment).map((event, index) => {
    const coded = readCodedTitle(event.title);
    const [start, end] = [timeOf(event.when), timeOf(event.until)];
    return {
      therapeuticRegimen: {
        ...(coded === null ? { externalReference: { id: `treatment-${String(index + 1)}`, description: event.title === '' ? 'Treatment' : event.title } } : { ontologyClass: { id: coded.code, label: coded.label } }),
        ...(start === null ? {} : { startTime: start }),
        ...(end === null ? {} : { endTime: end }),
        regimenStatus: event.isOngoing ? 'STARTED' : event.until === null ? 'UNKNOWN_STATUS' : 'COMPLETED',
      },
      ...(event.diseaseId === null ? {} : { treatmentTarget: { id: event.diseaseId, label: nameOf.get(event.diseaseId) ?? event.diseaseId } }),
    };
  });
}

const timeOf = (moment: Moment | null): Message | null => (moment === null ? null : writeTime(timeOfMoment(moment)));

/** One of which neither name, target nor time is told says nothing to anybody else. */
export const isTreatment = ({ kind, title, diseaseId, when, until }: OdysseyEvent): boolean => kind === 'treatment' && (title !== '' || diseaseId !== null || when !== null || until !== null);
