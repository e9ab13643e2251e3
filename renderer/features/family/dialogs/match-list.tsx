import { useMemo, useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName, kindWords, lifetimeWords } from '#renderer/features/family/individual-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { IndividualMatch } from '#shared/pedigree/merge/match-individuals.ts';

/** A list of so many is drawn at once; the rest on demand. */
const firstShown = 60;

interface MatchListProps {
  readonly incoming: Family;
  readonly matches: readonly IndividualMatch[];
  readonly onChange: (matches: readonly IndividualMatch[]) => void;
}

/** Who of the file is who of the family: as proposed, and to be set otherwise by hand. */
export function MatchList({ incoming, matches, onChange }: MatchListProps) {
  const t = useWords('family');
  const { family, numberOf, today } = useFamilyView();
  const [isWhole, setWhole] = useState(false);
  const choices = useMemo(
    () => [{ value: newPerson, label: t('import.match.new') }, ...family.individuals.map((individual) => ({ value: individual.id, label: `${numberOf(individual.id)} ${individualName(individual)}`.trim() }))],
    [family, numberOf, t],
  );
  const incomingOf = useMemo(() => new Map(incoming.individuals.map((individual) => [individual.id, individual])), [incoming]);
  const shown = isWhole ? matches : matches.slice(0, firstShown);
  return (
    <section>
      <h3 className="h3">{t('import.match.title')}</h3>
      <ul className="match-list" tabIndex={-1}>
        {shown.map((match) => {
          const individual = incomingOf.get(match.incomingId);
          if (individual === undefined) return null;
          const about = [kindWords(individual, today), lifetimeWords(individual, today), individual.reference].filter((text) => text !== null && text !== '');
          return (
            <li key={match.incomingId}>
              <span className="grow">
                {individualName(individual)} <small className="muted num">{about.join(', ')}</small>
              </span>
              <small className="muted">{match.reason === null ? '' : t(`import.reason.${match.reason}`)}</small>
              <Select
                hidesLabel
                label={t('import.match.who', { who: individualName(individual) })}
                value={match.existingId ?? newPerson}
                choices={choices}
                onChange={(chosen) => onChange(matches.map((other) => (other === match ? { incomingId: match.incomingId, existingId: chosen === newPerson ? null : chosen, reason: null } : other)))}
              />
            </li>
          );
        })}
      </ul>
      {shown.length === matches.length ? null : <Button onPress={() => setWhole(true)}>{t('import.match.all', { count: matches.length })}</Button>}
    </section>
  );
}

const newPerson = 'new';
