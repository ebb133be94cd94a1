import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asOwner, embeddedOf, serveRonghe } from '@ronghe/cli/testing.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { castId, organId } from '@ronghe/demo/load-cast.ts'
import { sStreet } from '@ronghe/demo/load.ts'
import { cookieName, hashToken, newToken } from '@ronghe/server/platform/auth/session.ts'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import { loadInto } from './data.ts'
import { percentile, rounded, type Bench, type Figures } from './measure.ts'

const followers = 2000
const changes = 20

/** A meeting with 2,000 people looking on over sockets of their own; how long a change takes from the sender to each of them (P8). */
export const hall: Bench = {
  name: 'hall',
  summary: 'a meeting followed by 2,000 readers: how long until a change has reached 95 % of them',
  target: { p95Ms: { most: 300 }, lost: { most: 0 } },
  async run({ say }) {
    const data = await mkdtemp(join(tmpdir(), 'ronghe-bench-hall-'))
    const sockets: Socket[] = []
    try {
      await loadInto(data, 'small', say)
      const served = await serveRonghe({ RONGHE_DATA: data })
      try {
        const { meetingId, itemId, cookies } = await runningMeeting((await embeddedOf(data)).ownerUrl)
        const command = async (who: CastKey, ask: object): Promise<number> => {
          const response = await fetch(`${served.address}/api/v1/meetings/${meetingId}/floor`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', cookie: cookies.get(who)!, 'idempotency-key': randomUUID() },
            body: JSON.stringify({ commandId: randomUUID(), command: ask }),
          })
          if (!response.ok) throw new Error(`${JSON.stringify(ask)}: ${await response.text()}`)
          return ((await response.json()) as { last: number }).last
        }
        const id = (who: CastKey) => castId(sStreet.id, who)
        await command('jiangWen', { kind: 'open' })
        await command('liang', { kind: 'openItem', itemId, because: null })
        await command('zhou', { kind: 'move', delegateId: id('zhou') })
        let last = await command('uncleHuang', { kind: 'second', delegateId: id('uncleHuang'), amendmentId: null })

        /** When each number reached each follower. */
        const reached: Map<number, number[]> = new Map()
        const { hostname, port } = new URL(served.address)
        for (let opened = 0; opened < followers; opened += 100)
          sockets.push(
            ...(await Promise.all(
              Array.from({ length: 100 }, () =>
                follow(hostname, Number(port), `/api/v1/meetings/${meetingId}/live?after=${last}`, reached),
              ),
            )),
          )
        say(`${sockets.length} follow`)

        const windows: Figures[] = []
        for (let window = 0; window <= 3; window++) {
          const times: number[] = []
          let lost = 0
          for (let change = 0; change < changes; change++) {
            const began = performance.now()
            last = await command(
              'zhou',
              change % 2 ? { kind: 'withdrawAsk', delegateId: id('zhou') } : { kind: 'ask', delegateId: id('zhou'), stance: 'for' },
            )
            const until = began + 5000
            while ((reached.get(last)?.length ?? 0) < followers && performance.now() < until)
              await new Promise((ready) => setTimeout(ready, 20))
            const arrived = reached.get(last) ?? []
            times.push(...arrived.map((at) => at - began))
            lost += followers - arrived.length
            await new Promise((ready) => setTimeout(ready, 200))
          }
          // The first one warms up.
          if (window > 0)
            windows.push({
              followers,
              p50Ms: rounded(percentile(times, 0.5)),
              p95Ms: rounded(percentile(times, 0.95)),
              p99Ms: rounded(percentile(times, 0.99)),
              lost,
            })
        }
        return windows
      } finally {
        for (const socket of sockets) socket.destroy()
        await served.stop()
      }
    } finally {
      await removeEmbedded(data)
      await rm(data, { recursive: true, force: true })
    }
  },
}

/** One reader: a plain socket, so that what is measured is the server. */
async function follow(host: string, port: number, path: string, reached: Map<number, number[]>): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true })
  socket.on('error', () => {})
  socket.setEncoding('latin1')
  await new Promise<void>((ready, fail) => {
    let head = ''
    socket.on('data', (text: string) => {
      const at = performance.now()
      if (head !== 'read') {
        head += text
        if (!head.includes('\r\n\r\n')) return
        if (!head.startsWith('HTTP/1.1 200')) return fail(new Error(head.slice(0, 200)))
        head = 'read'
        ready()
      }
      for (const [, number] of text.matchAll(/^id: (\d+)$/gm)) {
        const arrived = reached.get(Number(number)) ?? []
        arrived.push(at)
        reached.set(Number(number), arrived)
      }
    })
    socket.on('close', () => fail(new Error('the server let go of a follower')))
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\naccept: text/event-stream\r\n\r\n`)
  })
  return socket
}

/** A meeting that can begin, with one invented item, and sessions of those who act in it. */
async function runningMeeting(ownerUrl: string) {
  const [meetingId, itemId] = [randomUUID(), randomUUID()]
  const council = organId(sStreet.id, 'council')
  const now = new Date()
  const acting: CastKey[] = ['liang', 'zhou', 'uncleHuang', 'jiangWen']
  const tokens = acting.map(newToken)
  await asOwner(ownerUrl, async (client) => {
    await client.query(
      `insert into meeting (street_id, id, council_id, number, kind, state, starts_at, ends_at, place, created_at)
       select $1, $2, $3, coalesce(max(number), 0) + 1000, 'ordinary', 'notified', $4::timestamptz, $4::timestamptz + interval '2 hours', '榕树路3号二楼', $4::timestamptz
       from meeting where street_id = $1 and council_id = $3`,
      [sStreet.id, meetingId, council, now],
    )
    await client.query(`insert into agenda (street_id, meeting_id, state, proposed_at) values ($1, $2, 'confirmed', $3)`, [
      sStreet.id,
      meetingId,
      now,
    ])
    await client.query(
      `insert into agenda_item (street_id, id, meeting_id, position, kind, title, why) values ($1, $2, $3, 1, 'practice', $4, $5)`,
      [sStreet.id, itemId, meetingId, { 'zh-CN': '榕树下放不放棋桌' }, { rule: 'practice' }],
    )
    await client.query(
      `insert into meeting_sign_in (street_id, meeting_id, person_id, came_at, how)
       select $1, $2, seat_term.person_id, $3::timestamptz, 'list' from seat_term join seat on seat.street_id = seat_term.street_id and seat.id = seat_term.seat_id
       where seat_term.street_id = $1 and seat.council_id = $4 and $3::timestamptz::date between seat_term.from_day and seat_term.to_day`,
      [sStreet.id, meetingId, now, council],
    )
    await client.query(
      `insert into session (street_id, id, token_hash, person_id, kind, second_factor_at, created_at, seen_at, expires_at)
       select $1, id, hash, person, 'open', $5::timestamptz, $5::timestamptz, $5::timestamptz, $5::timestamptz + interval '1 day'
       from unnest($2::uuid[], $3::bytea[], $4::uuid[]) as made (id, hash, person)`,
      [sStreet.id, tokens.map(() => randomUUID()), tokens.map(hashToken), acting.map((who) => castId(sStreet.id, who)), now],
    )
  })
  return { meetingId, itemId, cookies: new Map(acting.map((who, place) => [who, `${cookieName}=${tokens[place]}`] as const)) }
}
