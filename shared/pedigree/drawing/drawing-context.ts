import { conditionKey, type ConditionKey } from '#shared/pedigree/drawing/condition-key.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { familyStructure, type FamilyStructure } from '#shared/pedigree/structure.ts';

/**
 * How much of a person the drawing tells. full: names as recorded, years of birth and death. pseudonymised: initials and pedigree numbers, ages
 * instead of dates. deidentified: no names, dates, places or free words, ages over 89 as 90+ (HIPAA Safe Harbor, 45 CFR 164.514(b)(2)).
 */
export const identificationLevels = ['full', 'pseudonymised', 'deidentified'] as const;
export type IdentificationLevel = (typeof identificationLevels)[number];

export interface DrawingOptions {
  readonly level: IdentificationLevel;
  /** The day on which ages are told; null: birth years instead of ages. */
  readonly today: string | null;
  readonly showsNames: boolean;
  readonly showsNumbers: boolean;
  readonly showsResults: boolean;
  /** The numbers by symbol key, such as I-1. */
  readonly numbers: ReadonlyMap<string, string>;
}

const plainDrawing: DrawingOptions = { level: 'full', today: null, showsNames: true, showsNumbers: true, showsResults: true, numbers: new Map() };

/** What every symbol of one chart is drawn with. */
export interface DrawingContext {
  readonly options: DrawingOptions;
  readonly key: ConditionKey;
  readonly structure: FamilyStructure;
  /** Individuals from whose symbol a line goes straight down, so that the text stands to its lower right. */
  readonly hasLineBelow: ReadonlySet<string>;
}

export function drawingContext(family: Family, options: Partial<DrawingOptions> = {}, structure: FamilyStructure = familyStructure(family)): DrawingContext {
  const below = structure.sibships.flatMap(({ origin }) => (origin.kind === 'individual' && origin.undrawnPartner === 0 ? [origin.individualId] : []));
  return { options: { ...plainDrawing, ...options }, key: conditionKey(family), structure, hasLineBelow: new Set(below) };
}
