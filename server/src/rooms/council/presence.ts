import { timingSafeEqual } from 'node:crypto'
import type { MeetingPage, readSignInCode } from '@ronghe/contract/council/meetings.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { queryCode, readCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { cited, parametersOf } from './charter.ts'
import { actingDelegate, asClerk, delegatesInOffice, heldIn } from './delegates.ts'
import { getMeeting, lockMeeting, seatOf, signsIn, toCard, type Meeting } from './meeting-rows.ts'
import { meetingPage } from './meetings.ts'
import { attend } from './floor.ts'
import { notePresence, presentIn, type SignInWay } from './presence-rows.ts'
import { quorumOf } from './quorum.ts'

/** For a minute and a half after it was shown, so that a slow phone is not too late. */
const secondsShown = 30
const windowsAccepted = 3

/** The code of half a minute: a keyed hash of the meeting and the time, so that nothing is stored and nobody can work it out. */
const codeAt = (deed: Deed, meetingId: string, window: number): string =>
  queryCode((size) => deed.platform.sealer.lookup(deed.street.id, 'code', `sign-in ${meetingId} ${window}`).subarray(0, size))
const windowOf = (now: Date): number => Math.floor(now.getTime() / 1000 / secondsShown)
/** Whoever has the screen's address may show the code; it lies in the clerk's page. */
const screenKey = (deed: Deed, meetingId: string): string =>
  deed.platform.sealer.lookup(deed.street.id, 'code', `sign-in screen ${meetingId}`).toString('base64url').slice(0, 32)

export async function openSignInScreen(deed: Deed, meetingId: string): Promise<{ key: string }> {
  asClerk(deed, (await getMeeting(deed, meetingId)).councilId)
  return { key: screenKey(deed, meetingId) }
}

export async function readSignIn(deed: Deed, meetingId: string, key: string): Promise<ReplyOf<typeof readSignInCode>> {
  const meeting = await getMeeting(deed, meetingId)
  const [given, right] = [Buffer.from(key), Buffer.from(screenKey(deed, meetingId))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw notFound('meeting')
  const present = await presentIn(deed, meeting)
  return {
    code: codeAt(deed, meetingId, windowOf(deed.now)),
    seconds: secondsShown - (Math.floor(deed.now.getTime() / 1000) % secondsShown),
    meeting: toCard(meeting),
    quorum: quorumOf((await parametersOf(deed, meeting.councilId)).quorum, await delegatesInOffice(deed, meeting.councilId), (id) =>
      present.has(id),
    ),
  }
}

/** With the code on the screen, so that whoever signs in stands in the hall. */
export async function signInByCode(deed: Deed, meetingId: string, typed: string): Promise<MeetingPage> {
  const meeting = await lockMeeting(deed, meetingId)
  const { personId } = await actingDelegate(deed, meeting.councilId)
  const code = readCode(typed)
  const now = windowOf(deed.now)
  const shown = Array.from({ length: windowsAccepted }, (_, back) => codeAt(deed, meetingId, now - back))
  if (!code || !shown.includes(code)) throw refused('sign-in-code-old', await cited(deed, meeting.councilId, 'quorum'))
  await enter(deed, meeting, personId, true, 'code')
  return meetingPage(deed, meetingId)
}

/** From the list: by the clerk, or by whoever presides. */
export async function signInByList(deed: Deed, meetingId: string, personId: string, here: boolean): Promise<void> {
  const meeting = await lockMeeting(deed, meetingId)
  const chair = heldIn(deed, meeting.councilId, 'chair') !== undefined
  if (!chair && !heldIn(deed, meeting.councilId, 'councilClerk')) throw forbidden('council-not-clerk')
  if (!(await seatOf(deed, meeting.councilId, personId))) throw unfit([{ path: 'personId', code: 'council-not-delegate' }])
  await enter(deed, meeting, personId, here, chair ? 'chair' : 'list')
}

/** On the day, from an hour before the beginning. Whoever leaves and comes back is here again. */
async function enter(deed: Deed, meeting: Meeting, personId: string, here: boolean, how: SignInWay): Promise<void> {
  if (meeting.state !== 'notified' && meeting.state !== 'open')
    throw refused('meeting-not-so-far', await cited(deed, meeting.councilId, 'meetings'))
  if (!signsIn(deed, meeting)) throw refused('sign-in-too-early', await cited(deed, meeting.councilId, 'quorum'))
  // While it is running, who comes and goes is an event of the meeting.
  if (meeting.state === 'open') return attend(deed, meeting, { personId, here, how })
  await notePresence(deed, meeting, personId, here, how)
}
