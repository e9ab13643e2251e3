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
import { showConsent, useSelection } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';

/** Opens who of the family agreed to what; stands wherever something leaves. */
export function ConsentsButton({ caseId }: { readonly caseId: string }) {
  const t = useWords('consents');
  const [isOpen, setIsOpen] = useState(false);
  const foundId = useSelection(({ consentOfCase }) => consentOfCase[caseId] ?? null);
  const isShown = isOpen || foundId !== null;
  const close = (): void => {
    setIsOpen(false);
    showConsent(caseId, null);
  };
  return (
    <>
      <Button variant="quiet" icon={FileCheck} onPress={() => setIsOpen(true)}>{t('open')}</Button>
      <Dialog title={t('title')} isOpen={isShown} onClose={close} isWide className="consents">
        {isShown ? <ConsentsPanel caseId={caseId} foundId={foundId} /> : null}
      </Dialog>
    </>
  );
}

/** `foundId`: the consent that a search led to, which is chosen until another cell is. */
function ConsentsPanel({ caseId, foundId }: { readonly caseId: string; readonly foundId: string | null }) {
  const t = useWords('consents');
  const today = useToday();
  const numberOf = usePedigreeNumbers(caseId);
  const consents = useQueryOf('consent.list', { caseId }).data ?? [];
  const individuals = useQueryOf('family.show', { caseId }).data?.family.individuals ?? [];
  const [chosen, setChosen] = useState<ConsentCell | null>(null);
  const selected: ConsentCell | null = chosen ?? consents.find(({ id }) => id === foundId) ?? null;
  const people = individuals.filter(({ life }) => life.kind === 'person').toSorted((one, other) => Number(other.isProband) - Number(one.isProband)).map((person) => ({ id: person.id, name: [numberOf(person.id), personName(person)].filter((part) => part !== '').join(' ') }));
  return (
    <>
      <p className="about">{t('about')}</p>
      <ConsentTable people={people} consents={consents} today={today} selected={selected} onSelect={setChosen} />
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
