import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Kbd } from '#renderer/components/kbd.tsx';
import { Tooltip } from '#renderer/components/tooltip.tsx';

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon;
  readonly shortcut?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Button({ variant = 'plain', icon: Icon, shortcut, className = '', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`btn ${variant === 'plain' ? '' : variant} ${className}`}>
      {Icon === undefined ? null : <Icon size={16} strokeWidth={1.6} aria-hidden />}
      {children}
      {shortcut === undefined ? null : <Kbd keys={shortcut} />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** The name, for screen readers and on hover. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly className?: string;
}

export function IconButton({ icon: Icon, label, shortcut, className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton {...rest} aria-label={label} className={`btn quiet icon ${className}`}>
        <Icon size={16} strokeWidth={1.6} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
