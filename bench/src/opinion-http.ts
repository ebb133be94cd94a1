import { hash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asOwner, embeddedOf, serveRonghe } from '@ronghe/cli/testing.ts'
import { organId, postId } from '@ronghe/demo/load-cast.ts'
import { loadDemo, sStreet } from '@ronghe/demo/load.ts'
import { readConfig } from '@ronghe/server/config.ts'
import { openPlatform } from '@ronghe/server/main.ts'
import { cookieName, hashToken, newToken } from '@ronghe/server/platform/auth/session.ts'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import { sealer } from '@ronghe/server/platform/privacy/fields.ts'
import { loadKeys } from '@ronghe/server/platform/privacy/keys.ts'
import { plantSeeds, prepareConversation, startConversation } from '@ronghe/server/rooms/council/conversations.ts'
import { leadingZeroBits, makeTicket, usualBits } from '@ronghe/server/rooms/council/voting-work.ts'
import { complaints, latency, loadClient, type Answered, type Ask } from './load-client.ts'
import { rounded, type Bench, type Figures } from './measure.ts'

const atOnce = 50
const conversations = 100
const statementsEach = 40
const voters = 2000
/** Ten times the votes of the Polis server on a machine like this (89 a second at best), a fifth of its p99 (0.86 s at best), no hot row. */
const target: Bench['target'] = {
  votesPerSecond: { least: 890 },
  p99Ms: { most: 172 },
  oneConversationShare: { least: 0.8 },
  errors: { most: 0 },
}

interface Asked {
  readonly id: string
  readonly statements: readonly string[]
}
interface Voter {
  readonly personId: string
  readonly cookie: string
}

/** P6: cast an opinion vote, get the next statement, at fifty connections: all in one conversation, then spread over a hundred, in turn. */
export const opinionHttp: Bench = {
  name: 'opinion-http',
  summary: 'opinion votes over HTTP at 50 connections, each answered with the next statement: in one conversation and in a hundred',
  target,
  options: ['seconds'],
  async run({ values, say }) {
    const seconds = Number(values['seconds'] ?? 6)
    const data = await mkdtemp(join(tmpdir(), 'ronghe-bench-opinion-http-'))
    try {
      const asked = await loadConversations(data, say)
      const served = await serveRonghe({ RONGHE_DATA: data })
      const client = loadClient(served.address, atOnce)
      try {
        const people = await signIn((await embeddedOf(data)).ownerUrl)
        const one = votes(data, people, asked.slice(0, 1))
        const hundred = votes(data, people, asked.slice(1))
        const windows: Figures[] = []
        for (let window = 0; window <= 3; window++) {
          const length = window === 0 ? Math.min(3, seconds) : seconds
          // What the voters' devices would have done while their owners were reading.
          const measured = async (next: (count: number) => readonly Ask[]) => {
            const ready = next(length * 2000)
            let at = 0
            const answers = await client.closedLoop(atOnce, length, () => ready[at++ % ready.length]!)
            for (const line of complaints(answers)) say(line)
            return answers
          }
          const [inOne, inHundred] = [await measured(one), await measured(hundred)]
          if (window > 0) windows.push(figuresOf(inOne, inHundred, length))
          say(JSON.stringify(figuresOf(inOne, inHundred, length)))
        }
        return windows
      } finally {
        client.close()
        await served.stop()
      }
    } finally {
      await removeEmbedded(data)
      await rm(data, { recursive: true, force: true })
    }
  },
}

function figuresOf(inOne: readonly Answered[], inHundred: readonly Answered[], seconds: number): Figures {
  return {
    votesPerSecond: rounded(inOne.length / seconds),
    p99Ms: latency(inOne, 0.99),
    p50Ms: latency(inOne, 0.5),
    hundredPerSecond: rounded(inHundred.length / seconds),
    hundredP99Ms: latency(inHundred, 0.99),
    oneConversationShare: rounded(inOne.length / inHundred.length, 2),
    errors: [...inOne, ...inHundred].filter(({ status }) => status !== 200).length,
  }
}

