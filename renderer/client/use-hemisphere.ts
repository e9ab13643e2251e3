import { useQueryOf } from '#renderer/client/queries.tsx';
import { systemLocale } from '#renderer/i18n/moment.ts';
import { hemisphereOfSetting, type Hemisphere } from '#shared/casefile/hemisphere.ts';

/** In which half of the world a season is meant that is typed here: as the settings say, else by the region of the system. */
export function useHemisphere(): Hemisphere {
  return hemisphereOfSetting(useQueryOf('settings.read', {}).data?.seasons ?? 'locale', systemLocale());
}
