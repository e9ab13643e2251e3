import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Candidate } from '#shared/casefile/case-record.ts';
import { writeCondition, writeTimeOrNull, type Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';
import type { IndividualCondition } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/**
 * Diseases that somebody has or has been found not to have: the conditions of the pedigree, and of the patient what the clinic has confirmed or ruled out. A
 * disease that is merely suspected is an interpretation and no disease.
 */
export function writeCaseDiseases(file: CaseFile, individual: Individual): readonly Message[] {
  const rows = file.family.individualConditions.filter(({ individualId }) => individualId === individual.id);
  const decided = individual.isProband ? file.candidates.filter(({ state }) => state === 'confirmed' || state === 'ruled-out') : [];
  const decidedIds = new Set(individual.isProband ? file.candidates.map(({ diseaseId }) => diseaseId) : []);
  const rowOf = (diseaseId: string): IndividualCondition | undefined => rows.find(({ conditionId }) => file.family.conditions.some((condition) => condition.id === conditionId && condition.diseaseId === diseaseId));
  const conditions = file.family.conditions.flatMap((condition, index) => {
    if (condition.diseaseId !== null && decidedIds.has(condition.diseaseId)) return [];
    return rows.filter(({ conditionId }) => conditionId === condition.id).flatMap((row) => writeCondition(condition, index, row));
  });
  return [...decided.map((candidate) => decidedDisease(candidate, rowOf(candidate.diseaseId))), ...conditions];
}

function decidedDisease({ diseaseId, diseaseName, state }: Candidate, row: IndividualCondition | undefined): Message {
  const onset = row === undefined ? null : writeTimeOrNull(row.onset);
  return { term: { id: diseaseId, label: diseaseName }, ...(state === 'ruled-out' ? { excluded: true } : {}), ...(onset === null ? {} : { onset }) };
}