async function loadConversations(data: string, say: (line: string) => void): Promise<readonly Asked[]> {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const open = await openPlatform(readConfig({ RONGHE_DATA: data }), { log: quiet, work: false })
  try {
    await loadDemo(open, { size: { residents: voters + 100, cases: 10, concerns: 0, hazards: 0, disputes: 0 }, say })
    const councilId = organId(sStreet.id, 'council')
    const clerk = postId(sStreet.id, 'councilClerk')
    return await inStreet(open.platform, sStreet, async (deed) => {
      const asked: Asked[] = []
      for (let conversation = 0; conversation <= conversations; conversation++) {
        const about = { 'zh-CN': '比较速度用的话' }
        const { id } = await prepareConversation(deed, councilId, { topic: 'safety', title: about, about, closesOn: null }, clerk)
        const seeds = Array.from({ length: statementsEach }, (_, place) => ({ words: `第${place + 1}句话，共${statementsEach}句。` }))
        const { ids } = await plantSeeds(deed, id, seeds, { way: 'seed', postId: clerk })
        await startConversation(deed, councilId, id)
        asked.push({ id, statements: ids })
      }
      return asked
    })
  } finally {
    await open.close()
  }
}

async function signIn(ownerUrl: string): Promise<readonly Voter[]> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ person_id: string }>(
      `select person_id from group_choice where street_id = $1 and choice <> 'unstated' order by person_id limit $2`,
      [sStreet.id, voters],
    )
    const tokens = rows.map(newToken)
    const now = new Date()
    await client.query(
      `insert into session (street_id, id, token_hash, person_id, kind, created_at, seen_at, expires_at)
       select $1, gen_random_uuid(), hash, person, 'open', $4::timestamptz, $4::timestamptz, $4::timestamptz + interval '1 day'
       from unnest($2::bytea[], $3::uuid[]) as made (hash, person)`,
      [sStreet.id, tokens.map(hashToken), rows.map(({ person_id }) => person_id), now],
    )
    await client.query('analyze')
    return rows.map(({ person_id }, place) => ({ personId: person_id, cookie: `${cookieName}=${tokens[place]!}` }))
  })
}

/** Everybody in turn, everybody's statements in turn: no vote comes twice until all were cast. */
function votes(data: string, people: readonly Voter[], asked: readonly Asked[]): (count: number) => readonly Ask[] {
  const platform = { sealer: sealer(loadKeys({ data }, { now: new Date(), create: false }).shared, 'intl') }
  const councilId = organId(sStreet.id, 'council')
  let at = 0
  const next = (now: Date): Ask => {
    const voter = people[at % people.length]!
    const round = Math.floor(at / people.length)
    const conversation = asked[at % asked.length]!
    const statementId = conversation.statements[round % conversation.statements.length]!
    at++
    const deed = { street: sStreet, now, platform } as unknown as Parameters<typeof makeTicket>[0] // a ticket asks no more of a platform
    const { text } = makeTicket(deed, conversation.id, voter.personId, usualBits)
    return {
      kind: 'vote',
      method: 'PUT',
      path: `/api/v1/councils/${councilId}/conversations/${conversation.id}/statements/${statementId}/vote`,
      headers: { cookie: voter.cookie },
      body: {
        stance: (['agree', 'agree', 'disagree', 'pass'] as const)[(at + round) % 4],
        ticket: text,
        nonce: workFor(text, statementId),
      },
    }
  }
  return (count) => {
    const now = new Date()
    return Array.from({ length: count }, () => next(now))
  }
}

function workFor(ticket: string, statementId: string): string {
  for (let nonce = 0; ; nonce++)
    if (leadingZeroBits(hash('sha256', `${ticket}.${statementId}.${nonce}`, 'hex')) >= usualBits) return String(nonce)
}
