import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReferralsScreen } from '#renderer/features/referrals/referrals-screen.tsx';
import { formatNearDate } from '#renderer/i18n/format.ts';
import { usePlace } from '#renderer/state/place.ts';
import { daysAfter } from '#shared/base/calendar-day.ts';
import { localDay } from '#shared/base/local-day.ts';
import type { ReferralStage } from '#shared/referral/referral.ts';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

const today = localDay(new Date());
const open = async (): Promise<void> => {
  opened = await openScreen({ findings: [['HP:0001250', 'observed']], screen: (caseId) => <ReferralsScreen caseId={caseId} /> });
  await screen.findByText('No referrals yet');
};
const begin = async (destination: RegExp): Promise<void> => {
  fireEvent.click(screen.getAllByRole('button', { name: /New referral/ })[0] as HTMLElement);
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: destination }));
  await screen.findByRole('list', { name: 'Where it stands' });
};
const stored = async () => (await opened.ask('referral.list', { caseId: opened.caseId }))[0];
const type = (field: string, text: string): void => {
  const input = screen.getByLabelText(field);
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
};
const record = (stage: string): void => void fireEvent.click(screen.getByRole('button', { name: `Record: ${stage}` }));
const part = (name: RegExp): void => void fireEvent.click(screen.getByRole('radio', { name }));
const step = async (stage: ReferralStage, on: string): Promise<void> => {
  const referral = await stored();
  await opened.ask('referral.step', { referralId: referral?.id ?? '', version: referral?.version ?? 0, edit: { kind: 'take', step: { stage, on, by: '', channel: null, note: '' }, appointmentOn: null, declineReason: '', actionAsked: '' } });
};

