import { Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import '#renderer/features/family-risk/family-risk.css';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Select } from '#renderer/components/select.tsx';
import { BayesSection } from '#renderer/features/family-risk/bayes-section.tsx';
import { ChildSection } from '#renderer/features/family-risk/child-section.tsx';
import { ContributionsSection } from '#renderer/features/family-risk/contributions-section.tsx';
import { EverybodySection } from '#renderer/features/family-risk/everybody-section.tsx';
import { KinshipSection } from '#renderer/features/family-risk/kinship-section.tsx';
import { KnownSection } from '#renderer/features/family-risk/known-section.tsx';
import { ModelSection } from '#renderer/features/family-risk/model-section.tsx';
import { ModeSection } from '#renderer/features/family-risk/mode-section.tsx';
import { showOnDrawing, useRiskOverlay, wantOnDrawing } from '#renderer/features/family-risk/risk-overlay.ts';
import { RiskSheetDialog } from '#renderer/features/family-risk/risk-sheet-dialog.tsx';
import { badgeWords } from '#renderer/features/family-risk/risk-words.ts';
import { StatementSection } from '#renderer/features/family-risk/statement-section.tsx';
import { TroubleSection } from '#renderer/features/family-risk/trouble-section.tsx';
import { useRiskAnswer, type ShownRisk } from '#renderer/features/family-risk/use-risk-answer.ts';
import { useRiskModel, type RiskModelDraft } from '#renderer/features/family-risk/use-risk-model.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Condition } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

/** The condition that was looked at last, so that the next person is shown for it too. */
const lastCondition = new Map<string, string>();

/** What the family says about the genes of a person: chances, the table behind them, and everything that can be assumed or known besides. */
export function RiskTab({ individual }: { readonly individual: Individual }) {
  const t = useWords('risk');
  const { caseId, family } = useFamilyView();
  const [chosen, setChosen] = useState<string | null>(lastCondition.get(caseId) ?? null);
  const condition = family.conditions.find(({ id }) => id === chosen) ?? family.conditions[0];
  if (condition === undefined) {
    return (
      <div className="risk">
        <section><p className="hint-line">{t('noCondition')}</p></section>
        <KinshipSection individual={individual} />
      </div>
    );
  }
  const choose = (id: string): void => {
    lastCondition.set(caseId, id);
    setChosen(id);
  };
  return (
    <div className="risk">
      <RiskOfCondition
        key={condition.id}
        individual={individual}
        condition={condition}
        conditionSelect={family.conditions.length < 2 ? null : <Select label={t('condition')} value={condition.id} choices={family.conditions.map(({ id, name }) => ({ value: id, label: name }))} onChange={choose} />}
      />
    </div>
  );
}

interface RiskOfConditionProps {
  readonly individual: Individual;
  readonly condition: Condition;
  readonly conditionSelect: React.ReactNode;
}

function RiskOfCondition({ individual, condition, conditionSelect }: RiskOfConditionProps) {
  const t = useWords('risk');
  const { caseId, family, today } = useFamilyView();
  const draft = useRiskModel(caseId, condition.id);
  const answer = useRiskAnswer(family, condition.id, draft.values, today, individual.id);
  useLabelsOnDrawing(answer, condition.id);
  if (!draft.isKnown || answer === null) return <section><p className="hint-line" role="status">{t('working')}</p></section>;
  const { report } = answer;
  return (
    <>
      <section className="risk-head" aria-label={condition.name}>
        {conditionSelect ?? <p className="condition-name"><b>{condition.name}</b></p>}
        {report.kind === 'refused' || report.kind === 'too-large' ? null : <ModeSection basis={report} draft={draft} />}
        <RiskTools condition={condition} answer={answer} draft={draft} />
      </section>
      {report.kind === 'known' ? <KnownRisk individual={individual} condition={condition} answer={answer} draft={draft} /> : <TroubleSection report={report} />}
      {report.kind === 'known' || report.kind === 'impossible' ? (
        <>
          <KnownOf individual={individual} mode={report.mode} draft={draft} />
          {report.kind === 'known' ? <Child individual={individual} report={report} draft={draft} /> : null}
          <ModelSection mode={report.mode} parameters={report.parameters} draft={draft} />
        </>
      ) : null}
      <KinshipSection individual={individual} />
      {report.kind === 'known' ? <EverybodySection people={report.people} mode={report.mode} /> : null}
    </>
  );
}

