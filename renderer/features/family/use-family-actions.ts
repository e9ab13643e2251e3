import { useEffect, type RefObject } from 'react';
import { useAction, type Action } from '#renderer/app/action.ts';
import { zoomStep, type ViewportControl } from '#renderer/features/family/canvas/use-viewport.ts';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import * as commands from '#renderer/features/family/family-commands.ts';
import { openFamilyDialog } from '#renderer/features/family/family-dialogs.ts';
import type { ScreenParts } from '#renderer/features/family/screen-parts.ts';
import type { FamilyView } from '#renderer/features/family/family-view.ts';
import type { Joining } from '#renderer/features/family/use-joining.ts';

interface Given {
  readonly view: FamilyView;
  readonly parts: ScreenParts;
  readonly control: RefObject<ViewportControl | null>;
  readonly joining: Joining;
  readonly conditionId: string | null;
  readonly openOverlay: (overlay: 'templates' | 'find') => void;
  readonly nextPane: () => void;
  readonly showFamily: () => void;
}

/** Offers everything of this screen by its key and in the palette. */
export function useFamilyActions(given: Given): void {
  useAddingActions(given);
  useSayingActions(given);
  useScreenActions(given);
}

function useCommand({ view, conditionId }: Given, action: Action, command: commands.FamilyCommandMaker, needsSelection = true): void {
  useAction(action, () => view.run(command, conditionId), !needsSelection || view.selectedIds.length > 0);
}

function useAddingActions(given: Given): void {
  useCommand(given, familyActions.addParents, commands.addParents);
  useCommand(given, familyActions.addPartner, commands.addPartner);
  useCommand(given, familyActions.addChild, commands.addChild);
  useCommand(given, familyActions.addSibling, commands.addSibling);
  useCommand(given, familyActions.addOlderSibling, commands.addOlderSibling);
  useCommand(given, familyActions.addTwin, commands.addTwin);
  useCommand(given, familyActions.addPregnancy, commands.addPregnancy);
  useCommand(given, familyActions.addLoss, commands.addLoss);
  useCommand(given, familyActions.addStillbirth, commands.addStillbirth);
  useCommand(given, familyActions.addPerson, commands.addPerson, false);
  useCommand(given, familyActions.remove, commands.remove);
}

const manCommand = commands.setGender('man-boy');
const womanCommand = commands.setGender('woman-girl');
const nonBinaryCommand = commands.setGender('non-binary');

function useSayingActions(given: Given): void {
  const { view, joining, conditionId } = given;
  const primary = view.selectedIds.at(-1);
  useCommand(given, familyActions.man, manCommand);
  useCommand(given, familyActions.woman, womanCommand);
  useCommand(given, familyActions.nonBinary, nonBinaryCommand);
  useCommand(given, familyActions.deceased, commands.toggleDeceased);
  useCommand(given, familyActions.evaluated, commands.toggleEvaluated);
  useCommand(given, familyActions.adopted, commands.cycleAdoption);
  useCommand(given, familyActions.zygosity, commands.cycleZygosity);
  useCommand(given, familyActions.consanguineous, commands.toggleConsanguineous);
  useCommand(given, familyActions.proband, commands.setProband);
  useAction(familyActions.affected, () => (conditionId === null ? openFamilyDialog({ kind: 'condition' }) : view.run(commands.toggleAffected, conditionId)), primary !== undefined);
  useAction(familyActions.join, () => (view.selectedIds.length === 2 ? joining.ask(view.selectedIds[0] ?? '', view.selectedIds[1] ?? '', null) : primary === undefined ? undefined : joining.start(primary)), primary !== undefined);
  useConditionKeys(view);
}

/** The figures 1 to 9: the condition at that place of the key. */
function useConditionKeys(view: FamilyView): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      const isElsewhere = event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"], [role="menu"], .popover') !== null;
      const place = Number(event.key) - 1;
      if (!isPlain || isElsewhere || !Number.isInteger(place) || place < 0 || place >= view.family.conditions.length) return;
      event.preventDefault();
      view.run(commands.cycleCondition(place));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [view]);
}

function useScreenActions({ view, parts, control, openOverlay, nextPane, showFamily }: Given): void {
  const isAny = view.selectedIds.length > 0;
  useAction(familyActions.quickLine, () => parts.quickLine.current?.focus());
  useAction(familyActions.find, () => openOverlay('find'));
  useAction(familyActions.templates, () => openOverlay('templates'), isAny);
  useAction(familyActions.addCondition, () => openFamilyDialog({ kind: 'condition' }));
  useAction(familyActions.open, parts.focusFirstField);
  useAction(familyActions.selectAll, () => view.select(view.family.individuals.map(({ id }) => id)));
  useAction(familyActions.selectNone, () => view.select([]), isAny);
  useAction(familyActions.fit, () => control.current?.fit());
  useAction(familyActions.zoomIn, () => control.current?.zoomBy(zoomStep));
  useAction(familyActions.zoomOut, () => control.current?.zoomBy(1 / zoomStep));
  useAction(familyActions.view, nextPane);
  useAction(familyActions.header, showFamily);
  useAction(familyActions.check, showFamily);
  useAction(familyActions.compare, () => openFamilyDialog({ kind: 'versions' }));
  useAction(familyActions.importFile, () => openFamilyDialog({ kind: 'import' }));
  useAction(familyActions.exportFile, () => openFamilyDialog({ kind: 'export' }));
  useAction(familyActions.print, () => openFamilyDialog({ kind: 'print' }));
}
