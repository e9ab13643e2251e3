import type { OdysseySource } from '#shared/casefile/odyssey-source.ts';

export interface NamedBy {
  readonly source: OdysseySource;
  readonly names: readonly string[];
}

/** The people named in one field: "Dr Kaur and Prof. O. Lund; Sister Amy" are three. */
export function namesIn(text: string): readonly string[] {
  return text.split(/\s*[,;/&+]\s*|\s+(?:and|with)\s+/u).map((name) => name.trim()).filter((name) => name !== '');
}

/** Each different name once, as it was written first, with the records that name it. Titles, case, accents and dots make no difference. */
export function namesToCount(said: readonly NamedBy[]): readonly { readonly name: string; readonly sources: readonly OdysseySource[] }[] {
  const known = new Map<string, { readonly name: string; readonly sources: OdysseySource[] }>();
  for (const { source, names } of said) {
    for (const name of names) {
      const key = keyOf(name);
      const present = known.get(key) ?? { name, sources: [] };
      present.sources.push(source);
      known.set(key, present);
    }
  }
  return [...known.values()];
}

const titles = /^(?:dr|prof|professor|doctor|mr|mrs|ms|miss|mx|sir|dame|med|sister|nurse)\s+/u;

function keyOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.'’]/gu, ' ').replace(/\s+/gu, ' ').trim();
  const bare = plain.replace(titles, '').replace(titles, '').trim();
  return bare === '' ? plain : bare;
}
