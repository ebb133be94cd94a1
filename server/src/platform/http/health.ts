import type { App } from './implement.ts'

/** Bounds of the latency histogram, in seconds. */
const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const

interface Series {
  count: number
  seconds: number
  readonly buckets: number[]
}

/** `/health/live`, `/health/ready` and `/metrics` in the Prometheus text format; counts and routes only, never a person or an address. */
export function healthAndMetrics({ fastify, platform }: App): void {
  const series = new Map<string, Series>()
  fastify.addHook('onResponse', async (request, response) => {
    if (request.routeOptions.config.closed) return // how busy the branch is is nobody's to read (D1)
    const key = `${request.method} ${request.routeOptions.url ?? 'none'} ${response.statusCode}`
    const known = series.get(key) ?? { count: 0, seconds: 0, buckets: bounds.map(() => 0) }
    const seconds = response.elapsedTime / 1000
    known.count++
    known.seconds += seconds
    bounds.forEach((bound, index) => seconds <= bound && known.buckets[index]!++)
    series.set(key, known)
  })

  fastify.get('/health/live', async () => ({ live: true }))
  fastify.get('/health/ready', async (_, response) => {
    const ready = await platform.database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return response.status(ready ? 200 : 503).send({ ready })
  })
  fastify.get('/metrics', async (_, response) => {
    const lines = ['# TYPE ronghe_requests histogram']
    for (const [key, { count, seconds, buckets }] of series) {
      const [method, route, status] = key.split(' ')
      const labels = `method="${method}",route="${route}",status="${status}"`
      bounds.forEach((bound, index) => lines.push(`ronghe_requests_bucket{${labels},le="${bound}"} ${buckets[index]}`))
      lines.push(
        `ronghe_requests_bucket{${labels},le="+Inf"} ${count}`,
        `ronghe_requests_sum{${labels}} ${seconds.toFixed(6)}`,
        `ronghe_requests_count{${labels}} ${count}`,
      )
    }
    const memory = process.memoryUsage()
    const { totalCount, idleCount, waitingCount } = platform.database.pool
    lines.push(
      '# TYPE ronghe_memory_bytes gauge',
      `ronghe_memory_bytes{kind="rss"} ${memory.rss}`,
      `ronghe_memory_bytes{kind="heap"} ${memory.heapUsed}`,
    )
    lines.push(
      '# TYPE ronghe_connections gauge',
      `ronghe_connections{state="open"} ${totalCount}`,
      `ronghe_connections{state="idle"} ${idleCount}`,
      `ronghe_connections{state="awaited"} ${waitingCount}`,
    )
    return response.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`)
  })
}
