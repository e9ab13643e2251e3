import { useRef } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { AnswerButtons } from '#renderer/features/diagnosis/answer-buttons.tsx';
import { useNextInList } from '#renderer/features/diagnosis/use-next-in-list.ts';
import { formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { AskedTerm } from '#shared/contract/advice-procedures.ts';
import type { FeatureState } from '#shared/phenotype/feature.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';
import { answerers } from '#shared/ranking/next-question/who-answers.ts';

interface AskNextProps {
  readonly caseId: string;
  readonly mode: ExcludedMode;
  readonly onAnswer: (termId: string, label: string, state: FeatureState) => void;
}

/** Questions looked through, and of them those shown for each who can answer. */
const asked = 40;
const shownInGroup = 3;

/** What to find out next, by who can answer, the most telling first, and on which findings the first place hangs. */
export function AskNext({ caseId, mode, onAnswer }: AskNextProps) {
  const t = useWords('diagnosis');
  const list = useRef<HTMLDivElement>(null);
  const found = useQueryOf('advice.questions', { caseId, excludedMode: mode, limit: asked }, { keepsLast: true });
  const questions = found.data?.questions ?? [];
  const groups = answerers.map((answerer) => ({ answerer, own: questions.filter(({ answeredBy }) => answeredBy === answerer).slice(0, shownInGroup) })).filter(({ own }) => own.length > 0).sort((a, b) => (b.own[0]?.bits ?? 0) - (a.own[0]?.bits ?? 0));
  const order = groups.flatMap(({ own }) => own.map(({ termId }) => termId));
  const noteAnswered = useNextInList(list, order.join(' '));
  if (found.data === undefined) return found.error === null ? <Skeleton lines={6} /> : <ErrorState error={found.error} onRetry={() => void found.refetch()} isSmall />;
  const most = questions[0]?.bits ?? 1;
  return (
    <div ref={list} className="ask-next">
      <p className="sub">{groups.length === 0 ? t('ask.nothing') : t('ask.text')}</p>
      {groups.map(({ answerer, own }) => (
        <section key={answerer} className="ask" aria-label={t(`ask.${answerer}`)}>
          <h3>{t(`ask.${answerer}`)}</h3>
          <ul>
            {own.map((question) => (
              <Question
                key={question.termId}
                question={question}
                most={most}
                onAnswer={(state) => {
                  noteAnswered(order.indexOf(question.termId));
                  onAnswer(question.termId, question.label, state);
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      <Decisive caseId={caseId} mode={mode} />
    </div>
  );
}

function Question({ question, most, onAnswer }: { readonly question: AskedTerm; readonly most: number; readonly onAnswer: (state: FeatureState) => void }) {
  const t = useWords('diagnosis');
  const { label, definition, bits, yesProbability, ifYes } = question;
  return (
    <li title={definition ?? undefined}>
      <span className="qt">{label}</span>
      <small className="num gain">
        <i className="bits" style={{ ['--share' as string]: String(bits / most) }} aria-hidden="true" />
        {t('ask.bits', { bits: formatNumber(Math.round(bits * 100) / 100) })}
        <span className="vh">. {t('ask.expected', { yes: formatProbability(yesProbability), name: ifYes.name, probability: formatProbability(ifYes.probability) })}</span>
      </small>
      <AnswerButtons label={label} onAnswer={onAnswer} />
    </li>
  );
}

/** The findings without which another disease would lead: those to look at twice. */
function Decisive({ caseId, mode }: { readonly caseId: string; readonly mode: ExcludedMode }) {
  const t = useWords('diagnosis');
  const found = useQueryOf('advice.decisive', { caseId, excludedMode: mode }, { keepsLast: true });
  if (found.data === undefined) return null;
  return (
    <section className="decisive">
      <h3>{t('decisive.title')}</h3>
      <p className="sub">{found.data.terms.length === 0 ? t('decisive.none') : t('decisive.text')}</p>
      <ul>
        {found.data.terms.map(({ termId, state, label, instead }) => (
          <li key={`${state} ${termId}`}>
            <span>{t(`decisive.${state}`, { label })}</span>
            <small className="num">{t('decisive.instead', { name: instead.name, probability: formatProbability(instead.probability) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
