import { X } from 'lucide-react';
import { IconButton } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { SuggestedCriterion } from '#shared/casefile/suggested-criteria.ts';
import { criteria as published, strengths, type CriterionCode, type Strength } from '#shared/variant/acmg/criteria.ts';

/** The criteria that are met, each with its strength, the reason where that is not the usual one, and what was observed. */
export function MetCriteria({ chosen, onChange }: { readonly chosen: readonly SuggestedCriterion[]; readonly onChange: (chosen: readonly SuggestedCriterion[]) => void }) {
  const t = useWords('findings');
  if (chosen.length === 0) return null;
  const change = (code: CriterionCode, given: Partial<SuggestedCriterion>): void => onChange(chosen.map((entry) => (entry.code === code ? { ...entry, ...given } : entry)));
  return (
    <ul className="met">
      {chosen.map(({ code, strength, evidence, reasonForStrength }) => (
        <li key={code}>
          <b className={published[code].direction} title={published[code].meaning}>{code}</b>
          <Select label={t('acmg.strength', { code })} hidesLabel className="strength" value={strength} choices={strengthsOf(code).map((value) => ({ value, label: t(`strength.${value}`) }))} onChange={(value) => change(code, { strength: value })} />
          <TextField label={t('acmg.evidence', { code })} placeholder={t('acmg.observed')} value={evidence} maxLength={2_000} onChange={(value) => change(code, { evidence: value })} />
          <IconButton icon={X} label={t('acmg.drop', { code })} onPress={() => onChange(chosen.filter((entry) => entry.code !== code))} />
          {strength === published[code].strength ? null : (
            <TextField className="why" label={t('acmg.reason', { code, usual: t(`strength.${published[code].strength}`) })} value={reasonForStrength} maxLength={1_000} isRequired onChange={(value) => change(code, { reasonForStrength: value })} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** BA1 stands alone, and nothing else does. */
const strengthsOf = (code: CriterionCode): readonly Strength[] => strengths.filter((strength) => (strength === 'stand-alone') === (code === 'BA1'));
