import { Button } from 'react-aria-components';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import type { Comparison } from '#renderer/features/family/use-comparison.ts';
import { formatDate, formatTime } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { FamilyVersion } from '#shared/contract/family-procedures.ts';
import { localDay } from '#shared/base/local-day.ts';

const mostShown = 200;

/** Earlier versions by day. The last of a day stands for the visit; any single one can be chosen too. */
export function VersionsDialog({ comparison, onClose }: { readonly comparison: Comparison; readonly onClose: () => void }) {
  const t = useWords('family');
  const { caseId } = useFamilyView();
  const versions = useQueryOf('family.versions', { caseId });
  const choose = (version: FamilyVersion): void => {
    comparison.choose(version);
    onClose();
  };
  return (
    <Dialog title={t('versions.title')} isOpen onClose={onClose} className="family-dialog">
      <p className="sub">{t('versions.text')}</p>
      {versions.data === undefined ? versions.error === null ? <Skeleton lines={3} /> : <ErrorState isSmall error={versions.error} /> : null}
      {versions.data?.length === 0 ? <EmptyState isSmall title={t('versions.none')} /> : null}
      {byDay(versions.data?.slice(0, mostShown) ?? []).map(([day, entries]) => (
        <section key={day}>
          <h3 className="h3">{formatDate(day)}</h3>
          <ul>
            {entries.map((version) => (
              <li key={version.entryId}>
                <Button className="version-line" onPress={() => choose(version)}>
                  <span className="muted num">{formatTime(version.at)}</span> <span className="grow">{version.label}</span> <span className="muted">{version.actor}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

function byDay(versions: readonly FamilyVersion[]): readonly (readonly [string, readonly FamilyVersion[]])[] {
  const days = new Map<string, FamilyVersion[]>();
  for (const version of versions) {
    const day = localDay(new Date(version.at));
    const before = days.get(day);
    if (before === undefined) days.set(day, [version]);
    else before.push(version);
  }
  return [...days];
}
