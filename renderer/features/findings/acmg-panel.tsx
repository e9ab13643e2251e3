import { ListTree } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { useAction } from '#renderer/app/action.ts';
import { useDoneToast } from '#renderer/app/undo.ts';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ClassTag } from '#renderer/features/findings/class-tag.tsx';
import { barFor, inOrder } from '#renderer/features/findings/criterion-groups.ts';
import { CriterionToggles } from '#renderer/features/findings/criterion-toggles.tsx';
import { findingsActions } from '#renderer/features/findings/findings-actions.ts';
import { MetCriteria } from '#renderer/features/findings/met-criteria.tsx';
import { Pvs1Dialog } from '#renderer/features/findings/pvs1-dialog.tsx';
import { PointsBar } from '#renderer/features/findings/points-bar.tsx';
import { formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { draftClassification, nothingClassified, useSelection, type ClassificationDraft } from '#renderer/state/selection.ts';
import { findingName, type Finding } from '#shared/casefile/finding.ts';
import type { SuggestedCriterion } from '#shared/casefile/suggested-criteria.ts';
import { classifyVariant, variantClasses } from '#shared/variant/acmg/classify.ts';
import { criteria as published, type CriterionCode } from '#shared/variant/acmg/criteria.ts';

type Chosen = readonly SuggestedCriterion[];

/** Stands for "as the points say" among the classes. */
const asReckoned = 'as-reckoned';

/** The criteria that are met, what they add up to while they are chosen, and the record of it. */
export function AcmgPanel({ caseId, finding, suggestions }: { readonly caseId: string; readonly finding: Finding; readonly suggestions: readonly SuggestedCriterion[] }) {
  const t = useWords('findings');
  const recorded: Chosen = finding.classifications.at(-1)?.criteria ?? [];
  const { criteria, saidClass, why } = useSelection(({ classificationOfFinding }) => classificationOfFinding[finding.id]) ?? nothingClassified;
  const chosen: Chosen = criteria ?? recorded;
  const draft = (change: Partial<ClassificationDraft>): void => draftClassification(finding.id, change);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isAskingPvs1, setAskingPvs1] = useState(false);
  const classify = useCommand('finding.classify', { isQuiet: true });
  const tellDone = useDoneToast();
  const reckoned = classifyVariant(chosen);
  const choose = (next: Chosen): void => {
    setRefusal(null);
    draft({ criteria: inOrder(next) });
  };
  const take = (criterion: SuggestedCriterion): void => {
    const bar = barFor(criterion.code, chosen.map(({ code }) => code));
    if (bar === null) choose([...chosen.filter(({ code }) => code !== criterion.code), criterion]);
    else setRefusal(t('acmg.refused', { codes: `${criterion.code}, ${bar.other}`, why: bar.why, other: bar.other }));
  };
  const toggle = (code: CriterionCode): void => (chosen.some((entry) => entry.code === code) ? choose(chosen.filter((entry) => entry.code !== code)) : take({ code, strength: published[code].strength, evidence: '', reasonForStrength: '' }));
  const isSame = saidClass === null && JSON.stringify(chosen) === JSON.stringify(recorded);
  const canRecord = !isSame && (chosen.length > 0 || saidClass !== null) && !classify.isPending;
  const record = (): void => {
    if (!canRecord) return;
    void classify.mutateAsync({ findingId: finding.id, criteria: [...chosen], classification: saidClass, why }).then(
      ({ classifications }) => {
        draft(nothingClassified);
        setRefusal(null);
        tellDone(t('recorded', { name: findingName(finding), classification: t(`class.${classifications.at(-1)?.classification ?? reckoned.classification}`) }), caseId);
      },
      (thrown: unknown) => setRefusal(asCallFailure(thrown).message),
    );
  };
  useAction(findingsActions.record, record, canRecord);
  const open = suggestions.filter(({ code }) => chosen.every((entry) => entry.code !== code));
  return (
    <section className="acmg" aria-label={t('acmg.title')}>
      <header>
        <h2>{findingName(finding)}</h2>
        <p className="verdict" aria-live="polite">
          <ClassTag classification={chosen.length === 0 ? (finding.classifications.at(-1)?.classification ?? null) : reckoned.classification} />
          <b className="num">{t('acmg.points', { count: reckoned.points, points: reckoned.points })}</b>
          <span className="muted num">{t('acmg.probability', { probability: formatProbability(reckoned.probability) })}</span>
        </p>
      </header>
      <PointsBar counted={reckoned.counted} points={reckoned.points} />
      {open.length === 0 ? null : <Suggestions suggestions={open} onTake={take} />}
      <CriterionToggles met={chosen.map(({ code }) => code)} onToggle={toggle} />
      <div><Button icon={ListTree} variant="quiet" onPress={() => setAskingPvs1(true)}>{t('pvs1.open')}</Button></div>
      {isAskingPvs1 ? <Pvs1Dialog consequence={finding.consequence} onTake={take} onClose={() => setAskingPvs1(false)} /> : null}
      {refusal === null ? null : <p className="refusal" role="alert">{refusal}</p>}
      {reckoned.warnings.map(({ message }) => <p key={message} className="caution">{message}</p>)}
      <MetCriteria chosen={chosen} onChange={choose} />
      <div className="record">
        <Select label={t('acmg.class')} value={saidClass ?? asReckoned} choices={[{ value: asReckoned, label: t('acmg.asReckoned', { classification: t(`class.${reckoned.classification}`) }) }, ...variantClasses.map((value) => ({ value, label: t(`class.${value}`) }))]} onChange={(value) => draft({ saidClass: value === asReckoned ? null : value })} />
        <TextField label={t('acmg.why')} className="grow" value={why} maxLength={2_000} onChange={(text) => draft({ why: text })} />
        <ActionButton action={findingsActions.record} variant="primary" onPress={record} isDisabled={!canRecord} />
      </div>
      <p className="hint-line">{canRecord ? t('acmg.source') : isSame && recorded.length > 0 ? t('acmg.unchanged') : t('acmg.nothing')}</p>
    </section>
  );
}

function Suggestions({ suggestions, onTake }: { readonly suggestions: readonly SuggestedCriterion[]; readonly onTake: (criterion: SuggestedCriterion) => void }) {
  const t = useWords('findings');
  return (
    <div className="suggested">
      <h3>{t('acmg.suggested')}</h3>
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion.code}>
            <Button onPress={() => onTake(suggestion)}>{t('acmg.take', { code: suggestion.code, strength: t(`strength.${suggestion.strength}`) })}</Button> <span>{suggestion.evidence}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
