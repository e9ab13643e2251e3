import { formatDate } from '#renderer/i18n/format.ts';
import { words } from '#renderer/i18n/words.ts';
import { conditionStates } from '#shared/pedigree/family.ts';
import { genders, sexesAssignedAtBirth, vitalStatuses } from '#shared/pedigree/individual.ts';
import { formatDuration } from '#shared/phenotype/age-text.ts';

/** The value of a fact as briefly as it can be said, in the words of the screen: `deceased`, `64 y`, `nothing`. */
export function saidFact(fact: string, value: unknown): string {
  const chosen = chosenWords(fact, value);
  return chosen === null ? saidValue(value) : chosen.toLowerCase();
}

/** The words of a value that is chosen from a list; null for everything else. */
function chosenWords(fact: string, value: unknown): string | null {
  const gender = genders.find((one) => one === value);
  if (fact === 'gender' && gender !== undefined) return words.t(`family:gender.${gender}`);
  const sex = sexesAssignedAtBirth.find((one) => one === value);
  if (fact === 'sexAssignedAtBirth' && sex !== undefined) return words.t(`family:sex.${sex}`);
  const vital = vitalStatuses.find((one) => one === value);
  if (fact === 'vitalStatus' && vital !== undefined) return words.t(`family:vital.${vital}`);
  const state = conditionStates.find((one) => one === value);
  if (fact === 'state' && state !== undefined) return words.t(`family:state.${state}`);
  const status = (['current', 'ended', 'unknown'] as const).find((one) => one === value);
  if (fact === 'status' && status !== undefined) return words.t(`family:union.status.${status}`);
  const asked = (['not-asked', 'denied', 'reported'] as const).find((one) => one === value);
  if (fact === 'consanguinityAsked' && asked !== undefined) return words.t(`family:header.consanguinity.${asked}`);
  return null;
}

function saidValue(value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return words.t('family:change.nothing');
  if (typeof value === 'boolean') return words.t(value ? 'family:bulk.yes' : 'family:bulk.no').toLowerCase();
  if (typeof value === 'string') return /^P[\dT]/.test(value) ? formatDuration(value) : /^\d{4}(-\d\d){0,2}$/.test(value) ? formatDate(value) : value;
  if (Array.isArray(value)) return value.map(saidValue).join(', ');
  if (typeof value === 'object' && 'kind' in value && typeof value.kind === 'string') return value.kind.replaceAll('-', ' ');
  return typeof value === 'number' ? String(value) : words.t('family:change.other');
}
