import { Label, ProgressBar } from 'react-aria-components';
import { Button } from '#renderer/components/button.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** Long work: what it is doing, how far it is, and a way to stop it. */
export function ProgressRow({ label, done, total, onCancel }: { readonly label: string; readonly done: number; readonly total: number | null; readonly onCancel?: () => void }) {
  const t = useWords('shell');
  const isKnown = total !== null && total > 0;
  return (
    <ProgressBar className="progressrow" minValue={0} maxValue={isKnown ? total : 1} value={isKnown ? Math.min(done, total) : 0} isIndeterminate={!isKnown}>
      {({ percentage }) => (
        <>
          <Label>{label === '' ? t('part.working') : label}</Label>
          {onCancel === undefined ? <span /> : <Button onPress={onCancel}>{t('part.cancel')}</Button>}
          <div className="track">
            <div className={`fill ${isKnown ? '' : 'is-unknown'}`} style={isKnown ? { width: `${String(percentage ?? 0)}%` } : {}} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
