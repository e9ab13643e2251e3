import { useRef } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { AnswerButtons } from '#renderer/features/diagnosis/answer-buttons.tsx';
import type { EvidenceUse } from '#renderer/features/diagnosis/evidence-use.ts';
import { useNextInList } from '#renderer/features/diagnosis/use-next-in-list.ts';
import { formatFixed, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { AskedTerm } from '#shared/contract/advice-procedures.ts';
import type { FeatureState } from '#shared/phenotype/feature.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';
import { answerers } from '#shared/ranking/next-question/who-answers.ts';

interface AskNextProps {
  readonly caseId: string;
  readonly mode: ExcludedMode;
  readonly use: EvidenceUse;
  readonly onAnswer: (termId: string, label: string, state: FeatureState) => void;
}

/** Questions looked through, and of them those shown for each who can answer. */
const asked = 40;
const shownInGroup = 3;

/** What to find out next, by who can answer, the most telling first, and on which findings the first place hangs. */
export function AskNext({ caseId, mode, use, onAnswer }: AskNextProps) {
  const t = useWords('diagnosis');
  const list = useRef<HTMLDivElement>(null);
  const found = useQueryOf('advice.questions', { caseId, excludedMode: mode, limit: asked, ...use }, { keepsLast: true });
  const questions = found.data?.questions ?? [];
  const groups = answerers.map((answerer) => ({ answerer, all: questions.filter(({ answeredBy }) => answeredBy === answerer) })).map(({ answerer, all }) => ({ answerer, own: all.slice(0, shownInGroup), more: all.length - shownInGroup })).filter(({ own }) => own.length > 0).sort((a, b) => (b.own[0]?.bits ?? 0) - (a.own[0]?.bits ?? 0));
  const order = groups.flatMap(({ own }) => own.map(({ termId }) => termId));
  const noteAnswered = useNextInList(list, order.join(' '));
  if (found.data === undefined) return found.error === null ? <Skeleton lines={6} /> : <ErrorState error={found.error} onRetry={() => void found.refetch()} isSmall />;
  const most = questions[0]?.bits ?? 1;
  return (
    <div ref={list} className="ask-next">
      <p className="sub">{groups.length === 0 ? t('ask.nothing') : t('ask.text')}</p>
      {groups.length === 0 ? null : <p className="sub">{t('ask.bitsText')}</p>}
      {groups.map(({ answerer, own, more }) => (
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
          {more > 0 ? <p className="muted num">{t('ask.more', { count: more })}</p> : null}
        </section>
      ))}
      <Decisive caseId={caseId} mode={mode} use={use} />
    </div>
  );
}

function Question({ question, most, onAnswer }: { readonly question: AskedTerm; readonly most: number; readonly onAnswer: (state: FeatureState) => void }) {
  const t = useWords('diagnosis');
  const { label, definition, bits, yesProbability, ifYes, ifNo } = question;
  const leader = ({ name, probability, noneOfThese }: AskedTerm['ifYes']): string => t('ask.leader', { name, probability: unbroken(probability), none: unbroken(noneOfThese) });
  return (
    <li title={definition ?? undefined}>
      <span className="qt">{label}</span>
      <small className="num gain">
        <i className="bits" style={{ ['--share' as string]: String(bits / most) }} aria-hidden="true" />
        {t('ask.bits', { bits: formatFixed(bits, 2) })}
      </small>
      <AnswerButtons label={label} onAnswer={onAnswer} />
      <small className="num then">
        <span>{t('ask.ifYes', { yes: unbroken(yesProbability), leader: leader(ifYes) })}</span>
        {ifNo.diseaseId === ifYes.diseaseId ? null : <span>{t('ask.ifNo', { leader: leader(ifNo) })}</span>}
      </small>
    </li>
  );
}

/** In running text a figure stays with its unit. */
const unbroken = (probability: number): string => formatProbability(probability).replaceAll(' ', '\u00a0');

/** The findings without which another disease would lead: those to look at twice. */
function Decisive({ caseId, mode, use }: Pick<AskNextProps, 'caseId' | 'mode' | 'use'>) {
  const t = useWords('diagnosis');
  const found = useQueryOf('advice.decisive', { caseId, excludedMode: mode, ...use }, { keepsLast: true });
  if (found.data === undefined) return null;
  return (
    <section className="decisive">
      <h3>{t('decisive.title')}</h3>
      <p className="sub">{found.data.terms.length === 0 ? t('decisive.none') : t('decisive.text')}</p>
      <ul>
        {found.data.terms.map(({ termId, state, label, instead }) => (
          <li key={`${state} ${termId}`}>
            <span>{t(`decisive.${state}`, { label })}</span>
            <small className="num">{t('decisive.instead', { name: instead.name, probability: unbroken(instead.probability), none: unbroken(instead.noneOfThese) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
