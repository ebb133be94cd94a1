import { belenios2048, drawElectionId } from '@ronghe/ballot'
import type { readBallotPlan, setUpBallot } from '@ronghe/contract/council/ballots.ts'
import { benches, type Bench, type CharterParameters } from '@ronghe/contract/council/charter.ts'
import { MotionKind, type MotionState } from '@ronghe/contract/council/motion-states.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { randomBytes } from 'node:crypto'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { personOf } from '../../platform/auth/actor.ts'
import { notify } from '../../platform/notify/notify.ts'
import { findByPhone, findPersons } from '../people/persons.ts'
import { heldOn, today } from '../programme/posts.ts'
import type { PaperAnswer } from './ballot-rows.ts'
import { channelFault } from './ballot-rules.ts'
import { charterInForce, cited } from './charter.ts'
import { asClerk, delegatesInOffice, type Delegate } from './delegates.ts'
import { interestsOf } from './interests.ts'
import { isSecret, votingRulesOf } from './motion-majorities.ts'
import { findMotion, partiesOf } from './motion-rows.ts'

type Asked = BodyOf<typeof setUpBallot>

/** What is voted on and by whom, before anything is written. */
interface Matter {
  readonly kind: 'motion' | 'seats' | 'own'
  readonly motionId: string | null
  readonly callId: string | null
  readonly meetingId: string | null
  readonly title: Text
  readonly answers: readonly PaperAnswer[]
  readonly least: number
  readonly most: number
  readonly seats: number | null
  readonly rule: 'motion' | 'approval' | 'scottish'
  /** Delegates who may vote, or null where residents do. */
  readonly voters: readonly Delegate[] | null
  readonly boxes: readonly { readonly bench: Bench | null; readonly slips: number }[]
  /** A motion that the charter decides in the open. */
  readonly open?: boolean
  /** Who stands, and so can be no trustee. */
  readonly standing: readonly string[]
}

/** Sets a ballot up. A vote that could not be kept secret is refused here, before anybody was asked anything. */
export async function setUp(deed: Deed, councilId: string, asked: Asked): Promise<{ ballotId: string }> {
  asClerk(deed, councilId)
  const version = await charterInForce(deed, councilId)
  const { parameters } = version.charter
  const matter = await matterOf(deed, councilId, asked.about, parameters)
  await refuseSmall(deed, councilId, matter, parameters)
  if (matter.open) throw refused('ballot-open-kind', await cited(deed, councilId, 'ballot'))
  if (matter.rule === 'scottish' && !asked.paperOnly) throw refused('ballot-order-on-paper', await cited(deed, councilId, 'seats'))
  if ((asked.trustees === null) !== asked.paperOnly) throw unfit([{ path: 'trustees', code: 'field-missing' }])
  const trustees = asked.trustees ? await chosenTrustees(deed, councilId, asked.trustees, matter) : []

  const id = deed.id()
  const { street, tx, now } = deed
  await tx
    .insertInto('secret_ballot')
    .values({
      street_id: street.id,
      id,
      council_id: councilId,
      kind: matter.kind,
      motion_id: matter.motionId,
      call_id: matter.callId,
      meeting_id: matter.meetingId,
      title: JSON.stringify(matter.title),
      answers: JSON.stringify(matter.answers),
      least: matter.least,
      most: matter.most,
      seats: matter.seats,
      rule: matter.rule,
      voters: matter.voters ? 'delegates' : 'residents',
      // Without trustees there is no key to wait for.
      state: asked.paperOnly ? 'trusteesReady' : 'setUp',
      charter_version_id: version.id,
      set_up_by: personOf(deed.actor),
      created_at: now,
    })
    .execute()
  const began = Date.parse(`${today(deed)}T00:00:00.000Z`) / 1000
  const boxes = matter.boxes.map(({ bench, slips }) => ({
    street_id: street.id,
    id: deed.id(),
    ballot_id: id,
    bench,
    election_name: drawElectionId(randomBytes),
    slips,
    began,
  }))
  await tx.insertInto('ballot_box').values(boxes).execute()
  const voters = (matter.voters ?? []).map((delegate) => ({
    street_id: street.id,
    ballot_id: id,
    person_id: delegate.personId,
    box_id: (boxes.find(({ bench }) => bench === delegate.bench) ?? boxes[0]!).id,
    paper: asked.paperOnly,
  }))
  if (voters.length > 0) await tx.insertInto('ballot_voter').values(voters).execute()
  for (const [index, { side, personId }] of trustees.entries()) {
    await tx
      .insertInto('ballot_trustee')
      .values({ street_id: street.id, ballot_id: id, number: index + 1, side, person_id: personId })
      .execute()
    await notify(deed, personId, { template: 'council-ballot-trustee', link: `/council/${councilId}/ballots/${id}/trustee` })
  }
  await record(deed, {
    kind: 'council.ballot.set-up',
    plain: { ballot: id, kind: matter.kind, motion: matter.motionId, call: matter.callId, group: belenios2048.name },
  })
  return { ballotId: id }
}

