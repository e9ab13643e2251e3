import { MapPin, X } from 'lucide-react';
import { useState, type Ref } from 'react';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { IconButton } from '#renderer/components/button.tsx';
import { SearchBox } from '#renderer/components/search-box.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { trialsActions } from '#renderer/features/trials/trials-actions.ts';
import { typedPoint } from '#renderer/features/trials/typed-point.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { studyPhases, type StudyPhase } from '#shared/trial/study.ts';
import type { TrialSearch, TrialSearchDetail } from '#shared/trial/tracking.ts';

export interface TrialFilters {
  readonly status: 'open' | 'any';
  readonly phase: StudyPhase | 'any';
}

interface TrialToolsProps {
  readonly caseId: string;
  readonly search: TrialSearch;
  readonly filters: TrialFilters;
  readonly onFilters: (filters: TrialFilters) => void;
  readonly placeRef: Ref<HTMLInputElement>;
  readonly onImport: () => void;
}

type Place = NonNullable<TrialSearchDetail['place']>;

/** By what trials are looked for besides the case itself: where the family lives, words, status and phase. */
export function TrialTools({ caseId, search, filters, onFilters, placeRef, onImport }: TrialToolsProps) {
  const t = useWords('trials');
  const set = useCommand('trial.setSearch');
  const [words, setWords] = useState(search.words);
  const change = (detail: Partial<TrialSearchDetail>): void => void set.mutateAsync({ caseId, detail: { place: search.place, words: search.words, ...detail } }).catch(() => undefined);
  return (
    <div className="trial-tools" role="group" aria-label={t('tools.label')}>
      {search.place === null ? (
        <PlaceSearch placeRef={placeRef} onChoose={(place) => change({ place })} />
      ) : (
        <span className="place"><MapPin size={14} strokeWidth={1.6} aria-hidden /> {search.place.label}<IconButton icon={X} label={t('tools.forgetPlace')} onPress={() => change({ place: null })} /></span>
      )}
      <TextField className="words" label={t('tools.words')} value={words} onChange={setWords} maxLength={200} autoComplete="off" onBlur={() => (words === search.words ? undefined : change({ words }))} onKeyDown={(event) => (event.key === 'Enter' ? change({ words }) : undefined)} />
      <Select label={t('tools.status')} value={filters.status} choices={(['open', 'any'] as const).map((value) => ({ value, label: t(`tools.status-${value}`) }))} onChange={(status) => onFilters({ ...filters, status })} />
      <Select label={t('tools.phase')} value={filters.phase} choices={(['any', ...studyPhases] as const).map((value) => ({ value, label: t(`phase.${value}`) }))} onChange={(phase) => onFilters({ ...filters, phase })} />
      <ActionButton action={trialsActions.import} onPress={onImport} />
    </div>
  );
}

/** Towns come from the sites of the imported studies: no list of places is installed. */
function PlaceSearch({ placeRef, onChoose }: { readonly placeRef: Ref<HTMLInputElement>; readonly onChoose: (place: Place) => void }) {
  const t = useWords('trials');
  const [text, setText] = useState('');
  const point = typedPoint(text);
  const found = useQueryOf('trial.places', { beginning: text.trim().slice(0, 100) }, { isEnabled: text.trim() !== '' && point === null, keepsLast: true });
  const places: readonly Place[] = point !== null ? [{ ...point, label: text.trim() }] : (found.data ?? []).map(({ city, state, country, latitude, longitude }) => ({ latitude, longitude, label: [city, state, country].filter((part) => part !== '').join(', ') }));
  return (
    <div className="placesearch">
      <SearchBox
        label={t('tools.place')}
        placeholder={t('tools.placeHint')}
        shortcut={trialsActions.place.shortcut}
        text={text}
        onTextChange={setText}
        items={text.trim() === '' ? [] : places}
        keyOf={(place) => `${place.label}:${String(place.latitude)}:${String(place.longitude)}`}
        renderItem={(place) => <span>{place.label}</span>}
        onChoose={onChoose}
        nothing={t('tools.noPlace')}
        inputRef={placeRef}
      />
    </div>
  );
}
