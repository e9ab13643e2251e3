import { Copy, ListChecks, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/screen-states.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { copyText } from '#renderer/features/phenotype/copy-text.ts';
import { FeatureChecks, type FeatureCheck } from '#renderer/features/phenotype/feature-checks.tsx';
import { FeatureFields } from '#renderer/features/phenotype/feature-fields.tsx';
import { TermAbout } from '#renderer/features/phenotype/term-about.tsx';
import type { FeatureActions } from '#renderer/features/phenotype/use-feature-actions.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import { featureStates, type Feature, type FeatureDetail } from '#shared/phenotype/feature.ts';

/** The field of the onset, the inspector as a whole, or nothing. */
export type FocusRequest = 'onset' | 'inspector' | null;

interface FeatureInspectorProps {
  readonly feature: Feature | null;
  readonly checks: readonly FeatureCheck[];
  readonly actions: FeatureActions;
  /** What is to take the focus; answered once. */
  readonly focusRequest: FocusRequest;
  readonly onFocused: () => void;
  readonly onShow: (featureId: string) => void;
  /** Escape: back to the list. */
  readonly onLeave: () => void;
}

/** Everything about the selected finding, editable where it is shown. */
export function FeatureInspector({ feature, ...rest }: FeatureInspectorProps) {
  const t = useWords('phenotype');
  if (feature === null) return <EmptyState icon={ListChecks} title={t('inspector.noneTitle')} text={t('inspector.noneText')} />;
  return <SelectedFeature key={feature.id} feature={feature} {...rest} />;
}

function SelectedFeature({ feature, checks, actions, focusRequest, onFocused, onShow, onLeave }: FeatureInspectorProps & { readonly feature: Feature }) {
  const t = useWords('phenotype');
  const shell = useWords('shell');
  const heading = useRef<HTMLHeadingElement>(null);
  const own = useMemo(() => checks.filter((check) => check.featureIds.includes(feature.id)), [checks, feature.id]);
  const draft = useRecordDraft<FeatureDetail>({
    key: `feature:${feature.id}`,
    record: feature,
    version: feature.version,
    save: async (changes, version) => (await actions.changeOrThrow({ ...feature, version }, changes)).version,
  });
  const onset = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusRequest === null) return;
    if (focusRequest === 'inspector') heading.current?.focus();
    else {
      onset.current?.focus();
      onset.current?.select();
    }
    onFocused();
  }, [focusRequest, onFocused]);
  const replace = (termId: string): void => void actions.replace(feature, termId).then((added) => (added === null ? undefined : onShow(added.id)));

  return (
    <div
      className="feature-inspector"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <header className="head">
        <h2 ref={heading} tabIndex={-1}>{feature.label}</h2>
        <p className="idline num">
          {feature.termId}
          <IconButton icon={Copy} label={t('inspector.copyId', { id: feature.termId })} onPress={() => copyText(feature.termId)} />
        </p>
        <Segmented
          label={t('inspector.state')}
          value={draft.values.state}
          segments={featureStates.map((state) => ({ value: state, label: <><StateMark state={state} isDecorative /> {shell(`state.${state}`)}</> }))}
          onChange={(state) => {
            draft.set('state', state);
            draft.saveNow();
          }}
        />
      </header>
      <div className="scroll" tabIndex={-1}>
        <FeatureChecks checks={own} feature={feature} onReplace={replace} onShow={onShow} />
        <FeatureFields feature={feature} draft={draft} onsetRef={onset} />
        <TermAbout termId={feature.termId} onReplace={replace} />
        <section className="acts-section">
          <Button icon={Trash2} variant="quiet" onPress={() => void actions.remove(feature)}>{t('inspector.remove')}</Button>
        </section>
      </div>
    </div>
  );
}
