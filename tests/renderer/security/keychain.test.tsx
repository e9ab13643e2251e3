import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { KeychainSection } from '#renderer/features/security/keychain-section.tsx';
import { Unlock } from '#renderer/features/security/unlock.tsx';
import { failure } from '#shared/base/failure.ts';
import type { AppState } from '#shared/contract/app-procedures.ts';
import { aWire, show } from '#tests/renderer/shell/a-client.tsx';

afterEach(cleanup);

const app = (vault: AppState['vault'], hasKeychain: boolean, isInKeychain: boolean): AppState => ({ appVersion: '0.1.0', host: { name: 'electron', canPrintToPdf: true, hasKeychain }, vault, isInKeychain, isDemo: false, familyView: null, knowledge: null });
const keychainButton = () => screen.queryByRole('button', { name: 'Unlock with the keychain of this machine' });

describe('the lock screen', () => {
  test('unlocks with the keychain, and says in the words of the vault why it cannot', async () => {
    const given: unknown[] = [];
    const strange = failure('rule-broken', 'The keychain of this machine does not open this vault.');
    show(<Unlock />, aWire({ 'app.state': () => app('locked', true, true), 'vault.unlock': (input) => (given.push(input), strange) }));
    await waitFor(() => expect(keychainButton()).not.toBeNull());
    fireEvent.click(keychainButton() ?? document.body);
    expect((await screen.findByRole('alert')).textContent).toBe(strange.message);
    expect(given).toEqual([{ keychain: true }]);
  });

  test.each([
    ['there is no keychain', false, true],
    ['the vault is not kept in it', true, false],
  ])('does not offer it where %s', async (_where, hasKeychain, isInKeychain) => {
    const wire = aWire({ 'app.state': () => app('locked', hasKeychain, isInKeychain) });
    const { queryClient } = show(<Unlock />, wire);
    await screen.findByLabelText('Passphrase');
    // What is not there must not be missing only because the answer has not come yet.
    await waitFor(() => expect([wire.requests.length, queryClient.isFetching()]).toEqual([1, 0]));
    expect(keychainButton()).toBeNull();
  });
});

describe('the security screen', () => {
  test.each([
    [false, 'Keep in the keychain'],
    [true, 'Take out of the keychain'],
  ])('where the vault is kept in the keychain (%s) offers: %s', async (isInKeychain, words) => {
    const given: unknown[] = [];
    show(<KeychainSection />, aWire({ 'app.state': () => app('open', true, isInKeychain), 'vault.keepInKeychain': (input) => (given.push(input), {}) }));
    fireEvent.change(await screen.findByLabelText('Current passphrase'), { target: { value: 'my passphrase' } });
    fireEvent.click(screen.getByRole('button', { name: words }));
    await waitFor(() => expect(given).toEqual([{ keep: !isInKeychain, passphrase: 'my passphrase' }]));
  });
});
