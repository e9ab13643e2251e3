import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Dialog } from '#renderer/components/dialog.tsx';

/** A button that goes when it is pressed, as that of a decided row does. */
function Deciding({ onClose }: { readonly onClose: () => void }) {
  const [isDecided, setDecided] = useState(false);
  return (
    <Dialog title="Decide" isOpen onClose={onClose}>
      {isDecided ? <p>Decided</p> : <button autoFocus onClick={() => setDecided(true)}>Take over</button>}
    </Dialog>
  );
}

test('a dialog whose focused part goes is still closed by Escape, and gets the focus back with any other key', () => {
  const onClose = vi.fn();
  render(<Deciding onClose={onClose} />);
  screen.getByRole('button', { name: 'Take over' }).focus();
  fireEvent.click(screen.getByRole('button', { name: 'Take over' }));
  expect(document.activeElement).toBe(document.body);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(1);
  fireEvent.keyDown(document.body, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(screen.getByRole('dialog'));
});
