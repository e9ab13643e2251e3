export const hemispheres = ['north', 'south'] as const;
export type Hemisphere = (typeof hemispheres)[number];

/** How a clinic says in which half of the world its seasons are meant; `locale`: that of the region of the system. */
export const seasonSettings = ['locale', ...hemispheres] as const;
export type SeasonSetting = (typeof seasonSettings)[number];

/** Countries (ISO 3166) most of whose people live south of the equator and that name the four seasons. */
const southern: ReadonlySet<string> = new Set(['AO', 'AR', 'AU', 'BO', 'BR', 'BW', 'CL', 'FJ', 'LS', 'MG', 'MU', 'MW', 'MZ', 'NA', 'NC', 'NZ', 'PE', 'PF', 'PG', 'PY', 'RE', 'SZ', 'TO', 'UY', 'VU', 'WS', 'ZA', 'ZM', 'ZW']);

/** In which half of the world a season is meant that is named in this locale: that of its region, the northern where it names none. */
export function hemisphereOf(locale: string): Hemisphere {
  return southern.has(new Intl.Locale(locale).region ?? '') ? 'south' : 'north';
}

export const hemisphereOfSetting = (setting: SeasonSetting, locale: string): Hemisphere => (setting === 'locale' ? hemisphereOf(locale) : setting);
