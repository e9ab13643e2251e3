import { useEffect, useReducer, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { Kbd } from '#renderer/components/kbd.tsx';
import { SearchBox } from '#renderer/components/search-box.tsx';
import { TermOptionRow } from '#renderer/features/phenotype/term-option-row.tsx';
import { emptySearch, isCurrent, optionOfHit, optionOfLink, searchReducer, stateOfEnter, type SearchEvent, type SearchState, type TermOption } from '#renderer/features/phenotype/term-search-state.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { TermCard, TermHit } from '#shared/contract/knowledge-procedures.ts';
import type { Feature, FeatureState } from '#shared/phenotype/feature.ts';

export interface TermSearchProps {
  readonly searchTerms: (text: string) => Promise<readonly TermHit[]>;
  readonly showTerm: (termId: string) => Promise<TermCard>;
  /** What this person already has, so that it is seen before it is added twice. */
  readonly recorded: readonly Feature[];
  readonly onChoose: (option: TermOption, state: FeatureState) => void;
  readonly onBrowse: (termId: string | null) => void;
  /** Something that could not be done, in words. */
  readonly onProblem: (message: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Stands at the end of the box: what is said of everything added. */
  readonly note: string;
}

/** The box in which findings are typed. It keeps the focus after each, so that a history can be taken down at talking speed. */
export function TermSearch(props: TermSearchProps) {
  const t = useWords('phenotype');
  const [state, send] = useReducer(searchReducer, emptySearch);
  const [notice, setNotice] = useState('');
  useAnswers(state, send, props);
  useWaiting(state, send, props);

  const choose = (option: TermOption, as: FeatureState): void => {
    if (!option.isPhenotype) return setNotice(t('search.earlyModifier', { label: option.label }));
    setNotice('');
    send({ kind: 'chosen' });
    props.onChoose(option, as);
  };

  const narrow = async (option: TermOption): Promise<void> => {
    const { request } = state;
    const card = await props.showTerm(option.id).catch(() => null);
    if (card === null || card.children.length === 0) setNotice(t('search.noNarrower', { label: option.label }));
    else send({ kind: 'narrowed', request, term: option, children: card.children.map(optionOfLink) });
  };

  const onKey = (event: KeyboardEvent<HTMLInputElement>, active: TermOption | null): boolean => {
    const isAtEnd = event.currentTarget.selectionStart === state.text.length && event.currentTarget.selectionEnd === state.text.length;
    const isHeld = event.ctrlKey || event.metaKey;
    if (event.key.toLowerCase() === 'b' && isHeld) props.onBrowse(active?.id ?? null);
    else if (event.key === 'ArrowRight' && isAtEnd && active !== null && !event.shiftKey && !isHeld) void narrow(active);
    else if (event.key === 'ArrowLeft' && isAtEnd && state.trail.length > 0) send({ kind: 'widened' });
    else if (event.key === 'Enter' && state.trail.length === 0 && !isCurrent(state)) {
      if (state.text.trim() !== '') send({ kind: 'confirmed-early', state: stateOfEnter(event) });
    } else return false;
    return true;
  };

  const within = state.trail.at(-1)?.term ?? null;
  const readAs = state.options.find((option) => option.readAs !== null)?.readAs ?? null;
  const message = notice !== '' ? notice : within !== null ? t('search.narrowerOf', { label: within.label }) : readAs !== null ? t('search.readAs', { text: readAs }) : '';
  return (
    <div className="term-search">
      <SearchBox
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        shortcut="/"
        text={state.text}
        onTextChange={(text) => {
          setNotice('');
          send({ kind: 'typed', text });
        }}
        items={state.options}
        keyOf={(option) => option.id}
        renderItem={(option, isActive) => (
          <TermOptionRow option={option} text={state.text} isActive={isActive} recorded={props.recorded.find((feature) => feature.termId === option.id) ?? null} onChoose={(as) => choose(option, as)} />
        )}
        onChoose={(option, held) => choose(option, stateOfEnter(held))}
        onKey={onKey}
        nothing={<Nothing state={state} />}
        aside={<span className="as trunc">{props.note}</span>}
        foot={<Foot message={message} isNarrowed={within !== null} hasOptions={state.options.length > 0} onBrowse={() => props.onBrowse(state.options[0]?.id ?? null)} />}
        {...(props.inputRef === undefined ? {} : { inputRef: props.inputRef })}
      />
      <p className="vh" role="status">{message !== '' ? message : announcement(state, t)}</p>
    </div>
  );
}

function Nothing({ state }: { readonly state: SearchState }) {
  const t = useWords('phenotype');
  if (state.hasFailed) return <p className="none is-bad">{t('search.failed')}</p>;
  if (!isCurrent(state)) return null;
  return (
    <p className="none">
      <b>{t('search.nothing', { text: state.text.trim() })}</b> {t('search.nothingNext')}
    </p>
  );
}

function Foot({ message, isNarrowed, hasOptions, onBrowse }: { readonly message: string; readonly isNarrowed: boolean; readonly hasOptions: boolean; readonly onBrowse: () => void }) {
  const t = useWords('phenotype');
  return (
    <div className="of" aria-hidden="true">
      <span className="grow trunc">{message}</span>
      {isNarrowed ? (
        <span>
          <Kbd keys="left" /> {t('search.back')}
        </span>
      ) : null}
      {hasOptions ? (
        <span>
          <Kbd keys="alt+enter" /> {t('search.notAssessed')}
        </span>
      ) : null}
      {hasOptions ? (
        <span>
          <Kbd keys="right" /> {t('search.narrower')}
        </span>
      ) : null}
      <span onClick={onBrowse}>
        <Kbd keys="mod+b" /> {t('search.browse')}
      </span>
    </div>
  );
}

/** Asks for every text typed; the reducer drops the answers that come too late. */
function useAnswers(state: SearchState, send: (event: SearchEvent) => void, { searchTerms }: TermSearchProps): void {
  const { request } = state;
  const text = state.text.trim();
  useEffect(() => {
    if (text === '') return;
    searchTerms(text).then(
      (hits) => send({ kind: 'answered', request, text, options: hits.map(optionOfHit) }),
      () => send({ kind: 'failed', request }),
    );
  }, [request, text, searchTerms, send]);
}

/** Carries out what was confirmed before its answer had come, once each, by the same search. */
function useWaiting(state: SearchState, send: (event: SearchEvent) => void, props: TermSearchProps): void {
  const t = useWords('phenotype');
  const latest = useRef(props);
  const taken = useRef(new Set<number>());
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    for (const entry of state.waiting) {
      if (taken.current.has(entry.request)) continue;
      taken.current.add(entry.request);
      const text = entry.text.trim();
      const carryOut = (hits: readonly TermHit[]): void => {
        const [first] = hits;
        const choice = hits.find((hit) => hit.isPhenotype);
        if (choice !== undefined) latest.current.onChoose(optionOfHit(choice), entry.state);
        else latest.current.onProblem(first === undefined ? t('search.earlyNothing', { text }) : t('search.earlyModifier', { label: first.label }));
      };
      void latest.current
        .searchTerms(text)
        .then(carryOut, () => latest.current.onProblem(t('search.earlyFailed', { text })))
        .finally(() => send({ kind: 'waiting-resolved', request: entry.request }));
    }
  }, [state.waiting, send, t]);
}

function announcement(state: SearchState, t: ReturnType<typeof useWords<'phenotype'>>): string {
  if (!isCurrent(state)) return '';
  return state.options.length === 0 ? t('search.nothing', { text: state.text.trim() }) : t('search.count', { count: state.options.length });
}
