import { useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Select } from '#renderer/components/select.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { SuggestedCriterion } from '#shared/casefile/suggested-criteria.ts';
import { criteria as published } from '#shared/variant/acmg/criteria.ts';
import { pvs1Outcome, pvs1Questions, pvs1VariantTypes, type Pvs1QuestionId, type Pvs1VariantType } from '#shared/variant/acmg/pvs1-tree.ts';
import type { Consequence } from '#shared/variant/variant.ts';

interface Pvs1DialogProps {
  readonly consequence: Consequence | null;
  readonly onTake: (criterion: SuggestedCriterion) => void;
  readonly onClose: () => void;
}

interface Step {
  readonly id: Pvs1QuestionId;
  readonly answer: string;
}

const established = 'established';

/** The decision tree of PVS1, one question after another; the way through it becomes the evidence. */
export function Pvs1Dialog({ consequence, onTake, onClose }: Pvs1DialogProps) {
  const t = useWords('findings');
  const [type, setType] = useState<Pvs1VariantType>(typeOf(consequence));
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const mechanism = steps.find(({ id }) => id === 'mechanism')?.answer;
  const outcome = mechanism === undefined ? null : pvs1Outcome(type, mechanism === established, Object.fromEntries(steps.map(({ id, answer }) => [id, answer])));
  const asks = outcome === null ? { id: 'mechanism' as const, words: pvs1Questions.mechanism, answers: [{ id: established, words: t('pvs1.established') }, { id: 'not-established', words: t('pvs1.notEstablished') }] } : outcome.asks;
  const strength = outcome?.strength ?? null;
  const take = (): void => {
    if (strength === null || outcome === null) return;
    onTake({ code: 'PVS1', strength, evidence: `${outcome.path.join('; ')}.`, reasonForStrength: strength === published.PVS1.strength ? '' : t('pvs1.reason') });
    onClose();
  };
  return (
    <Dialog
      className="findings pvs1"
      title={t('pvs1.title')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={() => setSteps(steps.slice(0, -1))} isDisabled={steps.length === 0}>{t('pvs1.back')}</Button>
          {strength === null ? null : <Button variant="primary" onPress={take}>{t('pvs1.take', { strength: t(`strength.${strength}`) })}</Button>}
        </>
      }
    >
      <Select label={t('pvs1.type')} value={type} choices={pvs1VariantTypes.map((value) => ({ value, label: t(`pvs1.type.${value}`) }))} onChange={(value) => {
        setType(value);
        setSteps([]);
      }} />
      {outcome === null ? null : <ol>{outcome.path.map((words) => <li key={words}>{words}</li>)}</ol>}
      {asks === null ? (
        <p aria-live="polite"><b>{strength === null ? t('pvs1.none') : t('pvs1.applies', { strength: t(`strength.${strength}`) })}</b></p>
      ) : (
        <div className="answers" role="group" aria-label={asks.words}>
          <b>{asks.words}</b>
          {asks.answers.map(({ id, words }) => <Button key={id} onPress={() => setSteps([...steps, { id: asks.id, answer: id }])}>{words}</Button>)}
        </div>
      )}
      <p className="hint-line">{t('pvs1.source')}</p>
    </Dialog>
  );
}

/** Where the tree begins for what the variant does. */
function typeOf(consequence: Consequence | null): Pvs1VariantType {
  if (consequence === 'splice-acceptor' || consequence === 'splice-donor') return 'splice-site';
  if (consequence === 'start-lost') return 'initiation-codon';
  return consequence === 'transcript-ablation' ? 'deletion' : 'nonsense-or-frameshift';
}
