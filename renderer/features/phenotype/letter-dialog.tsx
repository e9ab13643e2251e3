import { useEffect, useRef, useState, type ClipboardEvent } from 'react';
import '#renderer/features/phenotype/letter-dialog.css';
import { tellDone } from '#renderer/app/undo.ts';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { useClient } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { LetterFindings, type NamedPerson } from '#renderer/features/phenotype/letter-findings.tsx';
import { changeFinding, checkAll, featuresToAdd, reviewOf, type LetterFinding, type RecordedFeature } from '#renderer/features/phenotype/letter-review.ts';
import { letterLanguageOf, useTermLanguage } from '#renderer/features/phenotype/term-language.ts';
import { LetterText } from '#renderer/features/phenotype/letter-text.tsx';
import { languageName } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';

interface LetterDialogProps {
  readonly caseId: string;
  readonly people: readonly NamedPerson[];
  /** To whom the letter's patient is taken to be. */
  readonly patientId: string;
  readonly recorded: readonly RecordedFeature[];
  readonly onClose: () => void;
}

/** As the contract allows. */
const mostCharacters = 200_000;

/**
 * Paste a letter, look at the findings that were read in it, record those that are right. The text lives in this dialog only: it is in no
 * cache, no draft and no address, and gone when the dialog closes.
 */
export function LetterDialog({ caseId, people, patientId, recorded, onClose }: LetterDialogProps) {
  const t = useWords('phenotype');
  const client = useClient();
  const language = letterLanguageOf(useTermLanguage());
  const [text, setText] = useState('');
  const [findings, setFindings] = useState<readonly LetterFinding[] | null>(null);
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const whileBusy = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    await work().catch((thrown: unknown) => setProblem(asCallFailure(thrown).message));
    setIsBusy(false);
  };
  const read = (letter: string): void => {
    if (letter.trim() === '') return;
    if (letter.length > mostCharacters) {
      setProblem(t('letter.tooLong'));
      return;
    }
    void whileBusy(async () => {
      const found = reviewOf(await client.call('term.extract', { text: letter, ...(language === null ? {} : { language }) }), patientId, recorded);
      setFindings(found);
      setSelectedKey(found[0]?.key ?? null);
    });
  };
  const features = featuresToAdd(findings ?? []);
  const accept = (): void => {
    if (features.length === 0) return;
    void whileBusy(async () => {
      const { added } = await client.call('feature.addMany', { caseId, features });
      await tellDone(client, t('letter.done', { count: added.length }), caseId);
      onClose();
    });
  };
  const foot =
    findings === null ? (
      <Button variant="primary" isDisabled={isBusy || text.trim() === ''} onPress={() => read(text)}>{isBusy ? t('letter.reading') : t('letter.read')} <Kbd keys="mod+enter" /></Button>
    ) : (
      <>
        <Button onPress={() => setFindings(null)}>{t('letter.back')}</Button>
        <Button variant="primary" isDisabled={isBusy || features.length === 0} onPress={accept}>{t('letter.accept', { count: features.length })} <Kbd keys="enter" /></Button>
      </>
    );
  return (
    <Dialog className="letter" title={t('letter.title')} isOpen onClose={onClose} isWide foot={foot}>
      {problem === null ? null : <p className="problem" role="alert">{problem}</p>}
      {findings === null ? (
        <LetterEntry text={text} language={language ?? 'en'} onType={setText} onRead={read} />
      ) : findings.length === 0 ? (
        <p role="status">{t('letter.nothing')}</p>
      ) : (
        <>
          <Legend />
          <div className="letter-split">
            <LetterText text={text} findings={findings} selectedKey={selectedKey} onSelect={setSelectedKey} />
            <LetterFindings findings={findings} recorded={recorded} people={people} selectedKey={selectedKey} onSelect={setSelectedKey} onChange={(key, change) => setFindings(changeFinding(findings, key, change, recorded))} onCheckAll={(isChecked) => setFindings(checkAll(findings, isChecked, recorded))} onAccept={accept} />
          </div>
          <p className="hint">{t('letter.keys')}</p>
        </>
      )}
    </Dialog>
  );
}

/** A paste into the empty box is read at once; what is typed, when it is asked for. */
function LetterEntry({ text, language, onType, onRead }: { readonly text: string; readonly language: string; readonly onType: (text: string) => void; readonly onRead: (text: string) => void }) {
  const t = useWords('phenotype');
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (text !== '' || pasted === '') return;
    event.preventDefault();
    onType(pasted);
    onRead(pasted);
  };
  return (
    <label className="letter-entry">
      <span>{t('letter.paste', { language: languageName(language) })}</span>
      <textarea
        ref={box}
        className="input"
        rows={14}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => onType(event.target.value)}
        onPaste={onPaste}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onRead(text);
        }}
      />
      <span className="hint">{t('letter.private')}</span>
    </label>
  );
}

function Legend() {
  const t = useWords('phenotype');
  return (
    <p className="letter-legend">
      <mark className="observed">{t('search.observed')}</mark> <mark className="excluded">{t('search.excluded')}</mark> <span><mark className="observed of-relative">{t('letter.ofRelative')}</mark></span> <span className="grow">{t('letter.readAgain')}</span>
    </p>
  );
}
