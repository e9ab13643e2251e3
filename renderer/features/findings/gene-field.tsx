import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { GeneNote, useGeneResolution } from '#renderer/features/findings/gene-note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { FindingDetail } from '#shared/casefile/finding.ts';

interface GeneFieldProps {
  readonly gene: FindingDetail['gene'];
  readonly onChange: (gene: FindingDetail['gene']) => void;
  readonly onBlur: () => void;
}

const offered = 8;

/** A gene by any of its symbols, with those of the release in use to choose from. What the release does not know is kept as typed. */
export function GeneField({ gene, onChange, onBlur }: GeneFieldProps) {
  const t = useWords('findings');
  const text = gene?.symbol ?? '';
  const hits = useQueryOf('gene.search', { text, limit: offered }, { isEnabled: text.trim() !== '', keepsLast: true }).data ?? [];
  const resolution = useGeneResolution(text);
  const write = (symbol: string): void => onChange(symbol.trim() === '' ? null : { symbol: symbol.trim(), hgncId: symbol.trim() === gene?.symbol ? gene.hgncId : null });
  const take = (symbol: string): void => onChange({ symbol, hgncId: hits.find((hit) => hit.symbol === symbol)?.hgncId ?? (resolution?.kind === 'found' && resolution.gene.symbol === symbol ? resolution.gene.hgncId : null) });
  const current = resolution?.kind === 'found' && resolution.gene.symbol !== text.trim() ? resolution.gene.symbol : null;
  return (
    <div className="gene-field">
      <ComboBox className="field" allowsCustomValue allowsEmptyCollection menuTrigger="input" inputValue={text} items={hits} onInputChange={write} onSelectionChange={(key) => (key === null ? undefined : take(String(key)))} onBlur={onBlur}>
        <Label>{t('inspector.gene')}</Label>
        <Input className="input" maxLength={100} spellCheck="false" />
        <Popover className="popover" offset={4}>
          <ListBox<(typeof hits)[number]>>
            {(hit) => (
              <ListBoxItem id={hit.symbol} textValue={hit.symbol}>
                <span className="grow"><b>{hit.symbol}</b> {hit.matchedText === hit.symbol ? (hit.name ?? '') : hit.matchedText}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <GeneNote typed={text} resolution={resolution} />
      {current === null ? null : (
        <Button
          onPress={() => {
            take(current);
            onBlur();
          }}
        >
          {t('gene.use', { symbol: current })}
        </Button>
      )}
    </div>
  );
}
