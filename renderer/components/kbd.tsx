import { formatShortcut } from '#renderer/components/shortcut.ts';

/** The keys of a shortcut, as they stand on the control itself. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className="kbd">{formatShortcut(keys)}</kbd>;
}
