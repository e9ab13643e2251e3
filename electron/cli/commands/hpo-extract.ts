import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { noLanguage, withKnowledge } from '#electron/cli/commands/hpo.ts';
import type { CliCommand, CliIo } from '#electron/cli/cli-command.ts';
import { textLanguages } from '#shared/phenotype/text/languages/text-languages.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** A letter has thousands of characters; a file of more than this is none. */
const mostBytes = 20_000_000;

export const hpoExtractCommand: CliCommand = {
  path: ['hpo', 'extract'],
  usage: '[--lang en|de|es|fr|ja|zh] [--knowledge DIR_OR_RELEASE] [--json] FILE',
  summary:
    'the findings that a text states (English unless --lang says otherwise; a file in UTF-8, or - for standard input): each with its term, its place (start and end in UTF-16 code units of the decoded text), its words, whether it is excluded, and whose it is (patient, mother, maternal uncle, …; relative where the text does not say who). What is only possible, planned or looked for is left out',
  options: ['lang', 'knowledge'],
  flags: [],
  run: async (args, io) => {
    const [path, ...more] = args.positional;
    if (path === undefined || more.length > 0) {
      io.complain('expected: nostos hpo extract FILE, a text in UTF-8, or - for standard input');
      return 2;
    }
    const language = args.options['lang']?.toLowerCase() ?? 'en';
    if (!textLanguages.has(language)) {
      io.complain(`--lang ${language.slice(0, 20)}: letters are not read in this language, expected one of ${[...textLanguages.keys()].join(', ')}`);
      return 2;
    }
    const text = await readText(path, io);
    if (!text.ok) {
      io.complain(`${path === '-' ? 'standard input' : path}: ${text.error}`);
      return 2;
    }
    return withKnowledge(args, io, (knowledge) => {
      if (language !== 'en' && !knowledge.languages.includes(language)) {
        io.complain(noLanguage(knowledge, language, 'so that a letter in it cannot be read'));
        return 2;
      }
      const mentions = knowledge.extractTerms(text.value, language);
      if (args.flags.has('json')) io.print(JSON.stringify(mentions));
      else for (const mention of mentions) io.print(`${mention.id}  ${mention.excluded ? 'excluded' : 'observed'}  ${mention.person.padEnd(12)}  ${mention.label}  (${String(mention.start)}-${String(mention.end)}: ${mention.text.replace(/\s+/g, ' ')})`);
      return 0;
    });
  },
};

async function readText(path: string, io: CliIo): Promise<Result<string, string>> {
  try {
    if (path !== '-' && statSync(path).size > mostBytes) return refusal('is too large for a letter, expected a text of less than 20 MB');
    const bytes = path === '-' ? await io.readStandardInput() : readFileSync(path);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return success(new TextDecoder('utf-8', { fatal: true }).decode(isGzip ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes));
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return refusal('is not text in UTF-8, expected a plain text');
    if (code === 'ERR_BUFFER_TOO_LARGE') return refusal('is too large for a letter, expected a text of less than 20 MB');
    if (code.startsWith('Z_')) return refusal('the gzip file is damaged or ends too early, expected a whole one');
    if (code.startsWith('E') && !code.startsWith('ERR_')) return refusal(`cannot be read (${code}), expected a file`);
    throw fault;
  }
}
