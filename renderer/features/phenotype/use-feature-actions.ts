import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { tellDone } from '#renderer/app/undo.ts';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import type { Client } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/queries.tsx';
import { createFeatureWriter } from '#renderer/features/phenotype/feature-writer.ts';
import { words } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Feature, FeatureDetail } from '#shared/phenotype/feature.ts';

/** What can be done with the findings of a case. Each is saved when it answers; a refusal is shown and answered with null. */
export interface FeatureActions {
  readonly add: (personId: string, termId: string, detail: Partial<FeatureDetail>) => Promise<Feature | null>;
  readonly change: (feature: Feature, change: Partial<FeatureDetail>) => Promise<Feature | null>;
  /** Like `change`, but the caller shows the refusal itself. */
  readonly changeOrThrow: (feature: Feature, change: Partial<FeatureDetail>) => Promise<Feature>;
  readonly remove: (feature: Feature) => Promise<void>;
  /** Puts another term in the place of this one, with everything that was said of it. */
  readonly replace: (feature: Feature, termId: string) => Promise<Feature | null>;
}

type CaseShown = OutputOf<'case.show'>;

export function useFeatureActions(caseId: string): FeatureActions {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMemo(() => {
    /** Shows what was just written without waiting to be told that it changed. */
    const patch = (patchFeatures: (features: readonly Feature[]) => readonly Feature[]): void => {
      queryClient.setQueryData<CaseShown>(['case.show', { caseId }], (shown) => (shown === undefined ? shown : { ...shown, features: patchFeatures(shown.features) }));
    };
    const reread = (): void => void queryClient.invalidateQueries({ queryKey: ['case.show', { caseId }] });
    return createFeatureActions(client, caseId, { patch, reread });
  }, [client, queryClient, caseId]);
}

/** What the screens show of the findings of the case. */
export interface ShownFeatures {
  readonly patch: (patchFeatures: (features: readonly Feature[]) => readonly Feature[]) => void;
  readonly reread: () => void;
}

export function createFeatureActions(client: Client, caseId: string, { patch, reread }: ShownFeatures): FeatureActions {
  const writer = createFeatureWriter((input) => client.call('feature.change', input));
  const underWay = new Map<string, number>();
  /** Shown at once, before it is written: a keystroke is answered without waiting for the disk. A refusal shows what is stored again. */
  const changeOrThrow = async (feature: Feature, change: Partial<FeatureDetail>): Promise<Feature> => {
    underWay.set(feature.id, (underWay.get(feature.id) ?? 0) + 1);
    patch((features) => features.map((other) => (other.id === feature.id ? { ...other, ...change } : other)));
    try {
      const written = await writer.change(feature, change);
      // While a later change of the same finding is under way, this answer is already out of date.
      const isLast = underWay.get(feature.id) === 1;
      patch((features) => features.map((other) => (other.id !== written.id ? other : isLast ? written : { ...other, version: written.version })));
      return written;
    } catch (refused) {
      reread();
      throw refused;
    } finally {
      underWay.set(feature.id, (underWay.get(feature.id) ?? 1) - 1);
    }
  };
  const addOrThrow = async (personId: string, termId: string, detail: Partial<FeatureDetail>): Promise<Feature> => {
    const added = await client.call('feature.add', { personId, termId, detail });
    patch((features) => [...features.filter((other) => other.id !== added.id), added]);
    return added;
  };
  const removeOrThrow = async (feature: Feature): Promise<void> => {
    await client.call('feature.remove', { featureId: feature.id, version: feature.version });
    patch((features) => features.filter((other) => other.id !== feature.id));
  };
  const replaceOrThrow = async (feature: Feature, termId: string): Promise<Feature> => {
    const replaced = await client.call('feature.replace', { featureId: feature.id, version: feature.version, termId });
    patch((features) => [...features.filter((other) => other.id !== feature.id && other.id !== replaced.id), replaced]);
    await tellDone(client, words.t('phenotype:inspector.replaced', { before: feature.label, after: replaced.label }), caseId);
    return replaced;
  };
  return {
    changeOrThrow,
    add: (personId, termId, detail) => orTell(addOrThrow(personId, termId, detail)),
    change: (feature, change) => orTell(changeOrThrow(feature, change)),
    remove: async (feature) => {
      const isRemoved = await orTell(removeOrThrow(feature).then(() => true));
      if (isRemoved === true) await tellDone(client, words.t('phenotype:removed', { label: feature.label }), caseId);
    },
    replace: (feature, termId) => orTell(replaceOrThrow(feature, termId)),
  };
}

function orTell<Value>(answer: Promise<Value>): Promise<Value | null> {
  return answer.catch((thrown: unknown) => {
    showToast({ tone: 'bad', text: asCallFailure(thrown).message });
    return null;
  });
}
