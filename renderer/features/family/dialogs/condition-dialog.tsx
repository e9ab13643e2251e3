import { useState } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { DiseaseHits, focusFirstHit, useDiseaseHits } from '#renderer/features/family/dialogs/disease-hits.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Condition } from '#shared/pedigree/family.ts';

/** A condition for the key of the drawing: a disease of the catalogue, a candidate of the case, or as it is typed. Enter adds what is typed. */
export function ConditionDialog({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (conditionId: string) => void }) {
  const t = useWords('family');
  const { caseId, selectedIds, edit, family, individualOf, numberOf } = useFamilyView();
  const candidates = useQueryOf('case.show', { caseId }).data?.candidates ?? [];
  const [name, setName] = useState('');
  const [isAffected, setAffected] = useState(true);
  const isKnown = (id: string): boolean => family.conditions.some(({ diseaseId }) => diseaseId === id);
  const offered = candidates.filter((candidate) => candidate.state !== 'ruled-out' && !isKnown(candidate.diseaseId));
  const selected = individualOf(selectedIds[0] ?? '');
  const add = (condition: Pick<Condition, 'name' | 'diseaseId'>): void => {
    if (condition.name.trim() === '') return;
    const outcome = edit([{ kind: 'add-condition', condition: { name: condition.name.trim(), diseaseId: condition.diseaseId, termId: null } }]);
    if (!outcome.ok) return;
    const made = outcome.value.family.conditions.at(-1);
    if (made !== undefined) {
      onAdded(made.id);
      if (isAffected && selectedIds.length > 0) edit([{ kind: 'set-condition-state', individualIds: selectedIds, conditionId: made.id, state: 'affected' }]);
    }
    onClose();
  };
  const hits = useDiseaseHits(name, isKnown);
  // At once, since the next keys are for the drawing. A disease that stands in the list under the very name is meant.
  const addTyped = (): void => add({ name, diseaseId: hits?.find((hit) => hit.name.toLowerCase() === name.trim().toLowerCase())?.id ?? null });
  return (
    <Dialog
      title={t('condition.title')}
      isOpen
      onClose={onClose}
      className="family-dialog"
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={addTyped}>{t('condition.add')}</Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={t('condition.name')}
        hint={t('condition.hint')}
        value={name}
        onChange={setName}
        maxLength={300}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Enter') addTyped();
          else if (event.key === 'ArrowDown' && focusFirstHit(event.currentTarget.closest('[role="dialog"]'))) event.preventDefault();
          else event.continuePropagation();
        }}
      />
      <DiseaseHits hits={hits} onChoose={(hit) => add({ name: hit.name, diseaseId: hit.id })} />
      {offered.length === 0 ? null : (
        <div className="acts">
          {offered.map((candidate) => (
            <Button key={candidate.diseaseId} onPress={() => add({ name: candidate.diseaseName, diseaseId: candidate.diseaseId })}>{candidate.diseaseName}</Button>
          ))}
        </div>
      )}
      {selected === undefined ? null : <Checkbox isSelected={isAffected} onChange={setAffected}>{t('condition.selectedAffected', { count: selectedIds.length, who: `${individualName(selected)} ${numberOf(selected.id)}`.trim() })}</Checkbox>}
    </Dialog>
  );
}
