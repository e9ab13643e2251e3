import { Fragment, useEffect, useRef } from 'react';
import { piecesOf, type LetterFinding } from '#renderer/features/phenotype/letter-review.ts';
import { useWords } from '#renderer/i18n/words.ts';

interface LetterTextProps {
  readonly text: string;
  readonly findings: readonly LetterFinding[];
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
}

/** The letter with its findings marked: underlined where observed, struck through where excluded, dotted and with the person where a relative's. */
export function LetterText({ text, findings, selectedKey, onSelect }: LetterTextProps) {
  const t = useWords('phenotype');
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    region.current?.querySelector('mark[data-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [selectedKey]);
  return (
    <div className="letter-text" role="region" aria-label={t('letter.text')} tabIndex={0} ref={region}>
      {piecesOf(text, findings).map(({ start, text: piece, finding }) =>
        finding === null ? (
          <Fragment key={start}>{piece}</Fragment>
        ) : (
          <Fragment key={start}>
            <mark className={`${finding.state} ${finding.said === 'patient' ? '' : 'of-relative'}`} data-selected={finding.key === selectedKey} title={finding.label} onClick={() => onSelect(finding.key)}>
              {piece}
            </mark>
            {finding.said === 'patient' ? null : <small className="who" aria-hidden="true">{finding.said}</small>}
          </Fragment>
        ),
      )}
    </div>
  );
}
