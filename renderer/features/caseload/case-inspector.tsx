import { BookOpen, Check, FlaskConical, MessageSquareText, Trash2, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { ProbabilityBar } from '#renderer/components/probability-bar.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { hasNews, type CaseloadNews } from '#renderer/features/caseload/case-news.ts';
import { FoundText } from '#renderer/features/caseload/found-text.tsx';
import { openHit } from '#renderer/features/caseload/search-parts.ts';
import { useFoundTexts } from '#renderer/features/caseload/use-found-cases.ts';
import { formatDate, formatInstantDay, formatProbability, formatTimeBetween } from '#renderer/i18n/format.ts';
import { caseName, dueWords, personAgeAndKind } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectTrial } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { CaseSummary, DueThing } from '#shared/contract/case-procedures.ts';
import type { Differential } from '#shared/contract/knowledge-procedures.ts';
import type { CaseTrialNews } from '#shared/contract/trial-procedures.ts';

interface CaseInspectorProps {
  readonly summary: CaseSummary | null;
  readonly news: CaseloadNews;
  readonly searchText: string;
  readonly onDelete: () => void;
  readonly onDone: (summary: CaseSummary) => void;
}

/** The selected case in short: where the words that are looked for stand, what is next, what is new and what is most likely. */
export function CaseInspector({ summary, news, searchText, onDelete, onDone }: CaseInspectorProps) {
  const t = useWords('caseload');
  const today = useToday();
  if (summary === null) return <p className="inspector-empty muted">{t('inspector.nothing')}</p>;
  const name = caseName(summary);
  const odyssey = summary.firstSymptomOn === null ? null : formatTimeBetween(summary.firstSymptomOn, today);
  return (
    <>
      <div className="head">
        <h2>{name}</h2>
        <p className="num">{[personAgeAndKind(summary.proband, today), summary.reference].filter((part) => part !== '' && part !== name).join('. ')}</p>
        <div className="acts">
          <Button variant="primary" shortcut="enter" onPress={() => openCase(summary.id)}>
            {t('inspector.open')}
          </Button>
          <Button shortcut="p" onPress={() => openCase(summary.id, 'similar')}>
            {t('inspector.similar')}
          </Button>
          <IconButton icon={Trash2} label={t('inspector.delete')} onPress={onDelete} />
        </div>
      </div>
      <div className="scroll">
        <FoundSection summary={summary} text={searchText} />
        <NextActionSection summary={summary} today={today} onDone={onDone} />
        <NewsSection summary={summary} news={news} today={today} />
        <DifferentialSection summary={summary} />
        <section>
          <h3>
            {t('inspector.odyssey')} <span className="n num">{odyssey ?? t('cell.noOdyssey')}</span>
          </h3>
          {summary.firstSymptomOn === null ? null : <p className="sub sm num">{t('cell.since', { date: formatDate(summary.firstSymptomOn) })}</p>}
        </section>
      </div>
    </>
  );
}

