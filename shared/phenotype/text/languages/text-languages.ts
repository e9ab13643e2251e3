import { chinese } from '#shared/phenotype/text/languages/chinese.ts';
import { french } from '#shared/phenotype/text/languages/french.ts';
import { german } from '#shared/phenotype/text/languages/german.ts';
import { japanese } from '#shared/phenotype/text/languages/japanese.ts';
import { spanish } from '#shared/phenotype/text/languages/spanish.ts';
import { english, type TextLanguage } from '#shared/phenotype/text/text-language.ts';

/** Languages in which letters are read, by their code. All but English need a release with their names. */
export const textLanguages: ReadonlyMap<string, TextLanguage> = new Map([english, german, spanish, french, japanese, chinese].map((language) => [language.code, language]));
