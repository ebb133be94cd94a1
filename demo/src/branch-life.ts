import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import type { OccasionKind } from '@ronghe/contract/branch/occasions.ts'
import type { BranchDeed } from '@ronghe/server/platform/branch/branch-deed.ts'
import { dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Street } from '@ronghe/server/platform/database/streets.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import { noteStep, enterPaper as enterApplication } from '@ronghe/server/rooms/branch/application/branch-applications.ts'
import { noteMine, start } from '@ronghe/server/rooms/branch/application/applications.ts'
import { close, open, settle, uncover } from '@ronghe/server/rooms/branch/honours/honour-rounds.ts'
import { name, showMine } from '@ronghe/server/rooms/branch/honours/my-honours.ts'
import { publish } from '@ronghe/server/rooms/branch/liaison/branch-notices.ts'
import { give, listForOffice as listGiven, step as stepGiven } from '@ronghe/server/rooms/branch/liaison/carried.ts'
import { confirmedMembers } from '@ronghe/server/rooms/branch/life/membership.ts'
import { putDown } from '@ronghe/server/rooms/branch/life/attendance.ts'
import { add, step, writeMinutes } from '@ronghe/server/rooms/branch/life/occasions.ts'
import { occasionsOf } from '@ronghe/server/rooms/branch/life/occasion-rows.ts'
import { layOutPlans, takeUsual } from '@ronghe/server/rooms/branch/life/plans.ts'
import { ask, readMonth } from '@ronghe/server/rooms/branch/window/window-asks.ts'
import { raiseAnonymously } from '@ronghe/server/rooms/programme/concern-raising.ts'
import { findByCode } from '@ronghe/server/rooms/programme/concern-rows.ts'
import { workOn } from '@ronghe/server/rooms/programme/concern-work.ts'
import { shiftTimes } from '@ronghe/server/rooms/station/model-shifts.ts'
import type { CastKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { acting, daysBefore } from './council-acting.ts'
import { inBranch, type InBranch } from './branch-acting.ts'
import { organId, postId } from './load-cast.ts'

interface Branch {
  readonly branchId: string
  readonly secretary: CastKey
}

/** Days before today; ahead of today where negative. */
const activities: readonly (readonly [daysAgo: number, kind: OccasionKind, title: string, place: string, guests: number])[] = [
  [290, 'serve', '过年给留下的街坊包饺子', '榕树路5号', 34],
  [250, 'publicise', '讲讲异地看病怎么报销', '三巷口', 21],
  [205, 'deliberate', '和房东坐下来谈电费', '议事会会议室', 9],
  [160, 'serve', '台风前清下水道口', '二巷到五巷', 16],
  [118, 'mediate', '楼上楼下漏水的事', '接待办公室', 4],
  [75, 'serve', '给老街坊修灯', '三巷', 12],
  [40, 'publicise', '讨薪要留哪些凭据', '工会小屋', 27],
  [-9, 'serve', '义务理发', '榕树路口', 0],
]
const said = [
  '商量了下月怎么排班，定了两件事。',
  '读了一段，说了说身边的难处。',
  '记下三件要办的，下次说办得怎样。',
  '讲了半小时，问的人不少。',
]

/** A year of the life of two branches: plans and dates, who came, words carried up and down, an applicant, commendations. */
export async function loadBranchLife(platform: Platform, street: Street): Promise<void> {
  const now = platform.clock()
  const chance = chanceOf('branch-life')
  const at = inBranch(platform, street, chance)
  const branches: readonly Branch[] = [
    { branchId: organId(street.id, 'branch'), secretary: 'xu' },
    { branchId: organId(street.id, 'printersBranch'), secretary: 'heDali' },
  ]
  for (const branch of branches) await oneYear(at, branch, now, street)
  await carriedUp(at, branches[0]!, (work) => inStreet(platform, street, work), chance)
  await applicants(at, branches[0]!)
  await commended(at, branches[1]!)
  await at(2, 'xu', (deed) => opening(deed, branches[0]!.branchId))
  await askedToServe(at, branches[1]!)
}

async function oneYear(at: InBranch, { branchId, secretary }: Branch, now: Date, street: Street): Promise<void> {
  const today = dayIn(street.zone, now)
  const year = Number(today.slice(0, 4))
  await at(320, secretary, async (deed) => {
    await takeUsual(deed, branchId)
    const began = dayIn(street.zone, deed.now)
    await layOutPlans(deed, branchId, year, began > `${year}-01-01` ? began : `${year}-01-01`)
  })
  for (const [daysAgo, kind, title, place] of activities) {
    const day = dayIn(street.zone, new Date(now.getTime() - daysAgo * 86_400_000))
    await at(Math.max(daysAgo + 10, 0), secretary, (deed) =>
      add(deed, branchId, {
        kind,
        title: { 'zh-CN': title },
        place: { 'zh-CN': place },
        agenda: [],
        day,
        from: 9 * 60,
        to: 11 * 60,
        openToAll: true,
      }),
    )
  }
  const dates = await at(0, secretary, async (deed) => [
    ...(await occasionsOf(deed, branchId, year - 1)),
    ...(await occasionsOf(deed, branchId, year)),
  ])
  const past = dates.filter(({ day }) => day < today)
  for (const [index, row] of past.entries()) {
    // Honest figures: some were called off, and now and then one was simply not held.
    if (index % 13 === 7) continue
    const daysAgo = Math.round((Date.parse(today) - Date.parse(row.day)) / 86_400_000)
    await at(daysAgo, secretary, async (deed) => {
      if (index % 11 === 5) return step(deed, branchId, row.id, { act: 'cancel', reason: 'weather' })
      const members = await confirmedMembers(deed, branchId)
      const came = members.filter((_, place) => (place + index) % 5 !== 0).map(({ id }) => id)
      await putDown(deed, row, came, 'paper')
      const guests = activities.find(([, , title]) => title === (row.title as { 'zh-CN': string })['zh-CN'])?.[4] ?? 0
      const held = await step(deed, branchId, row.id, { act: 'hold', guests })
      if (index % 2 === 0) await writeMinutes(deed, branchId, row.id, { words: said[index % said.length]! })
      return held
    })
  }
  await at(6, secretary, (deed) =>
    publish(deed, branchId, {
      title: '年底民主评议怎么开',
      words: '会上只说自己这一年做了什么、还差什么。说过的不记，日子写在“支部的日子”里。',
      until: dayIn(street.zone, new Date(now.getTime() + 25 * 86_400_000)),
    }),
  )
}

/** Words handed in as anybody may hand them in, and what the street did about them; only the secretary's code leads from one to the other. */
async function carriedUp(
  at: InBranch,
  { branchId, secretary }: Branch,
  outside: <T>(work: (deed: Deed) => Promise<T>) => Promise<T>,
  chance: Chance,
): Promise<void> {
  const consent = lifeConsentTexts.concern.version
  const words = '四巷的垃圾桶少，夜班回来没处扔。'
  await at(40, 'zhou', (deed) => give(deed, { branchId, topic: 'environment', words, consent }))
  const { claimCode } = await outside((deed) =>
    raiseAnonymously(daysBefore(deed, 39, chance), { words, topic: 'environment', throughOrganId: branchId }),
  )
  await at(39, secretary, async (deed) => {
    const [given] = (await listGiven(deed, branchId)).items
    await stepGiven(deed, branchId, given!.id, { act: 'carry', claimCode })
  })
  const answer = '街道加了两个桶，放在四巷口，夜里十一点收一次。'
  await outside(async (deed) => {
    const { id } = (await findByCode(deed, claimCode))!
    await workOn(acting(deed, 'officerLin', 38, chance), id, { act: 'screen', ownerPostId: postId(deed.street.id, 'environmentOfficer') })
    await workOn(acting(deed, 'fangWei', 35, chance), id, { act: 'begin' })
    await workOn(acting(deed, 'fangWei', 24, chance), id, { act: 'answer', words: answer })
  })
  await at(20, secretary, async (deed) => {
    const [given] = (await listGiven(deed, branchId)).items
    await stepGiven(deed, branchId, given!.id, { act: 'answer', words: answer })
  })
  await at(1, 'liuJianjun', (deed) => give(deed, { branchId, topic: 'safety', words: '五巷口的井盖松了，晚上看不见。', consent }))
}

async function applicants(at: InBranch, { branchId, secretary }: Branch): Promise<void> {
  const consent = lifeConsentTexts.application.version
  const dayOf = (deed: BranchDeed): string => dayIn(deed.street.zone, deed.now)
  await at(260, 'liZhiqiang', (deed) => start(deed, { branchId, name: '李志强', handedInOn: dayOf(deed), consent }))
  const paper = await at(120, secretary, (deed) =>
    enterApplication(deed, branchId, { name: '韦秀莲', handedInOn: dayOf(deed), consent, signed: true }),
  )
  await at(110, secretary, (deed) => noteStep(deed, branchId, paper.id, 2, dayOf(deed)))
  await at(150, 'liZhiqiang', (deed) => noteMine(deed, 2, dayOf(deed)))
  await at(80, 'liZhiqiang', (deed) => noteMine(deed, 3, dayOf(deed)))
}

const categories = [
  { key: 'member', name: { 'zh-CN': '优秀共产党员', en: 'Outstanding member' } },
  { key: 'worker', name: { 'zh-CN': '优秀党务工作者', en: 'Outstanding branch worker' } },
]
const criteria = { 'zh-CN': '街坊信得过，难事肯上前，说到做到。', en: 'Trusted by neighbours, first where it is hard, true to their word.' }

async function commended(at: InBranch, { branchId, secretary }: Branch): Promise<void> {
  const roundId = await at(150, secretary, async (deed) => {
    const nominateUntil = dayIn(deed.street.zone, new Date(deed.now.getTime() + 10 * 86_400_000))
    const year = Number(dayIn(deed.street.zone, deed.now).slice(0, 4))
    return (await open(deed, branchId, { year, categories, criteria, nominateUntil })).id
  })
  await at(145, 'dengKai', async (deed) => {
    await name(deed, roundId, { category: 'member', nominee: { name: '邵国安' }, reason: '台风那晚守在三巷，天亮才回去上班。' })
    await name(deed, roundId, { category: 'worker', nominee: 'myself', reason: '一年里签到单都是我抄的，一张没漏。' })
  })
  await at(130, secretary, async (deed) => {
    for (const { id } of (await uncover(deed, branchId, roundId)).nominations)
      await settle(deed, branchId, roundId, id, { act: 'decide', decision: 'honoured' })
    await close(deed, branchId, roundId)
  })
  const consent = lifeConsentTexts.honour.version
  await at(128, 'dengKai', (deed) =>
    showMine(deed, roundId, 'worker', { name: '小邓', words: '抄名单是小事。大家肯来，是因为来了真有事做。', consent }),
  )
}

async function opening(deed: BranchDeed, branchId: string): Promise<void> {
  const nominateUntil = dayIn(deed.street.zone, new Date(deed.now.getTime() + 16 * 86_400_000))
  const year = Number(dayIn(deed.street.zone, deed.now).slice(0, 4))
  await open(deed, branchId, { year, categories, criteria, nominateUntil })
}

/** As many of the coming shifts as the rule of one in three allows, two at most. */
async function askedToServe(at: InBranch, { branchId, secretary }: Branch): Promise<void> {
  await at(0, secretary, async (deed) => {
    const members = await confirmedMembers(deed, branchId)
    const { shifts } = await readMonth(deed, shiftTimes, branchId)
    for (const [index, { shiftId }] of shifts
      .filter(({ may }) => may.includes('ask'))
      .slice(0, 2)
      .entries()) {
      const { shifts: still } = await readMonth(deed, shiftTimes, branchId)
      if (still.find((one) => one.shiftId === shiftId)?.may.includes('ask'))
        await ask(deed, shiftTimes, branchId, { shiftId, checkInId: members[index % members.length]!.id })
    }
  })
}
