import { useState } from 'react';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { ConsentCell } from '#renderer/features/consents/consent-table.tsx';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { consentStateOn } from '#shared/casefile/consent-state.ts';
import { consentGivers, type Consent } from '#shared/casefile/consent.ts';

interface ConsentEntryProps {
  readonly caseId: string;
  readonly cell: ConsentCell;
  readonly personName: string;
  /** Of this person and purpose. */
  readonly said: readonly Consent[];
  readonly today: string;
}

/** What one person says to one purpose: recorded in one press where it was said today by the person, with what else is known beside. */
export function ConsentEntry({ caseId, cell, personName, said, today }: ConsentEntryProps) {
  const t = useWords('consents');
  const add = useCommand('consent.add');
  const [on, setOn] = useState<string | null>(today);
  const [givenBy, setGivenBy] = useState<Consent['givenBy']>('self');
  const [giverName, setGiverName] = useState('');
  const [expiresOn, setExpiresOn] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const standing = consentStateOn(said, cell.personId, cell.purpose, today);
  const record = (isGiven: boolean): void => void add.mutate({ caseId, detail: { ...cell, isGiven, givenBy, giverName, note, expiresOn: isGiven ? expiresOn : null, ...(on === null ? {} : { on }) } });
  return (
    <section className="consent-entry">
      <h3>{t('entry.title', { person: personName, purpose: t(`purpose.${cell.purpose}`) })}</h3>
      <div className="fields">
        <PartialDateField label={t('entry.on')} value={on} onChange={setOn} />
        <Select label={t('entry.by')} value={givenBy} choices={consentGivers.map((value) => ({ value, label: t(`by.${value}`) }))} onChange={setGivenBy} />
        <TextField label={t('entry.giver')} value={giverName} onChange={setGiverName} maxLength={200} autoComplete="off" />
        <PartialDateField label={t('entry.expires')} value={expiresOn} onChange={setExpiresOn} />
        <TextField className="wide" label={t('entry.note')} value={note} onChange={setNote} maxLength={5_000} autoComplete="off" />
      </div>
      <div className="buttons">
        <Button variant="primary" isDisabled={add.isPending} onPress={() => record(true)}>{t('entry.give')}</Button>
        <Button isDisabled={add.isPending} onPress={() => record(false)}>{t('entry.refuse')}</Button>
      </div>
      {standing.consent === null ? null : <SaidLast key={standing.consent.id} consent={standing.consent} isStanding={standing.state === 'given'} today={today} />}
      {said.length === 0 ? null : (
        <>
          <h4>{t('entry.before')}</h4>
          <ul>
            {said.toReversed().map((consent) => (
              <li key={consent.id}>
                {t('entry.line', { date: formatDate(consent.on), state: t(`state.${consentStateOn([consent], consent.personId, consent.purpose, today).state}`) })}
                {consent.giverName === '' ? '' : `, ${consent.giverName}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SaidLast({ consent, isStanding, today }: { readonly consent: Consent; readonly isStanding: boolean; readonly today: string }) {
  const t = useWords('consents');
  const withdraw = useCommand('consent.withdraw');
  const remove = useCommand('consent.remove');
  const [note, setNote] = useState('');
  const { id: consentId, version } = consent;
  return (
    <div className="said-last">
      {isStanding ? <TextField label={t('entry.withdrawNote')} value={note} onChange={setNote} maxLength={2_000} autoComplete="off" /> : null}
      <div className="buttons">
        {isStanding ? <Button variant="danger" isDisabled={withdraw.isPending} onPress={() => withdraw.mutate({ consentId, version, on: today, note })}>{t('entry.withdraw')}</Button> : null}
        <Button variant="quiet" isDisabled={remove.isPending} onPress={() => remove.mutate({ consentId, version })}>{t('entry.remove')}</Button>
      </div>
    </div>
  );
}
