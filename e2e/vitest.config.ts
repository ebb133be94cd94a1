import { defineConfig } from 'vitest/config'

/** Too long for `npm test`, which is to stay under twelve minutes on two cores: `.ci/run` drives these, and `npm run e2e -- <flow>` any one of them. */
const long = [
  'branch-life',
  'busy-database',
  'catalogue',
  'catalogue-build',
  'catalogue-fit',
  'commendation',
  'contract',
  'council-allocation',
  'council-ballot',
  'council-conversation',
  'council-followup',
  'council-motion',
  'council-planning',
  'council-seats',
  'council-visits',
  'council-whole',
  'counter',
  'desk-departments',
  'desk-pages',
  'desk-street',
  'desk-window',
  'equity',
  'hazard-departments',
  'hostile-words',
  'insight-city',
  'insight-open-data',
  'insight-path-model',
  'insight-survey',
  'insight-survey-results',
  'insight-ties',
  'my-data',
  'neighbours-desk',
  'offline',
  'programme-desk',
  'resident-mediation',
  'resident-neighbours',
  'resident-pages',
  'resident-station',
  'resident-street',
  'resident-visits',
  'school-learning',
  'settings',
  'shift-notes',
  'station-sheets',
  'together',
  'volunteers-care',
  'volunteers-hours',
  'volunteers-patrol',
].map((flow) => `e2e/src/${flow}.flow.ts`)
/** A quarter of an hour: every page of the council in three looks, by `npm run e2e -- council-pages` after a change of its screens. */
const alone = ['council-pages', 'school-branch-pages', 'volunteers-programme-pages'].map((flow) => `e2e/src/${flow}.flow.ts`)
const part = process.env['RONGHE_FLOWS']

export default defineConfig({
  test: {
    include: part === 'long' ? long : ['e2e/src/**/*.flow.ts'],
    exclude: part === 'short' ? [...long, ...alone] : [],
    globalSetup: ['server/src/platform/database/test-logs.ts', 'server/src/platform/database/test-cluster.ts'],
    maxWorkers: 2,
    // A browser on a busy machine: a flow that fails twice is broken, one that fails once was late.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