describe('the referrals screen', () => {
  test('begins a draft for a destination and takes the next step in one click, today', async () => {
    await open();
    await begin(/^Clinical genetics clinic/);
    expect(await stored()).toMatchObject({ templateId: 'clinical-genetics', steps: [{ stage: 'drafted', on: today, by: 'H. Lund' }] });
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Record: Sent' }).disabled).toBe(false));
    record('Sent');
    await waitFor(async () => expect((await stored())?.steps.at(-1)).toEqual({ stage: 'sent', on: today, by: 'H. Lund', channel: null, note: '' }));
    await screen.findByRole('button', { name: 'Record: Acknowledged' });
    expect(within(screen.getByRole('list', { name: 'Where it stands' })).getAllByRole('listitem').map(({ className }) => className.trim())).toEqual(['is-done', 'is-now', 'is-to-come', 'is-to-come', 'is-to-come', 'is-to-come', 'is-to-come', 'is-to-come']);
  });

  test('says in words that a step is overdue, by how much and by which rule, and no more once a later day is set', async () => {
    await open();
    await begin(/^Clinical genetics clinic/);
    await step('sent', daysAfter(today, -20));
    expect((await screen.findAllByText(/overdue by 6 days/i)).map(({ textContent }) => textContent?.replace(/ of .*/, ''))).toEqual(['overdue by 6 days', 'overdue by 6 days: Their acknowledgement is expected within 14 days']);
    type('Due day by hand', daysAfter(today, 3));
    await waitFor(() => expect(screen.queryByText(/overdue/i)).toBeNull());
    await waitFor(async () => expect((await stored())?.dueOn).toBe(daysAfter(today, 3)));
  });

  test('shows what is missing first, leads to where it is entered, and counts what comes in', async () => {
    await open();
    await begin(/^Undiagnosed-diseases/);
    await screen.findByRole('radio', { name: 'Readiness 1 of 17' });
    fireEvent.click(screen.getAllByRole('button', { name: 'Enter it here' })[0] as HTMLElement);
    expect(document.activeElement).toBe(screen.getByLabelText('The question'));
    type('The question', 'Which disease is it?');
    await screen.findByRole('radio', { name: 'Readiness 2 of 17' });
    fireEvent.click(screen.getAllByRole('button', { name: 'Enter it under Overview' })[0] as HTMLElement);
    expect(usePlace.getState().place).toEqual({ kind: 'case', caseId: opened.caseId, section: 'overview' });
  });

  test('takes a judgement by hand with its reason, and takes it back', async () => {
    await open();
    await begin(/^Undiagnosed-diseases/);
    fireEvent.click(await screen.findByRole('button', { name: 'Signed by somebody who is not a relative: Yes' }));
    await screen.findByText('judged as met');
    fireEvent.click(screen.getByRole('button', { name: 'Judge “Previous diagnoses” by hand' }));
    fireEvent.change(screen.getByLabelText('Why'), { target: { value: 'There were none.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Counts as met' }));
    await screen.findByText('There were none.');
    await waitFor(async () => expect((await stored())?.judged).toEqual({ 'not-a-relative': { isMet: true, note: '' }, 'previous-diagnoses': { isMet: true, note: 'There were none.' } }));
    fireEvent.click(screen.getByRole('button', { name: 'Take back the judgement of “Previous diagnoses”' }));
    await waitFor(async () => expect((await stored())?.judged).toEqual({ 'not-a-relative': { isMet: true, note: '' } }));
  });

  test('keeps the letter as typed when the case goes on, and shows what a new draft would change', async () => {
    await open();
    await begin(/^Other destination/);
    part(/^Letter/);
    const text = await screen.findByLabelText<HTMLTextAreaElement>('Text of the letter');
    await waitFor(() => expect(text.value).toContain('seizure'));
    fireEvent.change(text, { target: { value: `${text.value}\n\nWith kind regards` } });
    expect(within(screen.getByRole('region', { name: 'How it reads' })).getByText('With kind regards')).toBeTruthy();
    fireEvent.blur(text);
    await waitFor(async () => expect((await stored())?.letter).toContain('With kind regards'));
    await opened.ask('feature.add', { personId: opened.probandId, termId: 'HP:0001252', detail: {} });
    expect(text.value).not.toContain('hypotonia');
    const again = async (): Promise<HTMLElement> => {
      fireEvent.click(screen.getByRole('button', { name: 'Draft again' }));
      return await screen.findByRole('dialog');
    };
    const dialog = await again();
    await within(dialog).findByText(/hypotonia/);
    fireEvent.click(within(dialog).getAllByRole('checkbox', { name: 'Take this change' })[0] as HTMLElement);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Take the 1 chosen' }));
    await waitFor(async () => expect((await stored())?.letter).toMatch(/hypotonia[^]*With kind regards/));
    fireEvent.click(within(await again()).getByRole('button', { name: 'Take the new draft as a whole' }));
    await waitFor(async () => expect((await stored())?.letter).toBeNull());
  });

  test('corrects a step, says which stages were left out, and tells why a step is refused while keeping what was typed', async () => {
    await open();
    await begin(/^Clinical genetics clinic/);
    await step('sent', daysAfter(today, -20));
    await step('seen', daysAfter(today, -5));
    part(/^Steps/);
    await screen.findByText('left out: acknowledged, records complete, appointment');
    fireEvent.click(screen.getByRole('button', { name: 'Correct “Seen”' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('On'), { target: { value: daysAfter(today, -4) } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Correct' }));
    await waitFor(async () => expect((await stored())?.steps.at(-1)?.on).toBe(daysAfter(today, -4)));
    // The screen has it too: what is recorded on an older version is refused for another reason.
    const corrected = formatNearDate(daysAfter(today, -4), today);
    await waitFor(() => expect(screen.getByRole('list', { name: 'Where it stands' }).textContent).toContain(corrected));
    type('On', daysAfter(today, -10));
    record('Letter received');
    await screen.findByText('Letter received cannot be before seen. Correct one of the two days.');
    expect(screen.getByLabelText<HTMLInputElement>('On').value).toBe(daysAfter(today, -10));
    fireEvent.click(screen.getByRole('button', { name: 'Take back “Seen”' }));
    await waitFor(async () => expect((await stored())?.steps.at(-1)?.stage).toBe('sent'));
  });
});
