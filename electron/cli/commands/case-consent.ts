import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { findStoredCase } from '#electron/cli/one-stored-case.ts';
import { readWord } from '#electron/cli/parse-arguments.ts';
import { vaultOptions, vaultUsage } from '#electron/cli/passphrase.ts';
import { tellFailure, withOpenVault, type DirectCaller } from '#electron/cli/vault-backend.ts';
import { localDay } from '#shared/base/local-day.ts';
import { partialDateSchema } from '#shared/base/schemas.ts';
import { consentStateOn, type StandingConsent } from '#shared/casefile/consent-state.ts';
import { consentGivers, consentPurposes, type Consent, type ConsentPurpose } from '#shared/casefile/consent.ts';
import { familyNumbers } from '#shared/pedigree/family-numbers.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

const purposeUsage = `--purpose ${consentPurposes.join('|')} [--person NUMBER]`;

export const caseConsentRecordCommand: CliCommand = {
  path: ['case', 'consent', 'record'],
  usage: `${purposeUsage} [--refused] [--on DATE] [--expires DATE] [--given-by ${consentGivers.join('|')}] [--giver NAME] [--taken-by NAME] [--note TEXT] ${vaultUsage} ID`,
  summary: 'records that a person of the family agrees to a purpose, or refuses it; the patient unless --person names another by pedigree number or id',
  options: ['purpose', 'person', 'on', 'expires', 'given-by', 'giver', 'taken-by', 'note', ...vaultOptions],
  flags: ['refused'],
  run: record,
};

export const caseConsentWithdrawCommand: CliCommand = {
  path: ['case', 'consent', 'withdraw'],
  usage: `${purposeUsage} [--on DATE] [--note TEXT] ${vaultUsage} ID`,
  summary: 'ends a person’s agreement to a purpose from a day on; what was exported before remains exported',
  options: ['purpose', 'person', 'on', 'note', ...vaultOptions],
  flags: [],
  run: withdraw,
};

export const caseConsentListCommand: CliCommand = {
  path: ['case', 'consent', 'list'],
  usage: `${vaultUsage} ID`,
  summary: 'shows to what each person of a family has agreed, as it stands today, by pedigree number',
  options: vaultOptions,
  flags: [],
  run: list,
};

/** One person of the family whose agreement is meant. */
interface Agreeing {
  readonly caseId: string;
  readonly person: Individual;
  readonly number: string;
  readonly purpose: ConsentPurpose;
}

async function record(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const given = readWord(args, 'given-by', 'self', consentGivers);
  if (!given.ok) return refuse(io, `nostos case consent record: ${given.error}`);
  return await withPerson('case consent record', args, io, async (caller, { caseId, person, number, purpose }) => {
    const { on, expires: expiresOn, giver: giverName, note, 'taken-by': takenBy } = args.options;
    const detail = { personId: person.id, purpose, isGiven: !args.flags.has('refused'), givenBy: given.value, on, expiresOn, giverName, takenBy, note };
    const added = await caller.call('consent.add', { caseId, detail });
    return added.ok ? tellOne(added.value, number, args, io) : tellFailure(io, added.error);
  });
}

async function withdraw(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const today = localDay(new Date());
  return await withPerson('case consent withdraw', args, io, async (caller, { caseId, person, number, purpose }) => {
    const consents = await caller.call('consent.list', { caseId });
    if (!consents.ok) return tellFailure(io, consents.error);
    const { state, consent } = consentStateOn(consents.value, person.id, purpose, today);
    if (consent === null || state === 'withdrawn' || state === 'refused') return refuse(io, `nostos case consent withdraw: the consent of ${number} to ${purpose} is ${state}, expected one that was given.`);
    const withdrawn = await caller.call('consent.withdraw', { consentId: consent.id, version: consent.version, on: args.options['on'] ?? today, note: args.options['note'] ?? '' });
    return withdrawn.ok ? tellOne(withdrawn.value, number, args, io) : tellFailure(io, withdrawn.error);
  });
}

async function list(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [wanted, ...more] = args.positional;
  if (wanted === undefined || more.length > 0) return refuse(io, 'nostos case consent list: expected one id or reference of a case.');
  return await withOpenVault(args, io, async (caller) => {
    const only = await findStoredCase('case consent list', wanted, caller, io);
    if (typeof only === 'number') return only;
    const [shown, consents] = [await caller.call('family.show', { caseId: only.id }), await caller.call('consent.list', { caseId: only.id })];
    if (!shown.ok) return tellFailure(io, shown.error);
    if (!consents.ok) return tellFailure(io, consents.error);
    const standing = standingOf(shown.value.family, consents.value);
    if (args.flags.has('json')) io.print(JSON.stringify(standing));
    else for (const line of standing.flatMap(standingLines)) io.print(line);
    return 0;
  });
}

