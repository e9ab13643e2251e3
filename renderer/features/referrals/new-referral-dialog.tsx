import { Button as AriaButton } from 'react-aria-components';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { destinationTemplates } from '#shared/referral/destination-templates.ts';

/** The kinds of destination, each with when it is the right one; choosing one begins its draft. */
export function NewReferralDialog({ onClose, onChoose }: { readonly onClose: () => void; readonly onChoose: (templateId: string) => void }) {
  const t = useWords('referrals');
  return (
    <Dialog title={t('new.title')} isOpen onClose={onClose} className="referral-dialog">
      <ul className="destinations">
        {destinationTemplates.map(({ id, name, about }) => (
          <li key={id}>
            <AriaButton onPress={() => onChoose(id)}>
              <b>{name}</b>
              <small>{about}</small>
            </AriaButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
