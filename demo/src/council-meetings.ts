import type { Excuse } from '@ronghe/contract/council/meetings.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { addReport, agendaItems, confirmAgenda, proposeAgenda } from '@ronghe/server/rooms/council/agenda.ts'
import { askFloor } from '@ronghe/server/rooms/council/floor.ts'
import { answerInvitation } from '@ronghe/server/rooms/council/invitations.ts'
import { planMeeting, sendInvitations } from '@ronghe/server/rooms/council/meeting-planning.ts'
import { answerPoll, offerSlots, openPoll } from '@ronghe/server/rooms/council/meeting-polls.ts'
import { editMinutes, publishMinutes } from '@ronghe/server/rooms/council/minutes-steps.ts'
import { signInByList } from '@ronghe/server/rooms/council/presence.ts'
import { writeUnavailableTimes } from '@ronghe/server/rooms/council/unavailable-times.ts'
import type { CastKey } from './cast.ts'
import { chanceOf } from './chance.ts'
import { acting } from './council-acting.ts'
import { takeUpMotion } from './council-motions.ts'
import { holdersOf } from './council.ts'
import { castId, demoId, organId } from './load-cast.ts'

const clerk: CastKey = 'jiangWen'
const chair: CastKey = 'liang'
const place = '榕树路3号二楼会议室'
const delegates = (): readonly CastKey[] => [chair, ...holdersOf('newcomerDelegate'), ...holdersOf('localDelegate')]

type At = (who: CastKey, now: Date) => Deed
/** Who stayed away, with an apology or without one. */
type Away = Partial<Record<CastKey, Excuse | 'absent'>>

/**
 * Meetings of S Street's council as its own functions make them: two that were held, the next one with answers, a practice meeting for the new
 * delegates, and a question about the time of the one after that.
 */
export async function loadMeetings(deed: Deed): Promise<void> {
  const chance = chanceOf('meetings')
  const at: At = (who, now) => acting(deed, who, now, chance)
  const councilId = organId(deed.street.id, 'council')
  const from = (days: number, hour: number): Date => {
    const day = addDays(dayIn(deed.street.zone, deed.now), days)
    return new Date(startOfDay(deed.street.zone, day).getTime() + hour * 3_600_000)
  }
  const plan = async (days: number, kind: 'ordinary' | 'practice', told: number): Promise<string> => {
    const [startsAt, endsAt] = [from(days, 19), from(days, 21)]
    const { id } = await planMeeting(at(clerk, from(told, 10)), councilId, {
      kind,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      place,
      childcare: true,
      interpreters: ['hubei'],
    })
    await sendInvitations(at(clerk, from(told, 11)), id)
    return id
  }
  const held = async (
    days: number,
    away: Away,
    motions: number,
    reports: readonly (readonly [zh: string, en: string])[],
  ): Promise<string> => {
    const id = await plan(days, 'ordinary', days - 9)
    const early = from(days - 8, 20)
    for (const who of delegates()) await answer(at, id, who, away[who], early)
    await onAgenda(at, id, motions, reports, from(days - 5, 15))
    const there = delegates().filter((who) => !away[who])
    for (const who of there) await signInByList(at(clerk, from(days, 18.8)), id, castId(deed.street.id, who), true)
    await chairThrough(deed, at, id, from(days, 19), there)
    return id
  }

  await writeUnavailableTimes(at('sunLanying', from(-60, 12)), councilId, [{ weekday: 3, from: 18 * 60, to: 24 * 60 }])
  const first = await held(-44, { guoLei: 'work', chenYaozong: 'absent' }, 2, [
    ['秘书汇报：路灯和消防通道的进展', 'The clerk reports on lamps and the fire lane'],
  ])
  await editMinutes(at(clerk, from(-43, 10)), first, {
    change: {
      kind: 'add',
      behind: 'close',
      text: {
        'zh-CN': '会后代表一起看了三号巷巷口的路灯。',
        en: 'After the meeting the delegates went to see the lamp at the end of Lane Three.',
      },
    },
    because: '会后的事，系统没有记到',
  })
  // Its first item is the minutes of the meeting before it.
  await held(-9, { sunLanying: 'work', panHui: 'health' }, 1, [
    ['服务站汇报：医保就地结算', 'The station reports on settling medical bills on the spot'],
    ['秘书汇报：走访里听到的事', 'The clerk reports on what was heard on visits'],
  ])
  await publishMinutes(at(clerk, from(-8, 11)), first)

  const next = await plan(12, 'ordinary', -1)
  for (const [index, who] of delegates().entries())
    if (index % 4 !== 3) await answer(at, next, who, who === 'heYong' ? 'care' : undefined, deed.now, who === 'tanXiaomei' ? 2 : 0)
  await plan(6, 'practice', -1)
  await askForTimes(deed, at, councilId)
}

