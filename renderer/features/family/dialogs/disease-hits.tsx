import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { DiseaseHit } from '#shared/contract/disease-procedures.ts';

const offered = 8;
/** A letter stands at the beginning of thousands of names. */
const fewestLetters = 2;

/** The diseases of the release in use that a text names, by name, id or gene; null while nothing is asked or answered. Those that the family has already are left out. */
export function useDiseaseHits(text: string, isKnown: (diseaseId: string) => boolean): readonly DiseaseHit[] | null {
  const isAsked = text.trim().length >= fewestLetters;
  const hits = useQueryOf('disease.search', { text, limit: offered }, { isEnabled: isAsked, keepsLast: true }).data;
  return isAsked && hits !== undefined ? hits.filter(({ id }) => !isKnown(id)) : null;
}

/** What was found, to be chosen from. The arrows go through it. */
export function DiseaseHits({ hits, onChoose }: { readonly hits: readonly DiseaseHit[] | null; readonly onChoose: (hit: DiseaseHit) => void }) {
  const t = useWords('family');
  return (
    <div className="disease-hits">
      <p className="hint-line" role="status">{hits === null ? t('condition.searchHint') : hits.length === 0 ? t('condition.noHits') : t('condition.hits', { count: hits.length })}</p>
      <ul aria-label={t('condition.hitsLabel')} onKeyDown={moveFocus}>
        {(hits ?? []).map((hit) => (
          <li key={hit.id}>
            <Button className="disease-hit" onPress={() => onChoose(hit)}>
              <b>{hit.name}</b>{' '}
              <small className="num">{[hit.id, hit.genes.slice(0, mostGenes).join(', '), hit.inheritance.map((mode) => mode.replace(/ inheritance$/, '')).join(', ')].filter((part) => part !== '').join(' · ')}</small>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const mostGenes = 3;

/** From the field into the list. False where there is nothing to go to. */
export function focusFirstHit(dialog: Element | null): boolean {
  const first = dialog?.querySelector<HTMLElement>('.disease-hit');
  first?.focus();
  return first !== null && first !== undefined;
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.disease-hit')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  if (next !== undefined) next.focus();
  else if (event.key === 'ArrowUp') event.currentTarget.closest('[role="dialog"]')?.querySelector<HTMLElement>('input[type="text"]')?.focus();
}
