import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Gate } from '#renderer/app/gate.tsx';
import { useLock } from '#renderer/app/lock.ts';
import { ErrorState } from '#renderer/components/screen-states.tsx';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { VirtualTable } from '#renderer/components/virtual-table.tsx';
import { NewCaseDialog } from '#renderer/features/caseload/new-case-dialog.tsx';
import { CaseFacts } from '#renderer/features/overview/case-facts.tsx';
import { forgetRecoveryKit, showRecoveryKit, useRecoveryKit } from '#renderer/features/security/recovery-kit-state.ts';
import { CallFailure } from '#renderer/client/call-failure.ts';
import { dropAllDrafts, saveAllDrafts, useDrafts } from '#renderer/state/drafts.ts';
import { openOverlay } from '#renderer/state/overlays.ts';
import { usePlace, openCase, forgetJourney } from '#renderer/state/place.ts';
import { failure } from '#shared/base/failure.ts';
import type { CaseRecord } from '#shared/casefile/case-record.ts';
import type { AppState } from '#shared/contract/app-procedures.ts';
import { aWire, show } from '#tests/renderer/shell/a-client.tsx';
import { giveLayout } from '#tests/renderer/shell/a-layout.ts';

beforeAll(giveLayout);

afterEach(() => {
  cleanup();
  dropAllDrafts();
  forgetJourney();
  forgetRecoveryKit();
});

const app = (vault: AppState['vault']): AppState => ({ appVersion: '0.1.0', host: { name: 'direct', canPrintToPdf: false, hasKeychain: false }, vault, isInKeychain: false, isDemo: false, familyView: null, knowledge: null });
const settings = { clinicianName: 'Hanne Lund', clinicName: '', replyAddress: '', telephone: '', autoLockMinutes: 0, excludedMode: 'absence', termLanguage: '', seasons: 'locale', isDownloadAllowed: false } as const;
const record: CaseRecord = { id: '01900000-0000-7000-8000-000000000001', version: 3, reference: 'NRG-1', status: 'testing', firstSymptomOn: null, nextAction: '', nextActionDueOn: null, note: 'old', statusSince: '2026-11-01T09:00:00.000Z', createdAt: '2026-11-01T09:00:00.000Z', changedAt: '2026-11-01T09:00:00.000Z' };

test('a double click on “Create and open” makes one case', async () => {
  const caseId = '01900000-0000-7000-8000-000000000001';
  const wire = aWire({ 'case.create': () => ({ caseId, probandId: '01900000-0000-7000-8000-000000000002' }) });
  show(<NewCaseDialog />, wire);
  act(() => openOverlay('new-case'));
  const create = await screen.findByRole('button', { name: 'Create and open' });
  fireEvent.click(create);
  fireEvent.click(create);
  await waitFor(() => expect(usePlace.getState().openCaseId).toBe(caseId));
  expect(wire.requests.filter(({ procedure }) => procedure === 'case.create').length).toBe(1);
});

