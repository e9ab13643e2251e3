import { Check, CircleAlert, X } from 'lucide-react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { dismissToast, useToasts } from '#renderer/state/toasts.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** What was just done, with a way back; read out by screen readers without taking the focus. */
export function ToastRegion() {
  const t = useWords('shell');
  const toasts = useToasts(({ shown }) => shown);
  return (
    <div className="toasts" role="log" aria-live="polite" aria-label={t('toast.label')}>
      {toasts.map((toast) => (
        <div key={toast.id} className={`toast ${toast.tone === 'bad' ? 'is-bad' : ''}`}>
          {toast.tone === 'bad' ? <CircleAlert size={16} aria-hidden /> : <Check size={16} aria-hidden />}
          <span className="grow">{toast.text}</span>
          {toast.undo === undefined ? null : (
            <Button
              onPress={() => {
                toast.undo?.();
                dismissToast(toast.id);
              }}
            >
              {t('toast.undo')}
            </Button>
          )}
          <IconButton icon={X} label={t('part.close')} onPress={() => dismissToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}
