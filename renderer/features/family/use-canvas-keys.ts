import { useCallback, useRef, type KeyboardEvent, type RefObject } from 'react';
import { zoomStep, type ViewportControl } from '#renderer/features/family/canvas/use-viewport.ts';
import { kinTowards, withTrail, type Direction, type Trail } from '#renderer/features/family/kin-walk.ts';
import type { FamilyView } from '#renderer/features/family/family-view.ts';
import type { ScreenParts } from '#renderer/features/family/screen-parts.ts';
import type { Joining } from '#renderer/features/family/use-joining.ts';

const directions: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/**
 * Keys that mean something on the drawing alone: arrows walk through the family, with Shift they add to the selection; while two people are being joined
 * they aim at the second. Everything that has a name is an action and works beside the drawing too.
 */
export function useCanvasKeys({ view, parts, joining, control }: { readonly view: FamilyView; readonly parts: ScreenParts; readonly joining: Joining; readonly control: RefObject<ViewportControl | null> }): (event: KeyboardEvent) => void {
  const trail = useRef<Trail>(new Map());
  return useCallback(
    (event: KeyboardEvent) => {
      // What floats over the drawing has keys of its own.
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target !== parts.canvas.current) return;
      const direction = directions[event.key];
      const { fromId, targetId } = joining;
      if (direction !== undefined) {
        const here = targetId ?? view.selectedIds.at(-1) ?? view.family.individuals.find(({ isProband }) => isProband)?.id ?? view.family.individuals[0]?.id;
        const next = here === undefined ? null : view.selectedIds.length === 0 ? here : kinTowards(direction, here, view.structure, view.layout, trail.current);
        if (next !== null) {
          if (direction === 'up' && here !== undefined) trail.current = withTrail(trail.current, here, view.structure);
          if (fromId !== null) joining.aimAt(next);
          else view.select(event.shiftKey ? [...view.selectedIds.filter((id) => id !== next), next] : [next]);
        }
      } else if (event.key === 'Escape') {
        if (fromId !== null) joining.end();
        else if (view.selectedIds.length > 0) view.select([]);
        else return;
      } else if (event.key === 'Enter' && fromId !== null && targetId !== null) {
        if (fromId !== targetId) joining.ask(fromId, targetId, null);
      } else if (event.key === ':') parts.quickLine.current?.focus();
      else if (event.key === '+') control.current?.zoomBy(zoomStep);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [view, parts, joining, control],
  );
}
