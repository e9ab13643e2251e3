import { Check, Minus } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Select } from '#renderer/components/select.tsx';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { canBeChecked, recordedAs, type LetterFinding, type RecordedFeature, type ReviewChange } from '#renderer/features/phenotype/letter-review.ts';
import { useWords } from '#renderer/i18n/words.ts';

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

interface LetterFindingsProps {
  readonly findings: readonly LetterFinding[];
  readonly recorded: readonly RecordedFeature[];
  readonly people: readonly NamedPerson[];
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
  readonly onChange: (key: string, change: ReviewChange) => void;
  readonly onCheckAll: (isChecked: boolean) => void;
  readonly onAccept: () => void;
}

const nobody = 'nobody';

/** The findings of a letter, one a row. One row has the focus: arrows move, Space checks, O and X set the state, Enter records what is checked. */
export function LetterFindings({ findings, recorded, people, selectedKey, onSelect, onChange, onCheckAll, onAccept }: LetterFindingsProps) {
  const t = useWords('phenotype');
  const table = useRef<HTMLTableElement>(null);
  const focusable = Math.max(0, findings.findIndex(({ key }) => key === selectedKey));

  useEffect(() => {
    table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  }, []);

  useEffect(() => {
    table.current?.querySelector('tr[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [selectedKey]);

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, finding: LetterFinding, index: number): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = findings[targetOf(event.key, index, findings.length)];
    if (target !== undefined && target !== finding) {
      onSelect(target.key);
      table.current?.querySelectorAll<HTMLElement>('tbody tr')[findings.indexOf(target)]?.focus();
    } else if (event.key === ' ') onChange(finding.key, { kind: 'check', isChecked: !finding.isChecked });
    else if (event.key === 'o') onChange(finding.key, { kind: 'state', state: 'observed' });
    else if (event.key === 'x') onChange(finding.key, { kind: 'state', state: 'excluded' });
    else if (event.key === 'Enter') onAccept();
    else if (target === undefined) return;
    event.preventDefault();
  };

  return (
    <table ref={table} role="grid" aria-label={t('letter.found')} className="letter-findings">
      <thead>
        <tr>
          <th scope="col" className="use">
            <span className="vh">{t('letter.record')}</span>
            <CheckAll findings={findings} recorded={recorded} onCheckAll={onCheckAll} />
          </th>
          <th scope="col" className="st"><span className="vh">{t('list.state')}</span></th>
          <th scope="col">{t('list.finding')}</th>
          <th scope="col" className="who">{t('person.label')}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, index) => {
          const isFree = canBeChecked(finding, recorded);
          return (
            <tr key={finding.key} aria-selected={finding.key === selectedKey} tabIndex={index === focusable ? 0 : -1} onFocus={() => finding.key !== selectedKey && onSelect(finding.key)} onKeyDown={(event) => onKeyDown(event, finding, index)}>
              <td className="use">
                <button type="button" role="checkbox" aria-checked={finding.isChecked} aria-disabled={!isFree} tabIndex={-1} aria-label={t('letter.recordOne', { label: finding.label })} onClick={() => onChange(finding.key, { kind: 'check', isChecked: !finding.isChecked })}>
                  <span className="box">{finding.isChecked ? <Check size={12} strokeWidth={2.4} aria-hidden /> : null}</span>
                </button>
              </td>
              <td className="st">
                <button type="button" tabIndex={-1} aria-label={t('list.changeState', { state: t(`search.${finding.state}`) })} onClick={() => onChange(finding.key, { kind: 'state', state: finding.state === 'observed' ? 'excluded' : 'observed' })}>
                  <StateMark state={finding.state} isDecorative />
                </button>
              </td>
              <td className="finding" title={`${finding.label}, ${finding.termId}`}>
                <b>{finding.label}</b>
                <small>{noteOf(finding, recorded, t)}</small>
              </td>
              <td className="who">
                <Select label={t('letter.whose', { label: finding.label })} hidesLabel value={finding.personId ?? nobody} choices={[...people.map(({ id, name }) => ({ value: id, label: name })), { value: nobody, label: t('letter.nobody') }]} onChange={(chosen) => onChange(finding.key, { kind: 'person', personId: chosen === nobody ? null : chosen })} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Takes every finding, or leaves every one where all are taken. */
function CheckAll({ findings, recorded, onCheckAll }: Pick<LetterFindingsProps, 'findings' | 'recorded' | 'onCheckAll'>) {
  const t = useWords('phenotype');
  const free = findings.filter((finding) => canBeChecked(finding, recorded));
  const checked = free.filter(({ isChecked }) => isChecked).length;
  const isAll = free.length > 0 && checked === free.length;
  return (
    <button type="button" role="checkbox" aria-checked={isAll ? true : checked > 0 ? 'mixed' : false} aria-disabled={free.length === 0} aria-label={t('letter.recordAll')} onClick={() => onCheckAll(!isAll)}>
      <span className="box">{isAll ? <Check size={12} strokeWidth={2.4} aria-hidden /> : checked > 0 ? <Minus size={12} strokeWidth={2.4} aria-hidden /> : null}</span>
    </button>
  );
}

type Translate = ReturnType<typeof useWords<'phenotype'>>;

/** Whose the letter says it is, how often it stands there, and whether it is recorded already. */
function noteOf(finding: LetterFinding, recorded: readonly RecordedFeature[], t: Translate): string {
  const state = recordedAs(finding, recorded);
  const said = finding.said === 'patient' ? null : t('letter.saidOf', { person: finding.said });
  const times = finding.places.length > 1 ? t('letter.times', { count: finding.places.length }) : null;
  const already = state === null ? null : t('search.recorded', { state: t(state === 'not-assessed' ? 'search.notAssessed' : `search.${state}`) });
  return [finding.state === 'excluded' ? t('search.excluded') : null, said, times, already].filter((part) => part !== null).join(', ');
}

/** −1 for a key that does not move. */
function targetOf(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
    case 'k':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
