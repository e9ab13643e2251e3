import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

export function Checkbox({ isSelected, onChange, children, isDisabled = false }: { readonly isSelected: boolean; readonly onChange: (isSelected: boolean) => void; readonly children: ReactNode; readonly isDisabled?: boolean }) {
  return (
    <AriaCheckbox className="checkbox" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="box">{isSelected ? <Check size={12} strokeWidth={2.4} aria-hidden /> : null}</span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
