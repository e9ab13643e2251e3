import Database from 'better-sqlite3-multiple-ciphers';
import { hashContent } from '#db/knowledge/content-hash.ts';
import { guardStorage } from '#db/storage-failure.ts';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';
import { encodeRankingIndex } from '#shared/ranking/ranking-index-codec.ts';
import type { RankingIndex } from '#shared/ranking/ranking-index.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';

/** Keeps in a compiled release the index that this version of Nostos made of it, in place of that of another version, so that it is made once and not at each start. */
export function keepRankingIndex(path: string, index: RankingIndex): Result<void, Failure> {
  return guardStorage(() => {
    const database = new Database(path, { fileMustExist: true });
    try {
      const setMeta = database.prepare<[value: string, key: string]>('UPDATE meta SET value = ? WHERE key = ?');
      database
        .transaction(() => {
          database.prepare<[Uint8Array]>("UPDATE packed SET bytes = ? WHERE name = 'ranking'").run(Buffer.from(encodeRankingIndex(index)));
          setMeta.run(algorithmVersion, 'algorithm');
          setMeta.run(hashContent(database), 'contentSha256');
        })
        .immediate();
    } finally {
      database.close();
    }
  });
}