type KnownReport = Extract<ShownRisk['report'], { readonly kind: 'known' }>;

function KnownOf({ individual, mode, draft }: { readonly individual: Individual; readonly mode: KnownReport['mode']; readonly draft: RiskModelDraft }) {
  const { structure } = useFamilyView();
  const isFounder = (structure.parentEdgesOf.get(individual.id) ?? []).length === 0;
  return <KnownSection individualId={individual.id} name={individualName(individual)} isFounder={isFounder} mode={mode} draft={draft} />;
}

function Child({ individual, report, draft }: { readonly individual: Individual; readonly report: KnownReport; readonly draft: RiskModelDraft }) {
  const nameOf = useNameOf();
  return <ChildSection individual={individual} pregnancies={report.pregnancies.filter(({ partnerIds }) => partnerIds.includes(individual.id))} nameOf={nameOf} draft={draft} />;
}

function RiskTools({ condition, answer, draft }: { readonly condition: Condition; readonly answer: ShownRisk; readonly draft: RiskModelDraft }) {
  const t = useWords('risk');
  const isWanted = useRiskOverlay((overlay) => overlay.isWanted);
  const [isSheetOpen, setSheetOpen] = useState(false);
  return (
    <div className="risk-tools">
      <Checkbox isSelected={isWanted} onChange={wantOnDrawing}>{t('onDrawing')}</Checkbox>
      <Button icon={Printer} isDisabled={answer.report.kind !== 'known'} onPress={() => setSheetOpen(true)}>{t('action.print')}</Button>
      {isSheetOpen && answer.report.kind === 'known' ? <RiskSheetDialog condition={condition} report={answer.report} person={answer.person} personId={answer.personId} model={draft.values} onClose={() => setSheetOpen(false)} /> : null}
    </div>
  );
}

function KnownRisk({ individual, condition, answer }: RiskOfConditionPropsWithAnswer) {
  const { family } = useFamilyView();
  const nameOf = useNameOf();
  const { report, person, personId } = answer;
  if (report.kind !== 'known' || person === null || personId !== individual.id) return null;
  const risk = report.people.find(({ id }) => id === individual.id);
  if (risk === undefined) return null;
  const isAffected = family.individualConditions.some((row) => row.individualId === individual.id && row.conditionId === condition.id && row.state === 'affected');
  const name = individualName(individual);
  return (
    <>
      <StatementSection name={name} risk={risk} asked={person.asked} mode={report.mode} isMale={presumedSexAssignedAtBirth(individual) === 'male'} isAffected={isAffected} />
      <BayesSection name={name} table={person.table} mode={report.mode} nameOf={nameOf} />
      <ContributionsSection contributions={person.contributions} />
    </>
  );
}

interface RiskOfConditionPropsWithAnswer {
  readonly individual: Individual;
  readonly condition: Condition;
  readonly answer: ShownRisk;
  readonly draft: RiskModelDraft;
}

export function useNameOf(): (individualId: string) => string {
  const { individualOf, numberOf } = useFamilyView();
  return (individualId) => {
    const individual = individualOf(individualId);
    if (individual === undefined) return individualId;
    return individual.givenName.trim() === '' ? numberOf(individualId) || individualName(individual) : individual.givenName;
  };
}

/** The chances stand beside the symbols as long as the panel is open. */
function useLabelsOnDrawing(answer: ShownRisk | null, conditionId: string): void {
  const { family } = useFamilyView();
  const report = answer?.report;
  const labels = useMemo(() => {
    if (report?.kind !== 'known') return null;
    const drawn = new Set(family.individualConditions.flatMap((row) => (row.conditionId === conditionId && row.state !== 'unaffected' && row.state !== 'uncertain' ? [row.individualId] : [])));
    return new Map(report.people.flatMap((person) => {
      const label = badgeWords(person, drawn.has(person.id));
      return label === null ? [] : [[person.id, label] as const];
    }));
  }, [report, family, conditionId]);
  useEffect(() => {
    showOnDrawing(labels);
    return () => showOnDrawing(null);
  }, [labels]);
}
