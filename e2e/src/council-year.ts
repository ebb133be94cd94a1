import { openSignInScreen } from '@ronghe/contract/council/meetings.ts'
import { loadGround } from '@ronghe/demo/council-ground.ts'
import { conversationId } from '@ronghe/demo/council-conversations.ts'
import { loadSupport } from '@ronghe/demo/council-motions.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { loadCouncilYear } from '@ronghe/demo/load-council.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import type { Town } from '@ronghe/server/platform/database/testing.ts'

/** The council with everything it did in the demo's year. */
export async function loadWholeCouncil(town: Town): Promise<void> {
  await town.deed(loadCouncilYear)
  await town.deed(loadGround)
  await town.deed(loadSupport)
}

/** Addresses, each opened by somebody it concerns; null is whoever comes along. */
export interface Addresses {
  readonly who: CastKey | null
  readonly addresses: readonly string[]
}

export interface CouncilAddresses {
  readonly phone: Readonly<Record<'council' | 'voices' | 'motions' | 'meetings' | 'ballots' | 'allocation', readonly Addresses[]>>
  readonly desk: readonly Addresses[]
  readonly hall: readonly string[]
}

/** Every address of the council, with what the demo has there. */
export async function councilAddresses(town: Town): Promise<CouncilAddresses> {
  const one = async (query: string, values: readonly unknown[] = []): Promise<string> => {
    const [row] = await town.rows<{ id: string }>(query, [...values])
    if (row === undefined) throw new Error(`the demo has nothing there: ${query}`)
    return row.id
  }
  const council = organId(town.street.id, 'council')
  const c = `/council/${council}`
  const motion = (state: string) => one('select id from motion where state = $1 order by id limit 1', [state])
  const [open, carried, filed, onAgenda] = [
    await motion('seekingSupport'),
    await motion('carried'),
    await motion('filed'),
    await motion('onAgenda'),
  ]
  const [next, practice, held] = [
    await one("select id from meeting where council_id = $1 and state = 'notified' and kind = 'ordinary' order by starts_at limit 1", [
      council,
    ]),
    await one("select id from meeting where council_id = $1 and kind = 'practice' limit 1", [council]),
    await one("select id from meeting where council_id = $1 and state = 'published' order by starts_at limit 1", [council]),
  ]
  const draft = await town.rows<{ id: string }>("select id from meeting where council_id = $1 and state = 'minutesDraft' limit 1", [
    council,
  ])
  const lane = conversationId(town.street.id, 'lane')
  const lamps = conversationId(town.street.id, 'lamps')
  const draw = await one("select id from draw where state = 'finished' limit 1")
  const drawn = await one("select council_id as id from draw where state = 'finished' limit 1")
  const [visit, merged, resolution] = [
    await one('select id from visit order by id limit 1'),
    await one('select id from merged_concern limit 1'),
    await one('select id from resolution order by number limit 1'),
  ]
  const [counted, asked] = [
    await one("select id from secret_ballot where state = 'published' limit 1"),
    await one("select id from secret_ballot where state <> 'published' limit 1"),
  ]
  const boxOf = (ballot: string) => one('select id from ballot_box where ballot_id = $1 limit 1', [ballot])
  const [box, closedBox] = [await boxOf(counted), await boxOf(asked)]
  const version = await one('select id from charter_version where council_id = $1 order by number limit 1', [council])
  const rounds = await town.rows<{ id: string; counted: boolean }>(
    'select id, exists (select from allocation_result where round_id = r.id) as counted from allocation_round r order by number',
  )
  const project = await one('select id from allocation_project where round_id = $1 order by number limit 1', [rounds[0]!.id])
  const { key } = await town.as('jiangWen').call(openSignInScreen, { params: { meetingId: next } })

  const motionSteps = ['title', 'lines', 'reasons', 'doer', 'cost', 'kind', 'ground', 'parties', 'check']
  const compared = `${c}/charter/compare/${version}/${version}`
  return {
    phone: {
      council: [
        { who: 'chen', addresses: ['/council', c, `/council/${drawn}`, `${c}/charter`, `${c}/charter/versions`, compared] },
        { who: 'chen', addresses: [`${c}/draws`, `/council/${drawn}/draws`, `/council/draws/${draw}`, `${c}/calls`, '/council/my-seat'] },
        { who: 'zhou', addresses: ['/council/my-seat', `${c}/charter/change`] },
      ],
      voices: [
        { who: 'chen', addresses: [`${c}/conversations`, `${c}/conversations/${lane}`, `${c}/conversations/${lamps}`, '/my-statements'] },
        { who: 'chen', addresses: ['vote', 'say', 'my-votes', 'result'].map((page) => `${c}/conversations/${lane}/${page}`) },
        { who: 'chen', addresses: [`${c}/conversations/${lamps}/result`, '/council/mine', '/council/my-words', '/council/by-code'] },
        { who: 'chen', addresses: [`${c}/merged`, `/council/merged/${merged}`, `${c}/visits/plan`] },
        { who: 'zhou', addresses: [`${c}/visits`, `${c}/visits/new`, `${c}/visits/plan`, `${c}/visits/${visit}`] },
      ],
      motions: [
        { who: 'chen', addresses: [`${c}/motions`, `${c}/motions/new`, '/council/my-motions', `/council/motions/${open}`] },
        { who: 'chen', addresses: motionSteps.map((step) => `${c}/motions/new/${step}`) },
        {
          who: 'chen',
          addresses: [`/council/motions/${carried}`, `/council/motions/${carried}/summary`, `/council/motions/${carried}/print`],
        },
        { who: 'zhou', addresses: [`/council/motions/${onAgenda}`, `/council/motions/${filed}`, `/council/motions/${onAgenda}/amend`] },
        { who: 'zhou', addresses: ['/council/my-motions'] },
        { who: 'chen', addresses: [`${c}/resolutions`, `${c}/overdue`, `/council/resolutions/${resolution}`] },
      ],
      meetings: [
        { who: 'chen', addresses: [`${c}/meetings`, `${c}/attendance`, `/council/meetings/${next}`, `/council/meetings/${next}/floor`] },
        { who: 'chen', addresses: [`/council/meetings/${next}/agenda`, `/council/meetings/${next}/agenda/print`] },
        { who: 'chen', addresses: [`/council/meetings/${held}`, `/council/meetings/${held}/minutes`, `/council/meetings/${held}/floor`] },
        { who: 'zhou', addresses: [`${c}/meetings`, `/council/meetings/${next}`, `/council/meetings/${next}/sign-in`] },
        {
          who: 'zhou',
          addresses: [`/council/meetings/${next}/letter`, `/council/meetings/${held}/letter`, `/council/meetings/${next}/floor`],
        },
        { who: 'zhou', addresses: [...['my-times', 'induction', 'induction/charter'].map((page) => `${c}/${page}`), '/me/calendar'] },
        { who: 'zhou', addresses: [`/council/meetings/${practice}`, ...draft.map(({ id }) => `/council/meetings/${id}/minutes`)] },
      ],
      ballots: [
        { who: 'chen', addresses: [`${c}/ballots`, `${c}/ballots/${counted}`, `${c}/ballots/${counted}/boxes/${box}`] },
        { who: null, addresses: [`${c}/ballots/${counted}/vote/${box}`, `${c}/ballots/${asked}/vote/${closedBox}`] },
        { who: 'sunLanying', addresses: [`${c}/ballots/${asked}`, `${c}/ballots/${asked}/trustee`, `${c}/ballots/${counted}/trustee`] },
        { who: 'zhou', addresses: [`${c}/ballots/${counted}/count/${box}`] },
      ],
      allocation: [
        { who: 'chen', addresses: ['/council/allocation', `/council/allocation/${rounds[0]!.id}/projects/${project}`] },
        ...rounds.map(({ id, counted: isCounted }) => ({
          who: 'chen' as const,
          addresses: ['', '/propose', '/vote', '/result', '/my-vote', ...(isCounted ? ['/recount'] : [])].map(
            (page) => `/council/allocation/${id}${page}`,
          ),
        })),
      ],
    },
    desk: [
      {
        who: 'jiangWen',
        addresses: ['new', 'ask', next, held, `${held}/minutes`, `${next}/sign-in-sheet`].map((page) => `/desk/council/meetings/${page}`),
      },
      {
        who: 'jiangWen',
        addresses: [`/desk/council/follow-up/${resolution}`, `/desk/council/motions/${filed}`, `/desk/council/agendas/${next}`],
      },
      { who: 'jiangWen', addresses: [`/desk${c}/ballots/new`, `/desk${c}/ballots/${counted}`, `/desk${c}/ballots/${asked}`] },
      { who: 'jiangWen', addresses: ['/desk/council/allocation/new'] },
      { who: 'heMin', addresses: ['/desk/council/allocation/hand-out'] },
      ...rounds.map(({ id }) => ({
        who: 'jiangWen' as const,
        addresses: ['', '/edit', '/papers', '/paper-ballot', '/paper-project'].map((page) => `/desk/council/allocation/${id}${page}`),
      })),
      {
        who: 'wuXia',
        addresses: [`/desk/council/merging/${merged}`, `/desk${c}/conversations/${lane}`, `/desk${c}/conversations/${lamps}`],
      },
      { who: 'wuXia', addresses: [`/desk/council/motions/${open}`, `/desk/council/motions/${filed}`] },
      { who: 'fuQiang', addresses: [`/desk${c}/ballots/${counted}/credentials`, `/desk${c}/ballots/${asked}/credentials`] },
      { who: 'liang', addresses: [`/desk/council/meetings/${next}/floor`, `/desk/council/agendas/${next}`] },
      {
        who: 'officerLin',
        addresses: [`/desk/council/follow-up/${resolution}`, ...rounds.map(({ id }) => `/desk/council/allocation/${id}`)],
      },
    ],
    hall: [
      `/hall/meeting/${next}`,
      `/hall/meeting/${held}`,
      `/hall/council/draws/${draw}`,
      `/hall/sign-in/${next}?key=${key}`,
      `/hall/sign-in/${next}`,
    ],
  }
}
