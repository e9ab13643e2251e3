import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ConditionSwatch } from '#renderer/features/family/condition-swatch.tsx';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { openFamilyDialog } from '#renderer/features/family/family-dialogs.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { FindingsList, rulesClass } from '#renderer/features/family/inspector/findings-list.tsx';
import { withSetNow } from '#renderer/features/family/inspector/use-individual-draft.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import type { Condition, PedigreeHeader } from '#shared/pedigree/family.ts';

/** The family as a whole, where nobody is selected: what the rules say, the conditions, and what stands above the drawing. */
export function FamilyPanel() {
  const t = useWords('family');
  const { family, findings } = useFamilyView();
  return (
    <>
      <header className="head">
        <h2>{t('panel.title')}</h2>
        <p className="num">{t('panel.people', { count: family.individuals.length })}</p>
      </header>
      <div className="scroll" tabIndex={-1}>
        <section className={rulesClass(findings)} aria-label={t('rules.title')}>
          <h3>
            {t('rules.title')} <span className="n num">{t('rules.count', { count: findings.length })}</span>
          </h3>
          {findings.length === 0 ? <p className="hint-line">{t('rules.none')}</p> : <FindingsList findings={findings} />}
        </section>
        <section aria-label={t('conditions.title')}>
          <h3>
            {t('conditions.title')}
            <span className="n">
              <Button variant="quiet" icon={familyActions.addCondition.icon} onPress={() => openFamilyDialog({ kind: 'condition' })}>{t('conditions.add')}</Button>
            </span>
          </h3>
          {family.conditions.length === 0 ? <p className="hint-line">{t('conditions.none')}</p> : null}
          {family.conditions.map((condition, place) => <ConditionRow key={condition.id} condition={condition} place={place} />)}
        </section>
        <HeaderFields />
      </div>
    </>
  );
}

function ConditionRow({ condition, place }: { readonly condition: Condition; readonly place: number }) {
  const t = useWords('family');
  const { family, revision, save, edit } = useFamilyView();
  const draft = useRecordDraft<Pick<Condition, 'name'>>({
    key: `condition:${condition.id}`,
    record: condition,
    version: revision,
    save: (change) => (change.name?.trim() === '' ? Promise.resolve(revision) : save([{ kind: 'change-condition', conditionId: condition.id, change }])),
  });
  const moveTo = (to: number) => (): void => {
    const others = family.conditions.map(({ id }) => id).filter((id) => id !== condition.id);
    edit([{ kind: 'order-conditions', conditionIds: [...others.slice(0, to), condition.id, ...others.slice(to)] }]);
  };
  return (
    <div className="condition-row">
      <ConditionSwatch place={place} />
      <TextField className="grow bare" label={t('conditions.name', { number: place + 1 })} value={draft.values.name} onChange={(name) => draft.set('name', name)} onBlur={draft.saveNow} maxLength={300} autoComplete="off" />
      <IconButton icon={ChevronUp} label={t('conditions.up', { condition: condition.name })} isDisabled={place === 0} onPress={moveTo(place - 1)} />
      <IconButton icon={ChevronDown} label={t('conditions.down', { condition: condition.name })} isDisabled={place === family.conditions.length - 1} onPress={moveTo(place + 1)} />
      <IconButton icon={Trash2} label={t('conditions.remove', { condition: condition.name })} onPress={() => edit([{ kind: 'remove-condition', conditionId: condition.id }])} />
      <DraftFailure draft={draft} />
    </div>
  );
}

function HeaderFields() {
  const t = useWords('family');
  const { caseId, family, revision, save } = useFamilyView();
  const draft = withSetNow(useRecordDraft<PedigreeHeader>({ key: `pedigree-header:${caseId}`, record: family.header, version: revision, save: (change) => save([{ kind: 'change-header', change }]) }));
  const { values } = draft;
  const text = (field: 'title' | 'recordedBy' | 'recorderTitle' | 'historian' | 'maternalAncestry' | 'paternalAncestry', isWide: boolean) => (
    <TextField className={isWide ? 'wide' : ''} label={t(`header.${field}`)} value={values[field]} onChange={(next) => draft.set(field, next)} onBlur={draft.saveNow} maxLength={200} autoComplete="off" />
  );
  return (
    <section className="fields" aria-label={t('header.label')}>
      <h3 className="wide">{t('header.label')}</h3>
      {text('historian', true)}
      <TextField className="wide" label={t('header.indication')} value={values.indication} onChange={(next) => draft.set('indication', next)} onBlur={draft.saveNow} maxLength={1_000} autoComplete="off" />
      {text('maternalAncestry', true)}
      {text('paternalAncestry', true)}
      <Select className="wide" label={t('header.consanguinity')} value={values.consanguinityAsked} choices={(['not-asked', 'denied', 'reported'] as const).map((value) => ({ value, label: t(`header.consanguinity.${value}`) }))} onChange={(value) => draft.setNow('consanguinityAsked', value)} />
      <PartialDateField label={t('header.takenOn')} value={values.takenOn} onChange={(date) => draft.set('takenOn', date)} onBlur={draft.saveNow} />
      <PartialDateField label={t('header.updatedOn')} value={values.updatedOn} onChange={(date) => draft.set('updatedOn', date)} onBlur={draft.saveNow} />
      {text('recordedBy', false)}
      {text('recorderTitle', false)}
      {text('title', true)}
      <div className="wide">
        <DraftFailure draft={draft} />
      </div>
    </section>
  );
}
