import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { SearchBox } from '#renderer/components/search-box.tsx';
import { foundCases } from '#renderer/features/history/entry-case.ts';
import { caseName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

interface CaseFilterProps {
  readonly cases: readonly CaseSummary[];
  /** The name of the case whose changes alone are shown; null for all. */
  readonly chosenName: string | null;
  readonly onChoose: (caseId: string | null) => void;
}

/** Narrows the changes of the vault down to those of one case. */
export function CaseFilter({ cases, chosenName, onChoose }: CaseFilterProps) {
  const t = useWords('history');
  const [text, setText] = useState('');
  if (chosenName !== null) {
    return (
      <Button icon={X} className="trunc" aria-pressed onPress={() => onChoose(null)} aria-label={t('filter.clear', { name: chosenName })}>
        {chosenName}
      </Button>
    );
  }
  return (
    <div className="case-filter">
      <SearchBox
        label={t('filter.label')}
        placeholder={t('filter.label')}
        text={text}
        onTextChange={setText}
        items={foundCases(cases, text)}
        keyOf={(summary) => summary.id}
        onChoose={(summary) => {
          setText('');
          onChoose(summary.id);
        }}
        nothing={<p className="palette-nothing">{t('filter.nothing')}</p>}
        renderItem={(summary) => (
          <span className="palette-line">
            {caseName(summary)} <span className="muted num">{summary.reference}</span>
          </span>
        )}
      />
    </div>
  );
}
