import { useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ConditionSwatch } from '#renderer/features/family/condition-swatch.tsx';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { ProvenanceFields } from '#renderer/features/family/inspector/provenance-fields.tsx';
import { withSetNow } from '#renderer/features/family/inspector/use-individual-draft.ts';
import { openFamilyDialog } from '#renderer/features/family/family-dialogs.ts';
import { TimeField } from '#renderer/features/phenotype/time-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import { conditionStates, type Condition, type ConditionState, type IndividualCondition } from '#shared/pedigree/family.ts';

const notSaid = 'not-said';
export type StateChoice = ConditionState | typeof notSaid;

/** How one person stands to each condition of the family. */
export function ConditionStates({ individualId }: { readonly individualId: string }) {
  const t = useWords('family');
  const { family } = useFamilyView();
  return (
    <section className="condition-states" aria-label={t('conditions.title')}>
      <h3>
        {t('conditions.title')}
        <span className="n">
          <Button variant="quiet" icon={familyActions.addCondition.icon} onPress={() => openFamilyDialog({ kind: 'condition' })}>{t('conditions.add')}</Button>
        </span>
      </h3>
      {family.conditions.length === 0 ? <p className="hint-line">{t('conditions.none')}</p> : null}
      {family.conditions.map((condition, place) => (
        <ConditionState key={condition.id} individualId={individualId} condition={condition} place={place} row={family.individualConditions.find((row) => row.individualId === individualId && row.conditionId === condition.id) ?? null} />
      ))}
    </section>
  );
}

interface ConditionStateProps {
  readonly individualId: string;
  readonly condition: Condition;
  readonly place: number;
  readonly row: IndividualCondition | null;
}

function ConditionState({ individualId, condition, place, row }: ConditionStateProps) {
  const { edit } = useFamilyView();
  const [isOpen, setOpen] = useState(false);
  const t = useWords('family');
  return (
    <div className="condition-state">
      <ConditionSwatch place={place} />
      <div className="grow">
        <b>{condition.name}</b> {condition.diseaseId === null ? null : <small className="muted num">{condition.diseaseId}</small>}
        <div className="state-line">
          <StateSelect label={t('conditions.stateOf', { condition: condition.name })} value={row?.state ?? notSaid} onChange={(state) => edit([{ kind: 'set-condition-state', individualIds: [individualId], conditionId: condition.id, state: state === notSaid ? null : state }])} />
          {row === null ? null : <Button variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{isOpen ? t('conditions.less') : t('conditions.more')}</Button>}
        </div>
        {row === null || !isOpen ? <StateSummary row={row} /> : <StateDetail row={row} />}
      </div>
    </div>
  );
}

export function StateSelect({ label, value, onChange }: { readonly label: string; readonly value: StateChoice | null; readonly onChange: (state: StateChoice) => void }) {
  const t = useWords('family');
  const choices = [{ value: notSaid, label: t('state.not-said') } as const, ...conditionStates.map((state) => ({ value: state, label: t(`state.${state}`) }))];
  return <Select<StateChoice> label={label} hidesLabel value={value} choices={choices} onChange={onChange} placeholder={t('state.various')} />;
}

function StateSummary({ row }: { readonly row: IndividualCondition | null }) {
  if (row === null || row.evidence === '') return null;
  return <p className="hint-line">{row.evidence}</p>;
}

type Detail = Pick<IndividualCondition, 'onset' | 'evidence' | 'provenance'>;

function StateDetail({ row }: { readonly row: IndividualCondition }) {
  const t = useWords('family');
  const { revision, save } = useFamilyView();
  const draft = withSetNow(
    useRecordDraft<Detail>({
      key: `individual-condition:${row.id}`,
      record: row,
      version: revision,
      save: (detail) => save([{ kind: 'set-condition-state', individualIds: [row.individualId], conditionId: row.conditionId, state: row.state, detail }]),
    }),
  );
  return (
    <div className="fields">
      <TimeField label={t('conditions.onset')} value={draft.values.onset} onChange={(onset) => draft.setNow('onset', onset)} />
      <TextField label={t('conditions.evidence')} placeholder={t('conditions.evidenceHint')} value={draft.values.evidence} onChange={(evidence) => draft.set('evidence', evidence)} onBlur={draft.saveNow} maxLength={500} autoComplete="off" />
      <ProvenanceFields value={draft.values.provenance} onChange={(provenance) => draft.set('provenance', provenance)} onLeave={draft.saveNow} />
      <DraftFailure draft={draft} />
    </div>
  );
}
