import { useEffect, useRef } from 'react';
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

/** Genes listed; below them nothing is probable any more. */
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
  return (
    <ul ref={list} className="genes" aria-label={t('genes.label')}>
      {groupByGene(differential.candidates).slice(0, shownGenes).map((gene) => (
        <Gene key={gene.symbol ?? ''} gene={gene} selectedId={selectedId} onSelect={onSelect} />
      ))}
    </ul>
  );
}

function Gene({ gene, selectedId, onSelect }: Pick<GeneListProps, 'selectedId' | 'onSelect'> & { readonly gene: RankedGene<RankedDisease> }) {
  const t = useWords('diagnosis');
  const hidden = gene.candidates.length - shownDiseases;
  return (
    <li>
      <div className="gene">
        <b className={gene.symbol === null ? 'muted' : 'symbol'}>{gene.symbol ?? t('why.noGene')}</b>
        <span className="pr num">{formatProbability(gene.probability)}</span>
        <ProbabilityBar probability={gene.probability} />
      </div>
      {gene.candidates.slice(0, shownDiseases).map(({ diseaseId, name, rank, probability }) => (
        <button key={diseaseId} type="button" className="of-gene" aria-pressed={diseaseId === selectedId} onClick={() => onSelect(diseaseId)}>
          <span className="rk num">{rank}</span>
          <span className="trunc grow" title={name}>{name}</span>
          <span className="num muted">{formatProbability(probability)}</span>
        </button>
      ))}
      {hidden > 0 ? <small className="muted num more">{t('genes.more', { count: hidden })}</small> : null}
    </li>
  );
}
