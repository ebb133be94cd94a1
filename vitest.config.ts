import { defineConfig } from 'vitest/config'

/** Too long for `npm test`, which is to stay under twelve minutes on two cores: the long part of `.ci/run` runs them with all the rest. */
const long = ['cli/src/cut-wires.test.ts', 'cli/src/overload.test.ts']

export default defineConfig({
  test: {
    include: [
      '*.test.ts',
      'packages/*/src/**/*.test.ts',
      'contract/src/**/*.test.ts',
      'server/src/**/*.test.ts',
      'cli/src/**/*.test.ts',
      'demo/src/**/*.test.ts',
      'web/src/**/*.test.ts',
      'web/src/**/*.test.tsx',
    ],
    exclude: ['**/node_modules/**', ...(process.env['RONGHE_TESTS'] === 'short' ? long : [])],
    globalSetup: ['server/src/platform/database/test-logs.ts', 'server/src/platform/database/test-cluster.ts'],
    maxWorkers: 2,
    // Each file has a database and a server of its own; reading the same sources anew for each of four hundred cost a quarter of the time.
    isolate: false,
    // Parallel tries and time-outs are tested against the clock of a shared machine; in CI such a test gets a second chance.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
