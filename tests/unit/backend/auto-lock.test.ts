import { describe, expect, test } from 'vitest';
import { createAutoLock } from '#electron/backend/vault/auto-lock.ts';

const minute = 60_000;

/** A clock on the wall that can be set, and a timer that knows only how much time has really passed, as that of a computer. */
function aRoom() {
  let wall = Date.parse('2026-03-01T09:00:00.000Z');
  let elapsed = 0;
  let timer: { readonly due: number; readonly run: () => void } | null = null;
  const waits: number[] = [];
  const room = { isLocked: false };
  const autoLock = createAutoLock({
    nowMs: () => wall,
    lock: () => (room.isLocked = true),
    timer: {
      after: (milliseconds, run) => {
        waits.push(milliseconds);
        timer = { due: elapsed + milliseconds, run };
        return () => (timer = null);
      },
    },
  });
  return {
    room,
    waits,
    autoLock,
    setClock: (minutes: number) => (wall += minutes * minute),
    pass: (minutes: number) => {
      const end = elapsed + minutes * minute;
      for (let steps = 0; timer !== null && timer.due <= end && steps < 1_000; steps += 1) {
        wall += timer.due - elapsed;
        elapsed = timer.due;
        const { run } = timer;
        timer = null;
        run();
      }
      wall += end - elapsed;
      elapsed = end;
    },
  };
}

describe('the automatic lock of a room whose clock is set back', () => {
  test.each([5, 60, 60 * 24 * 400])('by %i minutes comes after two limits at the latest', (minutesBack) => {
    const { room, autoLock, setClock, pass } = aRoom();
    autoLock.start(15);
    pass(10);
    setClock(-minutesBack);
    pass(20);
    expect(room.isLocked).toBe(true);
  });

  test('by more than a timer can count does not make the machine ask without pause', () => {
    const { waits, autoLock, setClock, pass } = aRoom();
    autoLock.start(15);
    setClock(-60 * 24 * 400);
    pass(15);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15 * minute);
  });

  test('by a moment does not lock out who is at work', () => {
    const { room, autoLock, setClock, pass } = aRoom();
    autoLock.start(15);
    for (let touch = 0; touch < 20; touch += 1) {
      pass(10);
      autoLock.noteActivity();
      setClock(-0.05);
      expect(autoLock.isExpired()).toBe(false);
    }
    expect(room.isLocked).toBe(false);
  });
});
