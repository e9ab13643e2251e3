import { describe, expect, test } from 'vitest';
import { CallFailure } from '#renderer/client/call-failure.ts';
import { jobReducer, type JobState, type JobStep } from '#renderer/client/job-state.ts';
import { dependsOn, topicsOfQuery } from '#renderer/client/topics.ts';
import { contract } from '#shared/contract/contract.ts';

const after = (...steps: readonly JobStep<string>[]): JobState<string> => steps.reduce(jobReducer<string>, { kind: 'idle' });

describe('long work as a screen sees it', () => {
  test('goes from asking through progress to its value', () => {
    expect(after({ kind: 'asked' }, { kind: 'started', jobId: 'j1' }, { kind: 'progressed', done: 2, total: 5, label: 'Reading' })).toEqual({ kind: 'running', jobId: 'j1', done: 2, total: 5, label: 'Reading' });
    expect(after({ kind: 'asked' }, { kind: 'started', jobId: 'j1' }, { kind: 'finished', value: 'report' })).toEqual({ kind: 'done', value: 'report' });
  });

  test('tells a cancelled job from a failed one', () => {
    const cancelled = new CallFailure('cancelled', 'Cancelled.');
    const broken = new CallFailure('invalid-input', 'Not a release.');
    expect(after({ kind: 'asked' }, { kind: 'failed', error: cancelled })).toEqual({ kind: 'cancelled' });
    expect(after({ kind: 'asked' }, { kind: 'failed', error: broken })).toEqual({ kind: 'failed', error: broken });
  });

  test('ignores what comes after its end, and is not dismissed while it runs', () => {
    expect(after({ kind: 'asked' }, { kind: 'finished', value: 'report' }, { kind: 'progressed', done: 1, total: 1, label: 'late' })).toEqual({ kind: 'done', value: 'report' });
    expect(after({ kind: 'asked' }, { kind: 'dismissed' }).kind).toBe('running');
    expect(after({ kind: 'asked' }, { kind: 'finished', value: 'report' }, { kind: 'dismissed' })).toEqual({ kind: 'idle' });
  });
});

describe('what is asked again after a change', () => {
  test('is known for every query of the contract', () => {
    const queries = Object.entries(contract).flatMap(([name, procedure]) => (procedure.kind === 'query' ? [name] : []));
    expect(Object.keys(topicsOfQuery).sort()).toEqual(queries.sort());
  });

  test('is what depends on it and nothing else', () => {
    expect([dependsOn('case.list', ['phenotype']), dependsOn('term.search', ['phenotype']), dependsOn('vault.verify', ['vault', 'history']), dependsOn('toString', ['cases']), dependsOn(7, ['cases'])]).toEqual([true, false, false, false, false]);
  });
});
