// The long parts that `.ci/run` adds to `npm test`: the whole server suite on the database that RONGHE_TEST_DATABASE names, with the full
// route matrix, 50,000 malformed requests and 20 + 20 kills, and the browser flows that take too long for `npm test`.
import { close, vitest } from './steps.js'

close([
  vitest('ten thousand changes of ballot archives, and belenios-tool', ['packages/ballot/src/'], { RONGHE_FULL: '1' }),
  vitest('server suite on the given PostgreSQL, long form', ['server/', 'cli/', 'demo/'], { RONGHE_FULL: '1' }),
  vitest('long browser flows on the given PostgreSQL', ['--config', 'e2e/vitest.config.ts'], { RONGHE_FLOWS: 'long' }),
])
