import { Ellipsis } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { IconButton } from '#renderer/components/button.tsx';
import { Menu } from '#renderer/components/menu.tsx';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { addChild, addLoss, addParents, addPartner, addPregnancy, addSibling, addStillbirth, addTwin, cycleAdoption, remove, setProband, toggleDeceased, toggleEvaluated, type FamilyCommandMaker } from '#renderer/features/family/family-commands.ts';
import { templates } from '#renderer/features/family/templates-menu.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';

type Entry = readonly [action: Action, command: FamilyCommandMaker];

const first: readonly Entry[] = [
  [familyActions.addParents, addParents],
  [familyActions.addPartner, addPartner],
  [familyActions.addChild, addChild],
  [familyActions.addSibling, addSibling],
  [familyActions.addTwin, addTwin],
];
const further: readonly Entry[] = [
  [familyActions.addPregnancy, addPregnancy],
  [familyActions.addLoss, addLoss],
  [familyActions.addStillbirth, addStillbirth],
  [familyActions.deceased, toggleDeceased],
  [familyActions.evaluated, toggleEvaluated],
  [familyActions.adopted, cycleAdoption],
  [familyActions.proband, setProband],
  [familyActions.remove, remove],
];

/** Over the lower edge of the drawing, always in the same place: what can be added to the selected person. */
export function AddDock() {
  const t = useWords('family');
  const { selectedIds, individualOf, run, numberOf } = useFamilyView();
  const primary = individualOf(selectedIds.at(-1) ?? '');
  if (primary === undefined) return null;
  return (
    <div className="dock" role="toolbar" aria-label={t('dock.label', { number: numberOf(primary.id) })}>
      {first.map(([action, command]) => (
        <ActionButton key={action.id} action={action} variant="quiet" onPress={() => run(command)} />
      ))}
      <Menu
        label={t('dock.more')}
        trigger={<IconButton icon={Ellipsis} label={t('dock.more')} />}
        entries={[
          ...further.map(([action, command]) => ({ id: action.id, label: action.label(), icon: action.icon, ...(action.shortcut === undefined ? {} : { shortcut: action.shortcut }), onChoose: () => run(command) })),
          ...templates.map((template) => ({ id: template, label: t(`template.${template}`), icon: familyActions.templates.icon, onChoose: () => run(() => ({ edits: [{ kind: 'add-template', individualId: primary.id, template }], select: 'same' })) })),
        ]}
      />
    </div>
  );
}
