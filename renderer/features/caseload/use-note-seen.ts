import { useEffect } from 'react';
import { useClient } from '#renderer/client/queries.tsx';

/** Notes that a case was opened, so that the caseload knows from when on something is new. A failure loses nothing but that. */
export function useNoteSeen(caseId: string | null): void {
  const client = useClient();
  useEffect(() => {
    if (caseId !== null) void client.call('case.see', { caseId }).catch(() => undefined);
  }, [client, caseId]);
}
