import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { CaseloadScreen } from '#renderer/features/caseload/caseload-screen.tsx';
import { forgetView } from '#renderer/features/caseload/caseload-view.ts';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';
import { giveLayout } from '#tests/renderer/shell/a-layout.ts';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

beforeAll(giveLayout);

let opened: OpenedScreen;
afterEach(() => {
  opened.close();
  forgetView();
});

const offeredKeys = (): readonly string[] => [...document.querySelectorAll('.foothint > span')].map((hint) => hint.textContent.replace(/\s+/g, ' ').trim()).filter((text) => text !== '' && text.length < 30);

describe('the foot of the caseload', () => {
  test('lists only the keys that do something: for cases, for none that fits the filter, and for none at all', async () => {
    opened = await openScreen({ screen: () => <CaseloadScreen /> });
    await waitFor(() => expect(offeredKeys()).toEqual(['↑↓ move', 'Enter open', '/ search', 'Space mark', 'S change']));

    const { version } = (await opened.ask('case.show', { caseId: opened.caseId })).case;
    await opened.ask('case.change', { caseId: opened.caseId, version, change: { nextAction: 'Call the laboratory' } });
    await waitFor(() => expect(offeredKeys()).toEqual(['↑↓ move', 'Enter open', '/ search', 'Space mark', 'S change', 'D done']));

    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'polyphemus' } });
    await waitFor(() => expect(offeredKeys()).toEqual(['/ search', 'F filter']));

    const latest = (await opened.ask('case.show', { caseId: opened.caseId })).case;
    await opened.ask('case.delete', { caseId: opened.caseId, version: latest.version });
    await waitFor(() => expect(offeredKeys()).toEqual(['N New case', 'I Import cases']));
  });
});
