import { withKnowledge } from '#electron/cli/commands/hpo.ts';
import { findDiseases } from '#electron/backend/knowledge/find-diseases.ts';
import type { CliCommand } from '#electron/cli/cli-command.ts';

const standardLimit = 10;
const mostHits = 1_000;

export const diseaseSearchCommand: CliCommand = {
  path: ['disease', 'search'],
  usage: '[--limit N] [--knowledge DIR_OR_RELEASE] [--json] TEXT',
  summary: 'diseases by words of their name, id or gene, also with typing errors, best first, each with its genes and modes of inheritance',
  options: ['limit', 'knowledge'],
  flags: [],
  run: async (args, io) => {
    const limit = Number(args.options['limit'] ?? standardLimit);
    const text = args.positional.join(' ');
    if (text.trim() === '' || !Number.isInteger(limit) || limit < 1 || limit > mostHits) {
      io.complain(`expected: nostos disease search [--limit 1 to ${String(mostHits)}] TEXT`);
      return 2;
    }
    return withKnowledge(args, io, (knowledge) => {
      const hits = findDiseases(knowledge, text, limit);
      if (args.flags.has('json')) io.print(JSON.stringify(hits));
      else for (const { id, name, genes, inheritance } of hits) io.print([id, name, ...(genes.length === 0 ? [] : [genes.join(', ')]), ...(inheritance.length === 0 ? [] : [`[${inheritance.join(', ')}]`])].join('  '));
      if (hits.length === 0) io.complain('no disease found');
      return 0;
    });
  },
};
