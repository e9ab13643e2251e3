import { Ban, Check, Clock, Minus, Undo2, type LucideIcon } from 'lucide-react';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { consentStateOn, expiresSoon, type ConsentState } from '#shared/casefile/consent-state.ts';
import { consentPurposes, type Consent, type ConsentPurpose } from '#shared/casefile/consent.ts';

export interface ConsentCell {
  readonly personId: string;
  readonly purpose: ConsentPurpose;
}

export interface PersonWhoAgrees {
  readonly id: string;
  readonly name: string;
}

interface ConsentTableProps {
  readonly people: readonly PersonWhoAgrees[];
  readonly consents: readonly Consent[];
  readonly today: string;
  readonly selected: ConsentCell | null;
  readonly onSelect: (cell: ConsentCell) => void;
}

const icons: Readonly<Record<ConsentState, LucideIcon>> = { given: Check, refused: Ban, expired: Clock, withdrawn: Undo2, missing: Minus };

/** People by purposes: how each agreement stands today, in words and with a sign of its own, never by colour alone. */
export function ConsentTable({ people, consents, today, selected, onSelect }: ConsentTableProps) {
  const t = useWords('consents');
  return (
    <div className="consent-table" role="region" aria-label={t('table.label')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('table.person')}</th>
            {consentPurposes.map((purpose) => (
              <th key={purpose} scope="col">{t(`purpose.${purpose}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              {consentPurposes.map((purpose) => {
                const standing = consentStateOn(consents, person.id, purpose, today);
                const Icon = icons[standing.state];
                const ends = standing.state === 'given' ? (standing.consent?.expiresOn ?? null) : null;
                const isSelected = selected?.personId === person.id && selected.purpose === purpose;
                return (
                  <td key={purpose}>
                    <button type="button" className={`is-${standing.state}`} aria-pressed={isSelected} aria-label={t('cell.label', { person: person.name, purpose: t(`purpose.${purpose}`), state: t(`state.${standing.state}`) })} onClick={() => onSelect({ personId: person.id, purpose })}>
                      <Icon size={14} strokeWidth={1.8} aria-hidden />
                      <span>{t(`state.${standing.state}`)}</span>
                      {ends === null ? null : <small className={expiresSoon(standing, today) ? 'is-soon' : ''}>{t(expiresSoon(standing, today) ? 'cell.soon' : 'cell.until', { date: formatDate(ends) })}</small>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
