import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '#shared/contract/contract.ts';
import type { WireResponse } from '#shared/contract/wire.ts';
import { directHost, httpHost, type ContractHost } from '#tests/builders/contract-host.ts';
import { passphrase } from '#tests/builders/contract-journey.ts';

let hosts: readonly ContractHost[];
beforeAll(async () => {
  hosts = [directHost(), await httpHost()];
  for (const host of hosts) {
    await host.call('vault.create', { passphrase, clinicianName: 'Eumaeus' });
    await host.call('settings.change', { autoLockMinutes: 0 });
  }
}, 60_000);
afterAll(async () => {
  for (const host of hosts) await host.close();
});

const onBoth = async (procedure: string, input: unknown): Promise<readonly WireResponse[]> => [await hosts[0]?.call(procedure, input), await hosts[1]?.call(procedure, input)].filter((response) => response !== undefined);
const unknownRequest: WireResponse = { ok: false, error: { kind: 'not-found', message: 'This request is not known.' } };

/** Marks a value so that its way into an answer or a log would be seen. */
const marked = 'Odysseus-of-Ithaca';

describe('a procedure that is none', () => {
  test.each(['', 'case', 'case.', 'case.steal', 'CASE.LIST', 'case.list ', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'case.list.output'])('is not known: %j', async (name) => {
    expect(await onBoth(name, {})).toEqual([unknownRequest, unknownRequest]);
  });
});

/** Every procedure is given these; each is wrong for most of them, and what is right for one is answered. */
const strangeInputs: readonly unknown[] = [
  null,
  [],
  marked,
  7,
  { caseId: marked, personId: marked, featureId: marked, termId: marked, diseaseId: marked, name: 7, jobId: 7, version: marked, limit: marked },
  JSON.parse(`{"__proto__": {"caseId": "${marked}"}, "constructor": {"prototype": {"isAdmin": "${marked}"}}, "text": {"toString": "${marked}"}}`),
  { text: marked, limit: 1e9, passphrase: { length: 99, value: marked }, files: [{ name: marked, base64: `${marked}!` }] },
];

describe('an input that is wrong', () => {
  // Locking takes no input, so it would succeed and hide what the others answer.
  test.each(Object.keys(contract).filter((name) => name !== 'vault.lock'))('for %s is refused alike by both hosts and never repeated', async (name) => {
    for (const input of strangeInputs) {
      const [direct, http] = await onBoth(name, input);
      expect(http?.ok).toBe(direct?.ok);
      if (direct?.ok === false && http?.ok === false) {
        expect(http).toEqual(direct);
        expect(direct.error.kind).not.toBe('internal');
        expect(JSON.stringify(direct)).not.toContain(marked);
      }
    }
  });

  test('changes no prototype', () => {
    expect([Object.hasOwn(Object.prototype, 'caseId'), 'isAdmin' in {}]).toEqual([false, false]);
  });

  test('names the place of what is wrong, not its value', async () => {
    const [direct] = await onBoth('person.change', { personId: marked, version: 0, change: { birthDate: marked } });
    expect(direct).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: 'Some of what was entered cannot be used.' } });
    const pointers = direct?.ok === false ? direct.error.problems?.map((problem) => problem.pointer) : [];
    expect(pointers).toEqual(['/personId', '/version', '/change/birthDate']);
  });

  test('leaves no trace in the log', () => {
    const logs = hosts.map((host) => join(host.folder, 'logs', 'faults.log')).filter((path) => existsSync(path));
    expect(logs.map((path) => readFileSync(path, 'utf8')).join('')).toBe('');
  });
});
