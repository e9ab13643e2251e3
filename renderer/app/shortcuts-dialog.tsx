import { useActiveActions } from '#renderer/app/action.ts';
import { frameActions } from '#renderer/app/actions.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import type { Shortcut } from '#renderer/components/shortcut.ts';
import { familyViewActions } from '#renderer/features/family-view/family-view-actions.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';

interface Keyed {
  readonly id: string;
  readonly label: string;
  readonly shortcut: Shortcut;
}

/** In the order in which they are written down, not in which they became possible. */
const frameOrder: ReadonlyMap<string, number> = new Map([...Object.values(frameActions), familyViewActions.enter].map(({ id }, position) => [id, position]));

/** `?`: the shortcuts of what can be done on this screen. */
export function ShortcutsDialog() {
  const t = useWords('shell');
  const isOpen = useOverlay(({ open }) => open === 'shortcuts');
  const active = useActiveActions((state) => state.active);
  const withKeys = active.flatMap(({ action }) => (action.shortcut === undefined ? [] : [{ id: action.id, label: action.label(), shortcut: action.shortcut }]));
  // A second key for the same thing is not listed.
  const listed = withKeys.filter((entry, index) => withKeys.findIndex(({ label }) => label === entry.label) === index);
  const isOfFrame = ({ id }: Keyed): boolean => frameOrder.has(id);
  const ofFrame = listed.filter(isOfFrame).sort((one, other) => (frameOrder.get(one.id) ?? 0) - (frameOrder.get(other.id) ?? 0));
  return (
    <Dialog title={t('shortcuts.title')} isOpen={isOpen} onClose={closeOverlay}>
      <p className="sub">{t('shortcuts.hint')}</p>
      <ShortcutList title={t('shortcuts.here')} entries={listed.filter((entry) => !isOfFrame(entry))} />
      <ShortcutList title={t('shortcuts.everywhere')} entries={ofFrame} />
    </Dialog>
  );
}

function ShortcutList({ title, entries }: { readonly title: string; readonly entries: readonly Keyed[] }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3 className="h3">{title}</h3>
      <dl className="shortcut-list">
        {entries.map(({ id, label, shortcut }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <Kbd keys={shortcut} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
