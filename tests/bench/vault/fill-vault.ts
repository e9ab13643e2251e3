import { createIdSource } from '#db/id.ts';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { createRankingStore } from '#db/repositories/ranking-snapshots.ts';
import { runCommand } from '#db/run-command.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { OpenVault } from '#db/vault.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { success } from '#shared/base/result.ts';
import { caseStatuses } from '#shared/casefile/case-record.ts';
import { emptyFamily, newIndividual, type Family, type ParentEdge } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';
import { createChance, inventEvent, inventName, inventReferral, inventTask, inventTest, inventText, type Chance } from '#tests/bench/vault/invented-cases.ts';

/** How much a case of a busy clinic holds after some years. */
export const sizeOfCase = { terms: 40, people: 20, events: 30, tests: 4, tasks: 5, referrals: 2 } as const;
const casesPerCommand = 100;
export const createdAt = '2026-03-01T08:00:00.000Z';

/** A term and a disease with its terms, to draw the findings of a patient from. */
interface Pool {
  readonly terms: readonly { readonly id: string; readonly label: string }[];
  readonly diseases: readonly { readonly id: string; readonly name: string; readonly termIds: readonly string[] }[];
  readonly labelOf: ReadonlyMap<string, string>;
}

export function poolOf(knowledge: KnowledgeFile): Pool {
  const diseases = knowledge.diseases().flatMap(({ id, name, annotations }) => {
    const termIds = [...new Set(annotations.filter(({ isNegated }) => !isNegated).map(({ termId }) => termId))];
    return termIds.length < 8 ? [] : [{ id, name, termIds }];
  });
  const used = new Set(diseases.flatMap(({ termIds }) => termIds));
  const terms = knowledge.ontology().terms.filter(({ id }) => used.has(id)).map(({ id, label }) => ({ id, label }));
  return { terms, diseases, labelOf: new Map(terms.map(({ id, label }) => [id, label])) };
}

/** Cases of realistic size with a ranking each, as if they had been imported; answers their ids. */
export function fillVault(vault: OpenVault, pool: Pool, release: string, caseCount: number): readonly string[] {
  const newId = createIdSource();
  const chance = createChance(20_261_123);
  const rankings = createRankingStore(vault.database);
  const ids: string[] = [];
  for (let first = 0; first < caseCount; first += casesPerCommand) {
    const made = runCommand({ database: vault.database, procedure: 'case.import', at: createdAt, newId }, (unit) => {
      for (let number = first; number < Math.min(caseCount, first + casesPerCommand); number += 1) ids.push(addCase(unit, pool, chance, number));
      unit.describe('Import cases', null);
      return success(null);
    });
    if (!made.ok) throw new Error(made.error.message);
  }
  const candidates = Array.from({ length: 50 }, (_, rank) => ({ diseaseId: `OMIM:${String(100_000 + rank)}`, name: 'A disease with a name of usual length', probability: 1 / (rank + 2) }));
  rankings.keepAll(ids.map((caseId) => ({ caseId, release, algorithm: algorithmVersion, excludedMode: 'absence', featuresFingerprint: 'x', at: '2027-01-01T00:00:00.000Z', candidates })));
  return ids;
}

function addCase(unit: UnitOfWork, pool: Pool, chance: Chance, number: number): string {
  const { id } = unit.cases.add({
    ...newCaseDetail,
    reference: `NRG-${String(number).padStart(5, '0')}`,
    status: chance.oneOf(caseStatuses),
    firstSymptomOn: String(2000 + chance.below(25)),
    nextAction: inventText(chance, 4),
    nextActionDueOn: chance.below(3) === 0 ? null : `2026-${String(1 + chance.below(12)).padStart(2, '0')}-15`,
    note: inventText(chance, 40),
  });
  const familyName = inventName(chance);
  const proband = unit.people.add(id, true, { ...newPersonDetail, givenName: inventName(chance), familyName, birthDate: `${String(1990 + chance.below(35))}-04-30`, sexAssignedAtBirth: chance.oneOf(['female', 'male'] as const) });
  addFindings(unit, pool, chance, id, proband.id);
  unit.families.write(id, chainOf(sizeOfCase.people, proband, unit.newId, () => ({ givenName: inventName(chance), familyName, note: inventText(chance, 5) })));
  for (let one = 0; one < sizeOfCase.events; one += 1) unit.records.events.add(id, inventEvent(chance));
  for (let one = 0; one < sizeOfCase.tests; one += 1) unit.records.tests.add(id, inventTest(chance, proband.id));
  for (let one = 0; one < sizeOfCase.tasks; one += 1) unit.records.tasks.add(id, inventTask(chance));
  for (let one = 0; one < sizeOfCase.referrals; one += 1) unit.records.referrals.add(id, inventReferral(chance));
  return id;
}

/** Half of them of one disease, as in a patient who has it; a quarter was looked for and not found. */
function addFindings(unit: UnitOfWork, pool: Pool, chance: Chance, caseId: string, personId: string): void {
  const disease = chance.oneOf(pool.diseases);
  const chosen = new Set<string>();
  for (const termId of disease.termIds.slice(0, sizeOfCase.terms / 2)) chosen.add(termId);
  while (chosen.size < sizeOfCase.terms) chosen.add(chance.oneOf(pool.terms).id);
  [...chosen].forEach((termId, position) => {
    unit.features.add({ caseId, personId, termId, label: pool.labelOf.get(termId) ?? termId, detail: { ...bareDetail(position % 4 === 3 ? 'excluded' : 'observed'), note: position % 8 === 0 ? inventText(chance, 6) : '' } });
  });
  if (chance.below(5) === 0) unit.candidates.add(caseId, { id: disease.id, name: disease.name }, { state: 'working', reason: inventText(chance, 8), decidedOn: '2026-03-01', decidedBy: 'Dr A' });
}

/** One child after another of the two before it, so that every row of a family is there to be read. */
export function chainOf(size: number, proband: Parameters<typeof newIndividual>[1] & { readonly id: string }, newId: () => string, detailOf: () => Parameters<typeof newIndividual>[1] = () => ({})): Family {
  const individuals = Array.from({ length: size }, (_, index) => (index === 0 ? newIndividual(proband.id, { ...proband, isProband: true }) : newIndividual(newId(), detailOf())));
  const parentEdges = individuals.slice(2).flatMap((child, index) =>
    individuals.slice(index, index + 2).map((parent): ParentEdge => ({ id: newId(), childId: child.id, parentId: parent.id, roles: ['genetic'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance })),
  );
  return { ...emptyFamily, individuals, parentEdges };
}
