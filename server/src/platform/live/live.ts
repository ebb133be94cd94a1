import type { ServerResponse } from 'node:http'
import pg from 'pg'
import type { Platform } from '../platform.ts'

/** One event of a topic as it goes over the wire, numbered without gaps from 1. */
export interface Frame {
  readonly number: number
  readonly text: string
}

export interface Source {
  /** Shared by everybody who sees the same: `<street> <what> <id>`. */
  readonly topic: string
  /** The frames after a number, in order. */
  read(after: number): Promise<readonly Frame[]>
}

export interface Live {
  /** Keeps the reply open and sends what comes; the caller has checked who may. */
  follow(source: Source, response: ServerResponse, after: number): void
  /** Something was committed: whoever follows the topic, here or at another process, is told. */
  changed(topic: string): void
  followers(): number
  close(): Promise<void>
}

const coalescedMs = 50
const silentMs = 2000
const heartbeatMs = 20_000
/** A follower this far behind is let go; it comes back with its last number. */
const mostBehind = 256 * 1024
const channel = 'ronghe_live'

interface Follower {
  readonly response: ServerResponse
  at: number
}

interface Topic {
  readonly source: Source
  readonly followers: Set<Follower>
  /** Every frame since the first one that a follower here needed: serialised once, whoever it goes to. */
  readonly frames: Map<number, string>
  last: number
  reading: boolean
  again: boolean
  readAt: number
}

/**
 * Server-sent events for many followers of few topics. A deed tells of a change after its commit; one connection per process listens for what
 * others told; whatever gets lost on the way is found within two seconds by looking. Nobody's connection is built anything of its own.
 */
function openLive(platform: Platform): Live {
  const topics = new Map<string, Topic>()
  /** Topics told of within the last moment, and whether there is more to tell. */
  const told = new Map<string, boolean>()
  let listening: pg.Client | undefined
  let closed = false

  const tell = (topic: string): void => {
    void pull(topics.get(topic))
    platform.database.pool.query('select pg_notify($1, $2)', [channel, topic]).catch((error: Error) => {
      if (!closed) platform.log.warn({ topic, problem: error.message }, 'live: the other processes will find out by looking')
    })
  }

  async function listen(): Promise<void> {
    if (closed || listening || topics.size === 0) return
    const client = new pg.Client({ connectionString: platform.database.pool.options.connectionString, application_name: 'ronghe live' })
    listening = client
    const lost = (): void => {
      if (listening === client) listening = undefined
      client.end().catch(() => {})
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => void pull(topics.get(payload ?? '')))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch {
      lost()
    }
  }

  async function pull(topic: Topic | undefined): Promise<void> {
    if (!topic || closed) return
    if (topic.reading) return void (topic.again = true)
    topic.reading = true
    topic.readAt = performance.now()
    try {
      const frames = await topic.source.read(topic.last)
      for (const { number, text } of frames) {
        topic.frames.set(number, text)
        topic.last = number
      }
      if (frames.length > 0) for (const follower of topic.followers) send(topic, follower)
    } catch (error) {
      platform.log.warn({ topic: topic.source.topic, problem: (error as Error).message }, 'live: could not look; looking again')
    } finally {
      topic.reading = false
      if (topic.again) {
        topic.again = false
        void pull(topic)
      }
    }
  }

  function send(topic: Topic, follower: Follower): void {
    // What it still lacks from before is being read.
    if (follower.at >= topic.last || !topic.frames.has(follower.at + 1)) return
    if (follower.response.writableLength > mostBehind) return void follower.response.destroy()
    let text = ''
    for (let number = follower.at + 1; number <= topic.last; number++) text += topic.frames.get(number) ?? ''
    follower.at = topic.last
    follower.response.write(text)
  }

  const looking = setInterval(() => {
    void listen()
    for (const topic of topics.values()) if (performance.now() - topic.readAt > silentMs) void pull(topic)
  }, silentMs / 2)
  const beating = setInterval(() => {
    for (const { followers } of topics.values()) for (const { response } of followers) response.write(': \n\n')
  }, heartbeatMs)
  looking.unref()
  beating.unref()

  return {
    follow(source, response, after) {
      const topic: Topic = topics.get(source.topic) ?? {
        source,
        followers: new Set(),
        frames: new Map(),
        last: after,
        reading: false,
        again: false,
        readAt: 0,
      }
      topics.set(source.topic, topic)
      const follower: Follower = { response, at: after }
      topic.followers.add(follower)
      response.on('close', () => {
        topic.followers.delete(follower)
        if (topic.followers.size === 0 && topics.get(source.topic) === topic) topics.delete(source.topic)
      })
      response.write('retry: 1000\n\n')
      void listen()
      const missing = after < topic.last && !topic.frames.has(after + 1)
      if (missing) void fill(topic, follower, after)
      else {
        send(topic, follower)
        void pull(topic)
      }
    },
    changed(topic) {
      if (told.has(topic)) return void told.set(topic, true)
      told.set(topic, false)
      tell(topic)
      setTimeout(() => {
        const more = told.get(topic)
        told.delete(topic)
        if (more && !closed) this.changed(topic)
      }, coalescedMs).unref()
    },
    followers: () => topics.values().reduce((sum, { followers }) => sum + followers.size, 0),
    async close() {
      closed = true
      clearInterval(looking)
      clearInterval(beating)
      for (const { followers } of topics.values()) for (const { response } of followers) response.end()
      topics.clear()
      await listening?.end().catch(() => {})
    },
  }

  /** Somebody comes from further back than anybody before: what is missing is read once and kept for the next one. */
  async function fill(topic: Topic, follower: Follower, after: number): Promise<void> {
    try {
      for (const { number, text } of await topic.source.read(after)) {
        topic.frames.set(number, text)
        topic.last = Math.max(topic.last, number)
      }
      send(topic, follower)
    } catch {
      follower.response.destroy()
    }
  }
}

const open = new WeakMap<Platform, Live>()

/** The one of this process. */
export function liveOf(platform: Platform): Live {
  const live = open.get(platform) ?? openLive(platform)
  open.set(platform, live)
  return live
}
