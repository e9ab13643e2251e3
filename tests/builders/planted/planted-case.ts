import fc from 'fast-check';
import type * as z from 'zod';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { attachedDocumentDetailSchema } from '#shared/casefile/attached-document.ts';
import { caseDetailSchema } from '#shared/casefile/case-record.ts';
import { consentDetailSchema, consentPurposes } from '#shared/casefile/consent.ts';
import { findingDetailSchema, genotypeSchema } from '#shared/casefile/finding.ts';
import { eventKinds, odysseyEventDetailSchema } from '#shared/casefile/odyssey-event.ts';
import { orderedTestDetailSchema } from '#shared/casefile/ordered-test.ts';
import { taskDetailSchema } from '#shared/casefile/task.ts';
import { individualConditionSchema, parentEdgeSchema, partnershipSchema, pedigreeHeaderSchema, conditionSchema, type Family } from '#shared/pedigree/family.ts';
import { individualDetailSchema, type Individual } from '#shared/pedigree/individual.ts';
import { featureDetailSchema } from '#shared/phenotype/feature.ts';
import { referralDetailSchema } from '#shared/referral/referral.ts';
import { classificationEntrySchema } from '#shared/variant/variant.ts';
import { families } from '#tests/builders/arbitrary-family.ts';
import { plantedValue, type Planting } from '#tests/builders/planted/planted-value.ts';

/** Writes a case of about thirty people with something planted in every field of every record, and answers its id. */
export function keepPlantedCase(unit: UnitOfWork, planting: Planting): { readonly caseId: string; readonly referralId: string; readonly personId: string } {
  const plant = <Schema extends z.ZodType>(schema: Schema, choose = 0): z.infer<Schema> => schema.parse(plantedValue(schema, planting, choose));
  const record = unit.cases.add({ ...plant(caseDetailSchema), status: 'testing' });
  const proband = unit.people.add(record.id, true, plant(individualDetailSchema));
  const family = plantedFamily(plant, proband);
  unit.families.write(record.id, family);
  const people = unit.people.ofCase(record.id);
  const near = closeRelative(family, proband.id);
  const tested = people.find(({ id, isProband }) => !isProband && id !== near)?.id ?? '';
  for (const [index, { id }] of people.entries()) {
    unit.features.add({ caseId: record.id, personId: id, termId: `HP:${String(1250 + index).padStart(7, '0')}`, label: planting.word(), detail: { ...plant(featureDetailSchema, index), state: 'observed' } });
    for (const purpose of consentPurposes) unit.records.consents.add(record.id, { ...plant(consentDetailSchema), personId: id, purpose, on: '2018-01-01', expiresOn: null, withdrawnOn: null, documentId: null });
  }
  for (const gene of [{ symbol: 'FGFR2', hgncId: null }, plant(findingDetailSchema).gene]) {
    const finding = unit.findings.add(record.id, { ...plant(findingDetailSchema), gene, phase: null });
    const typed = [proband.id, tested].reduce((kept, personId) => unit.findings.putGenotype(kept, personId, { ...plant(genotypeSchema), state: 'heterozygous' }), finding);
    unit.findings.classify(typed, plant(classificationEntrySchema));
  }
  for (const [index, state] of (['confirmed', 'working', 'ruled-out'] as const).entries()) unit.candidates.add(record.id, { id: `OMIM:99990${String(index)}`, name: planting.word() }, { state, reason: planting.word(), decidedOn: planting.day(), decidedBy: planting.word() });
  for (const choose of [0, 1, 2]) for (const kind of eventKinds) unit.records.events.add(record.id, { ...plant(odysseyEventDetailSchema, choose), kind, diseaseId: null, isPrivate: false });
  const test = unit.records.tests.add(record.id, { ...plant(orderedTestDetailSchema), personIds: [proband.id], isPrivate: false });
  const referral = unit.records.referrals.add(record.id, { ...plant(referralDetailSchema), personIds: [proband.id], isPrivate: false });
  unit.records.tasks.add(record.id, { ...plant(taskDetailSchema), referralId: referral.id, testId: test.id, findingId: null });
  unit.records.documents.add(record.id, { ...plant(attachedDocumentDetailSchema), sha256: unit.documentContents.keep(Buffer.from(planting.word())), eventId: null, testId: test.id, referralId: null, isPrivate: false });
  keepPrivate(unit, record.id, plant);
  unit.describe('Plant a case', record.id);
  return { caseId: record.id, referralId: referral.id, personId: near };
}

