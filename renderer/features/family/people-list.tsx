import { useMemo, useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { VirtualTable, type Column } from '#renderer/components/virtual-table.tsx';
import { ConditionSwatch } from '#renderer/features/family/condition-swatch.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName, lifetimeWords, symbolWords, type ConditionWords } from '#renderer/features/family/individual-words.ts';
import { idsAsDrawn } from '#renderer/features/family/person-numbers.ts';
import type { FamilyChange } from '#renderer/features/family/version-changes.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

export interface PersonRow {
  readonly individual: Individual;
  readonly number: string;
  readonly relation: string;
  readonly lifetime: string | null;
  readonly conditions: readonly ConditionWords[];
  readonly change: FamilyChange | null;
}

const rowHeight = 44;

/** Everyone of the drawing, in its order: the same family for a keyboard and a screen reader, with the same selection. */
export function PeopleList({ changes, onOpen }: { readonly changes: ReadonlyMap<string, FamilyChange> | null; readonly onOpen: () => void }) {
  const t = useWords('family');
  const { selectedIds, select } = useFamilyView();
  const [filter, setFilter] = useState('');
  const rows = usePersonRows(changes);
  const shown = useMemo(() => {
    const wanted = filter.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
    return wanted.length === 0 ? rows : rows.filter((row) => wanted.every((word) => searchText(row).includes(word)));
  }, [rows, filter]);
  const columns = useMemo<readonly Column<PersonRow>[]>(
    () => [
      { id: 'person', title: t('list.person'), track: 'minmax(0, 5fr)', render: (row) => <Person row={row} /> },
      { id: 'status', title: t('list.status'), track: 'minmax(0, 3fr)', render: (row) => <Status row={row} /> },
    ],
    [t],
  );
  return (
    <div className="people">
      <TextField className="bare people-filter" label={t('list.filter')} placeholder={t('list.filter')} value={filter} onChange={setFilter} autoComplete="off" />
      <VirtualTable label={t('list.label')} columns={columns} rows={shown} keyOf={({ individual }) => individual.id} rowHeight={rowHeight} selectedKey={selectedIds.at(-1) ?? null} alsoSelected={selectedIds} onSelect={(id) => select([id])} onOpen={onOpen} />
      <p className="people-count num">{t('list.shown', { shown: shown.length, count: rows.length })}</p>
    </div>
  );
}

function usePersonRows(changes: ReadonlyMap<string, FamilyChange> | null): readonly PersonRow[] {
  const { family, layout, individualOf, numberOf, relationOf, conditionsOf, today } = useFamilyView();
  return useMemo(() => {
    return idsAsDrawn(family, layout).flatMap((id) => {
      const individual = individualOf(id);
      return individual === undefined ? [] : [{ individual, number: numberOf(id), relation: relationOf(id), lifetime: lifetimeWords(individual, today), conditions: conditionsOf(id), change: changes?.get(id) ?? null }];
    });
  }, [family, layout, individualOf, numberOf, relationOf, conditionsOf, today, changes]);
}

function Person({ row }: { readonly row: PersonRow }) {
  return (
    <>
      <span className="trunc block">
        <b className="num">{row.number}</b> {individualName(row.individual)}
      </span>
      <small>{row.relation}</small>
    </>
  );
}

function Status({ row }: { readonly row: PersonRow }) {
  const t = useWords('family');
  return (
    <>
      <span className="trunc block num">{row.lifetime ?? ''}</span>
      <small className="swatches">
        {row.change === null ? null : <span className={`change-tag is-${row.change.kind}`}>{t(`change.${row.change.kind}`)}</span>}
        {row.conditions.map(({ conditionId, place, name, state }) => (
          <span key={conditionId} title={t(`state.said.${state}`, { condition: name })}>
            <ConditionSwatch place={place} state={state} />
            <span className="vh">{t(`state.said.${state}`, { condition: name })}</span>
          </span>
        ))}
      </small>
    </>
  );
}

const searchText = (row: PersonRow): string => `${symbolWords(row.individual, { ...row, today: '' })} ${row.lifetime ?? ''} ${row.individual.reference}`.toLocaleLowerCase();
