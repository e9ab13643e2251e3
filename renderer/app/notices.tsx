import { BookOpen, FlaskConical, PlugZap } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useConnection, useQueryOf } from '#renderer/client/queries.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { goTo, usePlace } from '#renderer/state/place.ts';

/** What must not be overlooked, between the top bar and the work. */
export function Notices() {
  const t = useWords('shell');
  const app = useQueryOf('app.state', {}).data;
  const connection = useConnection();
  const place = usePlace((journey) => journey.place);
  const showsRanking = place.kind === 'caseload' || (place.kind === 'case' && place.section !== 'history');
  const showsStarter = showsRanking && app?.knowledge?.kind === 'starter';
  if (connection !== 'lost' && app?.isDemo !== true && !showsStarter) return null;
  return (
    <section className="notices" aria-label={t('notice.label')}>
      {connection === 'lost' ? (
        <div className="notice is-bad" role="alert">
          <PlugZap size={16} aria-hidden />
          {t('notice.lost')}
        </div>
      ) : null}
      {app?.isDemo === true ? (
        <div className="notice is-calm" role="note">
          <FlaskConical size={16} aria-hidden />
          {t('notice.demo')}
        </div>
      ) : null}
      {showsStarter ? <StarterNotice diseaseCount={app?.knowledge?.diseaseCount ?? 0} /> : null}
    </section>
  );
}

/** Wherever a ranking is shown while only the starter catalogue is there: a short list must not pass for all known diseases. */
export function StarterNotice({ diseaseCount }: { readonly diseaseCount: number }) {
  const t = useWords('shell');
  return (
    <div className="notice" role="note">
      <BookOpen size={16} aria-hidden />
      <span>{t('notice.starter', { count: diseaseCount })}</span>
      <Button className="link" onPress={() => goTo({ kind: 'knowledge' })}>
        {t('notice.starterAction')}
      </Button>
    </div>
  );
}
