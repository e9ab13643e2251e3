import type { Family } from '#shared/pedigree/family.ts';
import { ageRules } from '#shared/pedigree/linter/age-rules.ts';
import { conditionRules } from '#shared/pedigree/linter/condition-rules.ts';
import { lintFacts } from '#shared/pedigree/linter/lint-facts.ts';
import type { FindingSeverity, PedigreeRule } from '#shared/pedigree/linter/lint-rule.ts';
import { headerRules, symbolRules } from '#shared/pedigree/linter/nomenclature-rules.ts';
import { invariantRules, parentageRules } from '#shared/pedigree/linter/parentage-rules.ts';

/** Something about a family that cannot be, is drawn against the nomenclature, or is missing. */
export interface PedigreeFinding {
  readonly rule: string;
  readonly severity: FindingSeverity;
  /** Ids of the individuals it is about; empty where it is about the whole family. */
  readonly people: readonly string[];
  readonly message: string;
  readonly source: string;
}

export const pedigreeRules: readonly PedigreeRule[] = [...invariantRules, ...ageRules, ...parentageRules, ...conditionRules, ...symbolRules, ...headerRules];

/**
 * Checks a family against the nomenclature of 2022 and for consistency: errors first, then warnings, then advice. With `today` also what depends
 * on the day.
 */
export function lintFamily(family: Family, { today = null }: { readonly today?: string | null } = {}): readonly PedigreeFinding[] {
  const facts = lintFacts(family, today);
  const findings = pedigreeRules.flatMap(({ id, severity, message, source, find }) => find(facts).map((people): PedigreeFinding => ({ rule: id, severity, people, message, source })));
  return findings.toSorted((first, second) => severities.indexOf(first.severity) - severities.indexOf(second.severity));
}

const severities: readonly FindingSeverity[] = ['error', 'warning', 'advice'];