/** Where the words that are looked for stand; a press opens the case there. */
function FoundSection({ summary, text }: { readonly summary: CaseSummary; readonly text: string }) {
  const t = useWords('caseload');
  const found = useFoundTexts(text, summary.id);
  if (found === null || found.hits.length === 0) return null;
  return (
    <section>
      <h3>{t('inspector.found')}</h3>
      <ul className="hits">
        {found.hits.map((hit) => (
          <li key={`${hit.part} ${hit.recordId} ${hit.text}`}>
            <AriaButton onPress={() => openHit(summary.id, hit)}>
              <small>{t(`part.${hit.part}`)}</small>
              <span>
                <FoundText hit={hit} />
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NextActionSection({ summary, today, onDone }: { readonly summary: CaseSummary; readonly today: string; readonly onDone: (summary: CaseSummary) => void }) {
  const t = useWords('caseload');
  const due = dueWords(summary.nextActionDueOn, today);
  const others = (useQueryOf('case.due', { caseId: summary.id }, { isEnabled: summary.due !== null }).data ?? []).filter(({ kind }) => kind !== 'action');
  return (
    <section>
      <h3>{t('inspector.next')}</h3>
      {summary.nextAction === '' ? <p className="sub sm">{t('cell.noAction')}</p> : <p className="next-action">{summary.nextAction}</p>}
      {due === null ? null : <p className={`num sm ${due.tone === 'later' ? 'sub' : due.tone}`}>{t('inspector.due', { date: due.text })}</p>}
      {summary.nextAction === '' ? null : (
        <div className="acts">
          <Button icon={Check} shortcut="d" onPress={() => onDone(summary)}>
            {t('inspector.done')}
          </Button>
        </div>
      )}
      {summary.due === null || others.length === 0 ? null : (
        <>
          <h4>{t('inspector.dueToo')}</h4>
          <ul className="due-list">{others.slice(0, shownDue).map((thing) => <DueLine key={thing.recordId} thing={thing} today={today} />)}</ul>
        </>
      )}
    </section>
  );
}

const shownDue = 4;

function DueLine({ thing, today }: { readonly thing: DueThing; readonly today: string }) {
  const t = useWords('caseload');
  const due = dueWords(thing.on, today);
  return (
    <li>
      <span>{thing.title === '' ? t(`due.${thing.kind}`) : thing.title}</span>
      <small className={`num ${due === null || due.tone === 'later' ? 'sub' : due.tone}`}>{thing.title === '' ? due?.text : t('due.line', { what: t(`dueWord.${thing.kind}`), when: due?.text ?? '' })}</small>
    </li>
  );
}

/** What changed since the case was last opened. */
function NewsSection({ summary, news, today }: { readonly summary: CaseSummary; readonly news: CaseloadNews; readonly today: string }) {
  const t = useWords('caseload');
  const [moved, trial] = [news.moved.get(summary.id) ?? null, news.trials.get(summary.id) ?? null];
  const { becameLate, waitingSuggestions, seenAt } = summary;
  if (!hasNews(summary, news)) return null;
  return (
    <section>
      <h3>{seenAt === null ? t('inspector.newsEver') : t('inspector.news', { date: formatInstantDay(seenAt, today) })}</h3>
      <ul className="news-list">
        {becameLate === null ? null : (
          <li>
            <TriangleAlert size={14} strokeWidth={1.7} aria-hidden className="late" />
            <span>{t('news.late', { what: t(`due.${becameLate.kind}`) })}</span>
            <small className="num">{t('news.lateOn', { date: formatDate(becameLate.on) })}</small>
          </li>
        )}
        {moved === null ? null : (
          <li>
            <BookOpen size={14} strokeWidth={1.7} aria-hidden />
            <span>{moved.after.name}</span>
            <small className="num">
              {t('news.movedFrom', { name: moved.before.name })}, {t('inspector.movedBy', { before: formatProbability(moved.before.probability), after: formatProbability(moved.after.probability) })}
            </small>
          </li>
        )}
        {waitingSuggestions === 0 ? null : (
          <li>
            <MessageSquareText size={14} strokeWidth={1.7} aria-hidden />
            <span>{t('news.said')}</span>
            <small className="num">{t('news.saidCount', { count: waitingSuggestions })}</small>
          </li>
        )}
        {trial === null ? null : <TrialLine trial={trial} />}
      </ul>
    </section>
  );
}

/** A press opens the trials of the case with this one selected. */
function TrialLine({ trial: { caseId, kind, studyId, title, moreCount } }: { readonly trial: CaseTrialNews }) {
  const t = useWords('caseload');
  const open = (): void => {
    selectTrial(caseId, studyId);
    openCase(caseId, 'trials');
  };
  return (
    <li>
      <FlaskConical size={14} strokeWidth={1.7} aria-hidden className={kind === 'closed' ? 'late' : ''} />
      <AriaButton onPress={open}>{t(`news.trial.${kind}`)}</AriaButton>
      <small>
        {title}
        {moreCount === 0 ? null : <span className="num"> {t('news.trial.more', { count: moreCount })}</span>}
      </small>
    </li>
  );
}

/** Longer than between two rows while a key is held down. */
const restMilliseconds = 180;

/** Whether the selection has stayed on a case: to rank each one that is only passed by would keep everything else waiting. */
function useIsAtRest(caseId: string): boolean {
  const [restingId, setRestingId] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRestingId(caseId), restMilliseconds);
    return () => clearTimeout(timer);
  }, [caseId]);
  return restingId === caseId;
}

const shownCandidates = 3;

function DifferentialSection({ summary }: { readonly summary: CaseSummary }) {
  const t = useWords('caseload');
  const excludedMode = useQueryOf('settings.read', {}).data?.excludedMode;
  const hasTerms = summary.observedCount > 0;
  const isAtRest = useIsAtRest(summary.id);
  const ranking = useQueryOf('ranking.rank', { caseId: summary.id, excludedMode: excludedMode ?? 'absence', limit: shownCandidates }, { isEnabled: excludedMode !== undefined && hasTerms && isAtRest });
  return (
    <section>
      <h3>
        {t('inspector.differential')} <span className="n num">{t('inspector.counts', { observed: summary.observedCount, excluded: summary.excludedCount })}</span>
      </h3>
      {!hasTerms ? (
        <p className="sub sm">{t('inspector.noTerms')}</p>
      ) : ranking.data === undefined ? (
        ranking.error === null ? <Skeleton lines={3} /> : <ErrorState error={ranking.error} isSmall />
      ) : (
        <DifferentialList differential={ranking.data} />
      )}
    </section>
  );
}

function DifferentialList({ differential }: { readonly differential: Differential }) {
  const t = useWords('caseload');
  const tField = useWords('field');
  return (
    <>
      <ol className="mini num">
        {differential.candidates.map((candidate) => (
          <li key={candidate.diseaseId}>
            <span>
              {candidate.name} {candidate.state === null ? null : <Tag tone="accent">{tField(`candidate.${candidate.state}`)}</Tag>}
            </span>
            <b>{formatProbability(candidate.probability)}</b>
            <ProbabilityBar probability={candidate.probability} />
          </li>
        ))}
        <li className="none">
          <span className="sub">{tField('none')}</span>
          <b>{formatProbability(differential.noneOfTheseProbability)}</b>
          <ProbabilityBar probability={differential.noneOfTheseProbability} isHatched />
        </li>
      </ol>
      <p className="muted sm num mini-foot">{t('inspector.release', { release: differential.releaseKind === 'starter' ? t('inspector.starter') : `HPO ${differential.release}` })}</p>
    </>
  );
}
