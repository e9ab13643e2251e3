import { useCallback, useMemo } from 'react';
import type { EditOutcome, FamilyNow } from '#renderer/features/family/family-store.ts';
import type { FamilyCommandMaker } from '#renderer/features/family/family-commands.ts';
import type { FamilyView } from '#renderer/features/family/family-view.ts';
import { conditionsOf } from '#renderer/features/family/individual-words.ts';
import { personNumbers } from '#renderer/features/family/person-numbers.ts';
import { sayRelation } from '#renderer/features/family/relation-words.ts';
import { structureOf } from '#renderer/features/family/structure-of.ts';
import type { PlacedFamily } from '#renderer/features/family/use-family-layout.ts';
import type { FamilyHandle } from '#renderer/features/family/use-family.ts';
import { CallFailure } from '#renderer/client/call-failure.ts';
import { noteWriting } from '#renderer/state/drafts.ts';
import { selectPeople, useSelection } from '#renderer/state/selection.ts';
import { showToast } from '#renderer/state/toasts.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { lintFamily } from '#shared/pedigree/linter/lint-family.ts';
import { relationsToProband } from '#shared/pedigree/relation-words.ts';

interface Given {
  readonly caseId: string;
  readonly handle: FamilyHandle;
  readonly now: FamilyNow;
  readonly placed: PlacedFamily;
  readonly today: string;
}

const nobody: readonly string[] = [];

/** Everything that follows from the family. What an edit acts on is always the latest. */
export function useBuiltFamilyView({ caseId, handle, now: { family, revision }, placed, today }: Given): FamilyView {
  const { layout } = placed;
  const chosen = useSelection(({ peopleOfCase }) => peopleOfCase[caseId]);
  const structure = structureOf(family);
  const numbers = useMemo(() => personNumbers(layout), [layout]);
  const numberOf = useCallback((id: string) => numbers.get(id) ?? '', [numbers]);
  // Of one identity while the family is: a selection must not draw five hundred symbols anew.
  const individualOf = useCallback((id: string) => structure.individualOf.get(id), [structure]);
  const relations = useMemo(() => relationsToProband(family, structure, numberOf, sayRelation), [family, structure, numberOf]);
  const relationOf = useCallback((id: string) => relations.get(id) ?? '', [relations]);
  const conditions = useMemo(() => conditionsOf(family), [family]);
  const conditionsOfPerson = useCallback((id: string) => conditions.get(id) ?? [], [conditions]);
  const findings = useMemo(() => lintFamily(family, { today }), [family, today]);
  const selectedIds = useMemo(() => chosenOrProband(chosen, family), [chosen, family]);
  const actions = useFamilyEdits(caseId, handle);
  return useMemo(
    () => ({
      caseId,
      family,
      revision,
      structure,
      layout,
      placedFamily: placed.family,
      today,
      individualOf,
      numberOf,
      relationOf,
      conditionsOf: conditionsOfPerson,
      findings,
      selectedIds,
      ...actions,
    }),
    [caseId, family, revision, structure, layout, placed.family, today, individualOf, numberOf, relationOf, conditionsOfPerson, findings, selectedIds, actions],
  );
}

/** Whoever was chosen and is still there; on first sight of a family, its proband. */
function chosenOrProband(chosen: readonly string[] | undefined, family: Family): readonly string[] {
  if (chosen === undefined) return family.individuals.filter(({ isProband }) => isProband).map(({ id }) => id);
  const known = new Set(family.individuals.map(({ id }) => id));
  const left = chosen.filter((id) => known.has(id));
  return left.length === 0 ? nobody : left;
}

function useFamilyEdits(caseId: string, { store }: FamilyHandle): Pick<FamilyView, 'select' | 'run' | 'edit' | 'save'> {
  return useMemo(() => {
    const select = (ids: readonly string[]): void => selectPeople(caseId, ids);
    const write = (edits: readonly FamilyEdit[]): EditOutcome => {
      const outcome = store.edit(edits);
      if (outcome.ok) noteWriting(outcome.value.written);
      return outcome;
    };
    const edit = (edits: readonly FamilyEdit[]): EditOutcome => {
      const outcome = write(edits);
      if (!outcome.ok) showToast({ tone: 'bad', text: outcome.message });
      return outcome;
    };
    const run = (maker: FamilyCommandMaker, conditionId: string | null = null): void => {
      // Not what is on screen: keys come faster than React draws.
      const family = store.now()?.family;
      if (family === undefined) return;
      const command = maker({ family, structure: structureOf(family), selectedIds: chosenOrProband(useSelection.getState().peopleOfCase[caseId], family), conditionId });
      if (command === null) return;
      const outcome = edit(command.edits);
      if (!outcome.ok || command.select === 'same') return;
      if (typeof command.select !== 'string') return select(command.select);
      const people = new Set(outcome.value.family.individuals.map(({ id }) => id));
      const created = outcome.value.createdIds.filter((id) => people.has(id));
      const next = command.select === 'created' ? created.at(-1) : created[0];
      if (next !== undefined) select([next]);
    };
    const save = async (edits: readonly FamilyEdit[]): Promise<number> => {
      const outcome = write(edits);
      if (!outcome.ok) throw new CallFailure('rule-broken', outcome.message);
      return outcome.value.written;
    };
    return { select, run, edit, save };
  }, [caseId, store]);
}
