import { useEffect, useRef, type KeyboardEvent } from 'react';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { Button } from '#renderer/components/button.tsx';
import { DiamondMark } from '#renderer/features/diagnosis/diamond-mark.tsx';
import type { EvidenceRow } from '#renderer/features/diagnosis/evidence-rows.ts';
import { barOf, type EvidenceScale } from '#renderer/features/diagnosis/evidence-scale.ts';
import { useEvidenceWords } from '#renderer/features/diagnosis/evidence-words.ts';
import { useRankMotion } from '#renderer/features/diagnosis/use-rank-motion.ts';
import { formatLog10 } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Feature } from '#shared/phenotype/feature.ts';

interface EvidenceGridProps {
  readonly diseaseId: string;
  readonly rows: readonly EvidenceRow[];
  readonly scale: EvidenceScale;
  readonly comparedName: string | null;
  readonly pointedKey: string | null;
  /** The row under the cursor or with the focus, of which more is told below. */
  readonly onPoint: (key: string | null) => void;
  readonly onSetIgnored: (feature: Feature, isIgnored: boolean) => void;
}

/** One line a term, strongest for first and strongest against last, on one scale for both sides and both diseases. */
export function EvidenceGrid({ diseaseId, rows, scale, comparedName, pointedKey, onPoint, onSetIgnored }: EvidenceGridProps) {
  const t = useWords('diagnosis');
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const keys = rows.map(keyOfRow);
  const focusable = Math.max(keys.indexOf(pointedKey ?? ''), 0);
  useRankMotion(grid, keys.join(' '), diseaseId);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    const key = step === undefined ? undefined : keys[Math.min(Math.max(step, 0), rows.length - 1)];
    if (key === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    onPoint(key);
  };

  return (
    <div ref={grid} role="grid" aria-label={t('why.terms')} className="ev" onMouseLeave={() => onPoint(null)}>
      {rows.map((row, index) => (
        <div key={keyOfRow(row)} data-key={keyOfRow(row)} role="row" tabIndex={index === focusable ? 0 : -1} className={`ev-row ${row.kind} ${keyOfRow(row) === pointedKey ? 'is-pointed' : ''}`} onMouseEnter={() => onPoint(keyOfRow(row))} onFocus={() => onPoint(keyOfRow(row))} onKeyDown={(event) => onKeyDown(event, index)}>
          {row.kind === 'used' ? (
            <UsedCells row={row} scale={scale} comparedName={comparedName} isPointed={keyOfRow(row) === pointedKey} onSetIgnored={onSetIgnored} />
          ) : row.kind === 'ignored' ? (
            <IgnoredCells feature={row.feature} onSetIgnored={onSetIgnored} />
          ) : (
            <LeftOutCells row={row} />
          )}
        </div>
      ))}
    </div>
  );
}

export const keyOfRow = (row: EvidenceRow): string => (row.kind === 'used' ? (row.feature?.id ?? `${row.part.state} ${row.part.termId}`) : row.feature.id);

interface UsedCellsProps {
  readonly row: Extract<EvidenceRow, { kind: 'used' }>;
  readonly scale: EvidenceScale;
  readonly comparedName: string | null;
  readonly isPointed: boolean;
  readonly onSetIgnored: EvidenceGridProps['onSetIgnored'];
}

function UsedCells({ row, scale, comparedName, isPointed, onSetIgnored }: UsedCellsProps) {
  const t = useWords('diagnosis');
  const say = useEvidenceWords();
  const { part, value, feature, other } = row;
  return (
    <>
      <span role="gridcell"><StateMark state={part.state} /></span>
      <span role="gridcell" className="t trunc" title={part.label}>{part.label}</span>
      <span role="gridcell" className="how">
        <span className="vh">{say.longMatch(part)} {say.references(part)}</span>
        {isPointed && feature !== null ? (
          <Button className="ign" shortcut="i" excludeFromTabOrder aria-label={t('why.ignoreNamed', { label: part.label })} onPress={() => onSetIgnored(feature, true)}>{t('why.ignore')}</Button>
        ) : (
          <span aria-hidden="true" className="trunc">{say.shortMatch(part)}</span>
        )}
      </span>
      <span role="gridcell">
        <Bar value={value} other={other?.value ?? null} scale={scale} />
      </span>
      <span role="gridcell" className="v num"><span className="vh">{t('why.value', { value: formatLog10(value) })}</span><span aria-hidden="true">{formatLog10(value)}</span></span>
      {other === null || comparedName === null ? null : <span role="gridcell" className="v num muted"><span className="vh">{t('why.other', { value: formatLog10(other.value), name: comparedName })}</span><span aria-hidden="true">{formatLog10(other.value)}</span></span>}
    </>
  );
}

function IgnoredCells({ feature, onSetIgnored }: { readonly feature: Feature; readonly onSetIgnored: EvidenceGridProps['onSetIgnored'] }) {
  const t = useWords('diagnosis');
  return (
    <>
      <span role="gridcell"><StateMark state={feature.state} /></span>
      <span role="gridcell" className="t trunc" title={feature.label}>{feature.label}</span>
      <span role="gridcell" className="how muted">{t('why.ignored')}</span>
      <span role="gridcell" className="again"><Button className="ign" variant="quiet" aria-label={t('why.useAgainNamed', { label: feature.label })} onPress={() => onSetIgnored(feature, false)}>{t('why.useAgain')}</Button></span>
      <span role="gridcell" />
    </>
  );
}

function LeftOutCells({ row: { feature, reason } }: { readonly row: Extract<EvidenceRow, { kind: 'left-out' }> }) {
  const t = useWords('diagnosis');
  return (
    <>
      <span role="gridcell"><StateMark state={feature.state} /></span>
      <span role="gridcell" className="t trunc" title={feature.label}>{feature.label}</span>
      <span role="gridcell" className="how muted">{t(`leftOut.${reason}`)}</span>
      <span role="gridcell" />
      <span role="gridcell" className="v muted">{t('leftOut.notCounted')}</span>
    </>
  );
}

/** A bar from zero to the weight, and below it the other disease as a hollow bar with its diamond, on the same scale. An arrow says that it goes on beyond the edge. */
export function Bar({ value, other, scale }: { readonly value: number; readonly other: number | null; readonly scale: EvidenceScale }) {
  const { left, width } = barOf(scale, value);
  const beyond = scale.beyond(value);
  return (
    <span className={`bar-track ${other === null ? '' : 'is-compared'}`} aria-hidden="true">
      <i className="zero" style={{ left: `${String(scale.zero)}%` }} />
      <i className={`bar-fill ${value < 0 ? 'is-against' : 'is-for'}`} style={{ left: `${String(left)}%`, width: `${String(width)}%` }} />
      {beyond === null ? null : <i className={`bar-beyond is-${beyond}`} />}
      {other === null ? null : <OtherBar value={other} scale={scale} />}
    </span>
  );
}

function OtherBar({ value, scale }: { readonly value: number; readonly scale: EvidenceScale }) {
  const { left, width } = barOf(scale, value);
  return (
    <>
      <i className={`bar-fill is-other ${value < 0 ? 'is-against' : 'is-for'}`} style={{ left: `${String(left)}%`, width: `${String(width)}%` }} />
      <span className="bar-other" style={{ left: `${String(scale.positionOf(value))}%` }}><DiamondMark /></span>
    </>
  );
}
