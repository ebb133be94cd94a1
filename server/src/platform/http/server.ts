import { finished } from 'node:stream'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { say } from '@ronghe/contract/words.ts'
import { fastify as newFastify, type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import { isUnavailable } from '../database/pool.ts'
import { findStreet } from './find-street.ts'
import { languageOf, newApp, type App } from './implement.ts'
import { healthAndMetrics } from './health.ts'
import { Refusal, toProblem, unavailable, unfit } from './problems.ts'
import { uuid7 } from '../codes.ts'
import type { Platform } from '../platform.ts'

/** More requests than this at once are told to come back: what is under way finishes, nothing piles up behind the database (R5). */
const mostAtOnce = 400

/** An HTTP server with everything that is true of all of Ronghe; the rooms' operations and the pages are added to it. */
export async function newServer(platform: Platform): Promise<App> {
  const options: FastifyServerOptions = {
    logger: false,
    trustProxy: (_address, hop) => hop < platform.config.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: 15_000,
    genReqId: () => uuid7(Date.now()).slice(-8),
    // `/s/<slug>/…` names the street where the host does not (09, Tenancy).
    rewriteUrl(request) {
      const match = /^\/s\/([a-z][a-z0-9-]*)(\/.*|$)/.exec(request.url ?? '/')
      if (!match) return request.url ?? '/'
      request.headers['ronghe-street'] = match[1]
      return match[2] || '/'
    },
  }
  const fastify: FastifyInstance = newFastify(options)
  await fastify.register(cookie)
  await fastify.register(multipart, {
    limits: { files: 10, fileSize: 12 * 1024 * 1024, fields: 20, fieldSize: 20_000, parts: 32 },
    throwFileSizeLimit: false,
  })
  answerProblems(fastify, platform)
  guard(fastify, platform)
  const app = newApp(fastify, platform, (request) => findStreet(platform.database, request, platform.clock().getTime()))
  healthAndMetrics(app)
  return app
}

function answerProblems(fastify: FastifyInstance, { log }: Platform): void {
  fastify.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, response) => {
    const refusal = refusalOf(error)
    if (refusal.status >= 500 && !(error instanceof Refusal)) {
      log.error(
        {
          request: request.id,
          route: shownRoute(request),
          problem: isUnavailable(error) || request.routeOptions.config.closed ? error.message : (error.stack ?? error.message),
        },
        'request failed',
      )
    }
    const language = request.language ?? languageOf(request)
    const wait = refusal.details.retryAfterSeconds
    if (wait) void response.header('retry-after', String(wait))
    const known = new Refusal(refusal.status, refusal.code, {
      ...refusal.details,
      params: { request: request.id, ...refusal.details.params },
    })
    return response
      .status(refusal.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(toProblem(known, (code, params) => say(language, code, params), request.id)))
  })
}

/** What went wrong, as something the caller may hear. */
function refusalOf(error: Error & { statusCode?: number; code?: string }): Refusal {
  if (error instanceof Refusal) return error
  if (isUnavailable(error)) return unavailable()
  // A lock not had in time: somebody else is at the same thing.
  if (error.code === '55P03' || error.code === '40P01' || error.code === '40001')
    return new Refusal(409, 'twin-in-progress', { retryAfterSeconds: 1 })
  if (error.code === '57014') return unavailable()
  // NUL bytes and lone surrogates reach PostgreSQL as text it cannot hold; numbers as ones out of range.
  if (error.code === '22021' || error.code === '22P05' || error.code === '22003' || error.code === '22P02') return unfit([])
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE') return new Refusal(413, 'too-large')
  const status = error.statusCode
  if (status && status >= 400 && status < 500) return new Refusal(status, status === 404 ? 'no-route' : 'not-json')
  return new Refusal(500, 'failed')
}

function guard(fastify: FastifyInstance, { config, log }: Platform): void {
  let atOnce = 0
  fastify.addHook('onRequest', async (request, response) => {
    atOnce++
    let counted = true
    request.leaveQueue = () => {
      if (counted) atOnce--
      counted = false
    }
    // Also told of a caller that went away in the middle; the response hook is not.
    finished(response.raw, request.leaveQueue)
    if (atOnce > mostAtOnce) throw unavailable()
    if (request.method !== 'GET' && request.method !== 'HEAD') sameOrigin(request.headers.origin, request.headers.host, config.publicUrl)
    void response.headers(securityHeaders(config.publicUrl))
  })
  fastify.addHook('onResponse', async (request, response) => {
    // A line in a log has a time: what comes without a session and writes something gets none (08, Concerns).
    if (request.unlogged) return
    if (request.routeOptions.config.closed) {
      log.info({ request: request.id, ms: Math.round(response.elapsedTime) }, 'answered')
      return
    }
    log.info(
      {
        request: request.id,
        method: request.method,
        route: shownRoute(request) ?? 'none',
        status: response.statusCode,
        ms: Math.round(response.elapsedTime),
      },
      'answered',
    )
  })
}

/** Of a closed ground neither log nor figure says which door it was. */
const shownRoute = (request: FastifyRequest): string | undefined =>
  request.routeOptions.config.closed ? 'closed' : request.routeOptions.url

/** A page elsewhere must not act with our cookie. SameSite=Lax stops it already; this also says so. */
function sameOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | undefined): void {
  if (!origin || origin === 'null') return
  if (!URL.canParse(origin)) throw new Refusal(403, 'wrong-origin')
  if (new URL(origin).host !== host && origin !== publicUrl) throw new Refusal(403, 'wrong-origin')
}

export function securityHeaders(publicUrl: string | undefined): Record<string, string> {
  return {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    ...(publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
