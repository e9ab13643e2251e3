import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { findStoredCase } from '#electron/cli/one-stored-case.ts';
import { vaultOptions, vaultUsage } from '#electron/cli/passphrase.ts';
import { tellFailure, withOpenVault, type DirectCaller } from '#electron/cli/vault-backend.ts';
import { counted } from '#shared/base/counted.ts';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { CaseComparison } from '#shared/contract/similar-procedures.ts';

export const caseSearchCommand: CliCommand = {
  path: ['case', 'search'],
  usage: `${vaultUsage} [--clinician NAME] [--limit N] TEXT…`,
  summary: 'finds the cases in which every word occurs, wherever in the case, and shows where; the exit code is 1 where there is none',
  options: [...vaultOptions, 'clinician', 'limit'],
  flags: [],
  run: search,
};

export const caseSimilarCommand: CliCommand = {
  path: ['case', 'similar'],
  usage: `${vaultUsage} [--limit N] ID`,
  summary: 'shows the other cases of the vault with the most similar findings, and what they share',
  options: [...vaultOptions, 'limit'],
  flags: [],
  run: similar,
};

export const caseCompareCommand: CliCommand = {
  path: ['case', 'compare'],
  usage: `${vaultUsage} ID ID`,
  summary: 'lays two cases of the vault side by side: what both have, what only one has, and their genes',
  options: vaultOptions,
  flags: [],
  run: compare,
};

async function search(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [text, clinician] = [args.positional.join(' '), args.options['clinician'] ?? ''];
  if (text.trim() === '' && clinician.trim() === '') return refuse(io, 'nostos case search: no word is given, expected the words to look for.');
  const limit = readLimit(args, 20);
  if (limit === null) return refuse(io, 'nostos case search: --limit is no number of cases, expected 1 to 100.');
  return await withOpenVault(args, io, async (caller) => {
    const answer = await findInAll({ text, clinician, limit }, caller, io);
    if (!answer.ok) return tellFailure(io, answer.error);
    const { found, caseIds } = answer.value;
    if (args.flags.has('json')) io.print(JSON.stringify(answer.value));
    else {
      for (const { caseId, reference, hits } of found) {
        io.print(`${caseId}  ${reference}`);
        for (const { part, text: shown } of hits) io.print(`  ${part.padEnd(10)}  ${shown}`);
      }
      io.print(caseIds.length > found.length ? `${counted(caseIds.length, 'case')} found, ${String(found.length)} shown.` : `${counted(found.length, 'case')} found.`);
    }
    return caseIds.length === 0 ? 1 : 0;
  });
}

/** Waits until the words of all cases are gathered: after an update that takes other words, a vault lacks some until it has been open for a while. */
async function findInAll(question: InputOf<'search.find'>, caller: DirectCaller, io: CliIo): Promise<Result<OutputOf<'search.find'>, Failure>> {
  let [least, looksInVain] = [Infinity, 0];
  for (;;) {
    const answer = await caller.call('search.find', question);
    if (!answer.ok || answer.value.waitingCount === 0) return answer;
    const { waitingCount } = answer.value;
    looksInVain = waitingCount < least ? 0 : looksInVain + 1;
    least = Math.min(least, waitingCount);
    if (looksInVain >= mostLooksInVain) {
      io.complain(`${counted(waitingCount, 'case')} could not be searched, because their words could not be gathered; the disk may be full.`);
      return answer;
    }
    io.progress(waitingCount, null, 'Cases whose words are still to be gathered:');
    await new Promise((resolve) => setTimeout(resolve, waitMilliseconds));
  }
}

/** Between two looks at how far the gathering is. */
const waitMilliseconds = 300;
/** Half a minute without any progress. */
const mostLooksInVain = 100;

async function similar(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [wanted, ...more] = args.positional;
  if (wanted === undefined || more.length > 0) return refuse(io, 'nostos case similar: expected one id or reference of a case.');
  const limit = readLimit(args, 10);
  if (limit === null) return refuse(io, 'nostos case similar: --limit is no number of cases, expected 1 to 100.');
  return await withOpenVault(args, io, async (caller) => {
    const own = await findStoredCase('case similar', wanted, caller, io);
    if (typeof own === 'number') return own;
    const answer = await caller.call('case.similar', { caseId: own.id, limit });
    if (!answer.ok) return tellFailure(io, answer.error);
    if (args.flags.has('json')) io.print(JSON.stringify(answer.value));
    else for (const line of similarLines(answer.value)) io.print(line);
    return 0;
  });
}

async function compare(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [wanted, other, ...more] = args.positional;
  if (wanted === undefined || other === undefined || more.length > 0) return refuse(io, 'nostos case compare: expected two ids or references of cases.');
  return await withOpenVault(args, io, async (caller: DirectCaller) => {
    const here = await findStoredCase('case compare', wanted, caller, io);
    if (typeof here === 'number') return here;
    const there = await findStoredCase('case compare', other, caller, io);
    if (typeof there === 'number') return there;
    const answer = await caller.call('case.compare', { caseId: here.id, otherId: there.id });
    if (!answer.ok) return tellFailure(io, answer.error);
    if (args.flags.has('json')) io.print(JSON.stringify(answer.value));
    else for (const line of comparisonLines(answer.value)) io.print(line);
    return 0;
  });
}

function similarLines({ release, comparedCount, observedCount, similar: cases }: OutputOf<'case.similar'>): readonly string[] {
  if (observedCount === 0) return ['The case has no observed finding to compare by.'];
  const lines = cases.flatMap(({ caseId, reference, score, shared, genes, decided }) => [
    `${percent(score)}  ${caseId}  ${reference}${decided === null ? '' : `  ${decided.name} (${decided.state})`}`,
    `      shares ${shared.map(({ label }) => label).join(', ') || 'nothing telling'}${genes.length === 0 ? '' : `; genes ${genes.join(', ')}`}`,
  ]);
  return [...lines, `${counted(comparedCount, 'case')} compared, release ${release}.`];
}

function comparisonLines(compared: CaseComparison): readonly string[] {
  const { here, there, genes } = compared;
  const list = (title: string, labels: readonly string[]): readonly string[] => (labels.length === 0 ? [] : ['', title, ...labels.map((label) => `  ${label}`)]);
  return [
    `${here.reference || here.caseId} and ${there.reference || there.caseId}: ${percent(compared.score).trim()} alike, release ${compared.release}`,
    ...list('Both', compared.shared.map(({ termId, label, contribution }) => `${percent(contribution)}  ${termId}  ${label}`)),
    ...list('Excluded in both', compared.sharedExcluded.map(({ termId, label, contribution }) => `${percent(contribution)}  ${termId}  ${label}`)),
    ...list(`Only ${here.reference || 'the first'}`, compared.onlyHere.map(({ termId, label }) => `${termId}  ${label}`)),
    ...list(`Only ${there.reference || 'the second'}`, compared.onlyThere.map(({ termId, label }) => `${termId}  ${label}`)),
    ...list('Has one, expressly not the other', compared.contradicted.map(({ observedIn, term, excluded }) => `${term.label}, in the ${observedIn === 'here' ? 'first' : 'second'}; the other has no ${excluded.label}`)),
    ...list('Genes', [
      ...genes.shared.map((gene) => `${gene}, both`),
      ...genes.onlyHere.map((gene) => `${gene}, only the first`),
      ...genes.onlyThere.map((gene) => `${gene}, only the second`),
    ]),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;

function readLimit(args: ParsedArguments, otherwise: number): number | null {
  const given = Number(args.options['limit'] ?? otherwise);
  return Number.isInteger(given) && given >= 1 && given <= 100 ? given : null;
}
