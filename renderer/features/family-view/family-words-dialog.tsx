import { FileDown, FileUp, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { readWireFile } from '#renderer/client/wire-files.ts';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { downloadBytes } from '#renderer/client/download.ts';
import { formatInstant } from '#renderer/i18n/format.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { suggestedChange } from '#shared/casefile/family-view/apply-suggestion.ts';
import type { SuggestionToDecide } from '#shared/casefile/suggestion.ts';
import '#renderer/features/family-view/family-view.css';

/** What the family said, at this screen or at home, each for the counsellor to take over or not. */
export function FamilyWordsDialog({ caseId }: { readonly caseId: string | null }) {
  const isOpen = useOverlay(({ open }) => open === 'family-words');
  return isOpen && caseId !== null ? <OpenDialog caseId={caseId} /> : null;
}

function OpenDialog({ caseId }: { readonly caseId: string }) {
  const t = useWords('familyView');
  const suggestions = useQueryOf('suggestion.list', { caseId }).data ?? [];
  const people = useQueryOf('case.show', { caseId }).data?.people ?? [];
  const nameOf = (id: string | null): string | null => {
    const person = people.find((one) => one.id === id);
    return person === undefined ? null : personName(person);
  };
  const open = suggestions.filter(({ status }) => status === 'open');
  const decided = suggestions.filter(({ status }) => status !== 'open');
  return (
    <Dialog title={t('words.title')} className="family-words" isOpen onClose={closeOverlay} isWide foot={<Questionnaires caseId={caseId} />}>
      {suggestions.length === 0 ? <p className="sub">{t('words.none')}</p> : null}
      {open.length === 0 ? null : <h3>{t('words.open', { count: open.length })}</h3>}
      <ul className="words">
        {open.map((suggestion) => (
          <OpenWord key={suggestion.id} suggestion={suggestion} name={nameOf(suggestion.personId)} />
        ))}
      </ul>
      {decided.length === 0 ? null : (
        <>
          <h3>{t('words.decided')}</h3>
          <ul className="words is-decided">
            {decided.map((suggestion) => (
              <li key={suggestion.id}>
                <Word suggestion={suggestion} name={nameOf(suggestion.personId)} />
                <span className="sub">{suggestion.status === 'open' ? '' : t(`words.status.${suggestion.status}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function OpenWord({ suggestion, name }: { readonly suggestion: SuggestionToDecide; readonly name: string | null }) {
  const t = useWords('familyView');
  const decide = useCommand('suggestion.decide');
  const { kind } = suggestedChange(suggestion);
  const choose = (decision: 'accepted' | 'dismissed'): void => {
    decide.mutate(
      { suggestionId: suggestion.id, version: suggestion.version, decision, note: '' },
      {
        onSuccess: ({ isApplied }) => {
          if (decision === 'accepted' && kind !== 'nothing') showToast({ tone: 'calm', text: t(isApplied ? 'words.applied' : 'words.byHand') });
        },
      },
    );
  };
  return (
    <li>
      <Word suggestion={suggestion} name={name} />
      <div className="acts">
        <Button variant="primary" isDisabled={decide.isPending} onPress={() => choose('accepted')}>
          {t(kind === 'nothing' ? 'words.acceptNothing' : kind === 'by-hand' ? 'words.acceptByHand' : 'words.accept')}
        </Button>
        <Button isDisabled={decide.isPending} onPress={() => choose('dismissed')}>
          {t('words.dismiss')}
        </Button>
      </div>
    </li>
  );
}

function Word({ suggestion, name }: { readonly suggestion: SuggestionToDecide; readonly name: string | null }) {
  const t = useWords('familyView');
  const { shown, shownNow, answer, said, saidBy, saidAt, source } = suggestion;
  return (
    <div>
      <b>{name === null ? t('words.aboutFamily') : t('words.about', { name })}</b>
      <dl>
        {shown === '' ? null : (
          <div>
            <dt>{t('words.shown')}</dt>
            <dd>{shown}</dd>
          </div>
        )}
        {shownNow === null ? null : (
          <div className="is-changed">
            <dt>{t('words.now')}</dt>
            <dd>
              <TriangleAlert size={14} strokeWidth={1.8} aria-hidden /> {shownNow === '' ? t('words.nothingNow') : shownNow}
            </dd>
          </div>
        )}
        <div>
          <dt>{t(`words.said.${answer}`)}</dt>
          <dd>{answer === 'correction' && said === '' ? t('words.notRight') : said}</dd>
        </div>
      </dl>
      <span className="sub num">{[formatInstant(saidAt), t(`words.source.${source}`), saidBy === '' ? '' : t('words.by', { name: saidBy })].filter((part) => part !== '').join(', ')}</span>
    </div>
  );
}

/** To take home, and back again. */
function Questionnaires({ caseId }: { readonly caseId: string }) {
  const t = useWords('familyView');
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState('');
  const make = useCommand('export.make', { isQuiet: true });
  const read = useCommand('questionnaire.import', { isQuiet: true });
  const failure = make.error ?? read.error;
  const save = (): void => {
    make.mutate(
      { caseId, content: { kind: 'questionnaire' }, format: 'questionnaire', level: 'full', purpose: 'chart', recipient: '', paper: 'a4', shiftsDates: false },
      {
        onSuccess: ({ fileName, base64, mediaType }) => {
          downloadBytes(fileName, base64, mediaType);
          setOutcome(t('words.questionnaireSaved', { name: fileName }));
        },
      },
    );
  };
  const bring = async (file: File): Promise<void> => {
    const answers = await readWireFile(file);
    read.mutate(
      { caseId, file: answers },
      { onSuccess: ({ added, unchanged, problems }) => setOutcome([t('words.imported', { added, unchanged }), problems.length === 0 ? '' : t('words.importedLeft', { count: problems.length })].filter((part) => part !== '').join(' ')) },
    );
  };
  return (
    <>
      <p className="grow" role="status">
        {failure === null ? outcome : failure.message}
      </p>
      <Button icon={FileUp} onPress={() => input.current?.click()}>
        {t('words.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void bring(file);
        }}
      />
      <Button icon={FileDown} onPress={save} isDisabled={make.isPending}>
        {t('words.questionnaire')}
      </Button>
    </>
  );
}
