import type { CliCommand, ParsedArguments } from '#electron/cli/cli-command.ts';
import { suggest } from '#electron/cli/suggestion.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** Known to every command. */
export const commonOptions: readonly string[] = ['out'];
export const commonFlags: readonly string[] = ['json', 'help'];

/** Options that take a value and options that take none, by their names without dashes. */
export type KnownOptions = Pick<CliCommand, 'options' | 'flags'>;

/**
 * Reads what follows the command's words: `--name VALUE`, `--name=VALUE` and `--flag` in any order; `--` ends the options, so that
 * a file may be called `--json`; `-` alone is standard input and so a file. A refusal is one sentence for the user.
 */
export function parseArguments(known: KnownOptions, words: readonly string[]): Result<ParsedArguments, string> {
  const optionNames = [...known.options, ...commonOptions];
  const flagNames = [...known.flags, ...commonFlags];
  const positional: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      positional.push(...words.slice(at + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      positional.push(word);
      continue;
    }
    const { name, value } = splitOption(word);
    if (flagNames.includes(name)) {
      if (value !== null) return refusal(`--${name} takes no value.`);
      flags.add(name);
    } else if (optionNames.includes(name)) {
      if (options.has(name)) return refusal(`--${name} is given twice, expected once.`);
      const given = value ?? words[at + 1];
      if (given === undefined || (value === null && isOption(given))) return refusal(`--${name} has no value, expected one after it.`);
      if (value === null) at += 1;
      options.set(name, given);
    } else return refusal(`unknown option ${word.split('=', 1)[0] ?? word}.${suggest(name, [...optionNames, ...flagNames], (nearest) => `--${nearest}`)}`);
  }
  return success({ positional, options: Object.fromEntries(options), flags });
}

/** A whole number of an option within bounds, or `fallback` where the option is not given. */
export function readCount(args: ParsedArguments, name: string, fallback: number, bounds: { readonly least: number; readonly most: number }): Result<number, string> {
  const text = args.options[name];
  if (text === undefined) return success(fallback);
  const count = Number(text);
  if (/^\d{1,9}$/.test(text) && count >= bounds.least && count <= bounds.most) return success(count);
  return refusal(`--${name}: not a number that can be used, expected ${bounds.least} to ${bounds.most}.`);
}

/** One of a few words, or `fallback` where the option is not given. */
export function readWord<Word extends string>(args: ParsedArguments, name: string, fallback: Word, words: readonly Word[]): Result<Word, string> {
  const text = args.options[name];
  if (text === undefined) return success(fallback);
  const word = words.find((one) => one === text);
  return word === undefined ? refusal(`--${name}: not a word that is known, expected one of ${words.join(', ')}.${suggest(text, words)}`) : success(word);
}

const isOption = (word: string): boolean => word.startsWith('--') && word.length > 2;

function splitOption(word: string): { readonly name: string; readonly value: string | null } {
  if (word === '-h') return { name: 'help', value: null };
  const equals = word.indexOf('=');
  const name = (equals < 0 ? word : word.slice(0, equals)).replace(/^--?/, '');
  return { name, value: equals < 0 ? null : word.slice(equals + 1) };
}
