import type { Feature, FeatureDetail } from '#shared/phenotype/feature.ts';

export type ChangeFeature = (input: { featureId: string; version: number; change: Partial<FeatureDetail> }) => Promise<Feature>;

/** Changes findings one after another, so that two quick keystrokes on the same one do not refuse each other. */
export interface FeatureWriter {
  readonly change: (feature: Feature, change: Partial<FeatureDetail>) => Promise<Feature>;
}

/**
 * A change states the version it was made from. The screen learns of a new version a moment after it was written, so the writer
 * remembers the newest version it was answered with, and waits for the change before. A refused change does not hold up the next.
 */
export function createFeatureWriter(send: ChangeFeature): FeatureWriter {
  const newest = new Map<string, number>();
  const last = new Map<string, Promise<unknown>>();
  return {
    change: (feature, change) => {
      const before = last.get(feature.id) ?? Promise.resolve();
      const answer = before.catch(() => undefined).then(async () => {
        const version = Math.max(feature.version, newest.get(feature.id) ?? 0);
        // After a refusal what is remembered may be what was wrong (undone meanwhile): the screen's version counts again.
        const written = await send({ featureId: feature.id, version, change }).catch((refused: unknown) => {
          newest.delete(feature.id);
          throw refused;
        });
        newest.set(feature.id, written.version);
        return written;
      });
      last.set(feature.id, answer);
      return answer;
    },
  };
}
