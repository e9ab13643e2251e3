import { useCallback, useEffect, useReducer, useRef } from 'react';
import { asCallFailure, CallFailure } from '#renderer/client/call-failure.ts';
import { jobReducer, type JobState, type JobStep } from '#renderer/client/job-state.ts';
import { useClient } from '#renderer/client/queries.tsx';
import type { InputOf, NamesOfKind, OutputOf } from '#shared/contract/contract.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

export type JobName = NamesOfKind<'job'>;
type JobEvent = Exclude<BackendEvent, { kind: 'changed' }>;

export interface Job<Name extends JobName> {
  readonly state: JobState<OutputOf<Name>>;
  readonly start: (input: InputOf<Name>) => void;
  readonly cancel: () => void;
  /** Forgets a result that was read. */
  readonly dismiss: () => void;
}

/** Long work with progress and cancel. One at a time; a second start while one runs is ignored. */
export function useJob<Name extends JobName>(name: Name): Job<Name> {
  const client = useClient();
  const [state, step] = useReducer(jobReducer<OutputOf<Name>>, { kind: 'idle' });
  const running = useRef<{ jobId: string | null; early: JobEvent[] } | null>(null);

  const take = useCallback((event: JobEvent) => {
    if (event.kind !== 'job-progress') running.current = null;
    step(stepOf<OutputOf<Name>>(event));
  }, []);

  useEffect(() => {
    const stopEvents = client.onEvent((event) => {
      if (event.kind === 'changed' || running.current === null) return;
      // A fast job can be done before its id has come back.
      if (running.current.jobId === null) running.current.early.push(event);
      else if (running.current.jobId === event.jobId) take(event);
    });
    const stopConnection = client.onConnection((connection) => {
      if (connection === 'connected' || running.current === null) return;
      running.current = null;
      step({ kind: 'failed', error: new CallFailure('unreachable', 'The connection was lost while this was running. Look whether it has been finished, and start it again if not.') });
    });
    return () => {
      stopEvents();
      stopConnection();
    };
  }, [client, take]);

  const start = useCallback(
    (input: InputOf<Name>) => {
      if (running.current !== null) return;
      const run: { jobId: string | null; early: JobEvent[] } = { jobId: null, early: [] };
      running.current = run;
      step({ kind: 'asked' });
      client.call(name, input).then(
        (answer) => {
          const { jobId } = answer as { jobId: string };
          run.jobId = jobId;
          step({ kind: 'started', jobId });
          run.early.filter((event) => event.jobId === jobId).forEach(take);
        },
        (thrown: unknown) => {
          running.current = null;
          step({ kind: 'failed', error: asCallFailure(thrown) });
        },
      );
    },
    [client, name, take],
  );

  const cancel = useCallback(() => {
    const jobId = running.current?.jobId;
    if (jobId !== undefined && jobId !== null) void client.call('job.cancel', { jobId }).catch(() => undefined);
  }, [client]);

  return { state, start, cancel, dismiss: useCallback(() => step({ kind: 'dismissed' }), []) };
}

/** The events carry `unknown`; the contract says what the job yields, and its output is checked where it is made. */
function stepOf<Value>(event: JobEvent): JobStep<Value> {
  switch (event.kind) {
    case 'job-progress':
      return { kind: 'progressed', done: event.done, total: event.total, label: event.label };
    case 'job-done':
      return { kind: 'finished', value: event.value as Value };
    case 'job-failed':
      return { kind: 'failed', error: new CallFailure(event.error.kind, event.error.message, event.error.problems ?? [], event.error.reference) };
  }
}
