import { words } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';

/** Copies an id of public knowledge; nothing of a patient goes this way. */
export function copyText(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => showToast({ tone: 'calm', text: words.t('phenotype:copied', { text }) }),
    () => showToast({ tone: 'bad', text: words.t('phenotype:copyFailed', { text }) }),
  );
}
