import { randomUUID } from 'node:crypto'
import { proposeProject, withdrawProject } from '@ronghe/contract/council/allocation-projects.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import * as resolutions from '@ronghe/contract/council/resolutions.ts'
import { readVisitForm, saveVisit } from '@ronghe/contract/council/visits.ts'
import * as support from '@ronghe/contract/programme/support.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { laneId, organId, postId } from '@ronghe/demo/load-cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepers } from '../../../app.ts'
import { monday } from '../../../platform/database/testing.ts'
import { attest, calledRound, proposal } from '../../council/allocation.testing.ts'
import { draft, openMotions } from '../../council/motions.testing.ts'
import { moveMotion, settleMotion } from '../../council/motion-steps.ts'
import { watchRoster } from '../../council/parity.ts'
import { adoptResolution } from '../../council/resolution-adopting.ts'
import type { CouncilTown } from '../../council/testing.ts'
import { erasePerson } from '../../people/erasing.ts'
import { findDifferences } from './recount.ts'

let town: CouncilTown
let roundId: string
let term: string
const proposers = ['chen', 'auntHuang', 'liuFang', 'smith', 'wuXia', 'fuQiang', 'qiuYun', 'heMin'] as const satisfies readonly CastKey[]
beforeAll(async () => {
  town = await openMotions()
  await attest(town, ...proposers)
  roundId = await calledRound(town)
  term = (await town.as('zhou').call(readVisitForm, { params: { councilId: town.councilId } })).ownTerm!
})
afterAll(() => town.close())

const councilId = () => ({ councilId: town.councilId })
const clerk = () => town.as('jiangWen')
const owners = ['environmentOfficer', 'streetOfficer'] as const

/** What came into being so far; a deed picks one of them. */
const known = {
  motions: [] as string[],
  visits: [] as string[],
  resolutions: [] as string[],
  tasks: [] as string[],
  supports: [] as string[],
  projects: [] as string[],
}
const pick = (from: readonly string[], which: number): string => from[which % Math.max(1, from.length)] ?? randomUUID()
/** The id of what was made; nothing of a refused request. */
const idOf = ({ status, body }: { status: number; body: string }): string[] =>
  status < 300 ? [(JSON.parse(body) as { id: string }).id] : []

const parts = (n: number) => ({
  laneId: laneId(town.street.id, 'laneThree'),
  onDay: `2026-1${n % 2}-1${n % 10}`,
  part: 'evening' as const,
  topics: ['safety'],
  seen: '路灯不亮。',
})
const timesNow = () => Object.fromEntries(['laneId', 'onDay', 'part', 'topics', 'seen'].map((part) => [part, town.now().toISOString()]))
/** What the phone read before it changed a visit: any state will do, the server settles which value stands. */
const before = (n: number) => ({ edit: 1, parts: parts(n), times: timesNow(), aside: [] })
const visit = (id: string, n: number, base: ReturnType<typeof before> | null = null) => ({
  id,
  base,
  parts: parts(n),
  times: timesNow(),
  delegates: [term],
})

