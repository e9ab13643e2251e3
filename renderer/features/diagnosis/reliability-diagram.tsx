import { formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { absenceReliability } from '#shared/ranking/absence-reliability.ts';
import type { ReliabilityBin } from '#shared/ranking/calibration.ts';
import { mentionReliability } from '#shared/ranking/mention-reliability.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

/** Side of the square that both axes from 0 to 1 span, CSS pixels, and the room left of it and below for their words. */
const side = 150;
const room = 26;
/** Area of a dot is as its number of patients; the largest has this radius. */
const largestRadius = 7;

/**
 * How often the first candidate was right among published patients, against the probability stated for it: on the diagonal the number means what it
 * says. Cross-validated by disease when the calibration was learned.
 */
export function ReliabilityDiagram({ mode, first }: { readonly mode: ExcludedMode; /** The probability that is asked about; null where it is no first place, or rests on more than the phenotype. */ readonly first: number | null }) {
  const t = useWords('diagnosis');
  const { curated, earlier } = mode === 'mention' ? mentionReliability : absenceReliability;
  const here = first === null ? undefined : binOf(curated, first);
  const before = first === null ? undefined : binOf(earlier, first);
  const most = Math.max(...[...curated, ...earlier].map(({ cases }) => cases));
  const dots = (bins: readonly ReliabilityBin[], kind: 'curated' | 'earlier') =>
    bins.map(({ cases, stated, found }) => (
      <circle key={stated} className={kind} cx={room + stated * side} cy={(1 - found) * side + 4} r={Math.max(2, largestRadius * Math.sqrt(cases / most))}>
        <title>{t('reliability.bin', { stated: formatProbability(stated), found: formatProbability(found), cases: formatNumber(cases) })}</title>
      </circle>
    ));
  return (
    <figure className="reliability">
      <svg width={side + room + 8} height={side + room} viewBox={`0 0 ${String(side + room + 8)} ${String(side + room)}`} role="img" aria-label={t('reliability.label')}>
        <path className="axis" d={`M${String(room)} 4V${String(side + 4)}H${String(side + room)}`} />
        <path className="exact" d={`M${String(room)} ${String(side + 4)}L${String(side + room)} 4`} />
        {first === null ? null : <path className="here" d={`M${String(room + first * side)} 4V${String(side + 4)}`} />}
        {dots(earlier, 'earlier')}
        {dots(curated, 'curated')}
        <text x={room - 4} y={12} textAnchor="end">1</text>
        <text x={room - 4} y={side + 6} textAnchor="end">0</text>
        <text x={room + side / 2} y={side + 20} textAnchor="middle">{t('reliability.stated')}</text>
        <text x={-side / 2} y={12} textAnchor="middle" transform="rotate(-90)">{t('reliability.found')}</text>
      </svg>
      <figcaption>
        <p><span className="mark curated" /> {t('reliability.curated')}</p>
        <p><span className="mark earlier" /> {t('reliability.earlier')}</p>
        <p>{t('reliability.text')}</p>
        {here === undefined ? null : <p className="num">{t('reliability.here', { stated: formatProbability(here.stated), found: formatProbability(here.found), cases: formatNumber(here.cases) })} {before === undefined ? null : t('reliability.before', { found: formatProbability(before.found), cases: formatNumber(before.cases) })}</p>}
        {mode === 'ignore' ? <p>{t('reliability.ignore')}</p> : null}
      </figcaption>
    </figure>
  );
}

/** The tenth that a probability falls into. */
const tenthOf = (probability: number): number => Math.min(9, Math.floor(probability * 10));
const binOf = (bins: readonly ReliabilityBin[], probability: number): ReliabilityBin | undefined => bins.find(({ stated }) => tenthOf(stated) === tenthOf(probability));
