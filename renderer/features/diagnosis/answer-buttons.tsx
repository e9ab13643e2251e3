import { Button } from 'react-aria-components';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { Tooltip } from '#renderer/components/tooltip.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { FeatureState } from '#shared/phenotype/feature.ts';

/** Answers a term in one press: yes, no, or nobody could tell. */
export function AnswerButtons({ label, onAnswer }: { readonly label: string; readonly onAnswer: (state: FeatureState) => void }) {
  const t = useWords('diagnosis');
  const named = (answer: string): string => t('notRecorded.answer', { label, answer });
  return (
    <span className="ans">
      <Button className="btn" aria-label={named(t('notRecorded.yes'))} onPress={() => onAnswer('observed')}>{t('notRecorded.yes')}</Button>
      <Button className="btn" aria-label={named(t('notRecorded.no'))} onPress={() => onAnswer('excluded')}>{t('notRecorded.no')}</Button>
      <Tooltip text={t('notRecorded.notAssessed')}>
        <Button className="btn quiet icon" aria-label={named(t('notRecorded.notAssessed'))} onPress={() => onAnswer('not-assessed')}><StateMark state="not-assessed" isDecorative /></Button>
      </Tooltip>
    </span>
  );
}
