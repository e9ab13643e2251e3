import { Kbd } from '#renderer/components/kbd.tsx';
import { matchedPieces } from '#renderer/features/phenotype/matched-pieces.ts';
import type { TermOption } from '#renderer/features/phenotype/term-search-state.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Feature, FeatureState } from '#shared/phenotype/feature.ts';

interface TermOptionRowProps {
  readonly option: TermOption;
  readonly text: string;
  readonly isActive: boolean;
  readonly recorded: Feature | null;
  readonly onChoose: (state: FeatureState) => void;
}

/** One term of the list below the search box: its label, by which word it was found, its id, and what the keys would do. */
export function TermOptionRow({ option, text, isActive, recorded, onChoose }: TermOptionRowProps) {
  const t = useWords('phenotype');
  const shell = useWords('shell');
  const words = option.readAs ?? text;
  const children = option.childCount !== null && option.childCount > 0 ? t('tree.count', { count: option.childCount }) : '';
  return (
    <div className={`op ${option.isPhenotype ? '' : 'is-off'}`}>
      <span className="what">
        <b>{option.matchedBy === 'label' ? <Marked text={option.label} words={words} /> : option.label}</b>
        <small className="trunc">
          <Why option={option} words={words} />
          {children}
        </small>
      </span>
      <span className="num">{option.id}</span>
      <span className="ks">
        {recorded !== null ? <em>{t('search.recorded', { state: shell(`state.${recorded.state}`) })}</em> : null}
        {recorded === null && !option.isPhenotype ? <em>{t('search.modifier')}</em> : null}
        {recorded === null && option.isPhenotype && isActive ? <Choices onChoose={onChoose} /> : null}
      </span>
    </div>
  );
}

/** What Enter does, and the same for the mouse. The keys work in the box itself, so these are no stops of their own. */
function Choices({ onChoose }: { readonly onChoose: (state: FeatureState) => void }) {
  const t = useWords('phenotype');
  const choice = (keys: string, label: string, state: FeatureState) => (
    <span
      className="choice"
      onClick={(event) => {
        event.stopPropagation();
        onChoose(state);
      }}
    >
      <Kbd keys={keys} /> {label}
    </span>
  );
  return (
    <>
      {choice('enter', t('search.observed'), 'observed')}
      {choice('shift+enter', t('search.excluded'), 'excluded')}
    </>
  );
}

function Why({ option, words }: { readonly option: TermOption; readonly words: string }) {
  const t = useWords('phenotype');
  if (option.matchedBy === 'id') return <>{t('search.byId')}</>;
  if (option.matchedText === null || option.matchedText === option.label || (option.matchedBy !== 'synonym' && option.matchedBy !== 'layperson')) return null;
  return (
    <>
      {t(option.matchedBy === 'layperson' ? 'search.layperson' : 'search.synonym')}
      <Marked text={option.matchedText} words={words} />
    </>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  return <>{matchedPieces(text, words).map((piece, index) => (piece.isMatched ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>))}</>;
}
