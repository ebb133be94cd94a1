import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import files from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { App } from './implement.ts'
import { Refusal } from './problems.ts'

export const builtPages = fileURLToPath(new URL('../../../../web/dist', import.meta.url))

/** The three doors: the desk, the hall, and for everything else the residents'. */
const doors = [
  { page: 'desk.html', at: /^\/desk(\/|$)/ },
  { page: 'hall.html', at: /^\/hall(\/|$)/ },
  { page: 'resident.html', at: /./ },
] as const

/** Paths that belong to machines: a wrong one is a 404, not a page. */
const notPages = /^\/(api|open311|hsds|govstack|popolo|calendar|badges|open-data|health|metrics|assets)(\/|$)/

/** Serves the built web app. File names carry a hash and may be kept for ever; the pages themselves are asked for each time. */
export async function serveDoors({ fastify }: App, pages = builtPages): Promise<void> {
  if (existsSync(pages)) {
    await fastify.register(files, {
      root: pages,
      index: false,
      wildcard: false,
      preCompressed: true, // the build writes .br and .gz beside each file
      setHeaders: (response, path) =>
        void response.header(
          'cache-control',
          path.includes(`${join(pages, 'assets')}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    })
  }
  fastify.setNotFoundHandler(async (request, response) => {
    const path = request.url.split('?')[0] ?? '/'
    if ((request.method !== 'GET' && request.method !== 'HEAD') || notPages.test(path) || /\.\w{2,11}$/.test(path))
      throw new Refusal(404, 'no-route')
    return sendPage(response, pages, doors.find(({ at }) => at.test(path))!.page)
  })
}

async function sendPage(response: FastifyReply, pages: string, page: string): Promise<FastifyReply> {
  const html = await readFile(join(pages, page), 'utf8').catch(() => undefined)
  if (html === undefined)
    return response.status(503).type('text/plain; charset=utf-8').send('The pages are not built yet: run `npm run build`.\n')
  return response.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html)
}
