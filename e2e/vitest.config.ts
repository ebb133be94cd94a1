import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/src/**/*.flow.ts'],
    globalSetup: ['server/src/platform/database/test-logs.ts', 'server/src/platform/database/test-cluster.ts'],
    maxWorkers: 2,
    // A browser on a busy machine: a flow that fails twice is broken, one that fails once was late.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
