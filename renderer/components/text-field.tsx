import type { Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the text, in one sentence; null when nothing is. */
  readonly problem?: string | null | undefined;
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ label, hint, problem = null, rows, placeholder, className = '', inputRef, ...rest }: TextFieldProps) {
  const shownWhenEmpty = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...rest} isInvalid={problem !== null} className={`field ${className}`}>
      <Label>{label}</Label>
      {rows === undefined ? <Input className="input" {...shownWhenEmpty} ref={inputRef ?? null} /> : <TextArea className="input" rows={rows} {...shownWhenEmpty} />}
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="problem">{problem}</FieldError>
    </AriaTextField>
  );
}
