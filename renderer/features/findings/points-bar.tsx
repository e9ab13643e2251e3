import { useWords } from '#renderer/i18n/words.ts';
import type { AcmgClassification } from '#shared/variant/acmg/classify.ts';

/** The scale shown; beyond it nothing changes any more. */
const [least, most] = [-9, 12] as const;
/** Where one class passes into the next (Tavtigian et al. 2020). */
const borders = [-6.5, -0.5, 5.5, 9.5] as const;

const placeOf = (points: number): number => ((Math.min(Math.max(points, least), most) - least) / (most - least)) * 100;

/** The points on one scale with the borders of the classes; each criterion's share on hover. */
export function PointsBar({ counted, points }: Pick<AcmgClassification, 'counted' | 'points'>) {
  const t = useWords('findings');
  const shares = counted.map(({ code, points: own }) => `${code} ${own > 0 ? '+' : '−'}${String(Math.abs(own))}`).join(', ');
  const [from, to] = [placeOf(Math.min(points, 0)), placeOf(Math.max(points, 0))];
  return (
    <div className="pointsbar" role="img" aria-label={`${t('acmg.bar', { points })}${shares === '' ? '' : `: ${shares}`}`} title={shares}>
      {borders.map((border) => <i key={border} style={{ left: `${String(placeOf(border))}%` }} />)}
      <span className={points < 0 ? 'against' : 'for'} style={{ left: `${String(from)}%`, width: `${String(to - from)}%` }} />
      <em style={{ left: `${String(placeOf(points))}%` }} />
    </div>
  );
}
