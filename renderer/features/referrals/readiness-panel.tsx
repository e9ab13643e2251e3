import { CircleAlert, CircleCheck, CircleHelp, CircleMinus, PenLine, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { goToPlace } from '#renderer/features/referrals/requirement-place.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { RecordDraft } from '#renderer/state/use-record-draft.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { referralName } from '#shared/referral/destination-templates.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';

type Item = OutputOf<'referral.readiness'>['items'][number];
type Standing = 'missing' | 'ask' | 'met' | 'not-applicable';

/** What the destination asks for, held against the case: what is missing first, each with the way to where it is entered. */
export function ReadinessPanel({ referral, draft }: { readonly referral: Referral; readonly draft: RecordDraft<ReferralDetail> }) {
  const t = useWords('referrals');
  const readiness = useQueryOf('referral.readiness', { referralId: referral.id }, { keepsLast: true });
  if (readiness.data === undefined) return readiness.error === null ? <Skeleton /> : <ErrorState error={readiness.error} onRetry={() => void readiness.refetch()} isSmall />;
  const { items, metCount, askedCount } = readiness.data;
  const open = askedCount - metCount;
  const judge = (id: string, judgement: ReferralDetail['judged'][string] | null): void => {
    const { [id]: _before, ...others } = draft.values.judged;
    draft.set('judged', judgement === null ? others : { ...others, [id]: judgement });
    draft.saveNow();
  };
  return (
    <div className="readiness" tabIndex={-1}>
      <p className="readiness-summary">
        {open === 0 ? t('readiness.complete', { destination: referralName(referral) }) : t('readiness.open', { count: open })}
      </p>
      <ul>
        {items.toSorted((one, other) => order.indexOf(standingOf(one)) - order.indexOf(standingOf(other))).map((item) => (
          <Requirement key={item.id} item={item} caseId={referral.caseId} onJudge={(judgement) => judge(item.id, judgement)} />
        ))}
      </ul>
    </div>
  );
}

const order: readonly Standing[] = ['missing', 'ask', 'met', 'not-applicable'];
const marks = { missing: CircleAlert, ask: CircleHelp, met: CircleCheck, 'not-applicable': CircleMinus } as const satisfies Readonly<Record<Standing, unknown>>;

function standingOf({ state, judged }: Item): Standing {
  if (judged !== null) return judged.isMet ? 'met' : 'missing';
  return state.kind;
}

function Requirement({ item, caseId, onJudge }: { readonly item: Item; readonly caseId: string; readonly onJudge: (judgement: ReferralDetail['judged'][string] | null) => void }) {
  const t = useWords('referrals');
  const [isJudging, setJudging] = useState(false);
  const { state, judged, label } = item;
  const standing = standingOf(item);
  const Mark = marks[standing];
  const words = { missing: t('readiness.missing'), ask: t('readiness.ask'), met: t('readiness.met'), 'not-applicable': t('readiness.notApplicable') }[standing];
  const give = (judgement: ReferralDetail['judged'][string]): void => {
    setJudging(false);
    onJudge(judgement);
  };
  return (
    <li className={`is-${standing}`}>
      <Mark size={16} strokeWidth={1.8} aria-hidden />
      <div>
        <b>{label}</b> <small className="standing">{judged === null ? words : judged.isMet ? t('readiness.judgedMet') : t('readiness.judgedNot')}</small>
        <p>{judged !== null && judged.note !== '' ? judged.note : factOf(state)}</p>
        {standing === 'missing' ? <small className="why">{item.why}</small> : null}
        {isJudging ? <JudgeForm onGive={give} /> : null}
      </div>
      <span className="item-acts">
        {state.kind === 'missing' && judged === null ? <Button onPress={() => goToPlace(item.place, caseId, item.id)}>{item.place === 'referral' ? t('readiness.enterHere') : t('readiness.enter', { place: t(`place.${item.place}`) })}</Button> : null}
        {state.kind === 'ask' && judged === null ? (
          <>
            <Button aria-label={`${label}: ${t('readiness.yes')}`} onPress={() => give({ isMet: true, note: '' })}>{t('readiness.yes')}</Button>
            <Button aria-label={`${label}: ${t('readiness.no')}`} onPress={() => give({ isMet: false, note: '' })}>{t('readiness.no')}</Button>
          </>
        ) : null}
        {judged === null ? <IconButton icon={PenLine} label={t('readiness.judge', { what: label })} onPress={() => setJudging(!isJudging)} /> : <IconButton icon={Undo2} label={t('readiness.takeBack', { what: label })} onPress={() => onJudge(null)} />}
      </span>
    </li>
  );
}

function JudgeForm({ onGive }: { readonly onGive: (judgement: ReferralDetail['judged'][string]) => void }) {
  const t = useWords('referrals');
  const [note, setNote] = useState('');
  return (
    <div className="judge">
      <TextField autoFocus label={t('readiness.reason')} hint={t('readiness.reasonHint')} value={note} maxLength={2_000} onChange={setNote} />
      <Button isDisabled={note.trim() === ''} onPress={() => onGive({ isMet: true, note: note.trim() })}>{t('readiness.asMet')}</Button>
      <Button isDisabled={note.trim() === ''} onPress={() => onGive({ isMet: false, note: note.trim() })}>{t('readiness.asNotMet')}</Button>
    </div>
  );
}

function factOf(state: Item['state']): string {
  switch (state.kind) {
    case 'met':
      return state.fact;
    case 'missing':
      return state.what;
    case 'ask':
      return state.question;
    case 'not-applicable':
      return state.why;
  }
}
