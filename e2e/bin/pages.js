// Builds the pages if they are stale, and leaves the stamp by which `ronghe serve` knows them: nothing builds them again during the tests.
import { buildWebIfStale } from '../../cli/src/web-build.ts'

const built = await buildWebIfStale((line) => console.log(line))
if (!built) console.log('The pages are built from these sources already.')
