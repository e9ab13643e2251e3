import { useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { applyChanges, letterChanges, type LetterChange } from '#shared/referral/letter-text.ts';

interface DraftAgainDialogProps {
  readonly letter: string;
  readonly drafted: string;
  readonly onClose: () => void;
  /** The letter with what was chosen; null: as drafted, following the case again. */
  readonly onTake: (letter: string | null) => void;
}

/** Shows what the case would now say differently, change by change. Nothing that was typed goes before somebody chooses so. */
export function DraftAgainDialog({ letter, drafted, onClose, onTake }: DraftAgainDialogProps) {
  const t = useWords('referrals');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const changes = letterChanges(letter, drafted);
  const isSame = changes.every(({ kind }) => kind === 'same');
  const toggle = (index: number, isTaken: boolean): void => setChosen((last) => new Set(isTaken ? [...last, index] : [...last].filter((other) => other !== index)));
  return (
    <Dialog
      title={t('again.title')}
      isOpen
      isWide
      className="referral-dialog"
      onClose={onClose}
      foot={
        isSame ? undefined : (
          <>
            <Button onPress={() => onTake(null)}>{t('again.whole')}</Button>
            <Button variant="primary" isDisabled={chosen.size === 0} onPress={() => onTake(applyChanges(changes, chosen))}>{t('again.apply', { count: chosen.size })}</Button>
          </>
        )
      }
    >
      <p>{isSame ? t('again.same') : t('again.text')}</p>
      <ul className="letter-changes">
        {changes.map((change, index) => (change.kind === 'same' ? null : <Change key={`${String(index)}-${change.after ?? ''}`} change={change} isTaken={chosen.has(index)} onChange={(isTaken) => toggle(index, isTaken)} />))}
      </ul>
    </Dialog>
  );
}

function Change({ change, isTaken, onChange }: { readonly change: Extract<LetterChange, { kind: 'changed' }>; readonly isTaken: boolean; readonly onChange: (isTaken: boolean) => void }) {
  const t = useWords('referrals');
  return (
    <li>
      {(change.before ?? '').trim() === '' ? null : <p><span className="vh">{t('again.goes')}: </span><del>{change.before}</del></p>}
      {(change.after ?? '').trim() === '' ? null : <p><span className="vh">{t('again.comes')}: </span><ins>{change.after}</ins></p>}
      <Checkbox isSelected={isTaken} onChange={onChange}>{t('again.take')}</Checkbox>
    </li>
  );
}
