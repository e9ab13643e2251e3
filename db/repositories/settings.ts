import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Row } from '#db/tables.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { settingsSchema, type Settings } from '#shared/contract/app-procedures.ts';

/** Fifteen minutes without a touch is what a clinic laptop may stay open beside a family; the rest is off or empty until chosen. */
export const defaultSettings: Settings = {
  clinicianName: '',
  clinicName: '',
  replyAddress: '',
  telephone: '',
  autoLockMinutes: 15,
  excludedMode: 'absence',
  termLanguage: '',
  seasons: 'locale',
  isDownloadAllowed: false,
};

export interface SettingsReader {
  readonly read: () => Settings;
}

export interface SettingsWriter {
  readonly change: (change: Partial<Settings>) => Settings;
}

export function createSettingsReader(database: Connection): SettingsReader {
  const all = database.prepare<[], Row>('SELECT id, value FROM setting');
  return {
    read: () => {
      const stored = Object.fromEntries(all.all().map((row) => [row.id, JSON.parse(String(row['value'])) as unknown]));
      // A value that this version does not understand falls back to the default instead of keeping the vault shut.
      const known = settingsSchema.partial().safeParse(stored);
      return { ...defaultSettings, ...(known.success ? withoutUndefined(known.data) : {}) };
    },
  };
}

export function createSettingsWriter(rows: RowWriter, reader: SettingsReader): SettingsWriter {
  return {
    change: (change) => {
      for (const [name, value] of Object.entries(withoutUndefined(change))) rows.put('setting', name, { value: JSON.stringify(value) });
      return reader.read();
    },
  };
}
