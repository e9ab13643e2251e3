import { Copy, Printer } from 'lucide-react';
import { createPortal } from 'react-dom';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import type { TrialDetail } from '#shared/contract/trial-procedures.ts';
import { answerers } from '#shared/trial/asked-subject.ts';

/** What is to be asked before anything can be said, by who can answer. Holds the study's words and nothing of the person. */
export function QuestionsDialog({ detail, onClose }: { readonly detail: TrialDetail; readonly onClose: () => void }) {
  const t = useWords('trials');
  const copy = (): void => {
    navigator.clipboard.writeText(questionsText(detail, t)).then(
      () => showToast({ tone: 'calm', text: t('questions.copied') }),
      () => showToast({ tone: 'bad', text: t('questions.copyFailed') }),
    );
  };
  return (
    <Dialog
      className="trial-dialog"
      title={t('questions.title')}
      isOpen
      isWide
      onClose={onClose}
      foot={
        <>
          <Button icon={Copy} onPress={copy}>{t('questions.copy')}</Button>
          <Button icon={Printer} variant="primary" onPress={() => window.print()}>{t('questions.print')}</Button>
        </>
      }
    >
      <div role="group" aria-label={t('questions.title')} tabIndex={0}><QuestionSheet detail={detail} /></div>
      {createPortal(<div className="printed-questions" aria-hidden><QuestionSheet detail={detail} /></div>, document.body)}
    </Dialog>
  );
}

function QuestionSheet({ detail }: { readonly detail: TrialDetail }) {
  const t = useWords('trials');
  return (
    <article className="question-sheet">
      <p><b>{detail.study.title}</b> ({detail.study.id})</p>
      {answerers.map((answerer) => {
        const asked = detail.criteria.filter((criterion) => criterion.verdict === 'ask' && criterion.answerer === answerer);
        return asked.length === 0 ? null : (
          <section key={answerer}>
            <h3>{t(`answerer.${answerer}`)}</h3>
            <ol>{asked.map((criterion, at) => <li key={`${String(at)}:${criterion.text}`}>{criterion.question}? <q>{[...criterion.under, criterion.text].join(' ')}</q></li>)}</ol>
          </section>
        );
      })}
      <p className="sub">{t('criteria.noDecision')}</p>
    </article>
  );
}

function questionsText(detail: TrialDetail, t: ReturnType<typeof useWords<'trials'>>): string {
  const lines = [`${detail.study.title} (${detail.study.id})`];
  for (const answerer of answerers) {
    const asked = detail.criteria.filter((criterion) => criterion.verdict === 'ask' && criterion.answerer === answerer);
    if (asked.length > 0) lines.push('', t(`answerer.${answerer}`), ...asked.map((criterion) => `- ${criterion.question ?? ''}? “${[...criterion.under, criterion.text].join(' ')}”`));
  }
  return [...lines, '', t('criteria.noDecision')].join('\n');
}
