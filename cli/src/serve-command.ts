import { OperatorError } from '@ronghe/server/operator-error.ts'
import type { Config } from '@ronghe/server/config.ts'
import type { Running } from '@ronghe/server/main.ts'
import type { Command } from './command.ts'
import { buildWebIfStale } from './web-build.ts'

export const serveCommand: Command = {
  name: 'serve',
  positionals: [],
  options: {
    'first-run': { type: 'boolean', says: 'first build the web app if it is missing or stale, and load the demo into an empty database' },
  },
  summary: 'Start Ronghe and print its address; Ctrl-C stops it',
  async run({ config, options, say, announce }) {
    if (options['first-run']) await buildWebIfStale(say)
    const { hasStreet, howToSignIn, loadDemoOnce } = await import('./demo.ts') // the whole server, which --help does not need
    const { offerSetUps } = await import('@ronghe/server/rooms/people/set-up.ts')
    const running = await start(config)
    const stopped = stopOnSignal(running, say)
    if (options['first-run'] && config.demo) await loadDemoOnce(running, say)
    const demo = await hasStreet(running.ownerUrl, 'demo')
    const setUps = await offerSetUps(running.platform)
    announce({
      text: [
        '',
        `Ronghe (融合) is at ${running.address}`,
        `The database is ${running.where ? `in ${running.where}` : 'the one of DATABASE_URL'}. Ctrl-C stops Ronghe.`,
        ...(demo ? ['', ...howToSignIn(running.address)] : []),
        ...setUps.map(
          ({ slug, code }) =>
            `\nThe street "${slug}" has nobody yet. Its three administrators are named at ${running.address}/s/${slug}/set-up with the code ${code}`,
        ),
        ...(setUps.length > 0 && config.sms.kind === 'console'
          ? ['No SMS gateway is set (SMS_GATEWAY): sign-in codes of this street reach nobody until there is one.']
          : []),
        '',
      ].join('\n'),
      json: { address: running.address, where: running.where ?? null, demo, setUps },
    })
    await stopped
    return undefined
  },
}

async function start(config: Config): Promise<Running> {
  const { serve } = await import('@ronghe/server/main.ts')
  try {
    return await serve(config)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE') throw new OperatorError(`Port ${config.port} is in use already. Set PORT to another one.`)
    if (code === 'EACCES') throw new OperatorError(`This user may not listen on port ${config.port}. Set PORT to one above 1023.`)
    throw error
  }
}

/** The first signal lets requests finish and stops the database; a second one does not wait. */
function stopOnSignal(running: Running, say: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false
    const stop = () => {
      if (stopping) process.exit(130)
      stopping = true
      say('Stopping …')
      running.close().then(resolve, reject)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  })
}
