import { useActiveActions } from '#renderer/app/action.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';

/** `?`: the shortcuts of what can be done on this screen. */
export function ShortcutsDialog() {
  const t = useWords('shell');
  const isOpen = useOverlay(({ open }) => open === 'shortcuts');
  const active = useActiveActions((state) => state.active);
  const withKeys = active.flatMap(({ action }) => (action.shortcut === undefined ? [] : [{ id: action.id, label: action.label(), shortcut: action.shortcut }]));
  return (
    <Dialog title={t('shortcuts.title')} isOpen={isOpen} onClose={closeOverlay}>
      <p className="sub">{t('shortcuts.hint')}</p>
      <dl className="shortcut-list">
        {withKeys.map(({ id, label, shortcut }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <Kbd keys={shortcut} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
