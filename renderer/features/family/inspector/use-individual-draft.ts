import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useRecordDraft, type RecordDraft } from '#renderer/state/use-record-draft.ts';
import type { Individual, IndividualDetail } from '#shared/pedigree/individual.ts';

export interface FieldsDraft<Fields> extends RecordDraft<Fields> {
  /** For choices, which are made in one go. */
  readonly setNow: <Field extends keyof Fields & string>(field: Field, value: Fields[Field]) => void;
}

/** What is said of one person, saved while it is typed. */
export function useIndividualDraft(individual: Individual): FieldsDraft<IndividualDetail> {
  const { revision, save } = useFamilyView();
  return withSetNow(
    useRecordDraft<IndividualDetail>({
      key: `individual:${individual.id}`,
      record: individual,
      version: revision,
      save: (change) => save([{ kind: 'change-individuals', individualIds: [individual.id], change }]),
    }),
  );
}

export function withSetNow<Fields>(draft: RecordDraft<Fields>): FieldsDraft<Fields> {
  return {
    ...draft,
    setNow: (field, value) => {
      draft.set(field, value);
      draft.saveNow();
    },
  };
}
