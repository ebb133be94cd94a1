import { randomUUID } from 'node:crypto'
import * as agenda from '@ronghe/contract/council/agenda.ts'
import { commandFloor, readFloor, type FloorAsk } from '@ronghe/contract/council/floor.ts'
import * as meetings from '@ronghe/contract/council/meetings.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import type { MotionDraft } from '@ronghe/contract/council/motions.ts'
import type { Problem } from '@ronghe/contract/values.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { replay, type FloorEvent, type FloorState } from '@ronghe/floor'
import { draft } from './motions.testing.ts'
import { locals, newcomers, type CouncilTown } from './testing.ts'

export const everybody: readonly CastKey[] = ['liang', ...newcomers, ...locals]
export const clerkOf = (town: CouncilTown) => town.as('jiangWen')

/** A motion that the clerk has let through. */
export async function admittedMotion(town: CouncilTown, who: CastKey, more: Partial<MotionDraft> = {}): Promise<string> {
  const body = draft({ exemptAs: 'safety', ...more })
  const { id } = await town.as(who).call(motions.writeMotion, { params: { councilId: town.councilId }, body })
  await town.as(who).call(motions.fileMotion, { params: { motionId: id }, body: {} })
  await clerkOf(town).call(motions.screenMotion, { params: { motionId: id }, body: { admit: true } })
  return id
}

export interface Hall {
  readonly meetingId: string
  readonly itemIds: readonly string[]
  /** A command that has to be carried out. */
  does(who: CastKey, command: FloorAsk, commandId?: string): Promise<readonly FloorEvent[]>
  /** A command that has to be refused. */
  refused(who: CastKey, command: FloorAsk): Promise<Problem>
  state(): Promise<FloorState>
  /** Lets the clock go on. */
  wait(seconds: number): void
  open(present?: readonly CastKey[]): Promise<void>
  /** Opens, moves by the first newcomer, seconds by the first local. */
  debate(item?: number): Promise<void>
  vote(marks: Partial<Record<CastKey, 'for' | 'against' | 'abstain'>>): Promise<void>
}

/** A meeting with its agenda sent out, an hour before it begins; the motions stand in the order in which they were filed. */
export async function openHall(town: CouncilTown, options: { readonly startsAt?: string; readonly motions?: number } = {}): Promise<Hall> {
  const clerk = clerkOf(town)
  const startsAt = options.startsAt ?? '2026-12-05T14:30:00+08:00'
  const meeting = await clerk.call(meetings.planMeeting, {
    params: { councilId: town.councilId },
    body: {
      kind: 'ordinary',
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString(),
      place: '榕树路3号二楼',
      childcare: false,
      interpreters: [],
    },
  })
  const at = { params: { meetingId: meeting.id } }
  await clerk.call(meetings.notifyMeeting, { ...at, body: {} })
  const proposed = await clerk.call(agenda.proposeAgenda, { ...at, body: { motions: options.motions ?? 8 } })
  await clerk.call(agenda.confirmAgenda, { ...at, body: { lateReason: '场地昨天才定。' } })
  town.at(startsAt)
  return hallOf(
    town,
    meeting.id,
    proposed.items.map(({ id }) => id),
  )
}

export function hallOf(town: CouncilTown, meetingId: string, itemIds: readonly string[]): Hall {
  const ask = (command: FloorAsk, commandId: string = randomUUID()) => ({ params: { meetingId }, body: { commandId, command } })
  const hall: Hall = {
    meetingId,
    itemIds,
    does: async (who, command, commandId) =>
      (await town.as(who).call(commandFloor, ask(command, commandId))).events as unknown as readonly FloorEvent[],
    refused: (who, command) => town.as(who).refused(commandFloor, ask(command)),
    async state() {
      const { events } = await town.anonymous.call(readFloor, { params: { meetingId } })
      return replay(events as unknown as readonly FloorEvent[])
    },
    wait: (seconds) => town.at(new Date(town.now().getTime() + seconds * 1000)),
    async open(present = everybody) {
      for (const who of present)
        await clerkOf(town).call(meetings.signIn, { params: { meetingId, personId: town.idOf(who) }, body: { here: true } })
      await hall.does('jiangWen', { kind: 'open' })
    },
    async debate(item = 0) {
      await hall.does('liang', { kind: 'openItem', itemId: itemIds[item]!, because: null })
      await hall.does('zhou', { kind: 'move', delegateId: town.idOf('zhou') })
      await hall.does('uncleHuang', { kind: 'second', delegateId: town.idOf('uncleHuang'), amendmentId: null })
    },
    async vote(marks) {
      await hall.does('liang', { kind: 'putToVote', way: 'rollCall' })
      for (const [who, mark] of Object.entries(marks) as [CastKey, 'for'][])
        await hall.does(who, { kind: 'castVote', delegateId: town.idOf(who), mark })
      await hall.does('liang', { kind: 'closeVote' })
    },
  }
  return hall
}
