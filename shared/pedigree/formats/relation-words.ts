import { parentRoles, type ParentEdge, type TwinGroup } from '#shared/pedigree/family.ts';

/*
 * How two people are related, in words that people and this program read, for formats whose own codes say less: the relation of a GEDCOM association, the
 * text beside a FHIR code.
 */

/** What a parent is beyond what a family record says: `Parent: egg, donor, undrawn partner 1`. */
export const writeParent = ({ roles, isDonor, undrawnPartner }: Pick<ParentEdge, 'roles' | 'isDonor' | 'undrawnPartner'>): string =>
  `Parent: ${[...roles, ...(isDonor ? ['donor'] : []), ...(undrawnPartner > 0 ? [`undrawn partner ${String(undrawnPartner)}`] : [])].join(', ')}`;

export function readParent(text: string): Pick<ParentEdge, 'roles' | 'isDonor' | 'undrawnPartner'> | null {
  const words = /^Parent: (.+)$/i.exec(text.trim())?.[1]?.toLowerCase().split(/,\s*/) ?? [];
  const roles = parentRoles.filter((role) => words.includes(role));
  const undrawn = Number(words.map((word) => /^undrawn partner (\d{1,2})$/.exec(word)?.[1]).find((number) => number !== undefined) ?? 0);
  return roles.length === 0 || roles.length > 4 ? null : { roles, isDonor: words.includes('donor'), undrawnPartner: Math.min(20, undrawn) };
}

/** `Twin: zygote 1, tested`. */
export const writeTwin = (zygote: number | null, knownBy: TwinGroup['knownBy']): string => `Twin: ${zygote === null ? 'zygosity unknown' : `zygote ${String(zygote)}`}, ${knownBy}`;

export function readTwin(text: string): { readonly zygote: number | null; readonly knownBy: TwinGroup['knownBy'] } | null {
  const words = /^Twin: (?:zygote (\d)|zygosity unknown), (tested|reported|unknown)$/.exec(text.trim());
  if (words !== null) return { zygote: words[1] === undefined || words[1] === '0' ? null : Number(words[1]), knownBy: words[2] === 'tested' ? 'tested' : words[2] === 'reported' ? 'reported' : 'unknown' };
  if (!/\b(twin|triplet|quadruplet)s?\b/i.test(text)) return null;
  return { zygote: /monozyg|identical/i.test(text) && !/non-?identical/i.test(text) ? 1 : null, knownBy: 'reported' };
}