const answer = (at: At, meetingId: string, who: CastKey, away: Away[CastKey], now: Date, children = 0) =>
  away === 'absent'
    ? undefined
    : answerInvitation(at(who, now), meetingId, away ? { answer: 'excused', excuse: away, children: 0 } : { answer: 'coming', children })

async function onAgenda(
  at: At,
  meetingId: string,
  motions: number,
  reports: readonly (readonly [zh: string, en: string])[],
  now: Date,
): Promise<void> {
  await proposeAgenda(at(clerk, now), meetingId, { motions })
  for (const [zh, en] of reports) await addReport(at(clerk, now), meetingId, { 'zh-CN': zh, en })
  await confirmAgenda(at(clerk, now), meetingId, null)
}

/** Opens, hears every report, approves the minutes by a show of hands, closes. */
async function chairThrough(deed: Deed, at: At, meetingId: string, startsAt: Date, there: readonly CastKey[]): Promise<void> {
  let minutes = 0
  let asked = 0
  const ask = (who: CastKey, command: Parameters<typeof askFloor>[2]['command']) =>
    askFloor(at(who, new Date(startsAt.getTime() + minutes * 60_000)), meetingId, {
      commandId: demoId(deed.street.id, 'command', meetingId, String(asked++)),
      command,
    })
  await ask(chair, { kind: 'open' })
  for (const item of await agendaItems(deed, meetingId)) {
    const { id, kind } = item
    minutes += 3
    if (kind === 'motion') {
      minutes += await takeUpMotion(deed, meetingId, item, there, new Date(startsAt.getTime() + minutes * 60_000))
      continue
    }
    await ask(chair, { kind: 'openItem', itemId: id, because: null })
    if (kind === 'minutes') {
      await ask('zhou', { kind: 'move', delegateId: castId(deed.street.id, 'zhou') })
      await ask('zengBo', { kind: 'second', delegateId: castId(deed.street.id, 'zengBo'), amendmentId: null })
      await ask('zhou', { kind: 'ask', delegateId: castId(deed.street.id, 'zhou'), stance: 'for' })
      await ask(chair, { kind: 'giveFloor', toId: castId(deed.street.id, 'zhou') })
      minutes += 1
      await ask('zhou', { kind: 'endSpeech' })
      await ask(chair, { kind: 'closeDebate' })
      await ask(chair, { kind: 'putToVote', way: 'rollCall' })
      for (const who of there.filter((one) => one !== chair))
        await ask(who, { kind: 'castVote', delegateId: castId(deed.street.id, who), mark: who === 'luoWeiqiang' ? 'abstain' : 'for' })
      await ask(chair, { kind: 'closeVote' })
    } else {
      minutes += 15
      await ask(chair, { kind: 'closeItem' })
    }
  }
  minutes += 2
  await ask(chair, { kind: 'close' })
}
async function askForTimes(deed: Deed, at: At, councilId: string): Promise<void> {
  const asking = at(clerk, deed.now)
  const { items } = await offerSlots(asking, councilId, 120)
  const poll = await openPoll(asking, councilId, {
    kind: 'ordinary',
    place,
    closesAt: new Date(deed.now.getTime() + 3 * 86_400_000).toISOString(),
    slots: items.slice(0, 4).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    anyway: false,
  })
  for (const who of ['liZhiqiang', 'uncleHuang', 'liangShaofen'] as const)
    await answerPoll(
      at(who, deed.now),
      poll.id,
      poll.slots.map(({ number }) => ({ number, answer: number % 2 === 0 ? ('yes' as const) : ('ifNeeded' as const) })),
    )
}
