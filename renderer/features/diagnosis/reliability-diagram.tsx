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
export function ReliabilityDiagram({ mode }: { readonly mode: ExcludedMode }) {
  const t = useWords('diagnosis');
  const { curated, earlier } = mode === 'mention' ? mentionReliability : absenceReliability;
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
      </figcaption>
    </figure>
  );
}
