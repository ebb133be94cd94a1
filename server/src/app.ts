import { deliveryJobs } from './platform/notify/deliver.ts'
import type { Deed } from './platform/deed.ts'
import type { App } from './platform/http/implement.ts'
import { serveDescription } from './platform/http/openapi.ts'
import { newServer } from './platform/http/server.ts'
import type { Job } from './platform/jobs/jobs.ts'
import { sendCodeJob } from './platform/auth/codes.ts'
import { peopleRoutes } from './rooms/people/people.routes.ts'
import type { Platform } from './platform/platform.ts'

/** The one list of rooms. A room adds its operations; its jobs run in every street. */
const rooms: readonly ((app: App) => void)[] = [peopleRoutes]

export const jobs: readonly Job[] = [...deliveryJobs, sendCodeJob]

/** How each subject of the table `erasure` is erased with all it left behind; `ronghe restore` does it again. */
export const erasers: Readonly<Record<string, (deed: Deed, subjectId: string) => Promise<void>>> = {}

export async function newRonghe(platform: Platform): Promise<App> {
  const app = await newServer(platform)
  for (const room of rooms) room(app)
  serveDescription(app)
  return app
}
