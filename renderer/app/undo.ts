import type { Client } from '#renderer/client/client.ts';
import { useClient, useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { saveAllDrafts } from '#renderer/state/drafts.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { words } from '#renderer/i18n/words.ts';

export interface UndoRedo {
  /** What would be undone, in words; null when there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Undo and redo of the case on screen, or of the whole vault outside a case. Typed text is saved first, so that it is what is undone. */
export function useUndoRedo(caseId: string | null): UndoRedo {
  const history = useQueryOf('history.list', { caseId, limit: 1, before: null });
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const carryOut = async (step: 'undo' | 'redo'): Promise<void> => {
    if (!(await saveAllDrafts())) return;
    // A refusal, such as a row that has moved on, is shown as a toast by the client.
    const done = await (step === 'undo' ? undo : redo).mutateAsync({ caseId }).catch(() => null);
    if (done !== null) showToast({ tone: 'calm', text: words.t(step === 'undo' ? 'shell:toast.undone' : 'shell:toast.redone', { what: done.label }) });
  };
  return {
    undoLabel: history.data?.canUndo?.label ?? null,
    redoLabel: history.data?.canRedo?.label ?? null,
    undo: () => void carryOut('undo'),
    redo: () => void carryOut('redo'),
  };
}

/** Tells what was done, with a way to take it back: for what elsewhere would ask "are you sure?". */
export function useDoneToast(): (text: string, caseId: string) => void {
  const client = useClient();
  return (text, caseId) => void tellDone(client, text, caseId);
}

/** To be called as soon as the change is answered, with null for one of several cases: the undo is then of this very change, whatever is done before it is pressed. */
export async function tellDone(client: Client, text: string, caseId: string | null): Promise<void> {
  const entryId = await client.call('history.list', { caseId, limit: 1, before: null }).then(({ entries }) => entries[0]?.id, () => undefined);
  const undo = (): void => void client.call('history.undo', { caseId, entryId }).catch((thrown: unknown) => showToast({ tone: 'bad', text: asCallFailure(thrown).message }));
  // Which change it was could not be learned: no undo rather than that of another.
  showToast(entryId === undefined ? { tone: 'calm', text } : { tone: 'calm', text, undo });
}
