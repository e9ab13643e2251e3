import { messageOf, pointerOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import { asReference, cutText } from '#shared/base/cut-text.ts';
import { ageText, dateOf } from '#shared/interchange/phenopacket/read-time.ts';
import { unknownDetail, type IndividualDetail } from '#shared/pedigree/individual.ts';
import { ageBetween } from '#shared/phenotype/duration.ts';

/** The person of a packet. A phenopacket holds no names. */
export function readSubject(subject: Message | null, report: Report): IndividualDetail {
  const birthDate = dateOf(textOf(subject, 'dateOfBirth'));
  const vitalStatus = messageOf(subject, 'vitalStatus');
  return {
    ...unknownDetail,
    reference: asReference(textOf(subject, 'id'), longestReference),
    sexAssignedAtBirth: sexes[textOf(subject, 'sex')] ?? 'unknown',
    gender: subject === null ? 'unknown' : readGender(subject, report),
    karyotype: karyotypes[textOf(subject, 'karyotypicSex')] ?? '',
    birthDate: birthDate === '' ? null : birthDate,
    ageAtLastEncounter: subject === null ? null : readAge(subject, birthDate, report),
    vitalStatus: vitalStatuses[textOf(vitalStatus, 'status')] ?? 'unknown',
    ...readDeath(vitalStatus),
  };
}

/** Of a person's id and of a cause of death in the vault. */
const longestReference = 200;
const longestCause = 500;

/** OTHER_SEX: "it is not possible to accurately assess" male or female. */
const sexes: Readonly<Record<string, IndividualDetail['sexAssignedAtBirth']>> = { FEMALE: 'female', MALE: 'male', OTHER_SEX: 'unassigned' };
const vitalStatuses: Readonly<Record<string, IndividualDetail['vitalStatus']>> = { ALIVE: 'alive', DECEASED: 'deceased' };

/** ISCN 2020 for the sex chromosome complements of the schema. */
const karyotypes: Readonly<Record<string, string>> = {
  XX: '46,XX',
  XY: '46,XY',
  XO: '45,X',
  XXY: '47,XXY',
  XXX: '47,XXX',
  XXYY: '48,XXYY',
  XXXY: '48,XXXY',
  XXXX: '48,XXXX',
  XYY: '47,XYY',
};

/** The schema leaves the vocabulary of gender open, so it is read from the label, and only where that is plain. */
function readGender(subject: Message, report: Report): IndividualDetail['gender'] {
  const term = messageOf(subject, 'gender');
  if (term === null) return 'unknown';
  const label = textOf(term, 'label').trim().toLowerCase();
  const core = label.replace(/^(cis|trans)(gender)?[ -]*/, '');
  if (['woman', 'girl', 'female', 'female gender', 'female gender identity', 'identifies as female gender'].includes(core)) return 'woman-girl';
  if (['man', 'boy', 'male', 'male gender', 'male gender identity', 'identifies as male gender'].includes(core)) return 'man-boy';
  if (['non-binary', 'nonbinary', 'non-binary gender', 'nonbinary gender', 'identifies as nonbinary gender', 'genderqueer'].includes(label)) return 'non-binary';
  if (label !== 'unknown') report({ severity: 'warning', rule: 'gender-not-kept', message: 'the gender is given by a term that Nostos does not map and is left as unknown', pointer: term.pointer });
  return 'unknown';
}

/** The age when last seen: as said, or from a date when the date of birth is known too. Of a range the lower end, which is certain. */
function readAge(subject: Message, birthDate: string, report: Report): string | null {
  const element = messageOf(subject, 'timeAtLastEncounter');
  const age = ageText(messageOf(element, 'age')) || ageText(messageOf(subject, 'ageAtCollection'));
  if (age !== '') return age;
  const range = messageOf(element, 'ageRange') ?? messageOf(subject, 'ageRangeAtCollection');
  const lowest = ageText(messageOf(range, 'start'));
  if (range !== null && lowest !== '') {
    report({ severity: 'warning', rule: 'age-range', message: 'the age at the last encounter is a range, of which the lower end is kept', pointer: range.pointer });
    return lowest;
  }
  const seen = textOf(element, 'timestamp');
  if (seen !== '' && birthDate !== '') {
    const between = ageBetween(birthDate, dateOf(seen));
    if (between === null) report({ severity: 'error', rule: 'out-of-order', message: 'the last encounter lies before the birth, expected a later time', pointer: pointerOf(element ?? subject, 'timestamp') });
    return between;
  }
  if (element !== null) {
    const reason = seen === '' ? 'is not an age after birth' : 'is a date, which tells no age without the date of birth,';
    report({ severity: 'warning', rule: 'age-not-kept', message: `the time of the last encounter ${reason} and is not kept`, pointer: element.pointer });
  }
  return null;
}

/** Age and day of death stand beside each other, since each may be known without the other. */
function readDeath(vitalStatus: Message | null): Pick<IndividualDetail, 'deathDate' | 'ageAtDeath' | 'causeOfDeath'> {
  const time = messageOf(vitalStatus, 'timeOfDeath');
  const date = dateOf(textOf(time, 'timestamp'));
  const age = ageText(messageOf(time, 'age'));
  const cause = messageOf(vitalStatus, 'causeOfDeath');
  return { deathDate: date === '' ? null : date, ageAtDeath: age === '' ? null : age, causeOfDeath: cutText(textOf(cause, 'label').trim() || textOf(cause, 'id'), longestCause) };
}
