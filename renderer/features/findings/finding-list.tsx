import { ClassTag } from '#renderer/features/findings/class-tag.tsx';
import { formatNearDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { findingName, isCarried, type Finding } from '#shared/casefile/finding.ts';

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly selectedId: string;
  readonly probandId: string | null;
  readonly onSelect: (findingId: string) => void;
}

/** The findings of the case, each in two lines: what it is and its class, then what is known of it in the family. */
export function FindingList({ findings, selectedId, probandId, onSelect }: FindingListProps) {
  const t = useWords('findings');
  return (
    <ul className="finding-list" aria-label={t('list.label')}>
      {findings.map((finding) => (
        <li key={finding.id}>
          <button type="button" aria-current={finding.id === selectedId} onClick={() => onSelect(finding.id)}>
            <b>{findingName(finding)}</b>
            <ClassTag classification={finding.classifications.at(-1)?.classification ?? null} />
            <small>{factsOf(finding, probandId, t).join(' · ')}</small>
            {finding.assertions.some(({ importedAt, reviewedAt }) => importedAt !== undefined && reviewedAt === undefined) ? <small className="news">{t('list.asserted')}</small> : null}
            <ReviewDue dueOn={finding.nextReviewOn} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function factsOf(finding: Finding, probandId: string | null, t: ReturnType<typeof useWords<'findings'>>): readonly string[] {
  const ofProband = finding.genotypes.find(({ personId }) => personId === probandId);
  const count = finding.genotypes.length;
  return [
    finding.hgvsProtein,
    ofProband === undefined ? '' : t(`state.${ofProband.state}`),
    finding.inheritance === 'unknown' ? '' : t(`inheritance.${finding.inheritance}`),
    count === 0 ? t('list.nobody') : count === 1 ? '' : t('list.tested', { carriers: finding.genotypes.filter(isCarried).length, count }),
  ].filter((part) => part !== '');
}

function ReviewDue({ dueOn }: { readonly dueOn: string | null }) {
  const t = useWords('findings');
  const today = useToday();
  if (dueOn === null) return null;
  return <small className={dueOn < today ? 'late' : ''}>{t('list.due', { date: formatNearDate(dueOn, today) })}</small>;
}
