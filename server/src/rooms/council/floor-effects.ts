import type { FloorEvent, Result } from '@ronghe/floor'
import type { Deed } from '../../platform/deed.ts'
import { settleAmendment } from './amendments.ts'
import { carryOver } from './agenda.ts'
import { wrapUpMeeting } from './meeting-closing.ts'
import { lockMeeting, moveMeeting, type Meeting } from './meeting-rows.ts'
import { canStep } from './motion-lifecycle.ts'
import { settleMinutes } from './minutes-steps.ts'
import { settleAppeal } from './motion-screening.ts'
import { motionForFloor, moveMotion, settleMotion, type FloorStep } from './motion-steps.ts'
import { notePresence } from './presence-rows.ts'

/** What follows from an event outside the floor: in the motion it is about, in the meeting, in the list of who is here. */
export async function follow(deed: Deed, meeting: Meeting, event: FloorEvent, motionId: string | null): Promise<void> {
  const step = async (name: FloorStep, because: string | null = null): Promise<void> => {
    if (motionId === null || meeting.kind === 'practice') return
    // A motion signed beforehand is seconded as it is moved; one that is put to the vote again is put to the vote already.
    if (canStep((await motionForFloor(deed, motionId)).state, name))
      await moveMotion(deed, motionId, name, { meetingId: meeting.id, because })
  }
  switch (event.kind) {
    case 'meetingOpened':
      await moveMeeting(deed, meeting, 'open')
      break
    case 'delegateCame':
      await notePresence(deed, meeting, event.delegateId, true, event.how)
      break
    case 'delegateLeft':
      await notePresence(deed, meeting, event.delegateId, false, 'list')
      break
    case 'motionMoved':
      await step('move')
      break
    case 'motionSeconded':
      await step('second')
      break
    case 'speechBegan':
      await step('debate')
      break
    case 'voteAnnounced':
      await step('putToVote')
      break
    case 'voteOpened':
      if (event.question.kind === 'motion') await step('putToVote')
      break
    case 'voteClosed':
      if (event.question.kind === 'motion' && motionId !== null && meeting.kind !== 'practice') {
        await step('putToVote')
        await settleMotion(deed, motionId, {
          kind: event.decision.kind,
          meetingId: meeting.id,
          ballotId: event.ballotId,
          figures: figuresOf(event),
        })
      }
      if (event.question.kind === 'amendment' && meeting.kind !== 'practice' && event.decision.kind !== 'no-quorum')
        await settleAmendment(deed, event.question.amendmentId, { carried: event.decision.kind === 'carried', meetingId: meeting.id })
      break
    case 'amendmentDropped':
      if (meeting.kind !== 'practice') await settleAmendment(deed, event.amendmentId, { carried: false, meetingId: meeting.id })
      break
    case 'itemClosed':
      if (meeting.kind !== 'practice') {
        await settleAppeal(deed, meeting.id, event.itemId, event.outcome)
        await settleMinutes(deed, meeting.id, event.itemId, event.outcome)
      }
      if (event.outcome === 'dropped') await step('dropUnseconded')
      if (event.outcome === 'withdrawn') await step('withdraw')
      if (event.outcome === 'postponed') await step('postpone', event.why)
      if (event.outcome === 'referred') await step('refer', event.why)
      break
    case 'meetingClosed':
      await moveMeeting(deed, await lockMeeting(deed, meeting.id), 'close')
      await carryOver(deed, meeting.id)
      await wrapUpMeeting(deed, meeting.id)
      break
    default:
  }
}

/** As they are published: the total, the benches, and what the charter asked for. */
const figuresOf = ({ count, decision, way }: Pick<Result, 'count' | 'decision' | 'way'>): Readonly<Record<string, unknown>> => ({
  way,
  total: count.total,
  ...(way === 'secret' ? {} : { benches: count.benches }),
  conditions: decision.conditions,
  chairVote: decision.chairVote,
})
