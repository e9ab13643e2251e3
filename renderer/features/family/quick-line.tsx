import { useId, useMemo, useState, type Ref } from 'react';
import { Kbd } from '#renderer/components/kbd.tsx';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName, kindWords, lifetimeWords } from '#renderer/features/family/individual-words.ts';
import { sayRelation } from '#renderer/features/family/relation-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { setQuickLine, useSelection } from '#renderer/state/selection.ts';
import { applyFamilyEdits } from '#shared/pedigree/edits/apply-family-edits.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { relationsTo } from '#shared/pedigree/relation-words.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';

const mostShown = 8;

/**
 * Many relatives in one line of words, about the selected person or else the proband. What was understood is said while it is typed; Enter draws it.
 * The text is kept until then, also when the screen is left.
 */
export function QuickLine({ inputRef, onAdded, onLeave }: { readonly inputRef: Ref<HTMLInputElement>; readonly onAdded: (createdIds: readonly string[]) => void; readonly onLeave: () => void }) {
  const t = useWords('family');
  const { caseId, family, selectedIds, individualOf, numberOf, edit } = useFamilyView();
  const text = useSelection(({ quickLineOfCase }) => quickLineOfCase[caseId] ?? '');
  const [isFocused, setFocused] = useState(false);
  const previewId = useId();
  const about = individualOf(selectedIds.at(-1) ?? '') ?? family.individuals.find(({ isProband }) => isProband);
  const edits = useMemo<readonly FamilyEdit[]>(() => (about === undefined || text.trim() === '' ? [] : [{ kind: 'add-by-words', individualId: about.id, words: text.slice(0, 1_000) }]), [about, text]);
  const preview = usePreview(edits, about?.id ?? '');
  const submit = (): void => {
    if (edits.length === 0 || preview?.kind !== 'understood') return;
    const outcome = edit(edits);
    if (!outcome.ok) return;
    setQuickLine(caseId, '');
    onAdded(outcome.value.createdIds);
  };
  return (
    <div className="quick">
      <label className="searchbox grow">
        {about === undefined ? null : <span className="who"><span className="trunc">{individualName(about)}</span> {numberOf(about.id)}</span>}
        <input
          ref={inputRef}
          type="text"
          aria-label={t('quick.label')}
          aria-describedby={previewId}
          placeholder={t('quick.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={1_000}
          value={text}
          onChange={(event) => setQuickLine(caseId, event.target.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') submit();
            else if (event.key === 'Escape') onLeave();
            else return;
            event.preventDefault();
          }}
        />
        {preview?.kind === 'understood' ? <span className="count num">{t('quick.people', { count: preview.people.length })}</span> : null}
        <Kbd keys={text === '' ? familyActions.quickLine.shortcut : 'enter'} />
      </label>
      <div id={previewId} className={`quick-preview ${preview?.kind === 'refused' ? 'is-refused' : ''}`} role="status" hidden={!isFocused || preview === null}>
        {preview === null ? null : preview.kind === 'refused' ? (
          <p>{preview.message}</p>
        ) : (
          <ul>
            {preview.people.slice(0, mostShown).map((person, index) => (
              <li key={index}>
                <b>{person.relation}</b> {person.said}
              </li>
            ))}
            {preview.people.length > mostShown ? <li className="muted">{t('quick.more', { count: preview.people.length - mostShown })}</li> : null}
          </ul>
        )}
      </div>
    </div>
  );
}

type Preview = { readonly kind: 'understood'; readonly people: readonly { readonly relation: string; readonly said: string }[] } | { readonly kind: 'refused'; readonly message: string };

/** For rows that nobody keeps. */
function passingIds(): () => string {
  let count = 0;
  return () => `preview ${String((count += 1))}`;
}

/** What the edits would draw, told from a family that is thrown away again. */
function usePreview(edits: readonly FamilyEdit[], aboutId: string): Preview | null {
  const { family, numberOf, today } = useFamilyView();
  return useMemo(() => {
    if (edits.length === 0) return null;
    const applied = applyFamilyEdits(family, edits, passingIds());
    if (!applied.ok) return { kind: 'refused', message: applied.error.message };
    const { family: drawn, createdIds } = applied.value;
    const relations = relationsTo(aboutId, drawn, familyStructure(drawn), numberOf, sayRelation);
    return {
      kind: 'understood',
      people: createdIds.flatMap((id) => {
        const individual = drawn.individuals.find((other) => other.id === id);
        if (individual === undefined) return [];
        const name = `${individual.givenName} ${individual.familyName}`.trim();
        return [{ relation: relations.get(id) ?? '', said: [name, kindWords(individual, today), lifetimeWords(individual, today)].filter((word) => word !== null && word !== '').join(', ') }];
      }),
    };
  }, [edits, aboutId, family, numberOf, today]);
}
