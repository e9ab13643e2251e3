import type { Connection } from '#db/connection.ts';

/** One step of the schema. Frozen once released: its file's SHA-256 stands in `lock.json`, and what is wrong with it is mended by the next step. */
export interface Migration {
  /** Rises in tens; kept in the database as `user_version`. */
  readonly version: number;
  readonly purpose: string;
  readonly apply: (database: Connection) => void;
}
