// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useFirstFocus } from '#renderer/components/use-first-focus.ts';

afterEach(cleanup);

function Screen({ isWanted, hasDialog }: { readonly isWanted: boolean; readonly hasDialog: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  useFirstFocus(field, isWanted);
  return (
    <>
      <button>Elsewhere</button>
      <input ref={field} aria-label="Field" />
      {hasDialog ? <div role="dialog">A dialog that leads here</div> : null}
    </>
  );
}

const frames = async (count: number): Promise<void> => {
  for (let passed = 0; passed < count; passed += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

test('a field takes the focus only after the dialog that led to its screen is gone and has given the focus back', async () => {
  const shown = render(<Screen isWanted hasDialog />);
  await frames(12);
  expect(document.activeElement).toBe(document.body);
  shown.rerender(<Screen isWanted hasDialog={false} />);
  screen.getByText('Elsewhere').focus();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Field')));
});

test('a field that was not wanted when its screen opened is never focused', async () => {
  const shown = render(<Screen isWanted={false} hasDialog={false} />);
  shown.rerender(<Screen isWanted hasDialog={false} />);
  await frames(12);
  expect(document.activeElement).toBe(document.body);
});
