import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { Kbd } from '#renderer/components/kbd.tsx';

export interface ChosenWith {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly modKey: boolean;
}

export interface SearchBoxProps<Item> {
  readonly label: string;
  readonly placeholder?: string;
  readonly shortcut?: string;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** What is shown of an item; `isActive` is the one that Enter would choose. */
  readonly renderItem: (item: Item, isActive: boolean) => ReactNode;
  readonly onChoose: (item: Item, held: ChosenWith) => void;
  /** Shown below the items, such as the keys that work. */
  readonly foot?: ReactNode;
  /** Shown instead of items when there are none and something is typed. */
  readonly nothing?: ReactNode;
  /** Beside the text, before the shortcut. */
  readonly aside?: ReactNode;
  /** The list is part of the page instead of floating over it. */
  readonly isInline?: boolean;
  /** Further keys; returning true means that the key was used. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>, active: Item | null) => boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly hasAutoFocus?: boolean;
}

/** A text field with a list of what was found, after the ARIA combobox pattern: the focus stays in the text, arrows move in the list. */
export function SearchBox<Item>({ inputRef, ...props }: SearchBoxProps<Item>) {
  const { label, text, items, keyOf, isInline = false } = props;
  const listId = useId();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const position = Math.max(0, items.findIndex((item) => keyOf(item) === activeKey));
  const active = items[position] ?? null;
  const showsList = isInline || (isOpen && text.trim() !== '');
  const optionId = (item: Item): string => `${listId}-${keyOf(item).replaceAll(/[^\w-]/g, '_')}`;

  const moveTo = (next: number): void => {
    const item = items[(next + items.length) % items.length];
    if (item === undefined) return;
    setActiveKey(keyOf(item));
    document.getElementById(optionId(item))?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (item: Item, event: { readonly shiftKey: boolean; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }): void => {
    setActiveKey(null);
    props.onChoose(item, { shiftKey: event.shiftKey, altKey: event.altKey, modKey: event.ctrlKey || event.metaKey });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (props.onKey?.(event, showsList ? active : null) === true) event.preventDefault();
    else if (event.key === 'ArrowDown') {
      event.preventDefault();
      if (showsList) moveTo(position + 1);
      else setOpen(true);
    } else if (event.key === 'ArrowUp' && showsList) {
      event.preventDefault();
      moveTo(position - 1);
    } else if (event.key === 'Enter' && showsList && active !== null) {
      event.preventDefault();
      choose(active, event);
    } else if (event.key === 'Escape' && !isInline && (text !== '' || isOpen)) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      props.onTextChange('');
    }
  };

  return (
    <div className="searchbox grow" style={isInline ? { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0, border: 0, padding: 0, outline: 'none' } : {}}>
      {isInline ? null : <Search size={16} strokeWidth={1.6} aria-hidden />}
      <input
        ref={inputRef}
        className={isInline ? 'palette-input' : ''}
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={showsList && items.length > 0}
        aria-controls={listId}
        aria-activedescendant={showsList && active !== null ? optionId(active) : undefined}
        autoComplete="off"
        autoFocus={props.hasAutoFocus}
        spellCheck={false}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => {
          setActiveKey(null);
          setOpen(true);
          props.onTextChange(event.target.value);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {isInline ? null : props.aside}
      {isInline || props.shortcut === undefined ? null : <Kbd keys={props.shortcut} />}
      {/* A press in the list must not take the focus from the text. */}
      <div className={isInline ? 'choices-inline' : 'choices-floating'} hidden={!showsList} onMouseDown={(event) => event.preventDefault()}>
        <div id={listId} role="listbox" aria-label={label} className="choices">
          {items.map((item) => (
            <div key={keyOf(item)} id={optionId(item)} role="option" aria-selected={item === active} onClick={(event) => choose(item, event)} onMouseMove={() => setActiveKey(keyOf(item))}>
              {props.renderItem(item, item === active)}
            </div>
          ))}
        </div>
        {items.length === 0 && text.trim() !== '' ? props.nothing : null}
        {props.foot}
      </div>
    </div>
  );
}
