import { diseaseIdSchema } from '#shared/base/schemas.ts';
import { cutText } from '#shared/base/cut-text.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import { messageOf, messagesOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import type { ReadTreatment } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { readTimeElement } from '#shared/interchange/phenopacket/read-time.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** What was done for the patient, by its name. One without a name is left out. */
export function readTreatments(packet: Message, report: Report): ReadTreatment[] {
  return messagesOf(packet, 'medicalActions').flatMap((action) => {
    const title = cutText(nameOf(action), 300);
    if (title === '') return [];
    const regimen = messageOf(action, 'therapeuticRegimen');
    const status = textOf(regimen, 'regimenStatus');
    const [when, until] = [messageOf(regimen, 'startTime') ?? messageOf(messageOf(action, 'procedure'), 'performed'), messageOf(regimen, 'endTime')].map((time) => momentOf(time === null ? null : readTimeElement(time, report)));
    const target = textOf(messageOf(action, 'treatmentTarget'), 'id');
    return [{ title, when: when ?? null, until: until ?? null, isOngoing: status === 'STARTED', diseaseId: diseaseIdSchema.safeParse(target).success ? target : null }];
  });
}

function nameOf(action: Message): string {
  const regimen = messageOf(action, 'therapeuticRegimen');
  const reference = messageOf(regimen, 'externalReference');
  const terms = [messageOf(regimen, 'ontologyClass'), messageOf(messageOf(action, 'treatment'), 'agent'), messageOf(messageOf(action, 'procedure'), 'code'), messageOf(messageOf(action, 'radiationTherapy'), 'modality')];
  const names = [textOf(reference, 'description'), textOf(reference, 'reference'), ...terms.map((term) => textOf(term, 'label')), textOf(reference, 'id'), ...terms.map((term) => textOf(term, 'id'))];
  return names.map((name) => name.trim()).find((name) => name !== '') ?? '';
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
