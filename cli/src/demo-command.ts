import { demoSizes as sizes } from '@ronghe/demo/sizes.ts'
import { WrongUsage, type Command } from './command.ts'

export const demoLoad: Command = {
  name: 'demo load',
  positionals: [],
  options: {
    size: { type: 'string', value: sizes.join('|'), says: 'the named people and their year (small, the default) or a whole street' },
  },
  summary: 'Fill an empty database with S Street: invented people and a year of their life',
  async run({ config, options, say }) {
    const size = sizes.find((one) => one === (options['size'] ?? 'small'))
    if (!size) throw new WrongUsage(`--size is ${sizes.join(' or ')}.`)
    const { loadDemoInto } = await import('./demo.ts') // the whole server, which --help does not need
    return loadDemoInto(config, size, say)
  },
}
