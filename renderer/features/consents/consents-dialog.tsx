import { FileCheck } from 'lucide-react';
import { useState } from 'react';
import '#renderer/features/consents/consents.css';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ConsentEntry } from '#renderer/features/consents/consent-entry.tsx';
import { ConsentTable, type ConsentCell } from '#renderer/features/consents/consent-table.tsx';
import { ErasurePanel } from '#renderer/features/consents/erasure-panel.tsx';
import { usePedigreeNumbers } from '#renderer/features/family/use-pedigree-numbers.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';

/** Opens who of the family agreed to what; stands wherever something leaves. */
export function ConsentsButton({ caseId }: { readonly caseId: string }) {
  const t = useWords('consents');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" icon={FileCheck} onPress={() => setIsOpen(true)}>{t('open')}</Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setIsOpen(false)} isWide className="consents">
        {isOpen ? <ConsentsPanel caseId={caseId} /> : null}
      </Dialog>
    </>
  );
}

export function ConsentsPanel({ caseId }: { readonly caseId: string }) {
  const t = useWords('consents');
  const today = useToday();
  const numberOf = usePedigreeNumbers(caseId);
  const consents = useQueryOf('consent.list', { caseId }).data ?? [];
  const individuals = useQueryOf('family.show', { caseId }).data?.family.individuals ?? [];
  const [selected, setSelected] = useState<ConsentCell | null>(null);
  const people = individuals.filter(({ life }) => life.kind === 'person').toSorted((one, other) => Number(other.isProband) - Number(one.isProband)).map((person) => ({ id: person.id, name: [numberOf(person.id), personName(person)].filter((part) => part !== '').join(' ') }));
  return (
    <>
      <p className="about">{t('about')}</p>
      <ConsentTable people={people} consents={consents} today={today} selected={selected} onSelect={setSelected} />
      {selected === null ? (
        <p className="about">{t('entry.none')}</p>
      ) : (
        <ConsentEntry
          key={`${selected.personId} ${selected.purpose}`}
          caseId={caseId}
          cell={selected}
          personName={people.find(({ id }) => id === selected.personId)?.name ?? ''}
          said={consents.filter(({ personId, purpose }) => personId === selected.personId && purpose === selected.purpose)}
          today={today}
        />
      )}
      <ErasurePanel caseId={caseId} people={people} today={today} />
    </>
  );
}
