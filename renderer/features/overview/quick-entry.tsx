import type { RefObject } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClient } from '#renderer/client/queries.tsx';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { useHemisphere } from '#renderer/client/use-hemisphere.ts';
import { momentText, systemLocale } from '#renderer/i18n/moment.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { selectStep, setOdysseyLine, useSelection } from '#renderer/state/selection.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { noteWriting } from '#renderer/state/drafts.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { parseOdysseyLine, type OdysseyLine } from '#shared/casefile/odyssey-line.ts';

/** One line as it is told; what was read of it stands below while it is typed. */
export function QuickEntry({ caseId, birthDate, inputRef }: { readonly caseId: string; readonly birthDate: string | null; readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const t = useWords('overview');
  const client = useClient();
  const today = useToday();
  const hemisphere = useHemisphere();
  const text = useSelection(({ odysseyLineOfCase }) => odysseyLineOfCase[caseId] ?? '');
  const line = parseOdysseyLine(text, { locale: systemLocale(), today, hemisphere, birthDate });
  const add = async (): Promise<void> => {
    if (line === null) return;
    setOdysseyLine(caseId, '');
    try {
      selectStep(caseId, await added(line));
    } catch (thrown) {
      // Not over what was typed since.
      if ((useSelection.getState().odysseyLineOfCase[caseId] ?? '') === '') setOdysseyLine(caseId, text);
      showToast({ tone: 'bad', text: asCallFailure(thrown).message });
    }
  };
  const added = async ({ kind, detail }: OdysseyLine) => {
    switch (kind) {
      case 'event':
        return { kind, id: (await client.call('event.add', { caseId, detail })).id };
      case 'test':
        return { kind, id: (await client.call('test.add', { caseId, detail })).id };
      case 'task':
        return { kind, id: (await client.call('task.add', { caseId, detail })).id };
      default:
        return assertNever(kind);
    }
  };
  return (
    <form
      className="quick-entry"
      onSubmit={(event) => {
        event.preventDefault();
        noteWriting(add());
      }}
    >
      <TextField
        className="grow"
        label={t('entry.label')}
        value={text}
        inputRef={inputRef}
        placeholder={t('entry.placeholder')}
        autoComplete="off"
        maxLength={500}
        hint={line === null ? t('entry.hint') : undefined}
        onChange={(next) => setOdysseyLine(caseId, next)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') setOdysseyLine(caseId, '');
          else event.continuePropagation();
        }}
      />
      <Button type="submit" isDisabled={line === null}>{t('entry.add')}</Button>
      {line === null ? null : <Reading line={line} />}
    </form>
  );
}

/** What was understood: the kind, when, and the rest. */
function Reading({ line }: { readonly line: OdysseyLine }) {
  const t = useWords('overview');
  const [kind, when, ...rest] = readingOf(line, t);
  return (
    <p className="reading" aria-live="polite">
      <span className="tag acc">{kind}</span>
      <span className="tag num">{when}</span>
      {rest.filter((part) => part !== '').join(' · ')}
    </p>
  );
}

function readingOf({ kind, detail }: OdysseyLine, t: ReturnType<typeof useWords<'overview'>>): readonly string[] {
  switch (kind) {
    case 'event': {
      const { when, until, isOngoing } = detail;
      const from = when === null ? t('entry.noDate') : momentText(when);
      const said = until !== null ? t('list.fromTo', { from, to: momentText(until) }) : isOngoing ? t('list.since', { from }) : from;
      return [t(`kind.${detail.kind}`), said, detail.title, detail.clinician, detail.place];
    }
    case 'test': {
      const on = detail.reportedOn ?? detail.orderedOn;
      return [detail.name, on === null ? t('entry.noDate') : formatDate(on), t(`testStatus.${detail.status}`), detail.result === null ? '' : t(`testResult.${detail.result}`), detail.orderedBy, detail.laboratory];
    }
    case 'task':
      return [t('tasks.title'), detail.dueOn === null ? t('entry.noDate') : formatDate(detail.dueOn), detail.title];
    default:
      return assertNever(kind);
  }
}
