import { X } from 'lucide-react';
import type { Ref } from 'react';
import { Button } from 'react-aria-components';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select, type Choice } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { TimeField } from '#renderer/features/phenotype/time-field.tsx';
import { useModifierNames, useTermChoices } from '#renderer/features/phenotype/term-choices.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { RecordDraft } from '#renderer/state/use-record-draft.ts';
import { featureSources, type Feature, type FeatureDetail, type FeatureSource } from '#shared/phenotype/feature.ts';

/** Stands for "not stated" among the choices; no term and no source is called so. */
const none = 'none';

interface ModifiersProps {
  readonly modifierIds: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

interface FeatureFieldsProps {
  readonly feature: Feature;
  readonly draft: RecordDraft<FeatureDetail>;
  readonly onsetRef: Ref<HTMLInputElement>;
}

/** What is known of the finding besides its term. Each field saves itself. */
export function FeatureFields({ feature, draft, onsetRef }: FeatureFieldsProps) {
  const t = useWords('phenotype');
  const { values } = draft;
  const setNow = <Field extends keyof FeatureDetail>(field: Field, value: FeatureDetail[Field]): void => {
    draft.set(field, value);
    draft.saveNow();
  };
  const sources: readonly Choice<FeatureSource | typeof none>[] = [{ value: none, label: t('inspector.notStated') }, ...featureSources.map((source) => ({ value: source, label: t(`source.${source}`) }))];
  return (
    <section className="feature-fields" aria-label={t('inspector.detailsLabel')}>
      <TimeField label={values.state === 'excluded' ? t('inspector.examinedAt') : t('inspector.onset')} value={values.onset} onChange={(value) => setNow('onset', value)} inputRef={onsetRef} />
      {/* What is absent has not begun, is not severe and is not over. What was entered before stays stored. */}
      {values.state === 'observed' ? (
        <>
          <OnsetClass value={values.onset} onChange={(value) => setNow('onset', value)} />
          <TimeField label={t('inspector.resolution')} value={values.resolution} onChange={(value) => setNow('resolution', value)} />
          <ModifierSelect branch="severity" label={t('inspector.severity')} value={values.severityId} onChange={(value) => setNow('severityId', value)} />
        </>
      ) : null}
      <ModifierSelect branch="laterality" label={t('inspector.laterality')} value={values.lateralityId} onChange={(value) => setNow('lateralityId', value)} />
      <Select label={t('inspector.source')} value={values.source ?? none} choices={sources} onChange={(value) => setNow('source', value === none ? null : value)} />
      <PartialDateField label={t('inspector.recordedOn')} value={values.recordedOn} onChange={(value) => draft.set('recordedOn', value)} onBlur={draft.saveNow} />
      <ModifierAdder modifierIds={values.modifierIds} onChange={(value) => setNow('modifierIds', value)} />
      <ModifierTags modifierIds={values.modifierIds} onChange={(value) => setNow('modifierIds', value)} />
      <TextField className="wide" label={t('inspector.note')} rows={3} value={values.note} maxLength={10_000} onChange={(value) => draft.set('note', value)} onBlur={draft.saveNow} />
      <div className="wide">
        <Checkbox isSelected={values.isIgnored} onChange={(value) => setNow('isIgnored', value)}>{t('inspector.ignored')}</Checkbox>
      </div>
      <div className="wide">
        <DraftFailure key={feature.id} draft={draft} />
      </div>
    </section>
  );
}

function OnsetClass({ value, onChange }: { readonly value: FeatureDetail['onset']; readonly onChange: (value: FeatureDetail['onset']) => void }) {
  const t = useWords('phenotype');
  const classes = useTermChoices('onset');
  const current = value?.kind === 'term' ? value.termId : none;
  const choices = withCurrent(classes, value?.kind === 'term' ? { value: value.termId, label: value.label } : null);
  return (
    <Select
      label={t('inspector.onsetClass')}
      value={current}
      choices={[{ value: none, label: value === null || value.kind === 'term' ? t('inspector.notStated') : t('inspector.asTyped') }, ...choices]}
      onChange={(termId) => {
        const chosen = choices.find((choice) => choice.value === termId);
        if (chosen !== undefined) onChange({ kind: 'term', termId: chosen.value, label: chosen.label });
        else if (value?.kind === 'term') onChange(null);
      }}
    />
  );
}

function ModifierSelect({ branch, label, value, onChange }: { readonly branch: 'severity' | 'laterality'; readonly label: string; readonly value: string | null; readonly onChange: (value: string | null) => void }) {
  const t = useWords('phenotype');
  const choices = withCurrent(useTermChoices(branch), value === null ? null : { value, label: value });
  return <Select label={label} value={value ?? none} choices={[{ value: none, label: t('inspector.notStated') }, ...choices]} onChange={(chosen) => onChange(chosen === none ? null : chosen)} />;
}

/** Progression and patterns: any number of them. */
function ModifierAdder({ modifierIds, onChange }: ModifiersProps) {
  const t = useWords('phenotype');
  const choices = [...useTermChoices('progression'), ...useTermChoices('temporal-pattern'), ...useTermChoices('spatial-pattern')];
  return <Select label={t('inspector.modifiers')} value={null} choices={choices.filter((choice) => !modifierIds.includes(choice.value))} placeholder={t('inspector.addModifier')} onChange={(termId) => onChange([...modifierIds, termId])} />;
}

function ModifierTags({ modifierIds, onChange }: ModifiersProps) {
  const t = useWords('phenotype');
  const nameOf = useModifierNames();
  if (modifierIds.length === 0) return null;
  return (
    <ul className="wide modifiers" aria-label={t('inspector.modifiers')}>
      {modifierIds.map((termId) => (
        <li key={termId} className="tag">
          {nameOf(termId) ?? termId}
          <Button aria-label={t('inspector.removeModifier', { label: nameOf(termId) ?? termId })} onPress={() => onChange(modifierIds.filter((other) => other !== termId))}><X size={12} aria-hidden="true" /></Button>
        </li>
      ))}
    </ul>
  );
}

/** A value that the release does not offer is still shown as what it is. */
function withCurrent(choices: readonly Choice<string>[], current: Choice<string> | null): readonly Choice<string>[] {
  return current === null || choices.some((choice) => choice.value === current.value) ? choices : [...choices, current];
}
