import { diseaseIdPattern, partialDateSchema, termIdPattern } from '#shared/base/schemas.ts';
import type { Condition } from '#shared/pedigree/family.ts';
import type { Gestation, Life } from '#shared/pedigree/individual.ts';

/*
 * GEDCOM has no tags for what a pedigree says, and FACT with a TYPE and ASSO with a relation in words for what it has no tags for. These are the words,
 * made to be read by people in any other program.
 */

/** The payload of a FACT that has nothing to say beyond its type. */
const nothingStated = 'not stated';
export const stated = (text: string): string => (text === '' ? nothingStated : text);
export const unstated = (text: string): string => (text === nothingStated ? '' : text);

export const factTypes = {
  gender: 'Gender',
  sexAssignedAtBirth: 'Sex assigned at birth',
  karyotype: 'Karyotype',
  ancestry: 'Ancestry',
  birthOrder: 'Birth order',
  group: 'Number of people',
  pregnancy: 'Pregnancy',
  stillbirth: 'Stillbirth',
  'spontaneous-abortion': 'Spontaneous abortion',
  termination: 'Termination of pregnancy',
  ectopic: 'Ectopic pregnancy',
  ageWhenLastSeen: 'Age when last seen',
  examined: 'Examined',
  evaluation: 'Evaluation',
  infertility: 'Infertility',
  'by-choice-or-unknown': 'No children by choice or for a reason that is not known',
  vitalStatus: 'Vital status',
  proband: 'Proband',
  consultand: 'Consultand',
  consanguinity: 'Consanguinity',
} as const;
export const conditionType = 'Condition: ';

export const writeGestation = (gestation: Gestation | null): string => (gestation === null ? nothingStated : `${String(gestation.weeks)}w ${String(gestation.days)}d`);

export function readGestation(text: string): Gestation | null {
  const match = /^(\d{1,2})w(?: (\d)d)?$/.exec(text.trim());
  const [weeks, days] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 0)];
  return match === null || weeks > 45 || days > 6 ? null : { weeks, days };
}

export const writePregnancy = (life: Extract<Life, { kind: 'pregnancy' }>): string =>
  stated([...(life.gestation === null ? [] : [writeGestation(life.gestation)]), ...(life.dueDate === null ? [] : [`due ${life.dueDate}`]), ...(life.sexKnownBy === '' ? [] : [`sex known by ${life.sexKnownBy}`])].join('; '));

export function readPregnancy(text: string): Life {
  const [, before = text, sexKnownBy = ''] = /^(.*?)(?:^|; )sex known by ([^]*)$/.exec(text) ?? [];
  const due = before.split('; ').find((part) => part.startsWith('due '))?.slice(4) ?? '';
  return { kind: 'pregnancy', gestation: readGestation(before.split('; ')[0] ?? ''), dueDate: partialDateSchema.safeParse(due).success ? due : null, sexKnownBy: sexKnownBy.slice(0, 200) };
}

/** `Haemophilia A [OMIM:306700]`: the name, and the codes that it has. */
export const writeCondition = ({ name, diseaseId, termId }: Condition): string => [name, ...[diseaseId, termId].flatMap((code) => (code === null ? [] : [`[${code}]`]))].join(' ');

export function readCondition(text: string): Pick<Condition, 'name' | 'diseaseId' | 'termId'> {
  let name = text;
  let [diseaseId, termId]: (string | null)[] = [null, null];
  for (let match = / \[([^\]\s]{1,100})\]$/.exec(name); match !== null; match = / \[([^\]\s]{1,100})\]$/.exec(name)) {
    const code = match[1] ?? '';
    if (termId === null && diseaseId === null && termIdPattern.test(code)) termId = code;
    else if (diseaseId === null && diseaseIdPattern.test(code)) diseaseId = code;
    else break;
    name = name.slice(0, match.index);
  }
  return { name, diseaseId: diseaseId ?? null, termId: termId ?? null };
}
