import { Button, IconButton, type ButtonVariant } from '#renderer/components/button.tsx';
import { ariaShortcut } from '#renderer/components/shortcut.ts';
import type { Action } from '#renderer/app/action.ts';

/** The action as a button, with its own name, icon and shortcut. */
export function ActionButton({ action, onPress, variant = 'plain', isDisabled = false, showsShortcut = true }: { readonly action: Action; readonly onPress: () => void; readonly variant?: ButtonVariant; readonly isDisabled?: boolean; readonly showsShortcut?: boolean }) {
  return (
    <Button variant={variant} icon={action.icon} shortcut={showsShortcut ? action.shortcut : undefined} onPress={onPress} isDisabled={isDisabled} {...shortcutNaming(action)}>
      {action.label()}
    </Button>
  );
}

/** The action as an icon, its name and shortcut on hover and focus. `label` where it says more than the name, such as what is undone. */
export function ActionIconButton({ action, onPress, isDisabled = false, label }: { readonly action: Action; readonly onPress: () => void; readonly isDisabled?: boolean; readonly label?: string }) {
  return <IconButton icon={action.icon} label={label ?? action.label()} shortcut={action.shortcut} onPress={onPress} isDisabled={isDisabled} {...shortcutNaming(action)} />;
}

function shortcutNaming(action: Action): { readonly 'aria-keyshortcuts'?: string } {
  return action.shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(action.shortcut) };
}