async function refuseSmall(deed: Deed, councilId: string, { boxes, open }: Matter, { ballot }: CharterParameters): Promise<void> {
  const small = boxes.find(({ slips }) => channelFault({ electronic: slips, paper: 0 }, ballot.fewest) !== undefined)
  if (!small) return
  throw refused(
    small.bench === null ? 'ballot-too-few' : 'ballot-bench-too-small',
    await cited(deed, councilId, 'ballot', {
      params: { fewest: ballot.fewest, many: small.slips },
      instead: open ? 'ballot-instead-roll-call' : 'ballot-instead-postpone',
    }),
  )
}

async function matterOf(deed: Deed, councilId: string, about: Asked['about'], parameters: CharterParameters): Promise<Matter> {
  if (about.kind === 'motion') return motionMatter(deed, councilId, about, parameters)
  if (about.kind === 'seats') return seatsMatter(deed, councilId, about)
  const voters = await delegatesInOffice(deed, councilId)
  if (about.least > about.most || about.most > about.answers.length || about.seats > about.answers.length)
    throw unfit([{ path: 'about.most', code: 'ballot-limits' }])
  return {
    kind: 'own',
    motionId: null,
    callId: null,
    meetingId: null,
    title: { 'zh-CN': about.title },
    answers: about.answers.map((name) => ({ name: { 'zh-CN': name } })),
    least: about.least,
    most: about.most,
    seats: about.seats,
    rule: 'approval',
    voters,
    boxes: [{ bench: null, slips: voters.length }],
    standing: [],
  }
}

/** Keys and slips take their time, so a ballot is set up while the motion waits for its meeting; it is opened once the meeting has put it to the vote. */
const takesBallot: readonly MotionState[] = ['admitted', 'onAgenda', 'moved', 'seconded', 'debated', 'postponed', 'referred', 'putToVote']

/** Whoever has an interest does not vote; the chair votes on a tie only, and never in secret. */
async function motionMatter(
  deed: Deed,
  councilId: string,
  { motionId, meetingId }: { readonly motionId: string; readonly meetingId?: string | undefined },
  parameters: CharterParameters,
): Promise<Matter> {
  const motion = await findMotion(deed, motionId)
  if (!motion || motion.council_id !== councilId) throw notFound('motion')
  if (!takesBallot.includes(motion.state as MotionState)) throw refused('ballot-motion-not-ready', await cited(deed, councilId, 'ballot'))
  const interested = new Set((await interestsOf(deed, councilId, await partiesOf(deed, motion))).map(({ personId }) => personId))
  const voters = (await delegatesInOffice(deed, councilId)).filter(({ bench, personId }) => bench !== null && !interested.has(personId))
  const byBench = votingRulesOf(parameters, motion.kind as MotionKind).benchMajority !== null
  return {
    kind: 'motion',
    motionId,
    callId: null,
    meetingId: meetingId ?? motion.meeting_id,
    title: motion.title as unknown as Text,
    answers: [{ name: { 'zh-CN': '赞成', en: 'For' } }, { name: { 'zh-CN': '反对', en: 'Against' } }],
    least: 1,
    most: 1,
    seats: null,
    rule: 'motion',
    voters,
    open: !isSecret(motion.kind as MotionKind),
    boxes: byBench
      ? benches.map((bench) => ({ bench, slips: voters.filter((voter) => voter.bench === bench).length }))
      : [{ bench: null, slips: voters.length }],
    standing: [],
  }
}

/** A bench's seats are filled by the residents of that group, the chair by the delegates. */
async function seatsMatter(
  deed: Deed,
  councilId: string,
  { callId, slips }: { readonly callId: string; readonly slips?: number | undefined },
): Promise<Matter> {
  const call = await deed.tx
    .selectFrom('seat_call')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('id', '=', callId)
    .executeTakeFirst()
  if (!call) throw notFound('seat-call')
  if (call.way !== 'election' || call.state !== 'voting') throw refused('ballot-call-not-voting', await cited(deed, councilId, 'seats'))
  const candidates = await standingIn(deed, callId)
  if (candidates.length === 0) throw refused('ballot-nobody-stands', await cited(deed, councilId, 'seats'))
  const bench = call.bench as Bench | null
  const voters = bench === null ? await delegatesInOffice(deed, councilId) : null
  const needed = voters?.length ?? slips
  if (needed === undefined) throw unfit([{ path: 'about.slips', code: 'field-missing' }])
  const seat: Text =
    bench === null
      ? { 'zh-CN': '选举主席', en: 'Election of the chair' }
      : bench === 'newcomers'
        ? { 'zh-CN': '选举来穗人员代表', en: 'Election of newcomers’ delegates' }
        : { 'zh-CN': '选举本地居民代表', en: 'Election of locals’ delegates' }
  return {
    kind: 'seats',
    motionId: null,
    callId,
    meetingId: null,
    title: seat,
    answers: candidates.map(({ id, name }) => ({ name: { 'zh-CN': name }, candidateId: id })),
    least: 1,
    most: candidates.length,
    seats: call.seats,
    rule: call.rule as 'approval' | 'scottish',
    voters,
    boxes: [{ bench: null, slips: needed }],
    standing: candidates.map(({ personId }) => personId),
  }
}

