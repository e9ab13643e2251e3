import { timingSafeEqual } from 'node:crypto';
import { readCaseFile } from '#electron/backend/cases/read-case-file.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { termReader } from '#electron/backend/knowledge/term-reader.ts';
import { familyView } from '#shared/casefile/family-view/family-view.ts';
import { delicateFacts, hiddenFacts, shownFamily } from '#shared/casefile/family-view/shown-family.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

const noCase = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');
const noPerson = failure('not-found', 'This person is no longer in the family.');
const noView = failure('rule-broken', 'The family view is not open.');
const wrongPin = failure('invalid-input', 'This is not the PIN. The passphrase leaves the family view too.');
const notSaid = failure('not-found', 'This was not said in the family view, or was taken back already.');

export const familyViewHandlers = {
  'familyView.check': ({ caseId, scope }, context) => {
    const file = readCaseFile(context.vault.repositories(), caseId);
    if (file === null) return refusal(noCase);
    const shown = shownFamily(file.family, scope);
    const nameOf = new Map(shown.individuals.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`.trim()]));
    return success({ hidden: hiddenFacts(file.family, shown), delicate: delicateFacts(shown).map(({ kind, individualIds }) => ({ kind, names: individualIds.map((id) => nameOf.get(id) ?? '') })) });
  },
  'familyView.enter': ({ caseId, scope, pin }, context) => {
    if (context.vault.repositories().cases.find(caseId) === null) return refusal(noCase);
    context.familyMode.enter({ caseId, scope, pin });
    return success({});
  },
  'familyView.leave': async ({ pin, passphrase }, context) => {
    const sitting = context.familyMode.current();
    if (sitting === null) return refusal(noView);
    const checked = await mayLeave(context, sitting.pin, pin, passphrase);
    if (!checked.ok) return checked;
    context.familyMode.leave();
    return success({ caseId: sitting.caseId });
  },
  'familyView.show': (_input, context) => {
    const sitting = context.familyMode.current();
    if (sitting === null) return refusal(noView);
    const repositories = context.vault.repositories();
    const file = readCaseFile(repositories, sitting.caseId);
    if (file === null) return refusal(noCase);
    const view = familyView(file, { scope: sitting.scope, termOf: termReader(context) });
    const said = repositories.records.suggestions.ofCase(sitting.caseId).filter(({ source, status, saidAt }) => source === 'family-view' && status === 'open' && saidAt >= sitting.since);
    return success({ ...view, said });
  },
  'familyView.say': (said, unit, context) => {
    const sitting = context.familyMode.current();
    if (sitting === null) return refusal(noView);
    if (said.personId !== null && unit.people.find(said.personId)?.caseId !== sitting.caseId) return refusal(noPerson);
    unit.describe('Keep a word of the family', sitting.caseId);
    const { suggestions } = unit.records;
    const words = { ...said, saidAt: unit.at, status: 'open', decidedBy: '', decidedAt: null, note: '' } as const;
    const before = suggestions.ofCase(sitting.caseId).find(({ source, status, personId, fact, answer }) => source === 'family-view' && status === 'open' && personId === said.personId && fact === said.fact && answer !== 'addition');
    if (before !== undefined && said.answer !== 'addition') return suggestions.change(before.id, before.version, words);
    return success(suggestions.add(sitting.caseId, { source: 'family-view', ...words }));
  },
  'familyView.takeBack': ({ suggestionId, version }, unit, context) => {
    const sitting = context.familyMode.current();
    const suggestion = unit.records.suggestions.find(suggestionId);
    if (sitting === null) return refusal(noView);
    if (suggestion === null || suggestion.caseId !== sitting.caseId || suggestion.saidAt < sitting.since) return refusal(notSaid);
    unit.describe('Take back a word of the family', sitting.caseId);
    const removed = unit.records.suggestions.remove(suggestionId, version);
    return removed.ok ? success({}) : removed;
  },
} satisfies Handlers<'familyView'>;

/** A throw-away vault of made-up families has no passphrase that anybody knows. */
async function mayLeave(context: BackendContext, wanted: string | null, pin: string | undefined, passphrase: string | undefined): Promise<Result<void, Failure>> {
  if (wanted === null && context.vault.isDemo) return success(undefined);
  if (passphrase !== undefined) return await context.vault.confirmPassphrase(passphrase);
  const { attempts } = context.familyMode;
  const wait = attempts.refusal();
  if (wait !== null) return refusal(wait);
  if (wanted !== null && pin !== undefined && isSame(wanted, pin)) {
    attempts.succeeded();
    return success(undefined);
  }
  attempts.failed();
  return refusal(wrongPin);
}

function isSame(wanted: string, given: string): boolean {
  const [left, right] = [Buffer.from(wanted), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
