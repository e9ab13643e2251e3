import * as z from 'zod';
import { durationSchema, partialDateSchema } from '#shared/base/schemas.ts';

export const sexesAssignedAtBirth = ['female', 'male', 'unassigned', 'unknown'] as const;
export type SexAssignedAtBirth = (typeof sexesAssignedAtBirth)[number];

export const genders = ['woman-girl', 'man-boy', 'non-binary', 'unknown'] as const;
export type Gender = (typeof genders)[number];

export const vitalStatuses = ['alive', 'deceased', 'unknown'] as const;

/** Weeks and days since the last menstrual period. */
const gestationSchema = z.object({ weeks: z.int().min(0).max(45), days: z.int().min(0).max(6) });
export type Gestation = z.infer<typeof gestationSchema>;

/**
 * What an individual of the pedigree is. A pregnancy, a stillbirth and a loss are individuals like any other (NSGC 2022, figure 4). A loss is
 * what was recorded as one: the weeks do not decide (specification, A7).
 */
const lifeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person') }),
  /** Several people drawn as one symbol; `count` null: an unknown number, drawn as n. */
  z.object({
    kind: z.literal('group'),
    count: z.int().min(2).max(99).nullable(),
    /** Where not all were assigned the same sex at birth: every one that occurs. */
    sexesAssignedAtBirth: z.array(z.enum(['female', 'male', 'unassigned'])).min(2).max(3).readonly().optional(),
  }),
  /** An ongoing pregnancy. `sexKnownBy` says how the sex of the fetus is known, such as `46,XY` or `female by US`. */
  z.object({ kind: z.literal('pregnancy'), gestation: gestationSchema.nullable(), dueDate: partialDateSchema.nullable(), sexKnownBy: z.string().max(200) }),
  z.object({ kind: z.literal('stillbirth'), gestation: gestationSchema.nullable() }),
  z.object({ kind: z.literal('loss'), outcome: z.enum(['spontaneous-abortion', 'termination', 'ectopic']), gestation: gestationSchema.nullable() }),
]);
export type Life = z.infer<typeof lifeSchema>;

/** Why there are no children: one bar (by choice, or the reason is unknown) or two (infertility). */
export const childlessnessSchema = z.object({ kind: z.enum(['by-choice-or-unknown', 'infertility']), reason: z.string().max(200) });
export type Childlessness = z.infer<typeof childlessnessSchema>;

/** Where a fact comes from and who may see it. */
export const provenanceSchema = z.object({
  source: z.enum(['self', 'relative', 'record', 'unknown']),
  /** Who said it or which record, in free words. */
  detail: z.string().max(500),
  recordedOn: partialDateSchema.nullable(),
  recordedBy: z.string().max(200),
  /** Not to be shown to the family or to leave the clinic: non-paternity, a termination, a gender history. */
  isPrivate: z.boolean(),
});
export type Provenance = z.infer<typeof provenanceSchema>;

export const unknownProvenance: Provenance = { source: 'unknown', detail: '', recordedOn: null, recordedBy: '', isPrivate: false };

/** Everything that may be said of one individual, besides how it is related and which conditions it has. */
export const individualDetailSchema = z.object({
  /** The id by which a file or a laboratory knows this person: PED individual, VCF sample. Empty where there is none. */
  reference: z.string().max(200),
  givenName: z.string().max(200),
  familyName: z.string().max(200),
  /** Decides the shape of the symbol, alone. */
  gender: z.enum(genders),
  sexAssignedAtBirth: z.enum(sexesAssignedAtBirth),
  /** ISCN karyotype, such as 46,XY. Empty when not known; never inferred from the sex assigned at birth. */
  karyotype: z.string().max(200),
  life: lifeSchema,
  vitalStatus: z.enum(vitalStatuses),
  birthDate: partialDateSchema.nullable(),
  deathDate: partialDateSchema.nullable(),
  ageAtDeath: durationSchema.nullable(),
  causeOfDeath: z.string().max(500),
  /** Age when last seen, where no birth date is known. */
  ageAtLastEncounter: durationSchema.nullable(),
  /** The day on which that was the age. */
  ageRecordedOn: partialDateSchema.nullable(),
  /** Place among the siblings, 1 the eldest, where no birth date says it. */
  birthOrder: z.int().min(1).max(99).nullable(),
  /** Square brackets: adopted in, out, or by a relative, as the lines show. */
  isAdopted: z.boolean(),
  /** Asterisk: examined, or the records were reviewed. */
  isEvaluated: z.boolean(),
  /** Results of evaluation, a line each under the symbol, with no prefix. */
  evaluations: z.array(z.string().max(200)).max(20).readonly(),
  /** Where it is known of the person and not of one couple. */
  childlessness: childlessnessSchema.nullable(),
  ancestry: z.string().max(500),
  note: z.string().max(10_000),
  /** By the name of the fact; a fact without an entry is of unknown source and not private. */
  provenance: z.record(z.string(), provenanceSchema).readonly(),
});
export type IndividualDetail = Readonly<z.infer<typeof individualDetailSchema>>;

/** One symbol's worth of the family. Its id is a UUID in the vault and whatever the file calls it elsewhere. */
export const individualSchema = individualDetailSchema.extend({
  id: z.string().min(1).max(300),
  /** The person through whom the family came to attention; at most one. */
  isProband: z.boolean(),
  /** The person who seeks the advice. */
  isConsultand: z.boolean(),
});
export type Individual = Readonly<z.infer<typeof individualSchema>>;

/** Of whom nothing is known. */
export const unknownDetail: IndividualDetail = {
  reference: '',
  givenName: '',
  familyName: '',
  gender: 'unknown',
  sexAssignedAtBirth: 'unknown',
  karyotype: '',
  life: { kind: 'person' },
  vitalStatus: 'alive',
  birthDate: null,
  deathDate: null,
  ageAtDeath: null,
  causeOfDeath: '',
  ageAtLastEncounter: null,
  ageRecordedOn: null,
  birthOrder: null,
  isAdopted: false,
  isEvaluated: false,
  evaluations: [],
  childlessness: null,
  ancestry: '',
  note: '',
  provenance: {},
};

/**
 * Whose genes count as male or female for transmission: the sex assigned at birth, else what the gender suggests (relatives are assumed to agree
 * unless known, NSGC 2022 box 1), else unknown.
 */
export function presumedSexAssignedAtBirth(individual: Pick<Individual, 'sexAssignedAtBirth' | 'gender'>): SexAssignedAtBirth {
  if (individual.sexAssignedAtBirth !== 'unknown') return individual.sexAssignedAtBirth;
  if (individual.gender === 'man-boy') return 'male';
  return individual.gender === 'woman-girl' ? 'female' : 'unknown';
}