/** Everything that may happen. What is refused changes nothing, in the counters too. */
const deeds = {
  writeMotion: async (n) => {
    const who = n % 2 === 0 ? 'zhou' : 'uncleHuang'
    known.motions.push(
      ...idOf(await town.as(who).raw(motions.writeMotion, { params: councilId(), body: draft({ exemptAs: 'safety', title: `第${n}件` }) })),
    )
  },
  fileMotion: async (n) => {
    for (const who of ['zhou', 'uncleHuang'] as const)
      await town.as(who).raw(motions.fileMotion, { params: { motionId: pick(known.motions, n) }, body: {} })
  },
  screenMotion: (n) => clerk().raw(motions.screenMotion, { params: { motionId: pick(known.motions, n) }, body: { admit: true } }),
  withdrawMotion: async (n) => {
    for (const who of ['zhou', 'uncleHuang'] as const)
      await town.as(who).raw(motions.withdrawMotion, { params: { motionId: pick(known.motions, n) }, body: { because: '不用了' } })
  },
  decideMotion: (n) =>
    town.deed(async (deed) => {
      const id = pick(known.motions, n)
      await deed.tx
        .updateTable('motion')
        .set({ state: 'putToVote' })
        .where('street_id', '=', deed.street.id)
        .where('id', '=', id)
        .where('state', '=', 'admitted')
        .execute()
      await settleMotion(deed, id, { kind: n % 3 === 0 ? 'rejected' : 'carried', meetingId: null, figures: {} })
    }),
  moveMotion: (n) => town.deed((deed) => moveMotion(deed, pick(known.motions, n), 'postpone', { meetingId: randomUUID() })),
  visit: async (n) => {
    const id = randomUUID()
    const { status } = await town.as('zhou').raw(saveVisit, { params: councilId(), body: visit(id, n) })
    if (status < 300) known.visits.push(id)
  },
  changeVisit: (n) => town.as('zhou').raw(saveVisit, { params: councilId(), body: visit(pick(known.visits, n), n + 1, before(n)) }),
  adopt: async (n) => {
    known.resolutions.push(
      await town.deed((deed) =>
        adoptResolution(deed, {
          councilId: town.councilId,
          source: 'allocation',
          sourceId: randomUUID(),
          meetingId: null,
          title: { 'zh-CN': `第${n}号` },
          decided: ['修灯。'],
          doer: '城市管理办',
        }),
      ),
    )
  },
  publish: (n) =>
    clerk().raw(resolutions.publishResolution, {
      params: { resolutionId: pick(known.resolutions, n) },
      body: {
        reasons: '夜里看不清。',
        power: n % 2 === 0 ? { kind: 'own' } : { kind: 'advice', organId: organId(town.street.id, 'residentsCommittee') },
      },
    }),
  reply: (n) =>
    clerk().raw(resolutions.replyToAdvice, {
      params: { resolutionId: pick(known.resolutions, n) },
      body: { reply: (['accepted', 'partly', 'refused'] as const)[n % 3]!, words: '会上议过。', law: '《居民委员会组织法》第十条' },
    }),
  setTask: async (n) => {
    const { status, body } = await clerk().raw(resolutions.setTask, {
      params: { resolutionId: pick(known.resolutions, n) },
      body: { what: '换灯', ownerPostId: postId(town.street.id, owners[n % 2]!), dueOn: `2027-0${1 + (n % 6)}-15` },
    })
    if (status < 300) known.tasks.push((JSON.parse(body) as { taskList: { id: string }[] }).taskList.at(-1)!.id)
  },
  changeTask: (n) =>
    clerk().raw(resolutions.changeTask, {
      params: { taskId: pick(known.tasks, n) },
      body: { ownerPostId: postId(town.street.id, owners[(n + 1) % 2]!), dueOn: `2027-0${1 + (n % 8)}-20`, reason: '缺货。' },
    }),
  workOnTask: async (n) => {
    const what = n % 3 === 0 ? { act: 'refuse' as const, reason: '不归街道。', law: '' } : { act: 'finish' as const, outcome: '好了。' }
    for (const who of ['fangWei', 'officerLin'] as const)
      await town.as(who).raw(resolutions.workOnTask, { params: { taskId: pick(known.tasks, n) }, body: { what } })
  },
  reopen: (n) =>
    clerk().raw(resolutions.reopenResolution, { params: { resolutionId: pick(known.resolutions, n) }, body: { reason: '又灭了。' } }),
  ask: async (n) => {
    const kind = (['money', 'place', 'equipment', 'people'] as const)[n % 4]!
    const body = {
      organId: organId(town.street.id, 'provider'),
      kind,
      what: '周六上午',
      cents: kind === 'money' ? 100_000 + n : null,
      hours: kind === 'place' || kind === 'equipment' ? 1 + n : null,
      level: (['street', 'community', 'lane'] as const)[n % 3]!,
    }
    known.supports.push(...idOf(await town.as('liang').raw(support.requestSupport, { body })))
  },
  decideSupport: (n) =>
    town.as('directorHe').raw(support.decideSupport, {
      params: { supportId: pick(known.supports, n) },
      body: { granted: n % 4 !== 0, reason: '预算内' },
    }),
  deliverSupport: (n) => town.as('directorHe').raw(support.deliverSupport, { params: { supportId: pick(known.supports, n) }, body: {} }),
  receiveSupport: (n) => town.as('liang').raw(support.receiveSupport, { params: { supportId: pick(known.supports, n) } }),
  tellOutcome: (n) =>
    town.as('liang').raw(support.tellOutcome, { params: { supportId: pick(known.supports, n) }, body: { outcome: '二十个孩子来过' } }),
  withdrawSupport: (n) => town.as('liang').raw(support.withdrawSupport, { params: { supportId: pick(known.supports, n) } }),
  propose: async (n) => {
    const asked = { params: { roundId }, body: proposal(town, `项目${n}`, 100 + n) }
    known.projects.push(...idOf(await town.as(proposers[n % proposers.length]!).raw(proposeProject, asked)))
  },
  withdrawProject: async (n) => {
    for (const who of proposers.slice(0, 3)) await town.as(who).raw(withdrawProject, { params: { projectId: pick(known.projects, n) } })
  },
  seatGivenUp: (n) =>
    town.deed(async (deed) => {
      await deed.tx
        .updateTable('seat_term')
        .set({ to_day: '2026-12-01', ended_because: 'resigned' })
        .where('street_id', '=', deed.street.id)
        .where('person_id', '=', town.idOf(n % 2 === 0 ? 'guoLei' : 'panHui'))
        .execute()
      await watchRoster(deed, town.councilId)
    }),
  erase: (n) => town.deed((deed) => erasePerson(deed, town.idOf(proposers[n % proposers.length]!), keepers)),
} satisfies Record<string, (n: number) => Promise<unknown>>
type Deed = keyof typeof deeds
const names = Object.keys(deeds) as Deed[]

