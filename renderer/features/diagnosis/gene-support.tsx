import { useQueryOf } from '#renderer/client/queries.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Differential } from '#shared/contract/knowledge-procedures.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

interface GeneSupportProps {
  readonly caseId: string;
  readonly differential: Differential;
  readonly mode: ExcludedMode;
  readonly isWithGenes: boolean;
  readonly onWithGenes: (isWithGenes: boolean) => void;
}

/** How far down the list by phenotype alone a gene's first disease is looked for, and from where on the two disagree. */
const lookedThrough = 100;
const agreesUpTo = 10;
/** From the odds of a likely pathogenic variant on, a gene's silence in the phenotype is worth a word (2.08^6, Tavtigian et al. 2020). */
const tellingRatio = 80;

/** The genes in which the proband has a classified variant beside what the phenotype says of them, and a switch to leave them out. */
export function GeneSupport({ caseId, differential, mode, isWithGenes, onWithGenes }: GeneSupportProps) {
  const t = useWords('diagnosis');
  const classes = useWords('findings');
  const alone = useQueryOf('ranking.rank', { caseId, excludedMode: mode, limit: lookedThrough, isWithGenes: false }, { isEnabled: differential.genes.length > 0, keepsLast: true }).data;
  if (differential.genes.length === 0) return null;
  return (
    <div className="gene-support">
      <Segmented label={t('genes.switch')} value={isWithGenes ? 'with' : 'without'} segments={[{ value: 'with', label: t('genes.with') }, { value: 'without', label: t('genes.without') }]} onChange={(value) => onWithGenes(value === 'with')} />
      <ul title={t('genes.source')}>
        {differential.genes.map(({ symbol, likelihoodRatio, diseaseCount, raisedCount, variants }) => {
          const rank = alone?.candidates.find(({ genes }) => genes.includes(symbol))?.rank ?? null;
          const disagrees = alone !== undefined && likelihoodRatio >= tellingRatio && (rank === null || rank > agreesUpTo);
          return (
            <li key={symbol}>
              <b>{variants.map(({ name, classification }) => `${name}, ${classes(`class.${classification}`)}`).join('; ')}</b>{' '}
              {raisedCount === 0 ? null : <span className="num">{t('genes.ratio', { ratio: formatNumber(Math.round(likelihoodRatio)) })}</span>}{' '}
              {raisedCount === 0 ? <span className="disagrees">{diseaseCount === 0 ? t('genes.unknown', { symbol }) : t('genes.oneCopy', { symbol })}</span> : alone === undefined ? null : <span className={disagrees ? 'disagrees' : 'muted'}>{rank === null ? t('genes.notAmong', { count: lookedThrough }) : t(disagrees ? 'genes.far' : 'genes.rank', { rank })}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
