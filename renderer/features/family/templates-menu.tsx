import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';

export const templates = ['three-generations', 'grandparents', 'parents', 'own-family'] as const;

/** Several relatives of the selected person in one go, opened by its key in the middle of the drawing. */
export function TemplatesMenu({ onClose }: { readonly onClose: () => void }) {
  const t = useWords('family');
  const { selectedIds, run } = useFamilyView();
  const anchor = useRef<HTMLSpanElement>(null);
  const Icon = familyActions.templates.icon;
  const individualId = selectedIds.at(-1);
  return (
    <>
      <span ref={anchor} className="join-anchor" style={{ left: '50%', top: '30%' }} />
      <Popover className="popover" aria-label={familyActions.templates.label()} triggerRef={anchor} isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} placement="bottom">
        <Menu
          aria-label={familyActions.templates.label()}
          autoFocus="first"
          onAction={(key) => {
            const template = templates.find((other) => other === key);
            if (template !== undefined && individualId !== undefined) run(() => ({ edits: [{ kind: 'add-template', individualId, template }], select: 'same' }));
            onClose();
          }}
        >
          {templates.map((template) => (
            <MenuItem key={template} id={template} textValue={t(`template.${template}`)}>
              <Icon size={16} strokeWidth={1.6} aria-hidden />
              <span className="grow">{t(`template.${template}`)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
