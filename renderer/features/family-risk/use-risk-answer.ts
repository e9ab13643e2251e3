import { useEffect, useMemo, useRef, useState } from 'react';
import { answerRisk, type RiskAnswer } from '#renderer/features/family-risk/answer-risk.ts';
import type { RiskModel } from '#shared/inheritance/risk-model.ts';
import { riskReport } from '#shared/inheritance/risk-report.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** From so many people on, an answer may take longer than a click may wait. */
const mostAtOnce = 40;

export interface ShownRisk extends RiskAnswer {
  readonly personId: string;
}

/**
 * What follows for the family and one person. A large family is worked out by a worker: until it answers, null where nothing was asked yet, else the answer to
 * the question before, which says whom it is about.
 */
export function useRiskAnswer(family: Family, conditionId: string, model: RiskModel, today: string, personId: string): ShownRisk | null {
  const isLarge = family.individuals.length > mostAtOnce && typeof Worker !== 'undefined';
  const question = useMemo(() => ({ family, conditionId, model, today }), [family, conditionId, model, today]);
  const report = useMemo(() => (isLarge ? null : riskReport(question)), [question, isLarge]);
  const atOnce = useMemo(() => (report === null ? null : { ...answerRisk({ question, personId }, report), personId }), [report, question, personId]);
  const [later, setLater] = useState<ShownRisk | null>(null);
  const worker = useRef<Worker | null>(null);
  const number = useRef(0);

  useEffect(() => {
    if (!isLarge) return;
    // An earlier question is dropped with its worker: nobody waits for it any more.
    worker.current?.terminate();
    worker.current = new Worker(new URL('./risk-worker.ts', import.meta.url), { type: 'module' });
    const asked = (number.current += 1);
    worker.current.onmessage = ({ data }: MessageEvent<{ readonly number: number; readonly answer: RiskAnswer }>) => {
      if (data.number === asked) setLater({ ...data.answer, personId });
    };
    worker.current.postMessage({ number: asked, asked: { question, personId } });
  }, [question, personId, isLarge]);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  return isLarge ? later : atOnce;
}
