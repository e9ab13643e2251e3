import { useQueryOf } from '#renderer/client/queries.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';

interface FamilySupportProps {
  readonly caseId: string;
  readonly isWithFamily: boolean;
  readonly onWithFamily: (isWithFamily: boolean) => void;
}

/** Modes less likely than this are not named. */
const leastShown = 0.05;
/** Where more fit about as well, their numbers stand at the risk of the family. */
const mostNamed = 3;

/** The modes of inheritance that the drawn family speaks for, and a switch to let them count. */
export function FamilySupport({ caseId, isWithFamily, onWithFamily }: FamilySupportProps) {
  const t = useWords('diagnosis');
  const risk = useWords('risk');
  const found = useQueryOf('ranking.modes', { caseId }, { keepsLast: true }).data ?? null;
  if (found === null) return null;
  const modes = found.modes.filter(({ probability }) => probability >= leastShown).toSorted((first, second) => second.probability - first.probability);
  const named = modes.slice(0, mostNamed).map(({ mode, probability }) => t('family.mode', { mode: risk(`mode.${mode}`), probability: formatProbability(probability) }));
  const others = modes.length > mostNamed ? [t('family.more', { count: modes.length - mostNamed })] : [];
  return (
    <div className="family-support" title={t('family.source')}>
      <Checkbox isSelected={isWithFamily} onChange={onWithFamily}>
        {t('family.count', { condition: found.condition, modes: [...named, ...others].join(', ') })}
      </Checkbox>
    </div>
  );
}
