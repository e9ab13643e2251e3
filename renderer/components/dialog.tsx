import { X } from 'lucide-react';
import type { ReactNode } from 'react';
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
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())} isDismissable={!isAlert}>
      <Modal className={`modal ${isWide ? 'is-wide' : ''} ${className}`}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'}>
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
