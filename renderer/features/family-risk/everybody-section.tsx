import { peopleAsDrawn } from '#renderer/features/family-risk/people-as-drawn.ts';
import { shortChance } from '#renderer/features/family-risk/risk-words.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { PersonLink } from '#renderer/features/family/person-link.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { PersonRisk } from '#shared/inheritance/family-risk.ts';
import type { InheritanceMode } from '#shared/inheritance/mode.ts';

/** More rows than this would have to be scrolled past. */
const mostRows = 200;

/** The chances of everybody, in the order of the drawing; a press selects a person. */
export function EverybodySection({ people, mode }: { readonly people: readonly PersonRisk[]; readonly mode: InheritanceMode }) {
  const t = useWords('risk');
  const { family, layout } = useFamilyView();
  const hasCarriers = mode === 'AR' || mode === 'XLR';
  return (
    <section aria-label={t('all.title')}>
      <h3>{t('all.title')}</h3>
      <table className="everybody num">
        <thead>
          <tr>
            <th scope="col">{t('all.person')}</th>
            {hasCarriers ? <th scope="col">{t('all.carrier')}</th> : null}
            <th scope="col">{t('all.atRisk')}</th>
            <th scope="col">{t('all.affected')}</th>
          </tr>
        </thead>
        <tbody>
          {peopleAsDrawn(people, family, layout).slice(0, mostRows).map((person) => (
            <tr key={person.id}>
              <th scope="row"><PersonLink individualId={person.id} /></th>
              {hasCarriers ? <td>{shortChance(person.carrier)}</td> : null}
              <td>{shortChance(person.atRiskGenotype)}</td>
              <td>{shortChance(person.affected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
