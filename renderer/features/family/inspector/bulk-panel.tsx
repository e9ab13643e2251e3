import { Trash2 } from 'lucide-react';
import { Button } from '#renderer/components/button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Select } from '#renderer/components/select.tsx';
import { KinshipFigures } from '#renderer/features/family-risk/kinship-section.tsx';
import { ConditionSwatch } from '#renderer/features/family/condition-swatch.tsx';
import { remove, stateIn } from '#renderer/features/family/family-commands.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { StateSelect } from '#renderer/features/family/inspector/condition-states.tsx';
import { PersonLink } from '#renderer/features/family/person-link.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { genders, vitalStatuses, type Individual, type IndividualDetail } from '#shared/pedigree/individual.ts';

/** What is said of several people at once. A field is empty where they differ. */
export function BulkPanel() {
  const t = useWords('family');
  const { family, selectedIds, individualOf, edit, run } = useFamilyView();
  const people = selectedIds.map(individualOf).filter((individual) => individual !== undefined);
  const change = (detail: Partial<IndividualDetail>): void => void edit([{ kind: 'change-individuals', individualIds: selectedIds, change: detail }]);
  return (
    <>
      <header className="head">
        <h2>{t('bulk.title', { count: people.length })}</h2>
        <p>{t('bulk.text')}</p>
      </header>
      <div className="scroll" tabIndex={-1}>
        <section className="fields bulk">
          <Select label={t('person.gender')} value={shared(people, ({ gender }) => gender)} placeholder={t('state.various')} choices={genders.map((gender) => ({ value: gender, label: t(`gender.${gender}`) }))} onChange={(gender) => change({ gender })} />
          <Select label={t('person.vital')} value={shared(people, ({ vitalStatus }) => vitalStatus)} placeholder={t('state.various')} choices={vitalStatuses.map((status) => ({ value: status, label: t(`vital.${status}`) }))} onChange={(vitalStatus) => change({ vitalStatus })} />
          <YesNo label={t('person.isEvaluated')} value={shared(people, ({ isEvaluated }) => isEvaluated)} onChange={(isEvaluated) => change({ isEvaluated })} />
          <YesNo label={t('person.isAdopted')} value={shared(people, ({ isAdopted }) => isAdopted)} onChange={(isAdopted) => change({ isAdopted })} />
        </section>
        {family.conditions.length === 0 ? null : (
          <section>
            <h3>{t('conditions.title')}</h3>
            {family.conditions.map((condition, place) => (
              <div key={condition.id} className="condition-state">
                <ConditionSwatch place={place} />
                <div className="grow">
                  <b>{condition.name}</b>
                  <StateSelect label={t('conditions.stateOf', { condition: condition.name })} value={shared(people, ({ id }) => stateIn(family, id, condition.id) ?? 'not-said')} onChange={(state) => edit([{ kind: 'set-condition-state', individualIds: selectedIds, conditionId: condition.id, state: state === 'not-said' ? null : state }])} />
                </div>
              </div>
            ))}
          </section>
        )}
        {people.length === 2 && people[0] !== undefined && people[1] !== undefined ? (
          <section className="risk">
            <KinshipFigures first={people[0]} second={people[1]} />
          </section>
        ) : null}
        <section>
          <h3>{t('bulk.people')}</h3>
          <ul>{people.map(({ id }) => <li key={id}><PersonLink individualId={id} /></li>)}</ul>
          <div className="acts">
            <Button icon={Trash2} onPress={() => run(remove)}>{t('bulk.remove')}</Button>
          </div>
        </section>
      </div>
    </>
  );
}

function YesNo({ label, value, onChange }: { readonly label: string; readonly value: boolean | null; readonly onChange: (value: boolean) => void }) {
  const t = useWords('family');
  return (
    <div className="wide">
      <p className="label-line">{label}</p>
      <Segmented label={label} value={value === null ? null : value ? 'yes' : 'no'} segments={[{ value: 'yes', label: t('bulk.yes') }, { value: 'no', label: t('bulk.no') }]} onChange={(chosen) => onChange(chosen === 'yes')} />
    </div>
  );
}

/** What all of them have in common; null where they differ. */
function shared<Value>(people: readonly Individual[], valueOf: (individual: Individual) => Value): Value | null {
  const [first, ...others] = people;
  if (first === undefined) return null;
  return others.every((other) => valueOf(other) === valueOf(first)) ? valueOf(first) : null;
}
