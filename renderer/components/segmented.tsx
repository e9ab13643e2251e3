import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** A few choices side by side, one of which always holds. `value: null`: none yet. */
export function Segmented<Value extends string>({ label, value, segments, onChange, isDisabled = false }: { readonly label: string; readonly value: Value | null; readonly segments: readonly Segment<Value>[]; readonly onChange: (value: Value) => void; readonly isDisabled?: boolean }) {
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.value));
        if (chosen !== undefined && chosen.value !== value) onChange(chosen.value);
      }}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.value} id={segment.value}>
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
