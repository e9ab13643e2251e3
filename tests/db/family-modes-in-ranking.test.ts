import { expect, test } from 'vitest';
import { aBackend } from '#tests/db/backend-builder.ts';

test('the modes that the drawn family speaks for count in the ranking only when asked, and the explanation says by how much', async () => {
  const { ask } = await aBackend();
  const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-1' }, proband: { gender: 'man-boy' } });
  for (const termId of ['HP:0003560', 'HP:0003236']) await ask('feature.add', { personId: probandId, termId, detail: {} });
  expect(await ask('ranking.modes', { caseId })).toBeNull();

  // Two affected brothers of a healthy mother whose affected brother makes her a carrier.
  await ask('family.edit', { caseId, edits: [{ kind: 'add-template', individualId: probandId, template: 'grandparents' }, { kind: 'add-condition', condition: { name: 'Weakness', diseaseId: null, termId: null } }] });
  const { family } = await ask('family.show', { caseId });
  const motherId = family.parentEdges.find(({ childId, roles }) => childId === probandId && roles.includes('egg'))?.parentId ?? '';
  const conditionId = family.conditions[0]?.id ?? '';
  const { createdIds } = await ask('family.edit', { caseId, edits: [{ kind: 'add-sibling', individualId: motherId, side: 'after', detail: { gender: 'man-boy' } }, { kind: 'add-sibling', individualId: probandId, side: 'after', detail: { gender: 'man-boy' } }] });
  const affected = [probandId, ...createdIds];
  const others = family.individuals.map(({ id }) => id).filter((id) => !affected.includes(id));
  await ask('family.edit', { caseId, edits: [{ kind: 'set-condition-state', individualIds: affected, conditionId, state: 'affected' }, { kind: 'set-condition-state', individualIds: others, conditionId, state: 'unaffected' }] });

  const modes = await ask('ranking.modes', { caseId });
  expect(modes?.condition).toBe('Weakness');
  expect(modes?.modes.toSorted((first, second) => second.probability - first.probability)[0]?.mode).toBe('XLR');

  const rank = { caseId, excludedMode: 'absence', limit: 500 } as const;
  const duchenne = 'OMIM:310200';
  const probability = ({ candidates }: { readonly candidates: readonly { readonly diseaseId: string; readonly probability: number }[] }): number => candidates.find(({ diseaseId }) => diseaseId === duchenne)?.probability ?? 0;
  const [without, counted] = [await ask('ranking.rank', rank), await ask('ranking.rank', { ...rank, isWithFamily: true })];
  expect(probability(counted)).toBeGreaterThan(probability(without));
  const labels = async (isWithFamily: boolean): Promise<readonly string[]> => (await ask('ranking.explain', { caseId, excludedMode: 'absence', diseaseId: duchenne, isWithFamily })).priors.map(({ label }) => label).filter((label) => label.startsWith('inheritance'));
  expect([await labels(false), (await labels(true)).length]).toEqual([[], 1]);
});
