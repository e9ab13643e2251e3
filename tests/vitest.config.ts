import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Two slow cores are the smallest machine the suite must be at ease on; more would also starve the tests that measure time. */
const workers = 2;

/**
 * node: everything that needs no page; renderer: components in jsdom; e2e: journeys in a real Chromium, one file at a time, since
 * each starts its own application and browser. One of them alone: `npx vitest run --config tests/vitest.config.ts --project node`.
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: workers,
    pool: 'forks',
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/renderer/**', 'tests/e2e/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          css: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // What a page shows is waited for, never read once; a slow machine takes its time.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
