import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createVaultSession, type VaultSession } from '#electron/backend/vault/vault-session.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { topics, type BackendEvent } from '#shared/contract/wire.ts';
import { aFolder, cheapCost, must, passphrase } from '#tests/db/vault-builder.ts';

const sessions: VaultSession[] = [];

afterEach(() => {
  for (const session of sessions.splice(0)) session.lock();
});

/** A session with a clock that the test moves; timers run when the clock passes them. */
function aSession(options: { readonly folder?: string; readonly isDemo?: boolean } = {}) {
  let now = Date.parse('2026-03-01T09:00:00.000Z');
  const timers = new Map<() => void, number>();
  const events: BackendEvent[] = [];
  const session = createVaultSession({
    folder: options.folder ?? join(aFolder(), 'vault'),
    isDemo: options.isDemo ?? false,
    clock: () => new Date(now).toISOString(),
    cost: cheapCost,
    emit: (event) => events.push(event),
    timer: {
      after: (milliseconds, run) => {
        timers.set(run, now + milliseconds);
        return () => timers.delete(run);
      },
    },
  });
  sessions.push(session);
  return {
    session,
    events,
    pendingTimers: () => timers.size,
    /** Moves the clock; with `isAsleep`, as a laptop that slept: no timer runs. */
    pass: (minutes: number, isAsleep = false) => {
      now += minutes * 60_000;
      if (isAsleep) return;
      for (const [run, due] of [...timers]) {
        if (due > now) continue;
        timers.delete(run);
        run();
      }
    },
  };
}

async function anOpenSession(options: Parameters<typeof aSession>[0] = {}) {
  const held = aSession(options);
  const { recoveryKey } = must(await held.session.create({ passphrase, clinicianName: 'Dr Penelope' }));
  held.events.length = 0;
  return { ...held, recoveryKey };
}

const setAutoLock = (session: VaultSession, autoLockMinutes: number) =>
  must(session.command('settings.change', (unit) => { unit.describe('Change settings', null); return success(unit.settings.change({ autoLockMinutes })); }));

describe('a vault session', () => {
  test('goes from absent to open to locked to open, and says so to every screen', async () => {
    const { session, events } = aSession();
    expect(session.state()).toBe('absent');
    must(await session.create({ passphrase, clinicianName: 'Dr Penelope' }));
    expect([session.state(), session.repositories().settings.read().clinicianName]).toEqual(['open', 'Dr Penelope']);
    expect(events[0]).toEqual({ kind: 'changed', topics });
    session.lock();
    expect(session.state()).toBe('locked');
    expect(() => session.repositories()).toThrow('not open');
    expect(session.command('settings.change', () => success(1))).toEqual(refusal(failure('locked', 'The vault is locked. Enter the passphrase to go on.')));
    must(await session.unlock({ passphrase }));
    expect(session.state()).toBe('open');
    expect(events.filter((event) => event.kind === 'changed' && event.topics.length === topics.length)).toHaveLength(3);
  });

  test('makes an entry of its beginning that nobody can undo', async () => {
    const { session } = await anOpenSession();
    const { history } = session.repositories();
    expect(history.page(null, 5, null)).toMatchObject({ entries: [{ label: 'Create the vault', actor: 'Dr Penelope' }], canUndo: null });
  });

  test('opens with the recovery key, which then can set a new passphrase and be renewed', async () => {
    const { session, recoveryKey } = await anOpenSession();
    session.lock();
    must(await session.unlock({ recoveryKey }));
    must(await session.changePassphrase(recoveryKey, 'another long passphrase'));
    const renewed = must(await session.renewRecoveryKey('another long passphrase'));
    session.lock();
    expect((await session.unlock({ recoveryKey })).ok).toBe(false);
    must(await session.unlock({ recoveryKey: renewed.recoveryKey }));
    session.lock();
    must(await session.unlock({ passphrase: 'another long passphrase' }));
  });

  test('wipes the key from memory when it is locked', async () => {
    const { session } = await anOpenSession();
    const buffers: Buffer[] = [];
    const fill = Buffer.prototype.fill;
    Buffer.prototype.fill = function (this: Buffer, ...args: Parameters<typeof fill>) {
      buffers.push(this);
      return fill.apply(this, args);
    } as typeof fill;
    try {
      session.lock();
    } finally {
      Buffer.prototype.fill = fill;
    }
    expect(buffers.filter((buffer) => buffer.length === 32 && buffer.every((byte) => byte === 0))).toHaveLength(1);
  });

  test('announces after each command what it changed, and nothing where nothing was', async () => {
    const { session, events } = await anOpenSession();
    setAutoLock(session, 5);
    expect(events).toEqual([{ kind: 'changed', topics: ['settings', 'history'] }]);
    setAutoLock(session, 5);
    session.command('settings.change', () => refusal(failure('rule-broken', 'no')));
    expect(events).toHaveLength(1);
  });

  test('does one thing at a time with its keys', async () => {
    const { session } = await anOpenSession();
    session.lock();
    const [first, second] = await Promise.all([session.unlock({ passphrase }), session.unlock({ passphrase })]);
    expect([first.ok, second]).toEqual([true, refusal(failure('conflict', 'The vault is being opened or changed at this moment. Wait for it to finish.'))]);
  });

  test('locked while its passphrase is being changed still wraps the true key', async () => {
    const { session } = await anOpenSession();
    const changing = session.changePassphrase(passphrase, 'another long passphrase');
    session.lock();
    must(await changing);
    must(await session.unlock({ passphrase: 'another long passphrase' }));
    expect(session.repositories().settings.read().clinicianName).toBe('Dr Penelope');
  });

  test('of a demonstration leaves nothing behind; any other stays', async () => {
    const [demo, real] = [await anOpenSession({ isDemo: true }), await anOpenSession()];
    for (const { session } of [demo, real]) session.dispose();
    expect([existsSync(demo.session.folder), existsSync(real.session.folder)]).toEqual([false, true]);
  });

  test('in an empty folder that exists already is made there', async () => {
    const folder = join(aFolder(), 'prepared');
    mkdirSync(folder);
    const { session } = await anOpenSession({ folder });
    expect(session.state()).toBe('open');
  });
});

