import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '#electron/backend/data-folder.ts';
import { createKnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import { rankerOf } from '#electron/backend/ranking/case-ranking.ts';
import { callGenesAsRelease } from '#electron/backend/ranking/genes-of-release.ts';
import { importTrials } from '#electron/backend/trials/import-trials.ts';
import { matchTrials, type TrialMatching } from '#electron/backend/trials/match-trials.ts';
import { patientOfCase, patientOfPacket } from '#electron/backend/trials/trial-patients.ts';
import { trialStorePath } from '#electron/backend/trials/trials-session.ts';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { openTrialStore } from '#db/trials/trial-store.ts';
import { questionOfPacket } from '#electron/cli/case-question.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { readOneCase } from '#electron/cli/one-case.ts';
import { openKnowledge } from '#electron/cli/open-knowledge.ts';
import { readCount } from '#electron/cli/parse-arguments.ts';
import { passphraseOption } from '#electron/cli/passphrase.ts';
import { answerLines, answerOf, type MatchAnswer } from '#electron/cli/trial-answer.ts';
import { tellFailure, withOpenVault } from '#electron/cli/vault-backend.ts';
import { counted } from '#shared/base/counted.ts';
import { localDay } from '#shared/base/local-day.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { geneEvidence } from '#shared/casefile/gene-evidence.ts';
import { isCalendarDate } from '#shared/phenotype/duration.ts';
import type { RankingCase } from '#shared/ranking/ranking-case.ts';
import { openStatuses, studyStatuses, type GeoPoint, type StudyStatus } from '#shared/trial/study.ts';

export const trialsImportCommand: CliCommand = {
  path: ['trials', 'import'],
  usage: 'FILES…',
  summary:
    'brings studies of ClinicalTrials.gov in, replacing older ones: files and folders of JSON (a study, an array, a page of a search, JSON Lines), plain, gzip or ZIP. Prints counts, the date of the data, and what is odd; the exit code is 1 where something was refused',
  options: [],
  flags: [],
  run: importFiles,
};

export const trialsMatchCommand: CliCommand = {
  path: ['trials', 'match'],
  usage: '[--knowledge DIR_OR_RELEASE] [--case ID] [--place LAT,LON] [--status open|any|STATUS,…] [--words TEXT] [--today YYYY-MM-DD] [--top N] [--vault DIR] [--passphrase-file FILE] CASE_OR_ID',
  summary:
    'lists the imported trials that may concern a case, with a verdict for each criterion: met, not met, or to ask. CASE is a file with a phenopacket, ID a case of the vault (id or reference). Open trials unless told otherwise; nothing here says that somebody is eligible',
  options: ['knowledge', 'case', 'place', 'status', 'words', 'today', 'top', 'vault', passphraseOption],
  flags: [],
  run: match,
};

async function importFiles(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  if (args.positional.length === 0) return refuse(io, 'nostos trials import: no file is given, expected files or folders of ClinicalTrials.gov JSON.');
  const absent = args.positional.find((path) => !existsSync(path));
  if (absent !== undefined) return refuse(io, `${absent}: cannot be opened, expected a file or a folder`);
  const imported = await importTrials({ sources: args.positional.map((path) => ({ kind: 'path', path })), storePath: trialStorePath(dataFolder(io.environment)), at: new Date().toISOString() }, io.progress);
  if (!imported.ok) return tellFailure(io, imported.error);
  const report = imported.value;
  if (args.flags.has('json')) io.print(JSON.stringify(report));
  else {
    for (const problem of report.problems) if (problem.severity === 'warning') io.print(`warning: ${formatProblem(problem)}`);
    if (report.moreProblems > 0) io.print(`and ${String(report.moreProblems)} more.`);
    io.print(`${counted(report.readCount, 'study', 'studies')} read: ${String(report.added)} new, ${String(report.changed)} changed, ${String(report.unchanged)} unchanged, ${String(report.older)} older than what was at hand; ${String(report.refusedCount)} refused.`);
    io.print(`${counted(report.studyCount, 'study', 'studies')} at hand; date of the data ${report.dataDate ?? 'not stated'}.`);
  }
  for (const problem of report.problems) if (problem.severity === 'error') io.complain(formatProblem(problem));
  return report.refusedCount > 0 ? 1 : 0;
}

interface MatchOptions {
  readonly place: GeoPoint | null;
  readonly statuses: readonly StudyStatus[] | null;
  readonly words: string | null;
  readonly today: string;
  readonly limit: number;
}

async function match(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const [wanted, ...more] = args.positional;
  if (wanted === undefined || more.length > 0) return refuse(io, 'nostos trials match: expected one file with a case, or the id or reference of a case of the vault.');
  const options = readOptions(args);
  if (!options.ok) return refuse(io, `nostos trials match: ${options.error}`);
  const isFile = wanted === '-' || existsSync(wanted);
  return isFile ? await matchFile(wanted, options.value, args, io) : await matchCase(wanted, options.value, args, io);
}

/** The patient of a file: trials are matched to it without a vault. */
async function matchFile(path: string, options: MatchOptions, args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const packet = await readOneCase(path, args.options['case'] ?? null, io);
  if (!packet.ok) return refuse(io, packet.error);
  return await withTrials(options, args, io, (knowledge) => {
    const { patient } = questionOfPacket(packet.value, knowledge.resolve);
    return { id: packet.value.id, patient: patientOfPacket(packet.value, knowledge, options.today, options.place, rankWith(knowledge, patient)), words: options.words ?? '' };
  });
}

/** The proband of a case of the vault; the place and the words that are kept with it count, where none are given here. */
async function matchCase(wanted: string, options: MatchOptions, args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  return await withOpenVault(args, io, async (caller) => {
    const cases = await caller.call('case.list', {});
    if (!cases.ok) return tellFailure(io, cases.error);
    const found = cases.value.filter((one) => one.id === wanted || one.reference === wanted);
    const [only] = found;
    if (only === undefined) return refuse(io, 'nostos trials match: there is neither such a file nor such a case in the vault, expected a phenopacket, or an id or reference as nostos case list shows them.');
    if (found.length > 1) return refuse(io, `nostos trials match: ${String(found.length)} cases have this reference, expected an id as nostos case list shows them.`);
    const [record, findings, kept] = [await caller.call('case.show', { caseId: only.id }), await caller.call('finding.list', { caseId: only.id }), await caller.call('trial.search', { caseId: only.id })];
    if (!record.ok) return tellFailure(io, record.error);
    if (!findings.ok) return tellFailure(io, findings.error);
    if (!kept.ok) return tellFailure(io, kept.error);
    const { people, features, candidates } = record.value;
    const proband = people.find(({ isProband }) => isProband);
    if (proband === undefined) return refuse(io, 'nostos trials match: the case has no proband to whom trials could be matched.');
    return await withTrials(options, args, io, (knowledge) => {
      const own = features.filter(({ personId, isIgnored }) => personId === proband.id && !isIgnored).map((feature) => ({ termId: feature.termId, label: feature.label, givenId: feature.termId, pointer: '', detail: feature }));
      const question = { ...questionOfPacket({ features: own }, knowledge.resolve).patient, genes: geneEvidence(callGenesAsRelease(findings.value, knowledge), proband.id, proband.sexAssignedAtBirth === 'male') };
      const facts = { people, features, candidates, findings: findings.value, place: options.place ?? kept.value.place };
      const patient = patientOfCase(facts, knowledge, options.today, rankWith(knowledge, question));
      if (patient === null) throw new Error('the case has a proband');
      return { id: only.id, patient, words: options.words ?? kept.value.words };
    });
  });
}

const rankWith = (knowledge: KnowledgeFile, patient: RankingCase) => () => rankerOf(knowledge).rank(patient, { excludedMode: 'absence', limit: 10 }).candidates;

/** Opens the imported trials and the knowledge, matches, prints, and closes both whatever happens. */
async function withTrials({ statuses, limit, today }: MatchOptions, args: ParsedArguments, io: CliIo, patientWith: (knowledge: KnowledgeFile) => Pick<TrialMatching, 'patient' | 'words'> & { readonly id: string }): Promise<ExitCode> {
  const store = openTrialStore(trialStorePath(dataFolder(io.environment)), 'read');
  if (!store.ok) return refuse(io, `nostos trials match: ${store.error.message}`);
  try {
    const knowledge = await openKnowledge(args.options['knowledge'] ?? activeRelease(io), io);
    if (knowledge === null) return 2;
    try {
      const { id, ...of } = patientWith(knowledge);
      const matching: TrialMatching = { ...of, store: store.value, owner: store.value, knowledge, today };
      const begin = performance.now();
      const found = matchTrials(matching, { statuses, phases: null, sinceImport: null, limit: mostLookedAt });
      const ms = Math.round((performance.now() - begin) * 1_000) / 1_000;
      return print({ ...answerOf(id, found, matching, limit), ms }, args, io);
    } finally {
      knowledge.close();
    }
  } finally {
    store.value.close();
  }
}

/** As many as are weighed before the best are shown. */
const mostLookedAt = 300;

/** The release that the app uses. */
function activeRelease(io: CliIo): string {
  const session = createKnowledgeSession({ folder: join(dataFolder(io.environment), 'knowledge') });
  try {
    return session.active()?.release.name ?? 'starter';
  } finally {
    session.close();
  }
}

function print(answer: MatchAnswer, args: ParsedArguments, io: CliIo): ExitCode {
  if (args.flags.has('json')) io.print(JSON.stringify(answer));
  else for (const line of answerLines(answer)) io.print(line);
  return 0;
}

function readOptions(args: ParsedArguments): Result<MatchOptions, string> {
  const limit = readCount(args, 'top', 50, { least: 1, most: 300 });
  if (!limit.ok) return limit;
  const place = readPlace(args.options['place']);
  if (!place.ok) return place;
  const statuses = readStatuses(args.options['status']);
  if (!statuses.ok) return statuses;
  const today = args.options['today'] ?? localDay(new Date());
  if (!isCalendarDate(today)) return refusal('--today: is no date, expected YYYY-MM-DD.');
  return success({ limit: limit.value, place: place.value, statuses: statuses.value, words: args.options['words'] ?? null, today });
}

function readPlace(text: string | undefined): Result<GeoPoint | null, string> {
  if (text === undefined) return success(null);
  const [latitude, longitude] = text.split(',').map((part) => (/^\s*-?\d{1,3}(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN));
  const isPlace = text.split(',').length === 2 && latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? success({ latitude, longitude }) : refusal('--place: is no place, expected degrees of latitude and longitude such as 52.48,-1.9.');
}

function readStatuses(text: string | undefined): Result<readonly StudyStatus[] | null, string> {
  if (text === undefined || text === 'open') return success(openStatuses);
  if (text === 'any') return success(null);
  const wanted = text.split(',').map((word) => word.trim().toUpperCase().replace(/[ -]/g, '_'));
  const known = wanted.flatMap((word) => studyStatuses.filter((status) => status === word));
  return known.length === wanted.length ? success(known) : refusal(`--status: is no status, expected open, any, or some of ${studyStatuses.join(', ')}.`);
}
