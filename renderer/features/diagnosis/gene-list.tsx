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
  return (
    <ul ref={list} className="genes" aria-label={t('genes.label')}>
      {[...named.slice(0, shownGenes), ...groups.filter(({ symbol }) => symbol === null)].map((gene) => (
        <Gene key={gene.symbol ?? ''} gene={gene} selectedId={selectedId} onSelect={onSelect} />
      ))}
      {hidden.length === 0 ? null : <li className="muted num more">{t('genes.moreGenes', { count: hidden.length, probability: formatProbability(hidden.reduce((sum, { probability }) => sum + probability, 0)) })}</li>}
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
      {gene.candidates.slice(0, shownDiseases).map(({ diseaseId, name, rank, probability, genes }) => (
        <button key={diseaseId} type="button" className="of-gene" aria-pressed={diseaseId === selectedId} onClick={() => onSelect(diseaseId)}>
          <span className="rk num">{rank}</span>
          <span className="grow"><span className="nm-of-gene">{name}</span>{genes.length > 1 ? <small className="muted num">{t('genes.shared', { count: genes.length })}</small> : null}</span>
          <span className="num muted">{formatProbability(probability)}</span>
        </button>
      ))}
      {hidden > 0 ? <small className="muted num more">{t('genes.more', { count: hidden })}</small> : null}
    </li>
  );
}
