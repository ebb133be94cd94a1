import { randomUUID } from 'node:crypto'
import { castId } from '@ronghe/demo/load-cast.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { sStreet } from '@ronghe/demo/load.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import { cookieName, hashToken, newToken } from '@ronghe/server/platform/auth/session.ts'
import { asOwner } from '@ronghe/cli/testing.ts'
import type { Ask } from './load-client.ts'

/** Somebody signed in, with cases of their own. */
interface Caller {
  readonly cookie: string
  readonly cases: readonly string[]
}

/** Residents and clerks of a loaded street, signed in, and what they ask for. */
export interface Crowd {
  readonly residents: readonly Caller[]
  readonly clerks: readonly string[]
  /** Cases at the desk that are open. */
  readonly open: readonly string[]
  readonly rows: number
}

/** Opens sessions as signing in would; limits per caller stay on, so there must be many. */
export async function gather(
  ownerUrl: string,
  counts: { readonly residents: number; readonly clerkSessions: number },
  now: Date,
): Promise<Crowd> {
  return asOwner(ownerUrl, async (client) => {
    const { rows: residents } = await client.query<{ person_id: string; cases: string[] }>(
      `select person_id, array_agg(id) as cases from
         (select person_id, id from service_case where street_id = $1 order by filed_at desc limit $2) as lately
       group by person_id limit $3`,
      [sStreet.id, counts.residents * 3, counts.residents],
    )
    const clerks: CastKey[] = ['liTing', 'heMin', 'luoYan']
    const people = [
      ...residents.map((row) => row.person_id),
      ...Array.from({ length: counts.clerkSessions }, (_, place) => castId(sStreet.id, clerks[place % clerks.length]!)),
    ]
    const tokens = people.map(newToken)
    await client.query(
      `insert into session (street_id, id, token_hash, person_id, kind, second_factor_at, created_at, seen_at, expires_at)
       select $1, id, hash, person, 'open', $5::timestamptz, $5::timestamptz, $5::timestamptz, $5::timestamptz + interval '1 day'
       from unnest($2::uuid[], $3::bytea[], $4::uuid[]) as made (id, hash, person)`,
      [sStreet.id, tokens.map(() => randomUUID()), tokens.map(hashToken), people, now],
    )
    const { rows: open } = await client.query<{ id: string }>(
      `select id from service_case where street_id = $1 and state in ('filed', 'accepted', 'routed') order by due_on limit 4000`,
      [sStreet.id],
    )
    await client.query('analyze')
    const { rows: sizes } = await client.query<{ rows: string }>(
      `select sum(greatest(reltuples, 0))::bigint as rows from pg_class join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind = 'r'`,
    )
    const cookies = tokens.map((token) => `${cookieName}=${token}`)
    return {
      residents: residents.map(({ cases }, place) => ({ cookie: cookies[place]!, cases })),
      clerks: cookies.slice(residents.length),
      open: open.map(({ id }) => id),
      rows: Number(sizes[0]!.rows),
    }
  })
}

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!
const post = (kind: string, path: string, cookie: string, body: unknown): Ask => ({
  kind,
  method: 'POST',
  path,
  headers: { cookie, 'idempotency-key': randomUUID() },
  body,
})
const get = (kind: string, path: string, cookie?: string): Ask => ({
  kind,
  method: 'GET',
  path,
  ...(cookie ? { headers: { cookie } } : {}),
})

/** One of each thing people do all day. */
export const asks = {
  myCases: ({ residents }: Crowd) => get('read my cases', '/api/v1/my-cases', pick(residents).cookie),
  myCase: ({ residents }: Crowd) => {
    const { cookie, cases } = pick(residents)
    return get('read my case', `/api/v1/my-cases/${pick(cases)}`, cookie)
  },
  catalogue: ({ residents }: Crowd) => get('read services', '/api/v1/services', pick(residents).cookie),
  search: ({ residents }: Crowd) =>
    get(
      'read search',
      `/api/v1/services?search=${encodeURIComponent(pick(['居住证', '报销', '租房', '工资', '社保']))}`,
      pick(residents).cookie,
    ),
  notices: ({ residents }: Crowd) => get('read notices', '/api/v1/notices', pick(residents).cookie),
  concerns: ({ residents }: Crowd) => get('read concerns', '/api/v1/my-concerns', pick(residents).cookie),
  queue: ({ clerks }: Crowd) =>
    get('read queue', `/api/v1/desk/cases?view=${pick(['mine', 'dueSoon', 'routed', 'waitingForResident', 'all'])}`, pick(clerks)),
  deskCase: ({ clerks, open }: Crowd) => get('read desk case', `/api/v1/desk/cases/${pick(open)}`, pick(clerks)),
  file: ({ residents }: Crowd) =>
    post('write file', '/api/v1/cases', pick(residents).cookie, {
      id: randomUUID(),
      service: 'leaseFiling',
      version: 1,
      answers: sampleAnswers['leaseFiling'],
      consents: [],
      documents: [],
    }),
  raise: ({ residents }: Crowd) =>
    post('write concern', '/api/v1/concerns', pick(residents).cookie, { words: '巷口的灯不亮。', topic: 'safety' }),
  note: ({ clerks, open }: Crowd) =>
    post('write note', `/api/v1/desk/cases/${pick(open)}/notes`, pick(clerks), { words: '打过电话，明天再来。' }),
} as const
