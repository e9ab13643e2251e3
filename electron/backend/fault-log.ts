import { randomInt } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/*
 * Stops: patient data reaching a log. The message of a fault may quote what was being worked on (JSON.parse quotes its input,
 * SQLite its values), so a message is never written: only where in the code it happened, of which kind it is, and a number by
 * which a user can name it.
 */

export type LogFault = (procedure: string, fault: unknown) => string;

const largestLogBytes = 256 * 1024;
const keptLogs = 3;
const largestFrameCount = 30;
/** Without 0, O, 1, I and L, which are misread when a number is read out over the telephone. */
const referenceAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Writes faults to `faults.log` in the folder, which is rotated; answers with the reference number. A log that cannot be written never adds a second fault. */
export function createFaultLog(folder: string, clock: () => string): LogFault {
  return (procedure, fault) => {
    const reference = newReference();
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, 'faults.log');
      rotate(path);
      appendFileSync(path, `${JSON.stringify({ reference, at: clock(), procedure, ...withoutValues(fault) })}\n`, { mode: 0o600 });
    } catch {
      // A full or read-only disk: the user still gets the number, and the request its answer.
    }
    return reference;
  };
}

/** What of a fault may be kept: its class, its code and its stack frames, and the same of its cause. */
export function withoutValues(fault: unknown): object {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(fault.code) ? { code: fault.code } : {};
  const cause = fault.cause instanceof Error ? { cause: withoutValues(fault.cause) } : {};
  return { name: /^[A-Za-z]{0,60}Error$/.test(fault.name) ? fault.name : 'Error', ...code, frames: framesOf(fault), ...cause };
}

/** The stack begins with the message, which may run over several lines and even look like frames: what follows it is looked at, and of that only what has the form of a frame. */
function framesOf(fault: Error): string[] {
  const home = homedir();
  const stack = fault.stack ?? '';
  const messageAt = stack.indexOf(fault.message);
  return stack
    .slice(messageAt === -1 ? 0 : messageAt + fault.message.length)
    .split('\n')
    .filter((line) => /^ {4}at (?:[\w$.<>[\] ]+ \()?(?:file:|node:|app:|\/|[A-Za-z]:\\)[^'"{}]*:\d+:\d+\)?$/.test(line))
    .slice(0, largestFrameCount)
    .map((line) => line.trim().replaceAll(home, '~'));
}

function rotate(path: string): void {
  if (!existsSync(path) || statSync(path).size < largestLogBytes) return;
  const older = (age: number) => path.replace(/\.log$/, `.${age}.log`);
  rmSync(older(keptLogs), { force: true });
  for (let age = keptLogs - 1; age >= 1; age -= 1) {
    if (existsSync(older(age))) renameSync(older(age), older(age + 1));
  }
  renameSync(path, older(1));
}

function newReference(): string {
  const letters = Array.from({ length: 8 }, () => referenceAlphabet.charAt(randomInt(referenceAlphabet.length))).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
