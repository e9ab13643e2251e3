import { CircleHelp, CircleSlash, SquareCheck } from 'lucide-react';
import { Button } from '#renderer/components/button.tsx';
import { trialsActions } from '#renderer/features/trials/trials-actions.ts';
import { countWords } from '#renderer/features/trials/trial-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { TrialDetail } from '#shared/contract/trial-procedures.ts';
import type { JudgedCriterion, Verdict } from '#shared/trial/judge-study.ts';

const marks = { met: SquareCheck, 'not-met': CircleSlash, ask: CircleHelp } as const satisfies Readonly<Record<Verdict, unknown>>;
const sections = ['register', 'inclusion', 'exclusion', 'unclear'] as const satisfies readonly JudgedCriterion['section'][];

/** Each criterion: the words of the study on the left, the fact of the case or the question on the right. */
export function TrialCriteria({ detail, onQuestions }: { readonly detail: TrialDetail; readonly onQuestions: () => void }) {
  const t = useWords('trials');
  return (
    <div className="trial-work" tabIndex={-1}>
      <header>
        <h2>{detail.study.title || detail.study.id}</h2>
        <p className="verdicts num">
          <b>{countWords(detail.counts)}</b>
          <Button icon={trialsActions.questions.icon} shortcut={trialsActions.questions.shortcut} onPress={onQuestions} isDisabled={detail.counts.ask === 0}>{t('questions.open')}</Button>
        </p>
        <p className="sub">{t('criteria.noDecision')}</p>
      </header>
      {sections.map((section) => (
        <SectionTable key={section} section={section} criteria={detail.criteria.filter((criterion) => criterion.section === section)} />
      ))}
    </div>
  );
}

function SectionTable({ section, criteria }: { readonly section: JudgedCriterion['section']; readonly criteria: readonly JudgedCriterion[] }) {
  const t = useWords('trials');
  if (criteria.length === 0) return null;
  return (
    <section>
      <h3>{t(`section.${section}`)}</h3>
      <table>
        <colgroup><col className="words" /><col className="verdict" /><col /></colgroup>
        <thead>
          <tr>
            <th scope="col">{t('criteria.words')}</th>
            <th scope="col">{t('criteria.verdict')}</th>
            <th scope="col">{t('criteria.beside')}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion, at) => (
            <CriterionRow key={`${String(at)}:${criterion.text}`} criterion={criterion} isNewGroup={criterion.group !== '' && criteria[at - 1]?.group !== criterion.group} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CriterionRow({ criterion, isNewGroup }: { readonly criterion: JudgedCriterion; readonly isNewGroup: boolean }) {
  const t = useWords('trials');
  const Mark = marks[criterion.verdict];
  return (
    <>
      {isNewGroup ? <tr className="group"><th colSpan={3} scope="rowgroup">{criterion.group}</th></tr> : null}
      <tr className={criterion.verdict}>
        <td style={{ paddingLeft: `${String(16 + 16 * criterion.under.length)}px` }}>{criterion.text}</td>
        <td className="mark"><Mark size={15} strokeWidth={1.7} aria-hidden /> {t(`verdict.${criterion.verdict}`)}</td>
        <td>
          {criterion.fact === '' ? null : <span>{criterion.fact}</span>}
          {criterion.question === null ? null : <small>{t(`asks.${criterion.answerer ?? 'family'}`, { question: criterion.question })}</small>}
        </td>
      </tr>
    </>
  );
}
