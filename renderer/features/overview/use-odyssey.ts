import { useMemo } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { odysseyItems, type OdysseyItem } from '#renderer/features/overview/odyssey-items.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { AttachedDocument } from '#shared/casefile/attached-document.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import { findOdysseyGaps, type OdysseyGap } from '#shared/casefile/odyssey-gaps.ts';
import { reckonOdyssey, type OdysseyReckoning } from '#shared/casefile/odyssey-reckoning.ts';
import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import type { Task } from '#shared/casefile/task.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

/** The odyssey of a case with everything that follows from it. */
export interface Odyssey {
  readonly shown: OutputOf<'case.show'>;
  /** Of the proband. */
  readonly birthDate: string | null;
  readonly today: string;
  readonly events: readonly OdysseyEvent[];
  readonly tests: readonly OrderedTest[];
  readonly tasks: readonly Task[];
  readonly documents: readonly AttachedDocument[];
  readonly referrals: readonly Referral[];
  readonly items: readonly OdysseyItem[];
  readonly reckoning: OdysseyReckoning;
  readonly gaps: readonly OdysseyGap[];
}

/** Null until everything has been read. */
export function useOdyssey(caseId: string): { readonly odyssey: Odyssey | null; readonly error: ReturnType<typeof useQueryOf<'case.show'>>['error']; readonly retry: () => void } {
  const today = useToday();
  const shown = useQueryOf('case.show', { caseId });
  const events = useQueryOf('event.list', { caseId });
  const tests = useQueryOf('test.list', { caseId });
  const tasks = useQueryOf('task.list', { caseId });
  const documents = useQueryOf('document.list', { caseId });
  const referrals = useQueryOf('referral.list', { caseId });
  const all = [shown, events, tests, tasks, documents, referrals];
  const odyssey = useMemo(() => {
    if (shown.data === undefined || events.data === undefined || tests.data === undefined || tasks.data === undefined || documents.data === undefined || referrals.data === undefined) return null;
    return buildOdyssey(shown.data, { events: events.data, tests: tests.data, tasks: tasks.data, documents: documents.data, referrals: referrals.data }, today);
  }, [shown.data, events.data, tests.data, tasks.data, documents.data, referrals.data, today]);
  return { odyssey, error: all.find(({ error }) => error !== null)?.error ?? null, retry: () => all.filter(({ error }) => error !== null).forEach(({ refetch }) => void refetch()) };
}

type Lists = Pick<Odyssey, 'events' | 'tests' | 'tasks' | 'documents' | 'referrals'>;

/** The odyssey as if what is marked private had never been recorded: for what leaves the clinic. */
export function withoutPrivateSteps({ shown, today, events, tests, tasks, documents, referrals }: Odyssey): Odyssey {
  const open = <Row extends { readonly isPrivate: boolean }>(rows: readonly Row[]): readonly Row[] => rows.filter(({ isPrivate }) => !isPrivate);
  return buildOdyssey(shown, { events: open(events), tests: open(tests), tasks, documents: open(documents), referrals: open(referrals) }, today);
}

function buildOdyssey(shown: OutputOf<'case.show'>, lists: Lists, today: string): Odyssey {
  const proband = shown.people.find(({ isProband }) => isProband);
  const birthDate = proband?.birthDate ?? null;
  const records = { case: shown.case, birthDate, features: shown.features.filter(({ personId }) => personId === proband?.id), candidates: shown.candidates, ...lists };
  return { shown, birthDate, today, ...lists, items: odysseyItems(lists, birthDate, today), reckoning: reckonOdyssey(records, today), gaps: findOdysseyGaps(records, today) };
}
