import { memo, useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Segmented } from '#renderer/components/segmented.tsx';
import { ProbabilityBar } from '#renderer/components/probability-bar.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { candidateAction, type CandidateAction } from '#renderer/features/diagnosis/candidate-keys.ts';
import { DiamondMark } from '#renderer/features/diagnosis/diamond-mark.tsx';
import { GeneList } from '#renderer/features/diagnosis/gene-list.tsx';
import { useRankMotion } from '#renderer/features/diagnosis/use-rank-motion.ts';
import { formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Candidate } from '#shared/casefile/case-record.ts';
import type { Differential, RankedDisease } from '#shared/contract/knowledge-procedures.ts';

interface CandidateListProps {
  readonly differential: Differential;
  readonly selectedId: string | null;
  readonly comparedId: string | null;
  /** Decided by the clinic, but ranked beyond what is listed. */
  readonly decidedElsewhere: readonly Candidate[];
  readonly onSelect: (diseaseId: string) => void;
  readonly onCompare: (diseaseId: string) => void;
  readonly onToggleComparison: () => void;
  /** What else there is to say below the list. */
  readonly children?: ReactNode;
}

/** The ranked differential. What is not in it has its place too: none of these is always shown. */
export function CandidateList(props: CandidateListProps) {
  const { differential, selectedId, comparedId, decidedElsewhere } = props;
  const t = useWords('diagnosis');
  const [view, setView] = useState<'diseases' | 'genes'>('diseases');
  const list = useRef<HTMLOListElement>(null);
  const wantsFocus = useRef(false);
  const { candidates } = differential;
  const selected = candidates.findIndex(({ diseaseId }) => diseaseId === selectedId);
  const compared = candidates.findIndex(({ diseaseId }) => diseaseId === comparedId);
  useRankMotion(list, candidates.map(({ diseaseId }) => diseaseId).join(' '), 'differential');

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (typeof row?.scrollIntoView === 'function') row.scrollIntoView({ block: 'nearest' });
    if (wantsFocus.current) row?.focus({ preventScroll: true });
    wantsFocus.current = false;
  }, [selectedId]);

  const carryOut = (action: CandidateAction): void => {
    if (action.kind === 'toggle-comparison') return props.onToggleComparison();
    const target = candidates[action.index];
    if (target === undefined) return;
    if (action.kind === 'move-compared') return props.onCompare(target.diseaseId);
    wantsFocus.current = true;
    props.onSelect(target.diseaseId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = candidateAction(event, Math.max(selected, 0), compared === -1 ? null : compared, candidates.length);
    if (action === null) return;
    event.preventDefault();
    carryOut(action);
  };
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const onClick = useCallback((diseaseId: string, isShiftHeld: boolean) => {
    if (isShiftHeld && diseaseId !== latest.current.selectedId) latest.current.onCompare(diseaseId);
    else latest.current.onSelect(diseaseId);
  }, []);

  return (
    <section className="rank" aria-label={t('list.section')}>
      <div className="rank-view">
        <Segmented label={t('list.view')} value={view} segments={[{ value: 'diseases', label: t('list.diseases') }, { value: 'genes', label: t('list.genes') }]} onChange={setView} />
      </div>
      {view === 'genes' ? (
        <GeneList differential={differential} selectedId={selectedId} onSelect={props.onSelect} />
      ) : (
        <ol ref={list} role="listbox" aria-label={t('list.label')} onKeyDown={onKeyDown}>
          {candidates.map((candidate, index) => (
            <CandidateRow key={candidate.diseaseId} candidate={candidate} isSelected={index === selected} isReached={index === Math.max(selected, 0)} isCompared={candidate.diseaseId === comparedId} onClick={onClick} />
          ))}
        </ol>
      )}
      {decidedElsewhere.length === 0 ? null : (
        <div className="decided">
          <h2 className="h3">{t('list.decidedTitle')}</h2>
          {decidedElsewhere.map((candidate) => (
            <button key={candidate.id} type="button" aria-pressed={candidate.diseaseId === selectedId} onClick={() => props.onSelect(candidate.diseaseId)}>
              <span className="grow">{candidate.diseaseName}</span> <StateTag state={candidate.state} />
            </button>
          ))}
        </div>
      )}
      {props.children}
      <Rest differential={differential} />
    </section>
  );
}

interface CandidateRowProps {
  readonly candidate: RankedDisease;
  readonly isSelected: boolean;
  /** The row that Tab comes to. */
  readonly isReached: boolean;
  readonly isCompared: boolean;
  readonly onClick: (diseaseId: string, isShiftHeld: boolean) => void;
}

/** Drawn again only when something of it changed: the list is long, and a key has to be answered at once. */
const CandidateRow = memo(function CandidateRow({ candidate, isSelected, isReached, isCompared, onClick }: CandidateRowProps) {
  const t = useWords('diagnosis');
  return (
    <li data-key={candidate.diseaseId} role="option" aria-selected={isSelected} tabIndex={isReached ? 0 : -1} className={candidate.state ?? ''} onClick={(event) => onClick(candidate.diseaseId, event.shiftKey)}>
      <span className="rk num">{candidate.rank}</span>
      <span className="nm">
        <span className="t">{candidate.name}</span>
        <small className="num">
          <span className="trunc">{[...candidate.genes.slice(0, 2), candidate.diseaseId].join(', ')}</span>
          {candidate.state === null ? null : <StateTag state={candidate.state} />}
          {isCompared ? <span className="cmp-tag"><DiamondMark /><span className="vh">{t('list.compared')}</span></span> : null}
        </small>
      </span>
      <span className="pr num">{formatProbability(candidate.probability)}</span>
      <ProbabilityBar probability={candidate.probability} />
    </li>
  );
});

function StateTag({ state }: { readonly state: Candidate['state'] }) {
  const field = useWords('field');
  const tone = state === 'confirmed' ? 'good' : state === 'working' ? 'accent' : 'plain';
  return <Tag tone={tone}>{field(`candidate.${state}`)}</Tag>;
}

function Rest({ differential }: { readonly differential: Differential }) {
  const t = useWords('diagnosis');
  const { noneOfTheseProbability: none, others } = differential;
  const leads = none > (differential.candidates[0]?.probability ?? 0);
  return (
    <div className="rests">
      <div className="rest none">
        <span className="nm">
          <span className="t">{t('list.none')}</span>
          <small className={leads ? 'leads' : ''}>{t(leads ? 'list.noneLeads' : 'list.noneText')}</small>
        </span>
        <span className="pr num">{formatProbability(none)}</span>
        <ProbabilityBar probability={none} isHatched />
      </div>
      <div className="rest">
        <span className="nm"><span className="t sub num">{t('list.others', { count: others.count, formatted: formatNumber(others.count) })}</span></span>
        <span className="pr num">{formatProbability(others.probability)}</span>
      </div>
    </div>
  );
}
