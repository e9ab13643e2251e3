import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '#renderer/components/button.tsx';
import { useWords } from '#renderer/i18n/words.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one that goes on last. */
  readonly foot?: ReactNode;
  readonly isWide?: boolean;
  /** The class of the feature, below which its own styles hold. */
  readonly className?: string;
  /** For a decision that must be made: role alertdialog, no closing by a click beside it. */
  readonly isAlert?: boolean;
}

/** A question that has to be answered before going on. Escape closes it and changes nothing. */
export function Dialog({ title, isOpen, onClose, children, foot, isWide = false, className = '', isAlert = false }: DialogProps) {
  const t = useWords('shell');
  const dialog = useRef<HTMLElement>(null);
  useFocusKept(dialog, isOpen, onClose);
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())} isDismissable={!isAlert}>
      <Modal className={`modal ${isWide ? 'is-wide' : ''} ${className}`}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} ref={dialog}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon={X} label={t('part.close')} onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * What has the focus may go from the dialog, such as the button of a row that was decided. The focus is then on nothing, and no key would reach the dialog: the next one
 * brings it back, and Escape closes.
 */
function useFocusKept(dialog: RefObject<HTMLElement | null>, isOpen: boolean, onClose: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent): void => {
      const isTopmost = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1) === dialog.current;
      if (!isTopmost || document.activeElement !== document.body) return;
      if (event.key === 'Escape') onClose();
      else dialog.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [dialog, isOpen, onClose]);
}
