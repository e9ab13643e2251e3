import { refusal, success, type Result } from '#shared/base/result.ts';
import { criteria, criterionCodes, strengths, type Strength } from '#shared/variant/acmg/criteria.ts';
import type { MetCriterion } from '#shared/variant/acmg/classify.ts';

/**
 * Reads a criterion as it is written: `PM2`, `PS3:moderate`, `PVS1_Strong`, `pm3-supporting`, `PVS1_M`. Without a strength it has its usual one. Nothing
 * is guessed: a code that does not exist is refused rather than read as its neighbour.
 */
export function parseCriterion(text: string): Result<MetCriterion, string> {
  const match = /^([A-Za-z]{2,3}\d)(?:[:_-](.+))?$/.exec(text.trim());
  const code = criterionCodes.find((known) => known === match?.[1]?.toUpperCase());
  if (code === undefined) return refusal(`${text}: not a criterion, expected one such as PVS1, PM2 or PS3:moderate`);
  const said = match?.[2];
  if (said === undefined) return success({ code, strength: criteria[code].strength });
  const strength = strengthNamed(said);
  if (strength === null) return refusal(`${text}: not a strength, expected ${strengths.join(', ')}`);
  if ((strength === 'stand-alone') !== (code === 'BA1')) return refusal(`${text}: BA1 stands alone, and nothing else does`);
  return success({ code, strength });
}

function strengthNamed(text: string): Strength | null {
  const plain = text.toLowerCase().replace(/[\s_-]/g, '');
  return abbreviations[plain] ?? strengths.find((strength) => strength.replace('-', '') === plain) ?? null;
}

const abbreviations: Readonly<Record<string, Strength>> = { p: 'supporting', supp: 'supporting', m: 'moderate', mod: 'moderate', s: 'strong', str: 'strong', vs: 'very-strong', sa: 'stand-alone' };
