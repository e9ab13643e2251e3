import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ProbabilityBar } from '#renderer/components/probability-bar.tsx';
import { formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Differential, RankedDisease } from '#shared/contract/knowledge-procedures.ts';
import { groupByGene, type RankedGene } from '#shared/ranking/gene-view.ts';

interface GeneListProps {
  readonly differential: Differential;
  readonly selectedId: string | null;
  readonly onSelect: (diseaseId: string) => void;
}

/** Genes listed; those beyond are counted with their probability. */
const shownGenes = 60;
/** Diseases of one gene shown at once. */
const shownDiseases = 6;

/** The differential by gene: what to look at in a sequence first. */
export function GeneList({ differential, selectedId, onSelect }: GeneListProps) {
  const t = useWords('diagnosis');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (typeof chosen?.scrollIntoView === 'function') chosen.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);
  const groups = groupByGene(differential.candidates);
  const named = groups.filter(({ symbol }) => symbol !== null);
  const hidden = named.slice(shownGenes);
  const shown = [...named.slice(0, shownGenes), ...groups.filter(({ symbol }) => symbol === null)];
  // The line that Tab comes to: the selected disease, the first time that it stands here, or the first of all.
  const home = shown.find(({ candidates }) => candidates.slice(0, shownDiseases).some(({ diseaseId }) => diseaseId === selectedId)) ?? shown[0];
  const reached = home === undefined ? null : keyOf(home, home.candidates.slice(0, shownDiseases).find(({ diseaseId }) => diseaseId === selectedId) ?? home.candidates[0]);
  return (
    <ul ref={list} className="genes" aria-label={t('genes.label')} onKeyDown={(event) => moveFocus(event, list.current)}>
      {shown.map((gene) => (
        <Gene key={gene.symbol ?? ''} gene={gene} selectedId={selectedId} reached={reached} onSelect={onSelect} />
      ))}
      {hidden.length === 0 ? null : <li className="muted num more">{t('genes.moreGenes', { count: hidden.length, probability: formatProbability(hidden.reduce((sum, { probability }) => sum + probability, 0)) })}</li>}
    </ul>
  );
}

interface GeneProps extends Pick<GeneListProps, 'selectedId' | 'onSelect'> {
  readonly gene: RankedGene<RankedDisease>;
  readonly reached: string | null;
}

function Gene({ gene, selectedId, reached, onSelect }: GeneProps) {
  const t = useWords('diagnosis');
  const hidden = gene.candidates.length - shownDiseases;
  return (
    <li>
      <div className="gene">
        <b className={gene.symbol === null ? 'muted' : 'symbol'}>{gene.symbol ?? t('why.noGene')}</b>
        <span className="pr num">{formatProbability(gene.probability)}</span>
        <ProbabilityBar probability={gene.probability} />
      </div>
      {gene.candidates.slice(0, shownDiseases).map((candidate) => (
        <button key={candidate.diseaseId} type="button" className="of-gene" tabIndex={keyOf(gene, candidate) === reached ? 0 : -1} aria-pressed={candidate.diseaseId === selectedId} onClick={() => onSelect(candidate.diseaseId)}>
          <span className="rk num">{candidate.rank}</span>
          <span className="grow">
            <span className="nm-of-gene">{candidate.name}</span>
            {candidate.genes.length > 1 ? <small className="muted num">{t('genes.shared', { count: candidate.genes.length })}</small> : null}
          </span>
          <span className="num muted">{formatProbability(candidate.probability)}</span>
        </button>
      ))}
      {hidden > 0 ? <small className="muted num more">{t('genes.more', { count: hidden })}</small> : null}
    </li>
  );
}

/** A disease of several genes stands under each of them. */
const keyOf = (gene: RankedGene<RankedDisease>, candidate: RankedDisease | undefined): string => `${gene.symbol ?? ''} ${candidate?.diseaseId ?? ''}`;

/** One stop of the Tab key for the whole list; the arrows go from disease to disease. */
function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const lines = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])];
  const place = lines.findIndex((line) => line === event.target);
  const step = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (place === -1 || step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  lines[Math.min(Math.max(step, 0), lines.length - 1)]?.focus();
}
