import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from '#renderer/components/kbd.tsx';

/** Says the whole name of what is hovered or focused. The child is a react-aria button. */
export function Tooltip({ text, shortcut, children }: { readonly text: string; readonly shortcut?: string | undefined; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
        {shortcut === undefined ? null : <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