test('whatever the council and the programme do, withdraw and forget, the counters equal a recount of the rows', async () => {
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ deed: fc.constantFrom(...names), n: fc.nat({ max: 40 }), days: fc.integer({ min: 0, max: 4 }) }), {
        minLength: 20,
        maxLength: 45,
      }),
      async (story) => {
        town.at(monday)
        for (const { deed, n, days } of story) {
          // A rule may refuse what has no door of its own by throwing: then nothing of it stands.
          await deeds[deed](n).catch(() => undefined)
          town.at(new Date(town.now().getTime() + days * 86_400_000))
        }
        expect(await town.deed(findDifferences)).toEqual([])
      },
    ),
    { seed: 20261123, numRuns: 8 },
  )
  for (const { counter } of await town.rows<{ counter: string }>('select distinct counter from tally where n <> 0')) done.add(counter)
  expect([...done].toSorted(), 'the stories reached every counter of the two rooms but those of a meeting and of payments').toEqual(
    expect.arrayContaining([
      'advice.due',
      'council.seated',
      'council.visit',
      'motion.decided',
      'motion.filed',
      'motion.ground',
      'project.proposed',
      'resolution.adopted',
      'resolution.publishBy',
      'support.due',
      'support.given',
      'support.hours',
      'support.money',
      'task.done',
      'task.due',
    ]),
  )
})

test('a proposer who leaves takes their group along: the counter no longer knows it, and equals the rows', async () => {
  town.at(monday)
  const at = { params: { roundId } }
  // Whoever is still there after the stories above.
  const who = (['luoYan', 'wangJun'] as const)[0]
  await attest(town, who)
  await town.as(who).call(proposeProject, { ...at, body: proposal(town, '放学后的自习室', 900) })
  const counted = async () =>
    Object.fromEntries(
      (
        await town.rows<{ detail: string; n: number }>(
          "select detail, sum(n)::int as n from tally where counter = 'project.proposed' group by 1 having sum(n) <> 0",
        )
      ).map(({ detail, n }) => [detail, n]),
    )
  const before = await counted()
  await town.deed((deed) => erasePerson(deed, town.idOf(who), keepers))
  const after = await counted()
  expect((after['unknown'] ?? 0) - (before['unknown'] ?? 0)).toBe(1)
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, n) => total + n, 0)
  expect(sum(after)).toBe(sum(before))
  expect(await town.deed(findDifferences)).toEqual([])
})
