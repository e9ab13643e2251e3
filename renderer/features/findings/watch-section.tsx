import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import '#renderer/features/findings/watch-section.css';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { useFileJob } from '#renderer/client/use-file-job.ts';
import { Button } from '#renderer/components/button.tsx';
import { ProgressRow } from '#renderer/components/progress-row.tsx';
import { ErrorState } from '#renderer/components/screen-states.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { assertionSource } from '#renderer/features/findings/assertion-source.ts';
import { ClassTag } from '#renderer/features/findings/class-tag.tsx';
import { GeneNewsList } from '#renderer/features/findings/gene-news.tsx';
import { formatNearDate, formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectFinding } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { AssertionImport, DueFinding, WatchedFinding } from '#shared/contract/finding-procedures.ts';

/** Public assertions brought in as a list and the genes that a release knows otherwise: what they touch of this vault with who would have to be told, and whose review is due. */
export function WatchSection() {
  const t = useWords('findings');
  const job = useFileJob('finding.importAssertions');
  const input = useRef<HTMLInputElement>(null);
  const watched = useQueryOf('finding.watch', {}).data ?? [];
  const due = (useQueryOf('finding.due', {}).data ?? []).filter(({ why }) => why === 'review-date');
  const { state } = job;
  return (
    <section className="finding-watch" aria-label={t('watch.title')}>
      <h2>{t('watch.title')}</h2>
      <p className="sub">{t('watch.text')}</p>
      <div className="acts">
        <Button icon={FileUp} isDisabled={state.kind === 'running'} onPress={() => input.current?.click()}>{t('watch.choose')}</Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".txt,.tsv,.csv,.vcf,.gz"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) {
              job.dismiss();
              job.start({ kind: 'file', file }, { source: file.name.slice(0, 200) });
            }
            event.target.value = '';
          }}
        />
      </div>
      {state.kind === 'running' ? <ProgressRow label={t('watch.reading')} done={state.done} total={state.total} onCancel={job.cancel} /> : null}
      {job.isUnreadable ? <p className="late" role="alert">{t('watch.unreadable')}</p> : null}
      {state.kind === 'failed' ? <ErrorState isSmall error={state.error} /> : null}
      {state.kind === 'done' ? <ImportOutcome report={state.value} /> : null}
      <WatchedList watched={watched} />
      <GeneNewsList onShow={show} />
      <DueList due={due} />
    </section>
  );
}

function ImportOutcome({ report: { format, rows, unreadable, touched } }: { readonly report: AssertionImport }) {
  const t = useWords('findings');
  const [first] = unreadable.lines;
  return (
    <div role="status">
      <p><b>{t('watch.touched', { count: touched.length })}</b> <span className="muted num">{t('watch.rows', { rows: formatNumber(rows), format: t(`watch.format.${format}`) })}</span></p>
      {first === undefined ? null : <p className="late num">{t('watch.bad', { count: unreadable.count, line: first.line, problem: first.problem })}</p>}
    </div>
  );
}

function show(caseId: string, findingId: string): void {
  selectFinding(caseId, findingId);
  openCase(caseId, 'findings');
}

function WatchedList({ watched }: { readonly watched: readonly WatchedFinding[] }) {
  const t = useWords('findings');
  const today = useToday();
  if (watched.length === 0) return null;
  return (
    <>
      <h3>{t('watch.list', { count: watched.length })}</h3>
      <ul className="watched" aria-label={t('watch.list', { count: watched.length })}>
        {watched.map(({ caseId, reference, findingId, name, classification, assertion, differs, carriers }) => (
          <li key={`${findingId} ${assertion.source} ${assertion.accession}`}>
            <div className="what">
              <Button variant="quiet" onPress={() => show(caseId, findingId)}>{name}</Button> <span className="muted">{reference}</span> {differs ? <Tag tone="warn">{t('watch.differs')}</Tag> : null}
            </div>
            <p><ClassTag classification={classification} /> <span aria-hidden="true">→</span> {assertion.classification === null ? <b>{assertion.wording}</b> : <ClassTag classification={assertion.classification} />} <span className="muted">{assertionSource(assertion, today)}</span></p>
            <p className="muted">{carriers.length === 0 ? t('watch.nobody') : t('watch.carriers', { people: carriers.map(({ name: person, isProband }) => person || (isProband ? t('watch.proband') : t('watch.relative'))).join(', ') })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function DueList({ due }: { readonly due: readonly DueFinding[] }) {
  const t = useWords('findings');
  const today = useToday();
  if (due.length === 0) return null;
  return (
    <>
      <h3>{t('watch.due', { count: due.length })}</h3>
      <ul className="watched" aria-label={t('watch.due', { count: due.length })}>
        {due.map(({ caseId, reference, findingId, name, dueOn }) => (
          <li key={findingId}>
            <div className="what"><Button variant="quiet" onPress={() => show(caseId, findingId)}>{name}</Button> <span className="muted">{reference}</span> <span className="late num">{formatNearDate(dueOn, today)}</span></div>
          </li>
        ))}
      </ul>
    </>
  );
}
