import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { Tooltip } from '#renderer/components/tooltip.tsx';
import { reasonsAgainst, type ReasonAgainst } from '#renderer/features/diagnosis/evidence-rows.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { Feature, FeatureState } from '#shared/phenotype/feature.ts';

interface DiagnosisInspectorProps {
  readonly explanation: Explanation;
  /** The proband's findings: what is recorded, though ignored or not assessed, is not asked for again. */
  readonly features: readonly Feature[];
  readonly onAnswer: (termId: string, label: string, state: FeatureState) => void;
}

/** What speaks against the selected disease, and what nobody has looked for yet. */
export function DiagnosisInspector({ explanation, features, onAnswer }: DiagnosisInspectorProps) {
  const t = useWords('diagnosis');
  const shell = useWords('shell');
  const reasons = reasonsAgainst(explanation);
  return (
    <>
      <div className="head">
        <h2>{t('whyNot.head')}</h2>
        <p>{explanation.name}</p>
      </div>
      <div className="scroll diagnosis-side">
        <section className="not">
          <h3>{t('whyNot.title')}</h3>
          {reasons.length === 0 ? <p className="sub">{t('whyNot.nothing')}</p> : null}
          <ul>
            {reasons.map((reason) => (
              <li key={`${reason.part.state} ${reason.part.termId}`}><ReasonText reason={reason} /></li>
            ))}
          </ul>
        </section>
        <NotRecorded explanation={explanation} features={features} onAnswer={onAnswer} />
      </div>
      <p className="note">{shell('disclaimer')}</p>
    </>
  );
}

function ReasonText({ reason }: { readonly reason: ReasonAgainst }) {
  const t = useWords('diagnosis');
  const { label, frequencyText } = reason.part;
  return <>{t(`whyNot.${reason.kind}`, { label, frequency: frequencyText === null ? '' : t('whyNot.in', { frequency: frequencyText }) })}</>;
}

function NotRecorded({ explanation, features, onAnswer }: DiagnosisInspectorProps) {
  const t = useWords('diagnosis');
  const list = useRef<HTMLUListElement>(null);
  const answered = useRef<number | null>(null);
  const notRecorded = explanation.notRecorded.filter(({ termId }) => features.every((feature) => feature.termId !== termId));
  // The line answered goes away; the focus goes to the one that takes its place, not back to the top of the page.
  useEffect(() => {
    if (answered.current === null) return;
    const lines = list.current?.querySelectorAll<HTMLButtonElement>('li button:first-of-type') ?? [];
    const next = lines[Math.min(answered.current, lines.length - 1)];
    answered.current = null;
    next?.focus();
  }, [notRecorded.length]);
  const answer = (index: number, termId: string, label: string, state: FeatureState) => (): void => {
    answered.current = index;
    onAnswer(termId, label, state);
  };
  return (
    <section className="ask">
      <h3>{t('notRecorded.title')} <span className="n num">{notRecorded.length}</span></h3>
      <p className="sub">{notRecorded.length === 0 ? t('notRecorded.none') : t('notRecorded.text')}</p>
      <ul ref={list}>
        {notRecorded.map(({ termId, label, frequencyText }, index) => {
          const named = (words: string): string => t('notRecorded.answer', { label, answer: words });
          return (
            <li key={termId}>
              <span className="qt">{label}</span>
              <small className="num">{frequencyText ?? t('notRecorded.frequencyUnknown')}</small>
              <span className="ans">
                <Button className="btn" aria-label={named(t('notRecorded.yes'))} onPress={answer(index, termId, label, 'observed')}>{t('notRecorded.yes')}</Button>
                <Button className="btn" aria-label={named(t('notRecorded.no'))} onPress={answer(index, termId, label, 'excluded')}>{t('notRecorded.no')}</Button>
                <Tooltip text={t('notRecorded.notAssessed')}>
                  <Button className="btn quiet icon" aria-label={named(t('notRecorded.notAssessed'))} onPress={answer(index, termId, label, 'not-assessed')}><StateMark state="not-assessed" isDecorative /></Button>
                </Tooltip>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
