import { createHash } from 'node:crypto';
import type { Repositories } from '#db/unit-of-work.ts';
import type { CaseIdentityDetail } from '#shared/casefile/case-identity.ts';

/** Without letters that are read as others (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * By what a family is called outside and by how many days its dates are moved: as kept, else as the first export will keep it. Drawn from the random part of
 * the id that the vault gave the case, by a one-way function, so that a preview shows what will leave although it writes nothing. That id never leaves,
 * and nothing that is known of a patient goes into it (45 CFR 164.514(c)).
 */
export function aliasOfCase(repositories: Pick<Repositories, 'records'>, caseId: string): CaseIdentityDetail {
  const kept = repositories.records.identities.ofCase(caseId)[0];
  if (kept !== undefined) return { pseudonym: kept.pseudonym, dateShiftDays: kept.dateShiftDays };
  const drawn = createHash('sha256').update(`name and dates of a case outside\n${caseId}`).digest();
  const name = [...drawn.subarray(0, 8)].map((byte) => letters[byte % letters.length] ?? '').join('');
  const days = (drawn.readUInt16BE(8) % 365) + 1;
  return { pseudonym: `F-${name.slice(0, 4)}-${name.slice(4)}`, dateShiftDays: (drawn[10] ?? 0) % 2 === 0 ? days : -days };
}
