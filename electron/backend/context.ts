import type { FamilyMode } from '#electron/backend/family-view/family-mode.ts';
import type { HostCapabilities } from '#electron/backend/host-capabilities.ts';
import type { KnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import type { RankingPause } from '#electron/backend/ranking/ranking-pause.ts';
import type { TrialsSession } from '#electron/backend/trials/trials-session.ts';
import type { VaultSession } from '#electron/backend/vault/vault-session.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

/** What a handler may use. Everything that is not a pure function of the input comes through here. */
export interface BackendContext {
  /** Now, ISO 8601 UTC with milliseconds. */
  readonly clock: () => string;
  readonly vault: VaultSession;
  readonly knowledge: KnowledgeSession;
  readonly trials: TrialsSession;
  readonly host: HostCapabilities;
  readonly rankingPause: RankingPause;
  /** On while the screen is turned to a family. */
  readonly familyMode: FamilyMode;
  readonly emit: (event: BackendEvent) => void;
  readonly appVersion: string;
}
