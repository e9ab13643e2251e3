import { expect, test } from 'vitest';
import { createFeatureWriter, type ChangeFeature } from '#renderer/features/phenotype/feature-writer.ts';
import { aFeature } from '#tests/renderer/phenotype/a-feature.ts';

/** Behaves as the vault does: a change made from an older version is refused. */
function aVault(): { readonly send: ChangeFeature; readonly stored: () => unknown } {
  let stored = aFeature('Seizure');
  return {
    send: async ({ version, change }) => {
      await Promise.resolve();
      if (version !== stored.version) throw new Error('conflict');
      if (change.note === 'refuse me') throw new Error('storage');
      stored = { ...stored, ...change, version: stored.version + 1 };
      return stored;
    },
    stored: () => [stored.state, stored.source, stored.version],
  };
}

test('two quick changes of one finding are both kept though the screen still shows the first version', async () => {
  const vault = aVault();
  const writer = createFeatureWriter(vault.send);
  const shown = aFeature('Seizure');
  await Promise.all([writer.change(shown, { state: 'excluded' }), writer.change(shown, { source: 'mother' })]);
  expect(vault.stored()).toEqual(['excluded', 'mother', 3]);
});

test('a refused change is told to its caller and does not hold up the next', async () => {
  const vault = aVault();
  const writer = createFeatureWriter(vault.send);
  const shown = aFeature('Seizure');
  const refused = writer.change(shown, { note: 'refuse me' });
  const next = writer.change(shown, { state: 'not-assessed' });
  await expect(refused).rejects.toThrow('storage');
  await next;
  expect(vault.stored()).toEqual(['not-assessed', null, 2]);
});
