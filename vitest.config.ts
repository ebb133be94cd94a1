import { defineConfig } from 'vitest/config'

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
    globalSetup: ['server/src/platform/database/test-logs.ts', 'server/src/platform/database/test-cluster.ts'],
    maxWorkers: 2,
    // Parallel tries and time-outs are tested against the clock of a shared machine; in CI such a test gets a second chance.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
