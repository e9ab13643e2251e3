import { ToggleButton } from 'react-aria-components';
import { criterionGroups, groupNames } from '#renderer/features/findings/criterion-groups.ts';
import { Tooltip } from '#renderer/components/tooltip.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { criteria as published, type CriterionCode } from '#shared/variant/acmg/criteria.ts';

/** Every criterion, by the kind of evidence it stands for. What it says comes on hover and focus. */
export function CriterionToggles({ met, onToggle }: { readonly met: readonly CriterionCode[]; readonly onToggle: (code: CriterionCode) => void }) {
  const t = useWords('findings');
  return (
    <dl className="criteria">
      {groupNames.map((group) => (
        <div key={group}>
          <dt>{t(`acmg.group.${group}`)}</dt>
          <dd>
            {criterionGroups[group].map((code) => {
              const { meaning, isRetired, direction } = published[code];
              const said = isRetired ? `${meaning}; ${t('acmg.retired')}` : meaning;
              return (
                <Tooltip key={code} text={said}>
                  <ToggleButton className={`criterion ${direction}`} isSelected={met.includes(code)} isDisabled={isRetired} onChange={() => onToggle(code)} aria-label={t('acmg.criterion', { code, meaning: said })}>
                    {code}
                  </ToggleButton>
                </Tooltip>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
