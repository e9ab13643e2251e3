import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ErrorState } from '#renderer/components/screen-states.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** Checks the vault when asked, and says what was found. */
export function VerifySection() {
  const t = useWords('security');
  const verify = useQueryOf('vault.verify', {}, { isEnabled: false });
  return (
    <section>
      <h2>{t('screen.verifyTitle')}</h2>
      <p className="sub">{t('screen.verifyText')}</p>
      <div className="acts">
        <Button onPress={() => void verify.refetch()} isDisabled={verify.isFetching}>
          {verify.isFetching ? t('screen.verifying') : t('screen.verify')}
        </Button>
      </div>
      <div role="status">
        {verify.data === undefined || verify.isFetching ? null : verify.data.isIntact ? (
          <p className="good-news">{t('screen.intact', { count: verify.data.changes })}</p>
        ) : (
          <>
            <p className="late">{t('screen.damaged')}</p>
            <ul className="problems">
              {verify.data.findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {verify.error === null || verify.isFetching ? null : <ErrorState error={verify.error} isSmall />}
    </section>
  );
}
