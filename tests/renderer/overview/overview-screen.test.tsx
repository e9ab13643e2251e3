import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OverviewScreen } from '#renderer/features/overview/overview-screen.tsx';
import { exactly } from '#shared/casefile/moment-order.ts';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

const open = async (): Promise<void> => {
  opened = await openScreen({ screen: (caseId) => <OverviewScreen caseId={caseId} /> });
  await entry();
};
const entry = () => screen.findByLabelText<HTMLInputElement>('Add a step');
const tell = async (line: string): Promise<void> => {
  const field = await entry();
  fireEvent.change(field, { target: { value: line } });
  fireEvent.submit(field);
  await waitFor(() => expect(field.value).toBe(''));
};
const steps = (): readonly (string | null)[] => within(screen.getByRole('region', { name: 'Every step' })).queryAllByRole('listitem').map(({ textContent }) => textContent);

describe('the overview', () => {
  test('says what it reads of a line while it is typed, and keeps each step in its place', async () => {
    await open();
    const field = await entry();
    fireEvent.change(field, { target: { value: 'visit spring 2019 Dr Kaur, no cause found' } });
    expect(field.closest('form')?.textContent).toContain('Visitspring 2019No cause found · Dr Kaur');
    fireEvent.submit(field);
    await waitFor(() => expect(steps()).toEqual(['spring 2019Visit: No cause foundDr Kaur']));
    await tell('symptom 2016 clumsy');
    await tell('exome 2021 negative');
    await waitFor(() => expect(steps()).toEqual(['2016Symptom: Clumsy', 'spring 2019Visit: No cause foundDr Kaur', '2021Test: Exomenegative']));
    expect(screen.getByRole('button', { name: 'Symptom: Clumsy, 2016' })).toBeTruthy();
  });

  test('changes what is selected, a date only once it can be read', async () => {
    await open();
    await tell('visit 2019 Dr Kaur');
    const when = await screen.findByLabelText('When');
    fireEvent.change(when, { target: { value: '3/4/' } });
    expect(screen.getByText(/^Not understood\.|^The year is missing/)).toBeTruthy();
    fireEvent.change(when, { target: { value: '12.3.2018' } });
    fireEvent.blur(when);
    await waitFor(async () => expect(await opened.ask('event.list', { caseId: opened.caseId })).toMatchObject([{ when: exactly('2018-03-12'), clinician: 'Dr Kaur' }]));
  });

  test('says what is missing, and leads to where it is put right', async () => {
    await open();
    await tell('exome 2021 negative');
    fireEvent.click(await screen.findByRole('button', { name: 'Exome: what it cannot see is not noted' }));
    const limits = await screen.findByLabelText('What it cannot see');
    fireEvent.change(limits, { target: { value: 'No deep introns' } });
    fireEvent.blur(limits);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Exome: what it cannot see is not noted' })).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'When the first symptom was noticed is not known' }));
    expect(document.activeElement).toBe(screen.getByLabelText('First symptom'));
  });

  test('finishes a task and opens it again', async () => {
    await open();
    await tell('todo call the laboratory by 12.4.2026');
    const box = await screen.findByRole('checkbox', { name: 'Done: Call the laboratory' });
    fireEvent.click(box);
    await waitFor(async () => expect((await opened.ask('task.list', { caseId: opened.caseId }))[0]?.doneOn).toMatch(/^\d{4}-\d{2}-\d{2}$/));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Done: Call the laboratory' })).toHaveProperty('checked', true));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Done: Call the laboratory' }));
    await waitFor(async () => expect((await opened.ask('task.list', { caseId: opened.caseId }))[0]?.doneOn).toBeNull());
  });

  test('removes the selected step with a way back, and its numbers say what they rest on', async () => {
    await open();
    await tell('visit 2019 Dr Kaur');
    fireEvent.click(await screen.findByRole('button', { name: /^1 ?clinician$/ }));
    expect((await screen.findByRole('dialog', { name: 'What it rests on' })).textContent).toContain('2019 Dr Kaur');
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    fireEvent.click(await screen.findByRole('button', { name: /^Remove/ }));
    await waitFor(() => expect(steps()).toEqual([]));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(steps()).toEqual(['2019Visit: Dr Kaur']));
  });

  test('attaches a file to a step, shows a page in disguise as its source, and takes it out again', async () => {
    await open();
    await tell('visit 2019 Dr Kaur');
    await screen.findByLabelText('When');
    const inspector = screen.getByRole('complementary');
    const chooser = inspector.querySelector<HTMLInputElement>('input[type="file"]');
    if (chooser === null) throw new Error('no place to choose a file');
    fireEvent.change(chooser, { target: { files: [new File(['<script>document.title = "taken"</script>'], 'letter.html', { type: 'text/html' })] } });
    fireEvent.click(await within(inspector).findByRole('button', { name: 'Open letter.html' }));
    const shown = await screen.findByText(/document\.title/);
    expect([shown.tagName, shown.textContent, shown.children.length]).toEqual(['PRE', '<script>document.title = "taken"</script>', 0]);
    fireEvent.keyDown(shown, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByText(/document\.title/)).toBeNull());
    const [event] = await opened.ask('event.list', { caseId: opened.caseId });
    expect(await opened.ask('document.list', { caseId: opened.caseId })).toMatchObject([{ fileName: 'letter.html', mediaType: 'text/plain', eventId: event?.id }]);
    fireEvent.click(await within(inspector).findByRole('button', { name: 'Remove letter.html' }));
    await waitFor(async () => expect(await opened.ask('document.list', { caseId: opened.caseId })).toEqual([]));
  });
});
