import { combine, ownedPart, readSums, readTrustees } from '@ronghe/ballot'
import type { BallotResult, BallotState, BoxLine, countPapers } from '@ronghe/contract/council/ballots.ts'
import { Bench } from '@ronghe/contract/council/charter.ts'
import type { MotionKind } from '@ronghe/contract/council/motion-states.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'
import { archiveOf, castIn, tallyIn } from './ballot-archive.ts'
import { tellFloor, waitingFloor } from './ballot-floor.ts'
import { myTrusteeship } from './ballot-keys.ts'
import { notify } from '../../platform/notify/notify.ts'
import {
  answersOf,
  boxesOf,
  electionIn,
  getBallot,
  getBox,
  moveBallot,
  rulesOf,
  slipsOf,
  trusteesOf,
  type BallotRow,
  type BoxRow,
} from './ballot-rows.ts'
import {
  boxResult,
  channelFault,
  electionResult,
  motionResult,
  paperFault,
  sortedPreferences,
  type Channels,
  type PaperCount,
} from './ballot-rules.ts'
import { cited } from './charter.ts'
import { actingDelegate, asClerk, heldIn } from './delegates.ts'
import { votingRulesOf } from './motion-majorities.ts'
import { findMotion } from './motion-rows.ts'
import { settleMotion } from './motion-steps.ts'
import { fillSeats } from './seat-calls.ts'

/** Opens the vote: every slip is made, and neither way will be used by so few that their votes could be told. */
export async function open(deed: Deed, councilId: string, ballotId: string, closesAt: string): Promise<{ state: BallotState }> {
  asClerk(deed, councilId)
  const row = await getBallot(deed, councilId, ballotId, 'lock')
  const rules = await rulesOf(deed, row)
  const meetingId = await putToVoteIn(deed, row)
  if (new Date(closesAt) <= deed.now) throw unfit([{ path: 'closesAt', code: 'ballot-moment-past' }])
  for (const box of await boxesOf(deed, ballotId)) {
    const slips = await slipsOf(deed, box)
    const electronic = box.election !== null
    if (electronic && slips.live + slips.cancelled !== box.slips)
      throw refused(
        'ballot-slips-missing',
        await cited(deed, councilId, 'ballot', { params: { many: slips.live + slips.cancelled, slips: box.slips } }),
      )
    const channels: Channels = electronic
      ? { electronic: box.slips - slips.paper, paper: slips.paper }
      : { electronic: 0, paper: box.slips }
    const fault = channelFault(channels, rules.ballot.fewest)
    if (fault)
      throw refused(
        fault,
        await cited(deed, councilId, 'ballot', {
          params: { fewest: rules.ballot.fewest, many: Math.min(...Object.values(channels).filter((many) => many > 0)) },
          instead: 'ballot-instead-larger',
        }),
      )
  }
  return { state: await moveBallot(deed, row, 'open', { opened_at: deed.now, closes_at: new Date(closesAt), meeting_id: meetingId }) }
}

/** A motion is voted on once its meeting has put it to the vote; elections come on their own. */
async function putToVoteIn(deed: Deed, row: BallotRow): Promise<string | null> {
  if (row.motion_id === null) return row.meeting_id
  const motion = await findMotion(deed, row.motion_id)
  if (motion?.state !== 'putToVote') throw refused('ballot-motion-not-put', await cited(deed, row.council_id, 'ballot'))
  return motion.meeting_id
}

/** What came in, by way: ballots that count, and slips cancelled or handed out for paper. */
async function channelsOf(deed: Deed, box: BoxRow): Promise<Channels> {
  const slips = await slipsOf(deed, box)
  const electronic = (await castIn(deed, box)).filter(({ is }) => is === 'counts').length
  return { electronic, paper: box.election === null ? slips.handed : slips.cancelled }
}

/** Papers that were given out and may be in the box. */
export const papersTaken = async (deed: Deed, box: BoxRow): Promise<number> => (await channelsOf(deed, box)).paper

/**
 * Ends the vote and adds up. Too few ballots of one way would tell how their voters voted: before the announced moment the vote goes on; at that
 * moment it is set aside unopened.
 */
