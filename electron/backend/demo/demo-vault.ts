import { randomBytes } from 'node:crypto';
import { enterReferrals } from '#electron/backend/demo/demo-referrals.ts';
import type { Dispatch } from '#electron/backend/dispatch.ts';
import { exampleFamilies, type ExampleFamily } from '#shared/casefile/example-families.ts';
import { exampleOdysseys } from '#shared/casefile/example-odysseys.ts';
import { exampleFindings, type ExampleFinding } from '#shared/casefile/example-findings.ts';
import { findingFromLine } from '#shared/casefile/finding-from-line.ts';
import type { AnswerOf, InputOf, ProcedureName } from '#shared/contract/contract.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { parseReportLine } from '#shared/variant/hgvs/parse-report-line.ts';
import { renameRows } from '#shared/pedigree/rename-rows.ts';

/**
 * Opens a new vault under a passphrase that nobody learns, and enters the example families through the contract, as a counsellor
 * would on the screen. Each case is ranked, so that the caseload shows its first candidate at once.
 */
export async function fillDemoVault(dispatch: Dispatch, today: Date): Promise<void> {
  const ask = asker(dispatch);
  await ask('vault.create', { passphrase: randomBytes(32).toString('base64url'), clinicianName: 'Demonstration' });
  // Once locked it could not be opened again.
  await ask('settings.change', { autoLockMinutes: 0, clinicName: 'Example clinic' });
  for (const family of exampleFamilies) await enter(ask, family, today);
}

type Ask = <Name extends ProcedureName>(procedure: Name, input: InputOf<Name>) => Promise<AnswerOf<Name>>;

async function enter(ask: Ask, family: ExampleFamily, today: Date): Promise<void> {
  const { nextActionDueInDays, ...detail } = family.case;
  const nextActionDueOn = nextActionDueInDays === null ? null : dayAfter(today, nextActionDueInDays);
  const { caseId, probandId } = await ask('case.create', { case: { ...detail, nextActionDueOn }, proband: family.proband });
  await draw(ask, caseId, probandId, family.family);
  for (const feature of family.features) await ask('feature.add', { personId: probandId, termId: feature.termId, detail: feature.detail });
  for (const finding of exampleFindings) if (finding.reference === detail.reference) await enterFinding(ask, caseId, probandId, finding);
  for (const { diseaseId, state, reason } of family.candidates) await ask('candidate.decide', { caseId, diseaseId, state, reason });
  await tellOdyssey(ask, caseId, probandId, family.case.reference, today);
  await enterReferrals(ask, caseId, detail.reference, dayAfter(today, 0));
  await ask('ranking.rank', { caseId, excludedMode: 'absence', limit: 1 });
}

/** A finding as the counsellor types it from the report, then who of the family was tested, then the clinic's own classification. */
async function enterFinding(ask: Ask, caseId: string, probandId: string, { line, detail, relatives, classified }: ExampleFinding): Promise<void> {
  const read = findingFromLine(parseReportLine(line));
  const { family } = await ask('family.show', { caseId });
  const tested = family.individuals.flatMap(({ id, givenName }) => {
    const state = relatives[givenName];
    return state === undefined ? [] : [{ personId: id, state }];
  });
  const { id } = await ask('finding.add', { caseId, detail: { ...read.detail, ...detail }, genotypes: [{ personId: probandId, ...read.genotype }, ...tested], reported: read.reported });
  if (classified !== null) await ask('finding.classify', { findingId: id, criteria: [...classified.criteria], classification: null, why: classified.why });
}

/** The example calls its proband by a name of its own; in the vault it is the person of the case. */
async function draw(ask: Ask, caseId: string, probandId: string, family: Family): Promise<void> {
  const told = family.individuals.find(({ isProband }) => isProband)?.id;
  const { revision } = await ask('family.show', { caseId });
  const own = renameRows(family, (list, id) => (list === 'individuals' && id === told ? probandId : id));
  await ask('family.save', { caseId, family: own, basedOnRevision: revision, label: 'Draw the family' });
}

async function tellOdyssey(ask: Ask, caseId: string, probandId: string, reference: string, today: Date): Promise<void> {
  const { events, tests, tasks } = exampleOdysseys[reference] ?? { events: [], tests: [], tasks: [] };
  const inDays = (days: number | null): string | null => (days === null ? null : dayAfter(today, days));
  for (const detail of events) await ask('event.add', { caseId, detail });
  for (const { detail, orderedInDays, expectedInDays } of tests) await ask('test.add', { caseId, detail: { ...detail, personIds: [probandId], orderedOn: inDays(orderedInDays) ?? detail.orderedOn, expectedOn: inDays(expectedInDays) } });
  for (const { detail, dueInDays } of tasks) await ask('task.add', { caseId, detail: { ...detail, dueOn: inDays(dueInDays) } });
}

/** The examples are part of the program: a refusal is a bug in them. Only the names of procedure and failure are told. */
function asker(dispatch: Dispatch): Ask {
  return async (procedure, input) => {
    const response = await dispatch(procedure, input);
    if (!response.ok) throw new Error(`the demonstration could not be prepared: ${procedure} was refused as ${response.error.kind}`);
    // `dispatch` answers by the contract; tests check its output against it.
    return response.value as AnswerOf<typeof procedure>;
  };
}

function dayAfter(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
