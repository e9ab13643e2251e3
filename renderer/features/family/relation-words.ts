import { words } from '#renderer/i18n/words.ts';
import type { RelationKey } from '#shared/pedigree/relation-english.ts';

/** A relation in the language of the screens. */
export const sayRelation = (key: RelationKey, values: Readonly<Record<string, string | number>> = {}): string => words.t(`family:${key}`, values);
