import { NodeToolbar, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { IconButton } from '#renderer/components/button.tsx';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { addChild, addParents, addPartner, addSibling, type FamilyCommandMaker } from '#renderer/features/family/family-commands.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';

const handles: readonly { readonly position: Position; readonly action: Action; readonly command: FamilyCommandMaker }[] = [
  { position: Position.Top, action: familyActions.addParents, command: addParents },
  { position: Position.Right, action: familyActions.addPartner, command: addPartner },
  { position: Position.Bottom, action: familyActions.addChild, command: addChild },
  { position: Position.Left, action: familyActions.addSibling, command: addSibling },
];

/** For mouse, pen and finger: a relative in each direction, where the drawing will have them. They keep their size when the drawing is zoomed. */
export function AddHandles({ individualId, nodeId }: { readonly individualId: string; readonly nodeId: string | null }) {
  const { run } = useFamilyView();
  if (nodeId === null) return null;
  return handles.map(({ position, action, command }) => (
    <NodeToolbar key={`${individualId} ${position}`} nodeId={nodeId} isVisible position={position} offset={6} className="add-handle">
      <IconButton icon={Plus} label={action.label()} shortcut={action.shortcut} onPress={() => run(command)} excludeFromTabOrder />
    </NodeToolbar>
  ));
}