/** A parent, child or full sibling of blood, to whom a letter may be written. */
function closeRelative({ parentEdges }: Family, probandId: string): string {
  const genetic = parentEdges.filter(({ roles, isDonor }) => !isDonor && roles.some((role) => role === 'egg' || role === 'sperm' || role === 'genetic'));
  const parents = genetic.filter(({ childId }) => childId === probandId).map(({ parentId }) => parentId);
  const near = [...parents, ...genetic.filter(({ parentId }) => parentId === probandId).map(({ childId }) => childId)][0];
  if (near === undefined) throw new Error('the proband of the generated family has no close relative');
  return near;
}

type Plant = <Schema extends z.ZodType>(schema: Schema, choose?: number) => z.infer<Schema>;

/** Of what is private nothing may leave at any level. */
function keepPrivate(unit: UnitOfWork, caseId: string, plant: Plant): void {
  unit.records.events.add(caseId, { ...plant(odysseyEventDetailSchema), diseaseId: null, isPrivate: true });
  unit.records.tests.add(caseId, { ...plant(orderedTestDetailSchema), personIds: [], isPrivate: true });
  unit.records.referrals.add(caseId, { ...plant(referralDetailSchema), personIds: [], isPrivate: true });
}

/** The shape of a generated family; everything that is said in it is planted. The second person is over 89. */
function plantedFamily(plant: Plant, proband: Individual): Family {
  const shape = fc.sample(families({ maxPeople: 34 }), { seed: 30, numRuns: 60 }).find(({ individuals }) => individuals.length >= 30);
  if (shape === undefined) throw new Error('no family of thirty was generated');
  const origin = shape.individuals.find(({ isProband }) => isProband)?.id;
  const newIds = new Map(shape.individuals.map(({ id }, index) => [id, id === origin ? proband.id : `30000000-0000-7000-8000-${String(index).padStart(12, '0')}`]));
  const idOf = (id: string): string => newIds.get(id) ?? id;
  const rowId = (kind: number, index: number): string => `3000000${String(kind)}-0000-7000-8000-${String(index).padStart(12, '0')}`;
  const conditions = [0, 1].map((index) => ({ ...plant(conditionSchema), id: rowId(1, index), ...(index === 0 ? { diseaseId: null, termId: null } : { termId: null }) }));
  return {
    header: plant(pedigreeHeaderSchema),
    individuals: shape.individuals.map((one, index) => ({ ...plant(individualDetailSchema), gender: one.gender, sexAssignedAtBirth: one.sexAssignedAtBirth, life: plantedLife(one, plant), vitalStatus: index % 5 === 1 ? 'deceased' : 'alive', ...(index === 1 ? { birthDate: '1913-05-06', ageAtLastEncounter: 'P97Y', ageAtDeath: 'P98Y' } : {}), id: idOf(one.id), isProband: one.isProband, isConsultand: one.isConsultand })),
    parentEdges: shape.parentEdges.map((edge, index) => ({ ...edge, provenance: plant(parentEdgeSchema).provenance, id: rowId(2, index), childId: idOf(edge.childId), parentId: idOf(edge.parentId) })).map(public_),
    partnerships: shape.partnerships.map((one, index) => public_({ ...one, ...plant(partnershipSchema), id: rowId(3, index), partnerIds: [idOf(one.partnerIds[0]), idOf(one.partnerIds[1])] as const })),
    twinGroups: shape.twinGroups.map((one, index) => ({ ...one, id: rowId(4, index), members: one.members.map((member) => ({ ...member, individualId: idOf(member.individualId) })) })),
    conditions,
    individualConditions: shape.individuals.flatMap(({ id }, index) => conditions.map((condition, at) => public_({ ...plant(individualConditionSchema, index), id: rowId(5, index * 2 + at), individualId: idOf(id), conditionId: condition.id }))),
  };
}

const plantedLife = (one: Individual, plant: Plant): Individual['life'] => (one.life.kind === 'pregnancy' ? { ...one.life, sexKnownBy: plant(individualDetailSchema.shape.note) } : one.life);

const public_ = <Row extends { readonly provenance: { readonly isPrivate: boolean } }>(row: Row): Row => ({ ...row, provenance: { ...row.provenance, isPrivate: false } });
