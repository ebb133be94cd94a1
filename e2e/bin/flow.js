// `npm run e2e -- <flow>`: one flow's browser tests, by the name of its file; without a name it lists them.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { close, root, step, vitest } from './steps.js'

const flows = readdirSync(join(root, 'e2e', 'src'))
  .filter((file) => file.endsWith('.flow.ts'))
  .map((file) => file.slice(0, -'.flow.ts'.length))
const [flow] = process.argv.slice(2)
if (!flow || !flows.includes(flow)) {
  console.error(`Which flow? One of: ${flows.join(', ')}`)
  process.exit(2)
}
close([step('pages', 'node', ['e2e/bin/pages.js']), vitest(flow, ['--config', 'e2e/vitest.config.ts', `e2e/src/${flow}.flow.ts`])])