export async function close(
  deed: Deed,
  councilId: string,
  ballotId: string,
  by: 'clerk' | 'clock' = 'clerk',
): Promise<{ state: BallotState }> {
  if (by === 'clerk') asClerk(deed, councilId)
  const row = await getBallot(deed, councilId, ballotId, 'lock')
  const { ballot } = await rulesOf(deed, row)
  const boxes = await boxesOf(deed, ballotId)
  for (const box of boxes) {
    // Whoever is putting a ballot in has the row; from here on nobody gets it.
    await deed.tx
      .selectFrom('ballot_box')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('id', '=', box.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (row.state === 'open' && channelFault(await channelsOf(deed, box), ballot.fewest)) {
      if (row.closes_at === null || deed.now < row.closes_at)
        throw refused(
          'ballot-too-few-cast',
          await cited(deed, councilId, 'ballot', { params: { fewest: ballot.fewest }, instead: 'ballot-instead-wait' }),
        )
      return { state: await putAside(deed, row, inLanguage(tooFew, 'zh-CN'), null) }
    }
  }
  const heads: Record<string, string> = {}
  for (const box of boxes) {
    const tally = await tallyIn(deed, box)
    if (!tally) continue
    const values = { tally: tally.text, sized_tally: tally.sizedText }
    await deed.tx.updateTable('ballot_box').set(values).where('street_id', '=', deed.street.id).where('id', '=', box.id).execute()
    heads[`head ${box.bench ?? 'all'}`] = (await archiveOf(deed, { ...box, ...values }, 'closed'))!.head
  }
  const state = await moveBallot(deed, row, 'close', { closed_at: deed.now }, heads)
  for (const { person_id } of await trusteesOf(deed, row.id))
    await notify(deed, person_id, { template: 'council-ballot-trustee', link: `/council/${councilId}/ballots/${row.id}/trustee` })
  return { state }
}

const tooFew = {
  'zh-CN': '投出的票太少，开出来就知道是谁投的，所以没有开票。',
  en: 'Too few ballots came in; to open them would tell who cast them.',
}

/** A trustee's part; with as many as are needed the sum is opened. */
export async function takePart(
  deed: Deed,
  councilId: string,
  ballotId: string,
  boxId: string,
  text: string,
): Promise<{ state: BallotState }> {
  const row = await getBallot(deed, councilId, ballotId, 'lock')
  const { mine } = await myTrusteeship(deed, row)
  const box = await getBox(deed, ballotId, boxId)
  const election = electionIn(box)
  if (row.state !== 'closed' || !election || box.tally === null || box.trustees === null || box.opened !== null)
    throw refused('ballot-step-not-now', await cited(deed, councilId, 'ballot'))
  const trustees = readTrustees(box.trustees, election.key.group)
  const sums = readSums(box.tally, election.key.group)
  if (!ownedPart(election, trustees, sums, mine.number, text)) throw unfit([{ path: 'part', code: 'ballot-part-unfit' }])
  await deed.tx
    .insertInto('ballot_part')
    .values({ street_id: deed.street.id, box_id: box.id, number: mine.number, part: text })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(deed, { kind: 'council.ballot.part', plain: { ballot: row.id, box: box.id, number: mine.number } })
  const stored = await deed.tx
    .selectFrom('ballot_part')
    .select(['number', 'part'])
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', box.id)
    .orderBy('number')
    .execute()
  const owned = stored.map(({ number, part }) => ownedPart(election, trustees, sums, number, part)!)
  const counted = (await castIn(deed, box)).filter(({ is }) => is === 'counts').length
  const opened = combine(election, trustees, { sums, counted }, owned)
  if ('missing' in opened) return { state: row.state }
  const withResult = { ...box, opened: opened.result[0] as unknown as BoxRow['opened'] }
  const head = (await archiveOf(deed, withResult, 'tallied'))!.head
  await deed.tx
    .updateTable('ballot_box')
    .set({ opened: JSON.stringify(opened.result[0]), head })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', box.id)
    .execute()
  await record(deed, { kind: 'council.ballot.opened', plain: { ballot: row.id, box: box.id, head } })
  return { state: await goOn(deed, row) }
}

/** One person of each bench counts the papers; the same numbers twice are the signed total. */
export async function count(
  deed: Deed,
  councilId: string,
  ballotId: string,
  boxId: string,
  body: BodyOf<typeof countPapers>,
): Promise<ReplyOf<typeof countPapers>> {
  const row = await getBallot(deed, councilId, ballotId, 'lock')
  const box = await getBox(deed, ballotId, boxId)
  const delegate = await actingDelegate(deed, councilId)
  const article = () => cited(deed, councilId, 'ballot')
  if (delegate.bench === null) throw forbidden('ballot-count-benches', await article())
  if (row.state !== 'closed' && row.state !== 'tallied') throw refused('ballot-count-not-now', await article())
  if (await stands(deed, row, delegate.personId)) throw forbidden('ballot-count-candidate', await article())
  if ((await papersTaken(deed, box)) === 0) throw refused('ballot-no-papers', await article())
  const answers = answersOf(row).length
  const preferences = row.rule === 'scottish' ? sortedPreferences(body.preferences ?? '', answers) : null
  if (preferences === undefined) throw unfit([{ path: 'preferences', code: 'ballot-preferences-unfit' }])
  if (row.rule !== 'scottish' && body.marks.length !== answers) throw unfit([{ path: 'marks', code: 'ballot-marks-unfit' }])
  const counted = {
    counted_by: delegate.personId,
    papers: body.papers,
    marks: row.rule === 'scottish' ? [] : [...body.marks],
    blank: body.blank,
    invalid: body.invalid,
    preferences,
    counted_on: today(deed),
  }
  await deed.tx
    .insertInto('paper_count')
    .values({ street_id: deed.street.id, box_id: box.id, bench: delegate.bench, ...counted })
    .onConflict((conflict) => conflict.columns(['street_id', 'box_id', 'bench']).doUpdateSet(counted))
    .execute()
  await record(deed, {
    kind: 'council.ballot.papers-counted',
    plain: { ballot: row.id, box: box.id, bench: delegate.bench, papers: body.papers },
  })
  return { state: await goOn(deed, row), fault: (await papersIn(deed, row, box)).fault }
}

async function stands(deed: Deed, row: BallotRow, personId: string): Promise<boolean> {
  if (row.call_id === null) return false
  const found = await deed.tx
    .selectFrom('seat_candidate')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('call_id', '=', row.call_id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

export interface PapersIn {
  readonly taken: number
  readonly counts: readonly (PaperCount & { readonly bench: Bench })[]
  readonly fault: BoxLine['paperFault']
  /** Both counts are there and fit. */
  readonly agreed: PaperCount | undefined
}

export async function papersIn(deed: Deed, row: BallotRow, box: BoxRow): Promise<PapersIn> {
  const rows = await deed.tx
    .selectFrom('paper_count')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('box_id', '=', box.id)
    .orderBy('bench', 'desc')
    .execute()
  const counts = rows.map(({ bench, papers, marks, blank, invalid, preferences }) => ({
    bench: Bench.parse(bench),
    papers,
    marks,
    blank,
    invalid,
    preferences,
  }))
  const taken = await papersTaken(deed, box)
  const [one, other] = counts
  const fault =
    one && other ? paperFault(one, other, { rule: row.rule as 'motion' | 'approval' | 'scottish', most: row.most, taken }) : null
  return { taken, counts, fault, agreed: one && other && fault === null ? one : undefined }
}

/** As far as it goes by itself: sums open and papers agreed make a result, and the result moves what was voted on. */
async function goOn(deed: Deed, row: BallotRow): Promise<BallotState> {
  const boxes = await boxesOf(deed, row.id)
  if (boxes.some(({ election, opened }) => election !== null && opened === null)) return row.state as BallotState
  const papers = []
  for (const box of boxes) papers.push(await papersIn(deed, row, box))
  let state = row.state as BallotState
  if (state === 'closed') state = await moveBallot(deed, row, 'openSums')
  if (papers.some(({ taken, agreed }) => taken > 0 && !agreed)) return state
  const { result: counted, order } = await resultOf(deed, row, boxes, papers)
  const floor = await waitingFloor(deed, row)
  const result = floor ? await tellFloor(deed, row, floor, counted) : counted
  state = await moveBallot(
    deed,
    { ...row, state },
    'publish',
    { published_at: deed.now, result: JSON.stringify(result) },
    { outcome: result.outcome },
  )
  if (row.motion_id !== null && !floor) await settle(deed, row, result)
  // Whoever comes after the last seat is a substitute, in this order.
  if (row.call_id !== null)
    await fillSeats(
      deed,
      row.call_id,
      order.map((place) => answersOf(row)[place]!.candidateId!),
    )
  return state
}

/** No meeting waits any more: the motion is moved by the counts alone. */
async function settle(deed: Deed, row: BallotRow, { outcome, boxes, conditions }: BallotResult): Promise<void> {
  const motion = await findMotion(deed, row.motion_id!)
  if (motion?.state !== 'putToVote') return
  await settleMotion(deed, motion.id, {
    kind: outcome === 'elected' ? 'rejected' : outcome,
    meetingId: row.meeting_id,
    ballotId: row.id,
    figures: {
      boxes: boxes.map(({ bench, marks, blank, entitled }) => ({ bench, for: marks[0], against: marks[1], blank, entitled })),
      conditions,
    },
  })
}

async function resultOf(
  deed: Deed,
  row: BallotRow,
  boxes: readonly BoxRow[],
  papers: readonly PapersIn[],
): Promise<{ readonly result: BallotResult; readonly order: readonly number[] }> {
  const answers = answersOf(row)
  const counted = []
  for (const [index, box] of boxes.entries()) {
    const ballots = (await castIn(deed, box)).filter(({ is }) => is === 'counts').length
    counted.push(
      boxResult(
        {
          bench: box.bench,
          entitled: box.slips,
          ballots,
          opened: box.opened as unknown as number[] | null,
          paper: papers[index]!.agreed ?? null,
        },
        answers.length,
      ),
    )
  }
  if (row.rule === 'motion')
    return { result: motionResult(counted, votingRulesOf(await rulesOf(deed, row), await kindOf(deed, row))), order: [] }
  return electionResult(counted, {
    names: answers.map(({ name }) => inLanguage(name, 'zh-CN')),
    seats: row.seats ?? 1,
    rule: row.rule as 'approval' | 'scottish',
    preferences: papers[0]?.agreed?.preferences ?? null,
    lotSeed: boxes.map(({ head, id }) => head ?? id).join(' '),
  })
}

const kindOf = async (deed: Deed, row: BallotRow): Promise<MotionKind> => (await findMotion(deed, row.motion_id!))!.kind as MotionKind

/** Sets a ballot aside, with a reason that everybody reads. What was voted on comes again. */
export async function setAside(deed: Deed, councilId: string, ballotId: string, because: string): Promise<{ state: BallotState }> {
  const post = heldIn(deed, councilId, 'chair')
  if (!post) throw forbidden('council-not-chair')
  return { state: await putAside(deed, await getBallot(deed, councilId, ballotId, 'lock'), because, post.id) }
}

async function putAside(deed: Deed, row: BallotRow, because: string, postId: string | null): Promise<BallotState> {
  const state = await moveBallot(deed, row, 'setAside', { set_aside_because: because, set_aside_by_post: postId })
  // Where a meeting waits, the chair takes the vote back on the floor, and the item goes on from there.
  if (row.motion_id !== null && !(await waitingFloor(deed, row))) {
    const motion = await findMotion(deed, row.motion_id)
    if (motion?.state === 'putToVote')
      await settleMotion(deed, motion.id, { kind: 'no-quorum', meetingId: row.meeting_id, ballotId: row.id, figures: { setAside: true } })
  }
  return state
}

/** Votes whose moment has come. */
export async function closeDue(deed: Deed): Promise<void> {
  const due = await deed.tx
    .selectFrom('secret_ballot')
    .select(['id', 'council_id'])
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'open')
    .where('closes_at', '<=', deed.now)
    .execute()
  for (const { id, council_id } of due) await close(deed, council_id, id, 'clock')
}
