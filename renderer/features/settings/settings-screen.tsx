import { useClient, useQueryOf } from '#renderer/client/queries.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Select } from '#renderer/components/select.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { useTermLanguages } from '#renderer/features/phenotype/term-language.ts';
import { languageName } from '#renderer/i18n/format.ts';
import { systemLocale } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { chooseDensity, chooseTheme, useAppearance } from '#renderer/state/appearance.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import { hemisphereOf, seasonSettings } from '#shared/casefile/hemisphere.ts';
import type { Settings } from '#shared/contract/app-procedures.ts';

export function SettingsScreen() {
  const settings = useQueryOf('settings.read', {});
  return (
    <Workspace>
      <div className="page">
        {settings.data === undefined ? settings.error === null ? <Skeleton /> : <ErrorState error={settings.error} onRetry={() => void settings.refetch()} /> : <SettingsForm settings={settings.data} readAt={settings.dataUpdatedAt} />}
      </div>
    </Workspace>
  );
}

/** Settings have no version; the time of reading takes its place, so that what was typed is shown until the saved value is read back. */
function SettingsForm({ settings, readAt }: { readonly settings: Settings; readonly readAt: number }) {
  const t = useWords('settings');
  const client = useClient();
  const languages = useTermLanguages();
  const draft = useRecordDraft({
    key: 'settings',
    record: settings,
    version: readAt,
    save: async (changes) => {
      await client.call('settings.change', changes);
      return Date.now();
    },
  });
  return (
    <>
      <section>
        <h2>{t('who.title')}</h2>
        <div className="formgrid">
          <TextField label={t('who.name')} hint={t('who.nameHint')} value={draft.values.clinicianName} onChange={(name) => draft.set('clinicianName', name)} onBlur={draft.saveNow} maxLength={200} autoComplete="off" />
          <TextField label={t('who.clinic')} value={draft.values.clinicName} onChange={(name) => draft.set('clinicName', name)} onBlur={draft.saveNow} maxLength={200} autoComplete="off" />
          <TextField label={t('who.reply')} hint={t('who.replyHint')} value={draft.values.replyAddress} onChange={(address) => draft.set('replyAddress', address)} onBlur={draft.saveNow} maxLength={300} autoComplete="off" />
          <TextField label={t('who.telephone')} hint={t('who.telephoneHint')} value={draft.values.telephone} onChange={(telephone) => draft.set('telephone', telephone)} onBlur={draft.saveNow} maxLength={100} type="tel" autoComplete="off" />
        </div>
        <DraftFailure draft={draft} />
      </section>
      {languages.length === 0 ? null : (
        <section>
          <h2>{t('terms.title')}</h2>
          <div className="formgrid">
            <Select label={t('terms.language')} value={languages.includes(draft.values.termLanguage) ? draft.values.termLanguage : 'en'} choices={['en', ...languages].map((language) => ({ value: language, label: language === 'en' ? t('terms.englishOnly') : languageName(language) }))} onChange={(language) => draft.set('termLanguage', language === 'en' ? '' : language)} />
          </div>
          <p className="hint-line">{t('terms.text')}</p>
        </section>
      )}
      <section>
        <h2>{t('seasons.title')}</h2>
        <Segmented label={t('seasons.title')} value={draft.values.seasons} segments={seasonSettings.map((choice) => ({ value: choice, label: t(`seasons.${choice}`) }))} onChange={(choice) => draft.set('seasons', choice)} />
        <p className="hint-line">{t('seasons.text', { now: t(`seasons.${hemisphereOf(systemLocale())}`) })}</p>
      </section>
      <AppearanceSection />
      <section>
        <h2>{t('ranking.title')}</h2>
        <p className="label-line">{t('ranking.excluded')}</p>
        <Segmented label={t('ranking.excluded')} value={draft.values.excludedMode} segments={(['absence', 'mention', 'ignore'] as const).map((mode) => ({ value: mode, label: t(`ranking.${mode}`) }))} onChange={(mode) => draft.set('excludedMode', mode)} />
        <p className="hint-line">{t('ranking.text')}</p>
      </section>
      <AboutSection />
    </>
  );
}

function AppearanceSection() {
  const t = useWords('settings');
  const tShell = useWords('shell');
  const { theme, density } = useAppearance();
  return (
    <section>
      <h2>{t('look.title')}</h2>
      <div className="segments-row">
        <div>
          <p className="label-line">{t('look.theme')}</p>
          <Segmented label={t('look.theme')} value={theme} segments={(['system', 'light', 'dark'] as const).map((choice) => ({ value: choice, label: tShell(`theme.${choice}`) }))} onChange={chooseTheme} />
        </div>
        <div>
          <p className="label-line">{t('look.density')}</p>
          <Segmented label={t('look.density')} value={density} segments={(['comfortable', 'compact'] as const).map((choice) => ({ value: choice, label: t(`look.${choice}`) }))} onChange={chooseDensity} />
        </div>
      </div>
    </section>
  );
}

function AboutSection() {
  const t = useWords('settings');
  const tShell = useWords('shell');
  const app = useQueryOf('app.state', {}).data;
  return (
    <section>
      <h2>{t('about.title')}</h2>
      <p className="sub">{app === undefined ? '' : t('about.version', { version: app.appVersion })}</p>
      <p className="sub">{tShell('disclaimer')}</p>
    </section>
  );
}
