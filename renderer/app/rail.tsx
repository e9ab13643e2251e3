import type { LucideIcon } from 'lucide-react';
import { Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Action } from '#renderer/app/action.ts';
import { frameActions } from '#renderer/app/actions.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { BrandMark } from '#renderer/components/brand-mark.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { formatShortcut } from '#renderer/components/shortcut.ts';
import { formatDate, formatNumber } from '#renderer/i18n/format.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openOverlay } from '#renderer/state/overlays.ts';
import { goTo, openCase, usePlace, type CaseSection } from '#renderer/state/place.ts';
import type { KnowledgeRelease } from '#shared/contract/app-procedures.ts';

/** The left rail: where one is and where one can go. `onLock: null`: this vault cannot be locked. */
export function Rail({ onLock }: { readonly onLock: (() => void) | null }) {
  const t = useWords('shell');
  const place = usePlace((journey) => journey.place);
  const openCaseId = usePlace((journey) => journey.openCaseId);
  const cases = useQueryOf('case.list', {});
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <div className="brand">
        <BrandMark />
        {t('brand')}
      </div>
      <Button className="find" onPress={() => openOverlay('palette')}>
        <Search size={14} strokeWidth={1.6} aria-hidden />
        <span className="grow">{t('rail.find')}</span>
        <Kbd keys="mod+k" />
      </Button>
      <NavItem action={frameActions.caseload} isCurrent={place.kind === 'caseload'} onPress={() => goTo({ kind: 'caseload' })} count={cases.data?.length} />
      {openCaseId === null ? null : <OpenCaseNav caseId={openCaseId} section={place.kind === 'case' ? place.section : null} />}
      <div className="foot">
        <NavItem action={frameActions.knowledge} isCurrent={place.kind === 'knowledge'} onPress={() => goTo({ kind: 'knowledge' })} />
        <InstalledRelease />
        <NavItem action={frameActions.vaultHistory} isCurrent={place.kind === 'history'} onPress={() => goTo({ kind: 'history' })} />
        <NavItem action={frameActions.security} isCurrent={place.kind === 'security'} onPress={() => goTo({ kind: 'security' })} />
        <NavItem action={frameActions.settings} isCurrent={place.kind === 'settings'} onPress={() => goTo({ kind: 'settings' })} />
        {onLock === null ? null : <NavItem action={frameActions.lock} isCurrent={false} onPress={onLock} note={formatShortcut(frameActions.lock.shortcut)} />}
      </div>
    </nav>
  );
}

function OpenCaseNav({ caseId, section }: { readonly caseId: string; readonly section: CaseSection | null }) {
  const t = useWords('shell');
  const shown = useQueryOf('case.show', { caseId }).data;
  const findings = useQueryOf('finding.list', { caseId }).data;
  const referrals = useQueryOf('referral.list', { caseId }).data;
  const proband = shown?.people.find((person) => person.isProband);
  const sections: readonly { readonly section: CaseSection; readonly action: Action; readonly count?: number | undefined }[] = [
    { section: 'overview', action: frameActions.overview },
    { section: 'family', action: frameActions.family, count: shown?.people.length },
    { section: 'phenotype', action: frameActions.phenotype, count: shown?.features.length },
    { section: 'findings', action: frameActions.findings, count: findings?.length },
    { section: 'diagnosis', action: frameActions.diagnosis },
    { section: 'similar', action: frameActions.similar },
    { section: 'trials', action: frameActions.trials },
    { section: 'referrals', action: frameActions.referrals, count: referrals?.length },
    { section: 'documents', action: frameActions.documents },
    { section: 'history', action: frameActions.history },
  ];
  return (
    <>
      <h2>
        {t('rail.openCase')}
        <b>{proband === undefined ? '…' : personName(proband, shown?.case.reference)}</b>
      </h2>
      {sections.map((entry) => (
        <NavItem key={entry.section} action={entry.action} isCurrent={entry.section === section} onPress={() => openCase(caseId, entry.section)} count={entry.count} />
      ))}
    </>
  );
}

function NavItem({ action, isCurrent, onPress, count, note }: { readonly action: { readonly icon: LucideIcon; readonly label: () => string }; readonly isCurrent: boolean; readonly onPress: () => void; readonly count?: number | undefined; readonly note?: string }) {
  const Icon = action.icon;
  return (
    <Button className="nav" onPress={onPress} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      {action.label()}
      {count === undefined ? null : <span className="n num">{formatNumber(count)}</span>}
      {note === undefined ? null : <span className="n">{note}</span>}
    </Button>
  );
}

function InstalledRelease() {
  const t = useWords('shell');
  const release = useQueryOf('app.state', {}).data?.knowledge ?? null;
  return release === null ? null : <small className="num">{releaseWords(release, t)}</small>;
}

function releaseWords(release: KnowledgeRelease, t: ReturnType<typeof useWords<'shell'>>): string {
  if (release.kind === 'starter') return t('rail.starter', { count: release.diseaseCount });
  return release.installedAt === null ? release.name : t('rail.installed', { version: `HPO ${release.ontologyVersion}`, date: formatDate(release.installedAt.slice(0, 10)) });
}
