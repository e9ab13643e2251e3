import { Select } from '#renderer/components/select.tsx';
import { personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Person } from '#shared/casefile/case-record.ts';

interface PersonPickerProps {
  readonly people: readonly Person[];
  /** What the case is called by, for a proband without a name. */
  readonly reference: string;
  readonly personId: string;
  readonly labelOf: (person: Person) => string;
  readonly onChoose: (personId: string) => void;
}

/** Whose findings are shown. Where the case has one person, the name alone: there is nothing to choose. */
export function PersonPicker({ people, reference, personId, labelOf, onChoose }: PersonPickerProps) {
  const t = useWords('phenotype');
  const [only] = people;
  if (people.length === 1 && only !== undefined) return <p className="person trunc" title={labelOf(only)}><b>{personName(only, only.isProband ? reference : '')}</b> {only.isProband ? <span className="muted">{t('person.proband')}</span> : null}</p>;
  return <Select label={t('person.label')} hidesLabel className="person" value={personId} choices={people.map((person) => ({ value: person.id, label: labelOf(person) }))} onChange={onChoose} />;
}
