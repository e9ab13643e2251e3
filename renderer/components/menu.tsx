import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Kbd } from '#renderer/components/kbd.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

/** The trigger is a react-aria button. */
export function Menu({ label, trigger, entries }: { readonly label: string; readonly trigger: ReactElement; readonly entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={4}>
        <AriaMenu aria-label={label} onAction={(key) => entries.find((entry) => entry.id === key)?.onChoose()} disabledKeys={entries.filter((entry) => entry.isDisabled === true).map((entry) => entry.id)}>
          {entries.map(({ id, label: text, icon: Icon, shortcut }) => (
            <MenuItem key={id} id={id} textValue={text}>
              {Icon === undefined ? null : <Icon size={16} strokeWidth={1.6} aria-hidden />}
              <span className="grow">{text}</span>
              {shortcut === undefined ? null : <Kbd keys={shortcut} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
