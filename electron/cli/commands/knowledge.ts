import { join } from 'node:path';
import type { CliCommand, CliIo, ExitCode } from '#electron/cli/cli-command.ts';
import { dataFolder } from '#electron/backend/data-folder.ts';
import { createKnowledgeSession, openKnowledgeFrom, type KnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import { compareKnowledge, type KnowledgeComparison } from '#db/knowledge/compare-knowledge.ts';
import { ontologyNotice } from '#db/knowledge/knowledge-format.ts';
import { readSourceFolder } from '#db/knowledge/source-files.ts';
import { counted } from '#shared/base/counted.ts';
import type { Failure } from '#shared/base/failure.ts';
import { formatProblem } from '#shared/base/problem.ts';
import type { KnowledgeRelease } from '#shared/contract/app-procedures.ts';

export const knowledgeInstallCommand: CliCommand = {
  path: ['knowledge', 'install'],
  usage: '--from DIR [--name RELEASE] [--json]',
  summary: 'compiles a release from the HPO\'s own files in a folder (hp.json or hp.obo, phenotype.hpoa, genes_to_disease.txt or genes_to_phenotype.txt, also .gz; with what lies beside them of gene names of the HGNC, translations hp-xx.babelon.tsv, packets of Orphanet) and puts it in use; prints counts, what was skipped and why',
  options: ['from', 'name'],
  flags: [],
  run: async (args, io) => {
    const from = args.options['from'];
    if (from === undefined || args.positional.length > 0) return wrongUsage(io, 'knowledge install --from DIR [--name RELEASE]');
    const sources = readSourceFolder(from);
    if (!sources.ok) return refuse(io, from, sources.error);
    return withSession(io, (session) => {
      const installed = session.install({ sources: sources.value, name: args.options['name'] ?? null, onProgress: io.progress });
      if (!installed.ok) return refuse(io, from, installed.error);
      const { report, release } = installed.value;
      if (args.flags.has('json')) io.print(JSON.stringify({ release, milliseconds: Math.round(report.milliseconds), files: report.files, skipped: report.skipped, notice: ontologyNotice }));
      else {
        io.print(`${describe(release)}, compiled in ${(report.milliseconds / 1000).toFixed(1)} s`);
        for (const file of report.files) io.print(`  read     ${file.name} (${file.role}): ${counted(file.rows, 'row')}`);
        for (const skip of report.skipped) io.print(`  skipped  ${count(skip.count)} × ${skip.reason}${skip.example === null ? '' : ` (first: ${skip.example})`}`);
        for (const notice of new Set([ontologyNotice, ...(release.supplements ?? []).map((supplement) => supplement.notice)])) io.print(notice);
      }
      return 0;
    });
  },
};

export const knowledgeListCommand: CliCommand = {
  path: ['knowledge', 'list'],
  usage: '[--json]',
  summary: 'installed releases; * marks the one in use',
  options: [],
  flags: [],
  run: async (args, io) =>
    withSession(io, (session) => {
      const releases = session.list();
      if (args.flags.has('json')) io.print(JSON.stringify(releases));
      else for (const release of releases) io.print(`${release.isActive ? '*' : ' '} ${describe(release)}`);
      return 0;
    }),
};

export const knowledgeVerifyCommand: CliCommand = {
  path: ['knowledge', 'verify'],
  usage: '[RELEASE] [--json]',
  summary: 'checks that a release, or every installed one, is as it was compiled; ends with 1 where it is not',
  options: [],
  flags: [],
  run: async (args, io) =>
    withSession(io, async (session) => {
      if (args.positional.length > 1) return wrongUsage(io, 'knowledge verify [RELEASE]');
      const names = args.positional.length === 1 ? args.positional : session.list().map((release) => release.name);
      const results: { name: string; isIntact: boolean; findings: readonly string[] }[] = [];
      for (const name of names) {
        const check = await session.verify(name);
        if (!check.ok) return refuse(io, name, check.error);
        results.push({ name, ...check.value });
      }
      if (args.flags.has('json')) io.print(JSON.stringify(results));
      else for (const { name, isIntact, findings } of results) io.print(isIntact ? `${name}: intact` : `${name}: ${findings.join(' ')}`);
      return results.every((result) => result.isIntact) ? 0 : 1;
    }),
};

export const knowledgeCompareCommand: CliCommand = {
  path: ['knowledge', 'compare'],
  usage: 'A B [--json]',
  summary: 'what changed from release A to release B (names, or folders of HPO files): counts, with --json the lists',
  options: [],
  flags: [],
  run: async (args, io) => {
    const [older, newer, ...rest] = args.positional;
    if (older === undefined || newer === undefined || rest.length > 0) return wrongUsage(io, 'knowledge compare A B');
    const before = openKnowledgeFrom(older, { dataFolder: dataFolder(io.environment), onProgress: io.progress });
    if (!before.ok) return refuse(io, older, before.error);
    const after = openKnowledgeFrom(newer, { dataFolder: dataFolder(io.environment), onProgress: io.progress });
    if (!after.ok) {
      before.value.close();
      return refuse(io, newer, after.error);
    }
    const comparison = compareKnowledge(before.value, after.value);
    before.value.close();
    after.value.close();
    if (args.flags.has('json')) io.print(JSON.stringify(comparison));
    else printComparison(io, comparison);
    return 0;
  },
};

function printComparison(io: CliIo, comparison: KnowledgeComparison): void {
  const line = (name: string, added: number, removed: number, changed: number): void => io.print(`${name.padEnd(12)} ${count(added).padStart(9)} added ${count(removed).padStart(9)} removed ${count(changed).padStart(9)} changed`);
  const { terms, diseases, annotations } = comparison;
  io.print(`${comparison.older} → ${comparison.newer}`);
  line('terms', terms.added.length, terms.removed.length, terms.changed.length);
  line('diseases', diseases.added.length, diseases.removed.length, diseases.changed.length);
  line('annotations', annotations.added, annotations.removed, annotations.changed);
}

async function withSession(io: CliIo, work: (session: KnowledgeSession) => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  const session = createKnowledgeSession({ folder: join(dataFolder(io.environment), 'knowledge') });
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

function describe(release: KnowledgeRelease): string {
  if (release.ontologyVersion === 'unreadable') return `${release.name}: cannot be read; install it again`;
  const versions = release.kind === 'starter' ? 'starter catalogue' : `ontology ${release.ontologyVersion}, annotations ${release.annotationVersion}`;
  return `${release.name}: ${versions}; ${counted(release.termCount, 'term')}, ${counted(release.diseaseCount, 'disease')}, ${counted(release.annotationCount, 'annotation')}${(release.supplements ?? []).map(({ kind, name, count: held }) => `; ${describeSupplement(kind, name, held)}`).join('')}`;
}

function describeSupplement(kind: NonNullable<KnowledgeRelease['supplements']>[number]['kind'], name: string, held: number): string {
  if (kind === 'gene-names') return `names of ${counted(held, 'gene')} (${name})`;
  return kind === 'translation' ? `${counted(held, 'term')} in ${name}` : `${counted(held, 'disease')} joined with ${name}`;
}

const count = (value: number): string => value.toLocaleString('en');

function wrongUsage(io: CliIo, usage: string): ExitCode {
  io.complain(`expected: nostos ${usage}`);
  return 2;
}

/** One line a problem, with its place where it is known. */
function refuse(io: CliIo, subject: string, error: Failure): ExitCode {
  const problems = error.problems ?? [];
  if (problems.length === 0) io.complain(`${subject}: ${error.message}`);
  for (const problem of problems) io.complain(problem.file === undefined ? `${subject}: ${formatProblem(problem)}` : formatProblem(problem));
  return error.kind === 'internal' ? 3 : 2;
}