describe('before the vault is open', () => {
  test('a first start asks for a name and the same good passphrase twice', async () => {
    const wire = aWire({ 'app.state': () => app('absent') });
    show(<Gate />, wire);
    const create = await screen.findByRole('button', { name: 'Create the vault' });
    const isOff = () => create.hasAttribute('disabled');
    expect(isOff()).toBe(true);
    fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Hanne Lund' } });
    fireEvent.change(screen.getByLabelText('Passphrase'), { target: { value: 'kettle moss harbour violin' } });
    fireEvent.change(screen.getByLabelText('Passphrase, once more'), { target: { value: 'kettle moss harbour violet' } });
    expect(isOff()).toBe(true);
    expect(screen.getByText('The two are not the same.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Passphrase, once more'), { target: { value: 'kettle moss harbour violin' } });
    expect(isOff()).toBe(false);
  });

  test('the recovery kit lets go on only who types two of its groups', async () => {
    showRecoveryKit('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH-JJJJ');
    show(<Gate />, aWire({ 'app.state': () => app('open'), 'settings.read': () => settings }));
    const fields = await screen.findAllByRole('textbox');
    const goOn = screen.getByRole('button', { name: 'I have the kit, go on' });
    fields.forEach((field) => fireEvent.change(field, { target: { value: 'XXXX' } }));
    fireEvent.click(goOn);
    expect(screen.getAllByText(/This is not what stands in group/)).toHaveLength(2);
    fields.forEach((field) => {
      const position = Number(/\d+/.exec(field.getAttribute('aria-labelledby') === null ? '' : (document.getElementById(field.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''))?.[0]);
      fireEvent.change(field, { target: { value: 'ABCDEFGHJ'.charAt(position - 1).repeat(4).toLowerCase() } });
    });
    fireEvent.click(goOn);
    expect(useRecoveryKit.getState().key).toBeNull();
  });

  test("a wrong passphrase shows the vault's own words and keeps what was typed", async () => {
    const wire = aWire({ 'app.state': () => app('locked'), 'vault.unlock': () => failure('invalid-input', 'The passphrase is not right.') });
    show(<Gate />, wire);
    const passphrase = await screen.findByLabelText<HTMLInputElement>('Passphrase');
    fireEvent.change(passphrase, { target: { value: 'wrong' } });
    fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
    expect((await screen.findByRole('alert')).textContent).toBe('The passphrase is not right.');
    // Selected, so that it can be typed anew at once.
    const typed = screen.getByLabelText<HTMLInputElement>('Passphrase');
    await waitFor(() => expect([document.activeElement === typed, typed.selectionStart, typed.selectionEnd]).toEqual([true, 0, typed.value.length]));
    expect(passphrase.value).toBe('wrong');
  });
});

describe('locking', () => {
  test('leaves no answer, draft or place of a patient in the window', async () => {
    let vault: AppState['vault'] = 'open';
    const wire = aWire({
      'app.state': () => app(vault),
      'settings.read': () => settings,
      'vault.lock': () => {
        vault = 'locked';
        return {};
      },
    });
    const { queryClient } = show(<LockButton />, wire);
    queryClient.setQueryData(['case.show', { caseId: record.id }], { case: record });
    show(<Gate />, wire).unmount();
    openCase(record.id);
    fireEvent.click(await screen.findByRole('button', { name: 'lock' }));
    await waitFor(() => expect(usePlace.getState().openCaseId).toBeNull());
    cleanup();
    const { queryClient: inGate } = show(<Gate />, wire);
    inGate.setQueryData(['case.show', { caseId: record.id }], { case: record });
    await screen.findByText('Nostos is locked');
    await waitFor(() => expect(inGate.getQueryCache().getAll().map((query) => query.queryKey[0])).toEqual(['app.state']));
    expect(useDrafts.getState().byRecord).toEqual({});
  });
});

describe('fields that save themselves', () => {
  test('keep the text and say why when the backend does not answer, and save it when it does', async () => {
    let isGone = true;
    const wire = aWire({ 'case.change': ({ change }) => (isGone ? 'gone' : { ...record, ...change, version: 4 } as CaseRecord) });
    show(<CaseFacts record={record} />, wire);
    const note = screen.getByLabelText<HTMLTextAreaElement>('Note');
    fireEvent.change(note, { target: { value: 'new words' } });
    await act(async () => void (await saveAllDrafts()));
    expect(within(screen.getByRole('alert')).getByText(/Nostos does not answer/)).toBeTruthy();
    expect(note.value).toBe('new words');
    isGone = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(note.value).toBe('new words');
    expect(wire.requests.at(-1)).toEqual({ procedure: 'case.change', input: { caseId: record.id, version: 3, change: { note: 'new words' } } });
  });
});

describe('shared parts', () => {
  test('a table moves its one focus with the arrows and opens with Enter', async () => {
    const opened: string[] = [];
    show(<LetterTable onOpen={(key) => opened.push(key)} />, aWire({}));
    const focusable = () => screen.getAllByRole('row').filter((row) => row.tabIndex === 0).map((row) => row.textContent);
    const first = await screen.findByRole('row', { name: 'a' });
    expect(focusable()).toEqual(['a']);
    fireEvent.keyDown(first, { key: 'End' });
    await waitFor(() => expect(focusable()).toEqual(['c']));
    expect(document.activeElement?.textContent).toBe('c');
    fireEvent.keyDown(screen.getByRole('row', { name: 'c' }), { key: 'ArrowUp' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('b'));
    fireEvent.keyDown(screen.getByRole('row', { name: 'b' }), { key: 'Enter' });
    expect(opened).toEqual(['b']);
  });

  test('the state of a feature has a name without colour', () => {
    show(<StateMark state="excluded" />, aWire({}));
    expect(screen.getByRole('img', { name: 'excluded' })).toBeTruthy();
  });

  test('an internal fault shows its number', () => {
    show(<ErrorState error={new CallFailure('internal', 'Something went wrong.', [], 'F-17')} />, aWire({}));
    expect(screen.getByRole('alert').textContent).toContain('F-17');
  });
});

function LetterTable({ onOpen }: { readonly onOpen: (key: string) => void }) {
  const [selected, setSelected] = useState<string | null>('a');
  return <VirtualTable label="Letters" columns={[{ id: 'name', title: 'Name', track: '1fr', render: (row: string) => row }]} rows={['a', 'b', 'c']} keyOf={(row) => row} rowHeight={40} selectedKey={selected} onSelect={setSelected} onOpen={onOpen} />;
}

function LockButton() {
  const { lockNow } = useLock();
  return <button onClick={lockNow}>lock</button>;
}
