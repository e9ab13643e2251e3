import { useWords } from '#renderer/i18n/words.ts';
import type { EvidencePart } from '#shared/contract/knowledge-procedures.ts';

/** More sources than this are counted; the first ones stand for them. */
const fewReferences = 3;

export interface EvidenceWords {
  /** `exact, 31/37`, in the width of a column. */
  readonly shortMatch: (part: EvidencePart) => string;
  /** The same as sentences. */
  readonly longMatch: (part: EvidencePart) => string;
  readonly references: (part: EvidencePart) => string;
}

/** How a term was matched, how often it is seen in the disease, and who says so. */
export function useEvidenceWords(): EvidenceWords {
  const t = useWords('diagnosis');
  const isMatched = (part: EvidencePart): boolean => part.matchedId !== null;
  return {
    shortMatch: (part) => [t(`match.${part.match}`), part.frequencyText].filter((word) => word !== null).join(', '),
    longMatch: (part) => {
      const match = t(`matchLong.${part.match}`, { label: part.matchedLabel ?? part.matchedId ?? '' });
      if (!isMatched(part)) return match;
      return `${match} ${part.frequencyText === null ? t('match.noFrequency') : t('match.frequency', { frequency: part.frequencyText })}`;
    },
    references: (part) => {
      if (!isMatched(part)) return '';
      const first = part.references.slice(0, fewReferences).join(', ');
      const more = part.references.length - fewReferences;
      return part.references.length === 0 ? t('match.noReferences') : t('match.references', { references: more > 0 ? t('match.moreReferences', { references: first, count: more }) : first });
    },
  };
}
