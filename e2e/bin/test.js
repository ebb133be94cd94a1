// `npm test`: everything but the long parts (long.js), browser tests included.
import { close, step, vitest } from './steps.js'

close([
  step('types', 'tsc', ['--noEmit']),
  step('lint', 'oxlint', ['--deny-warnings']),
  step('format', 'oxfmt', ['--check']),
  step('pages', 'node', ['e2e/bin/pages.js']),
  vitest('rules, rooms and packages', [], { RONGHE_TESTS: 'short' }),
  vitest('browser flows', ['--config', 'e2e/vitest.config.ts'], { RONGHE_FLOWS: 'short' }),
])
