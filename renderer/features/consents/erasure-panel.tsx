import { useState } from 'react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import type { PersonWhoAgrees } from '#renderer/features/consents/consent-table.tsx';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { consentGivers } from '#shared/casefile/consent.ts';

/** Erasure on request: nothing happens before it was shown what goes and what stays, and somebody said that they read it. */
export function ErasurePanel({ caseId, people, today }: { readonly caseId: string; readonly people: readonly PersonWhoAgrees[]; readonly today: string }) {
  const t = useWords('consents');
  const [personId, setPersonId] = useState<string | null>(null);
  return (
    <section className="erasure">
      <h3>{t('erase.title')}</h3>
      <p>{t('erase.about')}</p>
      <Select label={t('erase.person')} value={personId} placeholder={t('erase.choose')} choices={people.map(({ id, name }) => ({ value: id, label: name }))} onChange={setPersonId} />
      {personId === null ? null : <ErasureOf key={personId} caseId={caseId} personId={personId} today={today} onDone={() => setPersonId(null)} />}
    </section>
  );
}

function ErasureOf({ caseId, personId, today, onDone }: { readonly caseId: string; readonly personId: string; readonly today: string; readonly onDone: () => void }) {
  const t = useWords('consents');
  const plan = useQueryOf('erasure.preview', { caseId, personId }).data;
  const erase = useCommand('erasure.make');
  const [requestedOn, setRequestedOn] = useState<string | null>(today);
  const [requestedBy, setRequestedBy] = useState<(typeof consentGivers)[number]>('self');
  const [isRead, setIsRead] = useState(false);
  if (plan === undefined) return null;
  const go = (): void => {
    if (requestedOn === null) return;
    erase.mutate({ caseId, personId, requestedOn, requestedBy }, { onSuccess: ({ pedigreeNumber }) => { showToast({ tone: 'calm', text: t('erase.done', { number: pedigreeNumber }) }); onDone(); } });
  };
  return (
    <>
      <h4>{t('erase.goes')}</h4>
      <ul>{plan.removed.map(({ what, count }) => <li key={what}>{what} <span className="num">{formatNumber(count)}</span></li>)}</ul>
      <h4>{t('erase.stays')}</h4>
      <ul>{plan.kept.map(({ what, why }) => <li key={what}><b>{what}.</b> {why}</li>)}</ul>
      <div className="fields">
        <PartialDateField label={t('erase.on')} value={requestedOn} onChange={setRequestedOn} />
        <Select label={t('erase.by')} value={requestedBy} choices={consentGivers.map((value) => ({ value, label: t(`by.${value}`) }))} onChange={setRequestedBy} />
      </div>
      <Checkbox isSelected={isRead} onChange={setIsRead}>{t('erase.confirm')}</Checkbox>
      <div className="buttons">
        <Button variant="danger" isDisabled={!isRead || requestedOn === null || erase.isPending} onPress={go}>{t('erase.do')}</Button>
      </div>
    </>
  );
}
