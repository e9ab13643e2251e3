import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** A CSS grid track: `minmax(0, 2fr)`, `90px`. */
  readonly track: string;
  readonly isSortable?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface Sorting {
  readonly columnId: string;
  readonly isDescending: boolean;
}

export interface VirtualTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly rowHeight: number;
  readonly selectedKey: string | null;
  /** Where several can be selected: all of them; `selectedKey` is the one that the arrows start from. */
  readonly alsoSelected?: readonly string[];
  readonly onSelect: (key: string) => void;
  readonly onOpen?: (key: string) => void;
  readonly sorting?: Sorting;
  readonly onSort?: (columnId: string) => void;
  /** Takes the focus on appearing where nothing else has it, so that the arrows work at once. */
  readonly hasAutoFocus?: boolean;
  /** Further keys on a row; returning true means that the key was used. */
  readonly onRowKey?: (event: KeyboardEvent, row: Row) => boolean;
}

const headHeight = 31;

/** A table of any length: one row has the focus, arrows move it, Enter opens. The first column names the row. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { columns, rows, keyOf, rowHeight, selectedKey, sorting } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(props.hasAutoFocus === true && document.activeElement === document.body);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualiser is made to be read while rendering
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 6, scrollMargin: headHeight, scrollPaddingStart: headHeight, initialRect: { width: 1000, height: 800 } });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const found = rows.findIndex((row) => keyOf(row) === selectedKey);
  const focusable = found === -1 ? 0 : found;

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  });

  const moveTo = (position: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, position));
    const row = rows[next];
    if (row === undefined) return;
    wantsFocus.current = true;
    virtualizer.scrollToIndex(next, { align: 'auto' });
    props.onSelect(keyOf(row));
  };
  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);

  const onKeyDown = (event: KeyboardEvent, row: Row, index: number): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1, PageDown: index + page(), PageUp: index - page() };
    const step = steps[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== undefined) moveTo(step);
    else if (event.key === 'Enter' && props.onOpen !== undefined) props.onOpen(keyOf(row));
    else if (props.onRowKey?.(event, row) !== true) return;
    event.preventDefault();
  };

  const latest = useRef({ onKeyDown, props });
  useEffect(() => {
    latest.current = { onKeyDown, props };
  });
  // The same object for as long as the table is shown, so that a row whose content stays is not drawn again.
  const [handlers] = useState<RowHandlers<Row>>(() => ({
    key: (event, row, index) => latest.current.onKeyDown(event, row, index),
    select: (row) => {
      wantsFocus.current = true;
      latest.current.props.onSelect(latest.current.props.keyOf(row));
    },
    open: (row) => latest.current.props.onOpen?.(latest.current.props.keyOf(row)),
  }));

  return (
    <div className="vtable" role="grid" aria-label={props.label} aria-rowcount={rows.length + 1} style={{ ['--columns' as string]: columns.map((column) => column.track).join(' ') }}>
      <div className="vscroll" role="presentation" ref={scroller}>
        <div className="vhead" role="rowgroup" style={{ height: headHeight }}>
          <div role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} sorting={sorting} onSort={props.onSort} />
            ))}
          </div>
        </div>
        <div className="vbody" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = keyOf(row);
            return <TableRow key={key} row={row} index={index} top={start - headHeight} height={rowHeight} columns={columns} isSelected={key === selectedKey || props.alsoSelected?.includes(key) === true} isReached={index === focusable} on={handlers} />;
          })}
        </div>
      </div>
    </div>
  );
}

interface RowHandlers<Row> {
  readonly key: (event: KeyboardEvent, row: Row, index: number) => void;
  readonly select: (row: Row) => void;
  readonly open: (row: Row) => void;
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly Column<Row>[];
  readonly isSelected: boolean;
  /** The row that Tab comes to. */
  readonly isReached: boolean;
  readonly on: RowHandlers<Row>;
}

/** Drawn again only when something of it changed: scrolling moves through many rows, and a key has to be answered at once. */
const TableRow = memo(function TableRow<Row>({ row, index, top, height, columns, isSelected, isReached, on }: TableRowProps<Row>) {
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={isSelected} tabIndex={isReached ? 0 : -1} style={{ height, transform: `translateY(${String(top)}px)` }} onKeyDown={(event) => on.key(event, row, index)} onClick={() => on.select(row)} onDoubleClick={() => on.open(row)}>
      {columns.map((column, position) => (
        <div key={column.id} role={position === 0 ? 'rowheader' : 'gridcell'}>
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}) as <Row>(props: TableRowProps<Row>) => ReactNode;

function ColumnHead<Row>({ column, sorting, onSort }: { readonly column: Column<Row>; readonly sorting: Sorting | undefined; readonly onSort: ((columnId: string) => void) | undefined }) {
  if (column.isSortable !== true || onSort === undefined) return <div role="columnheader">{column.title}</div>;
  const isSorted = sorting?.columnId === column.id;
  const Arrow = sorting?.isDescending === true ? ArrowDown : ArrowUp;
  return (
    <div role="columnheader" {...(isSorted ? { 'aria-sort': sorting.isDescending ? ('descending' as const) : ('ascending' as const) } : {})}>
      <button type="button" onClick={() => onSort(column.id)}>
        {column.title}
        {isSorted ? <Arrow size={12} aria-hidden /> : null}
      </button>
    </div>
  );
}