export async function standingIn(deed: Deed, callId: string): Promise<{ id: string; personId: string; name: string }[]> {
  const rows = await deed.tx
    .selectFrom('seat_candidate')
    .select(['id', 'person_id'])
    .where('street_id', '=', deed.street.id)
    .where('call_id', '=', callId)
    .where('state', '=', 'standing')
    .orderBy('id')
    .execute()
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return rows.map(({ id, person_id }) => ({ id, personId: person_id, name: names.get(person_id) ?? '' }))
}

/** One of each bench, whose bench is public with the seat, and one of neither. Nobody who stands, sets up the ballot or hands out its slips. */
async function chosenTrustees(deed: Deed, councilId: string, asked: NonNullable<Asked['trustees']>, { standing }: Matter) {
  const delegates = await delegatesInOffice(deed, councilId)
  const on = (bench: Bench): string => {
    const found = delegates.find(({ personId }) => personId === asked[bench])
    if (found?.bench !== bench) throw unfit([{ path: `trustees.${bench}`, code: 'ballot-trustee-bench' }])
    return found.personId
  }
  const [neutral, ...others] = await findByPhone(deed, asked.neutralPhone)
  if (!neutral || others.length > 0) throw unfit([{ path: 'trustees.neutralPhone', code: 'ballot-trustee-phone' }])
  if (delegates.some(({ personId, bench }) => personId === neutral.id && bench !== null))
    throw unfit([{ path: 'trustees.neutralPhone', code: 'ballot-trustee-neutral' }])
  const chosen = [
    { side: 'newcomers', personId: on('newcomers') },
    { side: 'locals', personId: on('locals') },
    { side: 'neutral', personId: neutral.id },
  ] as const
  const inTheWay = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('appointment.person_id')
    .where('post.organ_id', '=', councilId)
    .where('post.kind', 'in', ['councilClerk', 'credentialAuthority'])
    .execute()
  const barred = new Set([...standing, ...inTheWay.map(({ person_id }) => person_id)])
  if (chosen.some(({ personId }) => barred.has(personId))) throw refused('ballot-trustee-apart', await cited(deed, councilId, 'ballot'))
  return chosen
}

/** What the clerk can put to a secret vote. */
export async function ballotPlan(deed: Deed, councilId: string): Promise<ReplyOf<typeof readBallotPlan>> {
  asClerk(deed, councilId)
  const { parameters } = (await charterInForce(deed, councilId)).charter
  const delegates = await delegatesInOffice(deed, councilId)
  const of = deed.street.id
  const motions = await deed.tx
    .selectFrom('motion')
    .select(['id', 'title', 'kind'])
    .where('street_id', '=', of)
    .where('council_id', '=', councilId)
    .where('state', 'in', takesBallot)
    .where('kind', 'in', MotionKind.options.filter(isSecret))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('secret_ballot')
            .select('id')
            .whereRef('secret_ballot.street_id', '=', 'motion.street_id')
            .whereRef('secret_ballot.motion_id', '=', 'motion.id')
            .where('secret_ballot.state', 'not in', ['published', 'setAside']),
        ),
      ),
    )
    .orderBy('number')
    .execute()
  const calls = await deed.tx
    .selectFrom('seat_call')
    .select(['id', 'bench', 'seats', 'rule'])
    .where('street_id', '=', of)
    .where('council_id', '=', councilId)
    .where('way', '=', 'election')
    .where('state', '=', 'voting')
    .orderBy('opened_at')
    .execute()
  const named = []
  for (const call of calls)
    named.push({
      id: call.id,
      bench: call.bench as Bench | null,
      seats: call.seats,
      rule: call.rule as 'approval' | 'scottish',
      candidates: (await standingIn(deed, call.id)).map(({ name }) => name),
    })
  return {
    motions: motions.map(({ id, title, kind }) => ({
      id,
      title: title as unknown as Text,
      kind,
      byBench: votingRulesOf(parameters, kind as MotionKind).benchMajority !== null,
    })),
    calls: named,
    delegates: delegates.flatMap(({ personId, name, bench }) => (bench === null ? [] : [{ personId, name, bench }])),
    voters: delegates.length,
    fewest: parameters.ballot.fewest,
  }
}