/** How everybody's agreements stand today; nothing of a purpose for which nothing was recorded. */
function standingOf(family: Family, consents: readonly Consent[]) {
  const today = localDay(new Date());
  const numbers = familyNumbers(family);
  return family.individuals
    .filter(({ life }) => life.kind === 'person')
    .map((person) => ({
      personId: person.id,
      pedigreeNumber: numbers.get(person.id) ?? '',
      name: nameOf(person),
      isPatient: person.isProband,
      purposes: consentPurposes.map((purpose) => ({ purpose, ...consentStateOn(consents, person.id, purpose, today) })).filter(({ state }) => state !== 'missing'),
    }));
}

function standingLines({ pedigreeNumber, name, isPatient, purposes }: ReturnType<typeof standingOf>[number]): readonly string[] {
  const head = [pedigreeNumber, name, isPatient ? 'patient' : ''].filter((part) => part !== '').join('  ');
  return [head, ...(purposes.length === 0 ? ['  nothing recorded'] : purposes.map((one) => `  ${one.purpose.padEnd(14)} ${standingWords(one)}`))];
}

/** Reads whose agreement to what is meant; the vault is opened only for a request that can be understood. */
async function withPerson(command: string, args: ParsedArguments, io: CliIo, work: (caller: DirectCaller, agreeing: Agreeing) => Promise<ExitCode>): Promise<ExitCode> {
  const [wanted, ...more] = args.positional;
  if (wanted === undefined || more.length > 0) return refuse(io, `nostos ${command}: expected one id or reference of a case.`);
  const purpose = consentPurposes.find((one) => one === args.options['purpose']);
  if (purpose === undefined) return refuse(io, `nostos ${command}: --purpose is missing or unknown, expected one of ${consentPurposes.join(', ')}.`);
  const noDate = ['on', 'expires'].find((name) => args.options[name] !== undefined && !partialDateSchema.safeParse(args.options[name]).success);
  if (noDate !== undefined) return refuse(io, `nostos ${command}: --${noDate} is no date, expected one such as 2026-03-01, 2026-03 or 2026.`);
  return await withOpenVault(args, io, async (caller) => {
    const only = await findStoredCase(command, wanted, caller, io);
    if (typeof only === 'number') return only;
    const shown = await caller.call('family.show', { caseId: only.id });
    if (!shown.ok) return tellFailure(io, shown.error);
    const numbers = familyNumbers(shown.value.family);
    const who = args.options['person'];
    const person = shown.value.family.individuals.find(({ id, isProband }) => (who === undefined ? isProband : id === who || numbers.get(id)?.toLowerCase() === who.toLowerCase()));
    if (person === undefined) return refuse(io, `nostos ${command}: the family has no such person, expected a pedigree number or an id as nostos case consent list shows them.`);
    return await work(caller, { caseId: only.id, person, number: numbers.get(person.id) ?? '', purpose });
  });
}

function tellOne(consent: Consent, number: string, args: ParsedArguments, io: CliIo): ExitCode {
  if (args.flags.has('json')) io.print(JSON.stringify(consent));
  else io.print(`${number}: ${consent.purpose} ${standingWords({ state: consent.withdrawnOn !== null ? 'withdrawn' : consent.isGiven ? 'given' : 'refused', consent })}`);
  return 0;
}

/** Such as `given on 2026-03-01 by a parent, until 2027`. */
function standingWords({ state, consent }: StandingConsent): string {
  if (consent === null) return state;
  const by = consent.givenBy === 'self' ? '' : ` by ${consent.givenBy === 'parent' ? 'a parent' : consent.givenBy === 'guardian' ? 'a guardian' : 'next of kin'}`;
  const end = consent.expiresOn === null ? '' : `, until ${consent.expiresOn}`;
  return state === 'withdrawn' ? `withdrawn on ${consent.withdrawnOn ?? ''}, given on ${consent.on}${by}` : `${state === 'expired' ? 'expired, given' : state} on ${consent.on}${by}${end}`;
}

const nameOf = ({ givenName, familyName }: Individual): string => [givenName, familyName].filter((part) => part !== '').join(' ');
