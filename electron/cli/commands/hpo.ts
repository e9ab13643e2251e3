import { join } from 'node:path';
import type { CliCommand, CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { dataFolder } from '#electron/backend/data-folder.ts';
import { createKnowledgeSession, openKnowledgeFrom } from '#electron/backend/knowledge/knowledge-session.ts';
import { termCardOf } from '#electron/backend/knowledge/term-card.ts';
import { findTerms } from '#electron/backend/knowledge/find-terms.ts';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { TermCard, TermHit } from '#shared/contract/knowledge-procedures.ts';
import { readIdQuery } from '#shared/ontology/term-id-query.ts';
import { termIdOfNumber } from '#shared/ontology/term-id.ts';

const standardLimit = 10;
const mostHits = 1_000;

export const hpoSearchCommand: CliCommand = {
  path: ['hpo', 'search'],
  usage: '[--limit N] [--lang xx] [--knowledge DIR_OR_RELEASE] [--json] TEXT',
  summary: 'terms by name, synonym, everyday word, id or with typing errors, best first, each with the name that matched',
  options: ['limit', 'lang', 'knowledge'],
  flags: [],
  run: async (args, io) => {
    const limit = Number(args.options['limit'] ?? standardLimit);
    const text = args.positional.join(' ');
    const language = args.options['lang']?.toLowerCase();
    if (text.trim() === '' || !Number.isInteger(limit) || limit < 1 || limit > mostHits) {
      io.complain(`expected: nostos hpo search [--limit 1 to ${String(mostHits)}] [--lang xx] TEXT`);
      return 2;
    }
    return withKnowledge(args, io, (knowledge) => {
      const local = language === 'en' ? undefined : language;
      const hits = findTerms(knowledge, text, limit, local);
      if (local !== undefined && !knowledge.languages.includes(local)) io.complain(noLanguage(knowledge, local));
      if (args.flags.has('json')) io.print(JSON.stringify(hits));
      else {
        for (const hit of hits) io.print(`${hit.id}  ${nameOf(hit)}${hit.matchedText === (hit.localLabel ?? hit.label) ? '' : `  (${hit.matchedText})`}${hit.isPhenotype ? '' : '  [not a finding]'}`);
        const readAs = hits[0]?.readAs ?? null;
        if (hits.length === 0) io.complain('no term found');
        else if (readAs !== null) io.complain(`read as: ${readAs}`);
      }
      return 0;
    });
  },
};

export const hpoShowCommand: CliCommand = {
  path: ['hpo', 'show'],
  usage: '[--knowledge DIR_OR_RELEASE] [--json] ID',
  summary: 'one term: definition, synonyms, parents, children, and how many diseases have it',
  options: ['knowledge'],
  flags: [],
  run: async (args, io) => {
    const query = args.positional.length === 1 ? readIdQuery(args.positional[0] ?? '') : null;
    if (query === null || query.first !== query.last) {
      io.complain('expected: nostos hpo show ID, such as HP:0001250');
      return 2;
    }
    return withKnowledge(args, io, (knowledge) => {
      const card = termCardOf(knowledge, termIdOfNumber(query.first));
      if (!card.ok) {
        io.complain(card.error.message);
        return 1;
      }
      if (args.flags.has('json')) io.print(JSON.stringify(card.value));
      else printCard(io, card.value);
      return 0;
    });
  },
};

/** In the language asked for, with the English name beside it; where nobody has translated the term, that is said. */
function nameOf({ label, localLabel }: TermHit): string {
  if (localLabel === undefined) return label;
  return localLabel === null ? `${label}  [not translated]` : `${localLabel} = ${label}`;
}

/** What is said where a release does not name terms in the language asked for. */
export function noLanguage(knowledge: KnowledgeFile, language: string, consequence = 'English is used'): string {
  const others = knowledge.languages.length === 0 ? 'it has English names only; put the translations of the HPO (hp-xx.babelon.tsv) beside its files and install it again' : `it has en, ${knowledge.languages.join(', ')}`;
  return `the release ${knowledge.release.name} has no names in ${language.slice(0, 20)}, ${consequence}: ${others}`;
}

function printCard(io: CliIo, card: TermCard): void {
  io.print(`${card.id}  ${card.label}${card.isPhenotype ? '' : '  [not a finding]'}`);
  if (card.replaces !== null) io.print(`replaces  ${card.replaces}`);
  if (card.definition !== null) io.print(card.definition);
  if (card.synonyms.length > 0) io.print(`synonyms  ${card.synonyms.map((synonym) => synonym.text).join('; ')}`);
  for (const { language, label, synonyms, isCandidate } of card.translations) io.print(`${language.padEnd(9)} ${[label, ...synonyms].join('; ')}${isCandidate ? '  [proposed, not confirmed]' : ''}`);
  for (const parent of card.parents) io.print(`is a      ${parent.id}  ${parent.label}`);
  for (const child of card.children) io.print(`child     ${child.id}  ${child.label}`);
  io.print(`diseases  ${String(card.diseaseCount)} with this or a narrower term`);
}

/** Works on the release that `--knowledge` names, else on the one in use. */
export function withKnowledge(args: ParsedArguments, io: CliIo, work: (knowledge: KnowledgeFile) => ExitCode): ExitCode {
  const named = args.options['knowledge'];
  if (named === undefined) {
    const session = createKnowledgeSession({ folder: join(dataFolder(io.environment), 'knowledge') });
    try {
      const active = session.active();
      if (active === null) throw new Error('the session has no release, not even the starter');
      return work(active);
    } finally {
      session.close();
    }
  }
  const opened = openKnowledgeFrom(named, { dataFolder: dataFolder(io.environment), onProgress: io.progress });
  if (!opened.ok) {
    io.complain(`--knowledge: ${opened.error.message}`);
    return 2;
  }
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}
