import { shortChance } from '#renderer/features/family-risk/risk-words.ts';
import { PersonLink } from '#renderer/features/family/person-link.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Contribution } from '#shared/inheritance/contributions.ts';

/** The rest changes little. */
const mostShown = 8;

/** What would follow if nothing were known of a relative, greatest change first. */
export function ContributionsSection({ contributions }: { readonly contributions: readonly Contribution[] }) {
  const t = useWords('risk');
  const told = contributions.filter(({ withRelative, withoutRelative }) => shortChance(withRelative) !== shortChance(withoutRelative)).slice(0, mostShown);
  return (
    <section aria-label={t('parts.title')}>
      <h3>{t('parts.title')}</h3>
      <p className="hint-line">{told.length === 0 ? t('parts.none') : t('parts.text')}</p>
      <ul className="parts">
        {told.map(({ relativeId, withRelative, withoutRelative }) => (
          <li key={relativeId}>
            <PersonLink individualId={relativeId} />
            <span className="num">
              <b>{shortChance(withRelative)}</b> <span className="muted">{t('parts.from', { without: shortChance(withoutRelative) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
