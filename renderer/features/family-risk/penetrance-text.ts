import { readProbability } from '#shared/inheritance/fraction.ts';
import { riskPenetranceSchema, type RiskModel } from '#shared/inheritance/risk-model.ts';

export type PenetrancePoints = Extract<NonNullable<RiskModel['penetrance']>, { readonly kind: 'table' }>['points'];

/** Reads lines of an age and the risk up to it, also on one line with commas between: `30 5%`. Null where they do not make a risk that never falls. */
export function readPenetranceTable(text: string): PenetrancePoints | null {
  const lines = text.split(/\r?\n|[;,](?=\s)/).filter((line) => line.trim() !== '');
  const points = lines.map((line) => {
    const [, age, risk] = /^\s*(\d{1,3}(?:\.\d+)?)\s*[:=\s]\s*(\S.*?)\s*$/.exec(line) ?? [];
    return { ageInYears: Number(age), cumulative: readProbability(risk ?? '') };
  });
  const parsed = riskPenetranceSchema.safeParse({ kind: 'table', points });
  return parsed.success && parsed.data.kind === 'table' ? parsed.data.points : null;
}

export const penetranceTableText = (points: PenetrancePoints): string => points.map(({ ageInYears, cumulative }) => `${String(ageInYears)} ${String(Number((cumulative * 100).toPrecision(4)))}%`).join('\n');
