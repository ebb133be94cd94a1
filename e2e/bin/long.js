// The long parts that `.ci/run` adds to `npm test`: the whole server suite on the database that RONGHE_TEST_DATABASE names, with the full
// route matrix, 50,000 malformed requests and 20 + 20 kills.
import { close, vitest } from './steps.js'

close([vitest('server suite on the given PostgreSQL, long form', ['server/', 'cli/', 'demo/'], { RONGHE_FULL: '1' })])
