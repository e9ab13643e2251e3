import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  /** The label is read by screen readers only, where the place on screen says it already. */
  readonly hidesLabel?: boolean;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly className?: string;
  readonly isDisabled?: boolean;
}

export function Select<Value extends string>({ label, hidesLabel = false, value, choices, onChange, placeholder, className = '', isDisabled = false }: SelectProps<Value>) {
  return (
    <AriaSelect
      className={`field ${className}`}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(hidesLabel ? { 'aria-label': label } : {})}
    >
      {hidesLabel ? null : <Label>{label}</Label>}
      <Button className="select-button">
        <SelectValue className="value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label}>
              {({ isSelected }) => (
                <>
                  <span className="grow">{choice.label}</span>
                  {isSelected ? <Check size={14} aria-hidden /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