describe('the automatic lock', () => {
  test('comes after the minutes of the settings without activity', async () => {
    const { session, pass, events } = await anOpenSession();
    setAutoLock(session, 10);
    pass(9);
    expect(session.state()).toBe('open');
    session.noteActivity();
    pass(9);
    session.repositories();
    pass(9.9);
    expect(session.state()).toBe('open');
    events.length = 0;
    pass(0.2);
    expect([session.state(), events]).toEqual(['locked', [{ kind: 'changed', topics }]]);
  });

  test('is not put off by asking whether the vault is open', async () => {
    const { session, pass } = await anOpenSession();
    setAutoLock(session, 10);
    for (let minute = 0; minute < 10; minute += 1) {
      session.state();
      pass(1);
    }
    expect(session.state()).toBe('locked');
  });

  test('is there at the first question after the laptop has slept', async () => {
    const { session, pass } = await anOpenSession();
    setAutoLock(session, 10);
    pass(11, true);
    expect(session.command('settings.change', () => success(1))).toMatchObject({ ok: false, error: { kind: 'locked' } });
    expect(session.state()).toBe('locked');
  });

  test('is off at 0 minutes, and leaves no timer when the vault is locked by hand', async () => {
    const { session, pass, pendingTimers } = await anOpenSession();
    expect(pendingTimers()).toBe(1);
    setAutoLock(session, 0);
    expect(pendingTimers()).toBe(0);
    pass(10_000);
    expect(session.state()).toBe('open');
    setAutoLock(session, 10);
    session.lock();
    expect(pendingTimers()).toBe(0);
  });
});

describe('wrong attempts', () => {
  test('of passphrase and recovery key together cost a wait that doubles from the third on, up to a minute, until a right one', async () => {
    const { session, pass } = await anOpenSession();
    session.lock();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      await session.unlock(attempt % 2 === 0 ? { passphrase: 'not the passphrase' } : { recoveryKey: 'not a recovery key' });
      if (attempt < 3) continue;
      const refused = await session.unlock({ passphrase });
      waits.push(refused.ok ? 0 : Number(/Wait (\d+) second/.exec(refused.error.message)?.[1]));
      pass((waits.at(-1) ?? 0) / 60);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    must(await session.unlock({ passphrase }));
    session.lock();
    await session.unlock({ passphrase: 'not the passphrase' });
    must(await session.unlock({ passphrase }));
  });
});

describe('a long check', () => {
  test('of a vault that is locked says so', async () => {
    const { session } = await anOpenSession();
    session.lock();
    expect(await session.verify()).toMatchObject({ ok: false, error: { kind: 'locked' } });
  });

  test('and a backup do not keep a request waiting for their end', async () => {
    const { session } = await anOpenSession();
    const order: string[] = [];
    const to = join(aFolder(), 'backup');
    const backup = session.backup(to).then((made) => order.push(made.ok ? 'backup' : made.error.message));
    order.push(session.command('settings.change', (unit) => { unit.describe('Change settings', null); return success(unit.settings.change({ clinicName: 'Ogygia' })); }).ok ? 'command' : 'refused');
    await backup;
    expect(order).toEqual(['command', 'backup']);
    session.lock();
    const copy = aSession({ folder: to }).session;
    expect(await copy.unlock({ passphrase })).toEqual(success(undefined));
  });
});
