import type { RiskLabel } from '#renderer/features/family-risk/risk-overlay.ts';
import { formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { words } from '#renderer/i18n/words.ts';
import type { BayesHypothesis } from '#shared/inheritance/bayes-table.ts';
import type { PersonRisk } from '#shared/inheritance/family-risk.ts';
import { simpleFraction } from '#shared/inheritance/fraction.ts';
import type { InheritanceMode } from '#shared/inheritance/mode.ts';
import type { AskedState } from '#shared/inheritance/risk-report.ts';

/** Beyond this a probability is told as certain, or as none: rounding of the model, not of medicine. */
const negligible = 1e-9;

/** `2 in 3 (67 %)`, `1 in 147 (0.7 %)`, `91 %`, `certain`, `0`. */
export function chanceWords(probability: number): string {
  if (probability >= 1 - negligible) return words.t('risk:chance.certain');
  if (probability <= negligible) return words.t('risk:chance.none');
  const percent = formatProbability(probability);
  const fraction = simpleFraction(probability) ?? (probability < 0.1 ? { numerator: 1, denominator: roundedCount(1 / probability) } : null);
  return fraction === null ? percent : words.t('risk:chance.one', { numerator: formatNumber(fraction.numerator), denominator: formatNumber(fraction.denominator), percent });
}

/** The same where there is little room: `2/3`, `1/147`, `91 %`. */
export function shortChance(probability: number): string {
  if (probability >= 1 - negligible) return '1';
  if (probability <= negligible) return '0';
  const fraction = simpleFraction(probability) ?? (probability < 0.01 ? { numerator: 1, denominator: roundedCount(1 / probability) } : null);
  return fraction === null ? formatProbability(probability) : `${formatNumber(fraction.numerator)}/${formatNumber(fraction.denominator)}`;
}

/** How many cases one is in, to three significant digits. */
const roundedCount = (count: number): number => Number(count.toPrecision(count < 1_000 ? 3 : 2));

/** A number of the table, with the digits that a pocket calculator would show. */
export function tableNumber(value: number): string {
  const fraction = simpleFraction(value);
  if (fraction !== null && fraction.denominator <= 40) return `${String(fraction.numerator)}/${String(fraction.denominator)}`;
  if (Math.abs(value - Math.round(value)) < negligible * value || value === 0) return String(Math.round(value));
  return value < 0.001 ? value.toExponential(2) : value > 0.9995 ? value.toFixed(6).replace(/0+$/, '') : value.toPrecision(3);
}

/** What a number of altered genes is called of a person under a mode, as a counsellor would head the column. */
export function hypothesisWords({ copies, isMosaic, sex }: BayesHypothesis, mode: InheritanceMode, isOfBothSexes: boolean): string {
  const hypothesis = words.t(`risk:hypothesis.${hypothesisKey(copies, isMosaic, mode, sex === 'male')}`);
  return isOfBothSexes && sex !== 'unknown' ? words.t(`risk:hypothesis.${sex}`, { hypothesis }) : hypothesis;
}

function hypothesisKey(copies: 0 | 1 | 2, isMosaic: boolean, mode: InheritanceMode, isMale: boolean) {
  if (isMosaic) return 'mosaic';
  const hasCarriers = mode === 'AR' || (mode === 'XLR' && !isMale);
  if (copies === 0) return hasCarriers ? 'notCarrier' : 'normal';
  if (copies === 1) return hasCarriers ? 'carrier' : 'oneAllele';
  return hasCarriers ? 'affectedGenotype' : 'twoAlleles';
}

/** The sentence that a counsellor would say: about a carrier, the altered gene, or both. */
export function statementWords(name: string, asked: AskedState, mode: InheritanceMode, isMale: boolean, person: PersonRisk): string {
  const probability = asked === 'carrier' ? person.carrier : person.atRiskGenotype;
  const needsBoth = asked === 'at-risk' && (mode === 'AR' || (mode === 'XLR' && !isMale));
  if (probability >= 1 - negligible) return words.t(asked === 'carrier' ? 'risk:statement.isCarrier' : needsBoth ? 'risk:statement.hasBoth' : 'risk:statement.hasAllele', { name });
  if (probability <= negligible) return words.t(asked === 'carrier' ? 'risk:statement.notCarrier' : needsBoth ? 'risk:statement.notBoth' : 'risk:statement.notAllele', { name });
  return words.t(asked === 'carrier' ? 'risk:statement.carrier' : needsBoth ? 'risk:statement.bothAlleles' : 'risk:statement.allele', { name, chance: chanceWords(probability) });
}

/** What stands beside a symbol: the likelier of carrier and genotype at risk, where either may be; nothing of what the symbol shows already. */
export function badgeWords(person: PersonRisk, isDrawn: boolean): RiskLabel | null {
  const greatest = Math.max(person.carrier, person.atRiskGenotype);
  if (greatest < leastOnSymbol || (isDrawn && greatest >= 1 - negligible)) return null;
  // New mutations must not decide between what else are equals, as for a child of unknown sex.
  return person.carrier > person.atRiskGenotype * clearly ? { what: words.t('risk:badge.carrier'), chance: shortChance(person.carrier) } : { what: words.t('risk:badge.atRisk'), chance: shortChance(person.atRiskGenotype) };
}

const clearly = 1.01;

/** A chance smaller than that of one in a thousand is hardly told from that of anybody. */
const leastOnSymbol = 0.001;
