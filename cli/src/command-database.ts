import type { Config } from '@ronghe/server/config.ts'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import type { DatabaseUrls } from '@ronghe/server/platform/database/database-secrets.ts'
import { startEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import { findRunning, holdsDatabase } from '@ronghe/server/platform/database/running.ts'

/**
 * Runs `work` on the configured database: a server of one's own, the embedded one that a running Ronghe already holds, or the
 * embedded one started just for this. With `make`, a data folder without a database gets one.
 */
export async function withDatabase<T>(
  config: Config,
  options: { readonly make: boolean },
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  if (config.database) return work(config.database)
  if (!options.make && !(await holdsDatabase(config.data))) {
    throw new OperatorError(`There is no database in ${config.data}. Set RONGHE_DATA to the data folder, or start Ronghe once.`)
  }
  const running = await findRunning(config.data)
  if (running) return work(running)
  const embedded = await startEmbedded({ data: config.data })
  // A command that is interrupted leaves no database behind: this ends it through the exit hook of the supervisor.
  const interrupted = () => process.exit(130)
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return await work(embedded)
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await embedded.stop()
  }
}
