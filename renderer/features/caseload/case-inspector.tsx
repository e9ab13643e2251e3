import { Check, Trash2 } from 'lucide-react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ProbabilityBar } from '#renderer/components/probability-bar.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { formatDate, formatProbability, formatTimeBetween } from '#renderer/i18n/format.ts';
import { caseName, dueWords, personAgeAndKind } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import type { Differential } from '#shared/contract/knowledge-procedures.ts';

/** The selected case in short: what is next and what is most likely. */
export function CaseInspector({ summary, onDelete, onDone }: { readonly summary: CaseSummary | null; readonly onDelete: () => void; readonly onDone: (summary: CaseSummary) => void }) {
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
          <Button icon={Trash2} variant="quiet" onPress={onDelete}>
            {t('inspector.delete')}
          </Button>
        </div>
      </div>
      <div className="scroll">
        <NextActionSection summary={summary} today={today} onDone={onDone} />
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

function NextActionSection({ summary, today, onDone }: { readonly summary: CaseSummary; readonly today: string; readonly onDone: (summary: CaseSummary) => void }) {
  const t = useWords('caseload');
  const due = dueWords(summary.nextActionDueOn, today);
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
    </section>
  );
}

const shownCandidates = 3;

function DifferentialSection({ summary }: { readonly summary: CaseSummary }) {
  const t = useWords('caseload');
  const excludedMode = useQueryOf('settings.read', {}).data?.excludedMode;
  const hasTerms = summary.observedCount > 0;
  const ranking = useQueryOf('ranking.rank', { caseId: summary.id, excludedMode: excludedMode ?? 'absence', limit: shownCandidates }, { isEnabled: excludedMode !== undefined && hasTerms });
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
